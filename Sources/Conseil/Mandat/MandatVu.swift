import Base
import Chartes
import Personnes
import Temps

/// A mandate with all that its pages show.
struct MandatVu: Sendable {
  let mandat: Mandat
  let usager: Usager
  let texte: String
  let acte: ActeDeMandat?
  let usages: [UsageDeMandat]
  let prenoms: [PersonneID: Prenom]
  /// Until when it is kept; nil for what was never signed.
  let garde: Instant?
  /// The zone of the place, which says when a day ends.
  let fuseau: Fuseau

  func court(_ personne: PersonneID) -> String { prenoms[personne]?.court ?? "–" }
}

extension ConseilRoom {
  /// Opening a mandate shows who the person is: it is remembered like opening their thread.
  func see(_ id: MandatID, for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> MandatVu {
    let mandat = try store.mandat(id, for: viewer, in: tx)
    let usager = try store.usager(mandat.usager, for: viewer, in: tx)
    try store.remember(usager, for: viewer, at: now, in: tx)
    let dispositif = try personnes.dispositif(mandat.dispositif, for: viewer, in: tx)
    let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
    let usages = try store.usages(of: mandat, in: tx)
    let acte = try store.acte(of: mandat, in: tx)
    let collegues = [mandat.conseiller] + usages.map(\.par) + (acte.map { [$0.conseiller] } ?? [])
    return MandatVu(
      mandat: mandat, usager: usager, texte: try store.texte(of: mandat, in: tx),
      acte: acte,
      usages: usages, prenoms: try personnes.prenoms(of: Array(Set(collegues)), for: viewer, in: tx),
      garde: mandat.gardeJusque(p, in: dispositif.fuseau), fuseau: dispositif.fuseau)
  }
}
