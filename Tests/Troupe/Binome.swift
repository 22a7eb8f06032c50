import Base
import Chartes
import Mentorat
import Personnes
import Temps
import Web

/// A mentoring programme on a scene, and a pair of it that has signed. Its mentor reads Monday to Friday, 8:00 to 18:00
/// in Paris, and an answer takes two opening hours.
package struct Accompagnement: Sendable {
  package let scene: Scene
  package let dispositif: DispositifID
  package let odile: Visitor
  package let marc: Visitor
  package let nour: Visitor
  package let elsa: Visitor
  package let binome: BinomeID

  /// Friday 29 January 2027, 17:00 in Paris: the first session, an hour long.
  package static let premiere = Scene.now - .days(3) + .hours(8)
  /// Friday 26 February 2027, 17:00 in Paris.
  package static let seconde = premiere + .days(28)

  package var mentorat: MentoratRoom { scene.mentorat }
}

extension Scene {
  /// - Parameter signed: whether both have signed; otherwise the agreement is only proposed.
  package func accompagnement(signed: Bool = true) async throws -> Accompagnement {
    let start = now - .days(5)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mission locale du Perche", dispositif: "Mentorat du Perche", charte: .mentorat, at: start)
    func seat(_ figurant: Figurant) async throws -> Visitor {
      try await personnes.seat(figurant, in: dispositif, suivieBy: nil, at: start)
    }
    let (odile, marc) = (try await seat(Distribution.odile), try await seat(Distribution.marc))
    let (nour, elsa) = (try await seat(Distribution.nour), try await seat(Distribution.elsa))
    let binome = try await mentorat.pair(marc, nour, in: dispositif, by: odile, at: start)
    try await mentorat.suggest(
      [Accompagnement.premiere, Accompagnement.seconde], in: binome, by: marc, at: start)
    if signed {
      try await mentorat.sign(binome, by: marc, at: start)
      try await mentorat.sign(binome, by: nour, at: start)
    }
    return Accompagnement(
      scene: self, dispositif: dispositif, odile: odile, marc: marc, nour: nour, elsa: elsa, binome: binome)
  }
}
