import Banc
import Base
import Conseil
import Temps
import Web

/// Rows written straight, in large transactions: as they would stand after years of reports.
struct Ecriture: Sendable {
  let terrain: Terrain
  let usagers: [String]
  private static let atOnce = 20_000

  /// Makes so many people one follows.
  init(_ terrain: Terrain, usagers count: Int) async throws {
    self.terrain = terrain
    usagers = (0..<count).map { _ in UsagerID.make(at: Terrain.ouverture).text }
    for start in stride(from: 0, to: count, by: Self.atOnce) {
      let some = usagers[start..<min(start + Self.atOnce, count)]
      try await terrain.database.write { [dispositif = terrain.dispositif] tx in
        for (rang, usager) in some.enumerated() {
          try tx.execute(
            """
            INSERT INTO usager (id, dispositif, numero, revision, contenu, cree, contact)
            VALUES (\(usager), \(dispositif), \(start + rang + 1), 1, \(Self.sealedBytes), \(Terrain.ouverture),
              \(Terrain.ouverture))
            """)
        }
      }
    }
  }

  /// What nobody has the key of reads as empty.
  private static let sealedBytes = [UInt8](repeating: 7, count: 54)

  /// - Returns: the identity of each.
  func write(_ rendus: [Rendu]) async throws -> [CompteRenduID] {
    var ids: [CompteRenduID] = []
    for start in stride(from: 0, to: rendus.count, by: Self.atOnce) {
      let some = Array(rendus[start..<min(start + Self.atOnce, rendus.count)])
      let rows = try some.map { rendu in try row(rendu) }
      ids += rows.map(\.id)
      try await terrain.database.write { tx in
        for row in rows { try insert(row, in: tx) }
      }
    }
    return ids
  }

  private struct Row: Sendable {
    let id: CompteRenduID
    let rendu: Rendu
    let contenu: [UInt8]
    let cree: Instant
  }

  private func row(_ rendu: Rendu) throws -> Row {
    let cree = Terrain.instant(Jour(number: rendu.jour), heure: 18)
    let id = CompteRenduID.make(at: cree)
    guard rendu.usager == nil else { return Row(id: id, rendu: rendu, contenu: Self.sealedBytes, cree: cree) }
    let contenu = try terrain.house.vault.seal(
      #"{"notes":"","titre":""}"#, of: .personne(terrain.conseillers[rendu.conseiller].personne),
      at: Place("compte_rendu.contenu", id))
    return Row(id: id, rendu: rendu, contenu: contenu.bytes, cree: cree)
  }

  private func insert(_ row: Row, in tx: Transaction) throws {
    let rendu = row.rendu
    let (lieu, usager) = (rendu.lieu.map { terrain.lieux[$0] }, rendu.usager.map { usagers[$0] })
    let (genres, ages, statuts) = (rendu.genres, rendu.ages, rendu.statuts)
    try tx.execute(
      """
      INSERT INTO compte_rendu
        (id, dispositif, conseiller, usager, lieu, jour, type, canal, minutes, attente, themes, demarches, materiel,
         posture, autonomie, orientation, issue, niveau, participants, deja, genre_0, genre_1, genre_2, age_0, age_1,
         age_2, age_3, age_4, age_5, age_6, age_7, statut_0, statut_1, statut_2, statut_3, statut_4, contenu, revision,
         cree, modifie)
      VALUES (\(row.id), \(terrain.dispositif), \(terrain.conseillers[rendu.conseiller].personne), \(usager), \(lieu),
        \(Jour(number: rendu.jour).iso), \(rendu.type), \(rendu.canal), \(rendu.minutes), \(rendu.attente),
        \(Int64(bitPattern: rendu.themes)), \(Int64(bitPattern: rendu.demarches)),
        \(Int64(bitPattern: rendu.materiel)), \(rendu.facon), \(rendu.autonomie), \(rendu.redirection),
        \(rendu.issue), \(rendu.niveau), \(rendu.participants), \(rendu.deja), \(genres[0]), \(genres[1]),
        \(genres[2]), \(ages[0]), \(ages[1]), \(ages[2]), \(ages[3]), \(ages[4]), \(ages[5]), \(ages[6]), \(ages[7]),
        \(statuts[0]), \(statuts[1]), \(statuts[2]), \(statuts[3]), \(statuts[4]), \(row.contenu), 1, \(row.cree),
        \(row.cree))
      """)
  }
}
