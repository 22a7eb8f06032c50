import Base
import Chartes
import Conseil
import Personnes
import Temps
import Web

/// An advising programme on a scene: one place open Monday to Friday 9:00–12:00 and 14:00–17:00 in Paris, where Lila
/// receives by appointment in the mornings and Hugo in the afternoons. All have signed.
package struct Guichet: Sendable {
  package let scene: Scene
  package let dispositif: DispositifID
  package let odile: Visitor
  package let lila: Visitor
  package let hugo: Visitor
  package let lieu: LieuID

  package var conseil: ConseilRoom { scene.conseil }

  /// Somebody Lila follows, with a need and a step.
  package func suivre(
    _ prenom: String = "Aline", _ initiale: String = "R", naissance: Int? = 1950, at now: Instant = Scene.now
  ) async throws -> UsagerID {
    try await conseil.follow(
      prenom, initiale, naissance: naissance, genre: .feminin, statut: .retraite,
      besoin: "Je voudrais envoyer des photos à ma petite-fille.", etapes: ["Ouvrir la galerie du téléphone"],
      by: lila, at: now)
  }
}

extension Scene {
  package func guichet() async throws -> Guichet {
    let start = now - .days(40)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mairie du Perche", dispositif: "Conseil numérique du Perche", charte: .conseil, at: start)
    func seat(_ figurant: Figurant) async throws -> Visitor {
      try await personnes.seat(figurant, in: dispositif, suivieBy: nil, at: start)
    }
    let odile = try await seat(Figurant("Odette", "Grandclaude", .coordinateur))
    let lila = try await seat(Figurant("Lila", "Ferrandis", .conseillerNumerique))
    let hugo = try await seat(Figurant("Hugo", "Testevuide", .conseillerNumerique))
    let jours = Array(1...5)
    let lieu = try await conseil.addLieu(
      "Espace du Perche", "3 place des Tilleuls", "61400", "Mortagne-au-Perche",
      heures: jours.flatMap { [(jour: $0, de: 540, a: 720), (jour: $0, de: 840, a: 1020)] }, by: odile, at: start)
    try await conseil.giveHours(jours.map { (jour: $0, de: 540, a: 720) }, at: lieu, by: lila, at: start)
    try await conseil.giveHours(jours.map { (jour: $0, de: 840, a: 1020) }, at: lieu, by: hugo, at: start)
    return Guichet(scene: self, dispositif: dispositif, odile: odile, lila: lila, hugo: hugo, lieu: lieu)
  }
}
