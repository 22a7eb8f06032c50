import Base
import Chartes
import Personnes
import Temps

/// What is looked up before a thread is erased, and after.
extension ConseilRoom {
  func reste(of usager: Usager, for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Reste {
    let fuseau = try personnes.dispositif(usager.dispositif, for: viewer, in: tx).fuseau
    let mandats = try store.mandats(of: usager, in: tx).compactMap { mandat -> Reste.Mandat? in
      let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
      guard let garde = mandat.gardeJusque(p, in: fuseau), now < garde else { return nil }
      return Reste.Mandat(
        ecrit: Jour(mandat.ecrit, in: fuseau), jusque: Jour(garde, in: fuseau),
        empreinte: try store.acte(of: mandat, in: tx)?.empreinte ?? "", enCours: mandat.etat(at: now) == .enCours)
    }
    return Reste(
      mandats: mandats, comptesRendus: try store.reports(about: usager.id, in: tx),
      aRendre: try store.unreported(with: usager.id, in: tx))
  }
}

extension ConseilStore {
  fileprivate func reports(about usager: UsagerID, in tx: Transaction) throws -> Int {
    try tx.first("SELECT count(*) FROM compte_rendu WHERE usager = \(usager)") { row in try row[0] } ?? 0
  }

  fileprivate func unreported(with usager: UsagerID, in tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM entretien e
      WHERE e.usager = \(usager) AND NOT EXISTS (SELECT 1 FROM compte_rendu c WHERE c.entretien = e.id)
      """
    ) { row in try row[0] } ?? 0
  }

  /// That threads were erased, the last first: for who coordinates.
  func effacements(
    of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction
  ) throws -> [(le: Instant, raison: RaisonDEffacement)] {
    try tx.all(
      """
      SELECT le, raison FROM effacement_suivi
      WHERE dispositif = \(dispositif) AND \(sql: Self.coordinates("effacement_suivi.dispositif", viewer))
      ORDER BY le DESC, id LIMIT 300
      """
    ) { row in (le: try row[0], raison: RaisonDEffacement(rawValue: try row[1]) ?? .fin) }
  }
}
