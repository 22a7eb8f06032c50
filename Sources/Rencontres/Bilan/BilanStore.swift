import Base
import Personnes
import Temps

extension RencontresStore {
  func insert(_ saisi: BilanSaisi, of rencontre: Rencontre, at now: Instant, in tx: Transaction) throws {
    let owner = Owner.personne(rencontre.explorateur)
    let appris = try house.vault.seal(saisi.appris, of: owner, at: Place("bilan.appris", rencontre.id))
    let merci = try house.vault.seal(
      saisi.tenue ? saisi.remerciement : "", of: owner, at: Place("bilan.remerciement", rencontre.id))
    try tx.execute(
      """
      INSERT INTO bilan (rencontre, tenue, humeur, projet, appris, remerciement, remis)
      VALUES (\(rencontre.id), \(saisi.tenue), \(saisi.humeur?.rawValue), \(saisi.projet.rawValue), \(appris), \(merci),
        \(now))
      """)
  }

  /// The review, for its author and whoever accompanies them. The expert gets what was meant for them: the thanks.
  func bilan(of rencontre: Rencontre, for viewer: Viewer, in tx: Transaction) throws -> Bilan? {
    let found = try tx.first(
      "SELECT tenue, humeur, projet, appris, remerciement, remis, lu, reponse FROM bilan WHERE rencontre = \(rencontre.id)"
    ) { row in
      (
        tenue: try row[0] as Bool, humeur: try row[1] as String?, projet: try row[2] as String,
        appris: try row[3] as Sealed, merci: try row[4] as Sealed, remis: try row[5] as Instant,
        lu: try row[6] as Instant?, reponse: try row[7] as Sealed?
      )
    }
    guard let found else { return nil }
    let owner = Owner.personne(rencontre.explorateur)
    let merci = try house.vault.open(found.merci, of: owner, at: Place("bilan.remerciement", rencontre.id))
    if viewer.personne == rencontre.expert {
      return Bilan(
        tenue: found.tenue, humeur: nil, projet: .aExplorer, appris: "", remerciement: merci ?? "", remis: found.remis,
        lu: nil, reponse: "")
    }
    let appris = try house.vault.open(found.appris, of: owner, at: Place("bilan.appris", rencontre.id))
    let reponse = try house.vault.open(found.reponse, of: owner, at: Place("bilan.reponse", rencontre.id))
    return Bilan(
      tenue: found.tenue, humeur: found.humeur.flatMap(Bilan.Humeur.init(rawValue:)),
      projet: Bilan.Projet(rawValue: found.projet) ?? .aExplorer, appris: appris ?? "", remerciement: merci ?? "",
      remis: found.remis, lu: found.lu, reponse: reponse ?? "")
  }

  /// Which of these meetings, seen by the viewer, have their review.
  func reviewed(_ rencontres: [RencontreID], for viewer: Viewer, in tx: Transaction) throws -> Set<RencontreID> {
    Set(
      try tx.all(
        """
        SELECT b.rencontre FROM bilan b JOIN rencontre r ON r.id = b.rencontre
        WHERE b.rencontre IN \(list: rencontres) AND \(sql: Self.seen(by: viewer))
        """
      ) { row in try row[0] as RencontreID })
  }
}
