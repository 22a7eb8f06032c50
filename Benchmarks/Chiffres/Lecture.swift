import Base
import Temps

extension Terrain {
  /// Calls with every report of the programme, one after the other, as plain numbers.
  /// - Returns: how many there are.
  func forEachRendu(in tx: Transaction, _ body: (Rendu) -> Void) throws -> Int {
    let lieux = Dictionary(uniqueKeysWithValues: lieux.enumerated().map { ($0.element, $0.offset) })
    let conseillers = Dictionary(uniqueKeysWithValues: noms.enumerated().map { ($0.element, $0.offset) })
    let rows: [Void] = try tx.all(
      """
      SELECT jour, conseiller, lieu, type, canal, minutes, attente, themes, demarches, materiel, posture, autonomie,
        orientation, issue, niveau, participants, deja, genre_0, genre_1, genre_2, age_0, age_1, age_2, age_3, age_4,
        age_5, age_6, age_7, statut_0, statut_1, statut_2, statut_3, statut_4
      FROM compte_rendu WHERE dispositif = \(dispositif)
      """
    ) { row in
      guard let jour = Jour(try row[0] as String), let conseiller = conseillers[try row[1]] else { throw Absent() }
      var rendu = Rendu(
        jour: jour.number, conseiller: conseiller, genres: try (17...19).map { try row[$0] },
        ages: try (20...27).map { try row[$0] }, statuts: try (28...32).map { try row[$0] })
      rendu.lieu = (try row[2] as String?).flatMap { lieux[$0] }
      (rendu.type, rendu.canal, rendu.minutes) = (try row[3], try row[4], try row[5])
      rendu.attente = try row[6]
      rendu.themes = UInt64(bitPattern: try row[7])
      rendu.demarches = UInt64(bitPattern: try row[8])
      rendu.materiel = UInt64(bitPattern: try row[9])
      (rendu.facon, rendu.autonomie, rendu.redirection) = (try row[10], try row[11], try row[12])
      (rendu.issue, rendu.niveau) = (try row[13], try row[14])
      (rendu.participants, rendu.deja) = (try row[15], try row[16])
      body(rendu)
    }
    return rows.count
  }
}
