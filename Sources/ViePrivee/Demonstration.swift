import Base
import Temps
import Web

extension ViePriveeRoom {
  /// For a demonstration: somebody of the cast asks to correct something.
  package func askForDemonstration(_ mots: String, by visitor: Visitor, at now: Instant) async throws {
    let saisie = try DemandeSaisie(
      FormData(pairs: [("droit", Droit.rectification.rawValue), ("mots", mots)]), among: Droit.aDemander)
    _ = try await askDroit(saisie, by: visitor, geste: .make(at: now), at: now)
  }
}
