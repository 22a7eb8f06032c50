import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What a mentor finds outside the hours agreed: when they open again, and nothing else.
struct ClosPage: Page {
  let autre: Prenom
  let binome: BinomeID
  let ouverture: Instant?
  let heures: @Sendable (Langue) -> Heures

  init(autre: Prenom, binome: BinomeID, ouverture: Instant?, fuseau: Fuseau, du mentor: Fuseau, now: Instant) {
    self.autre = autre
    self.binome = binome
    self.ouverture = ouverture
    heures = { Heures(t: $0, fuseau: fuseau, autre: mentor, now: now) }
  }

  func titre(_ t: Langue) -> String { t("Vous et \(autre.prenom)", "You and \(autre.prenom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(LireAuxHeuresDites.self, charte: "mentorat", t)]) {
      avis(.neutre, titre: t("Vos heures de lecture sont fermées", "Your reading hours are closed")) {
        if let ouverture {
          p { t("Elles rouvrent ", "They open again ") + heures(t).quand(ouverture) + "." }
        }
        p {
          t(
            "D’ici là, rien ne vous est montré, et vous n’avez rien à faire.",
            "Until then nothing is shown to you, and there is nothing you need to do.")
        }
      }
      ul(.class("liens")) {
        li { a(.href("/binomes/\(binome)/seances")) { t("Nos séances", "Our sessions") } }
        li { a(.href("/binomes/\(binome)/convention")) { t("Notre convention", "Our agreement") } }
        li { a(.href("/absences")) { t("Mes absences", "My days away") } }
        li { a(.href("/binomes/\(binome)/fin")) { t("Mettre fin à ce binôme", "End this pair") } }
      }
    }
  }
}
