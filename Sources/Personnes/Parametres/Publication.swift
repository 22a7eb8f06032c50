import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  /// Publishes a new version with other values. People sign it before their next act; what was agreed goes on as it was.
  func publish(
    _ parametres: Parametres, of dispositif: Dispositif, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house] tx in
      guard let charte = Charte.named(dispositif.charte),
        visitor.appartenances.contains(Appartenance(dispositif: dispositif.id, role: .coordinateur))
      else { throw Absent() }
      let current = try store.version(of: dispositif.id, at: now, in: tx)
      guard current.parametres != parametres else { return "/parametres?fait=rien" }
      try store.publish(parametres, of: dispositif.id, charte, from: now, in: tx)
      try house.faits.record(
        Fait(.version, of: visitor.personne, about: dispositif.id, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("version", on: dispositif.id, by: visitor.viewer, at: now))
      return "/parametres?fait=publiee"
    }
  }
}

extension Parametre {
  /// What may be typed here.
  var attendu: Phrase {
    let bounds = Phrase(
      "entre \(bornes.lowerBound) et \(bornes.upperBound)", "between \(bornes.lowerBound) and \(bornes.upperBound)")
    if pas == 1 { return Phrase("Un nombre \(bounds.fr).", "A number \(bounds.en).") }
    return Phrase("Un multiple de \(pas), \(bounds.fr).", "A multiple of \(pas), \(bounds.en).")
  }
}
