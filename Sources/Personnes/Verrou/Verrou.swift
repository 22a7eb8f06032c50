import Base
import Chartes
import Html
import Temps
import Web

/// A screen left alone, or hidden from a passer-by: this browser opens nothing until its bearer has shown who they are.
/// What was being typed stays in the page, under its cover.
extension PersonnesRoom {
  func lock(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    try await house.database.write { tx in
      try tx.execute(
        "UPDATE connexion SET verrouillee = \(visit.now) WHERE id = \(visitor.connexion) AND verrouillee IS NULL")
      try tx.record(Trace("verrou", on: visitor.connexion, by: visitor.viewer, at: visit.now))
    }
    return visit.wantsJSON ? .json(#"{"verrouille":true}"#) : .redirect("/verrou")
  }

  func showVerrou(_ visit: Visit) async throws -> Answer { .page(VerrouPage()) }

  /// Whether this browser is locked: what the cover asks before it lifts.
  func tellVerrou(_ visit: Visit) async throws -> Answer {
    let locked = try visit.person().preuve.attendue != nil
    return .json(#"{"verrouille":\#(locked)}"#)
  }
}

extension PersonnesStore {
  /// After how many minutes alone the screen of a digital adviser locks, as their charter says; nil for the others.
  func verrou(of appartenances: [Appartenance], at now: Instant, in tx: Transaction) throws -> Int? {
    guard let place = appartenances.first(where: { $0.role == .conseillerNumerique }) else { return nil }
    return try version(of: place.dispositif, at: now, in: tx).parametres[ResterDiscret.verrou]
  }
}

struct VerrouPage: Page {
  func titre(_ t: Langue) -> String { t("L’écran est verrouillé", "The screen is locked") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(ResterDiscret.self, charte: "conseil", t)]) {
      p {
        t(
          "Plus rien ne s’ouvre ici avant que vous ayez montré que c’est vous. Ce que vous écriviez est resté dans sa page.",
          "Nothing opens here before you have shown that it is you. What you were writing has stayed in its page.")
      }
      gestes { boutonLien("/accueil", t("Reprendre", "Go on")) }
    }
  }
}
