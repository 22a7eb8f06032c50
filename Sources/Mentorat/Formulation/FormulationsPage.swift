import Chartes
import Html
import Temps
import Web

/// The wordings of one message side by side, for their author alone.
struct FormulationsPage: Page {
  let binome: BinomeID
  let formulations: [Formulation]
  let heures: (fuseau: Fuseau, autre: Fuseau, now: Instant)

  func titre(_ t: Langue) -> String { t("Comment vous l’avez dit", "How you said it") }

  func contenu(_ t: Langue) -> Markup {
    let clock = Heures(t: t, fuseau: heures.fuseau, autre: heures.autre, now: heures.now)
    return feuille(
      titre: titre(t),
      chapeau: t(
        "De la première à la dernière. Personne d’autre ne les voit.",
        "From the first to the last. Nobody else sees them."),
      marge: [Note(FormulerSaQuestion.self, charte: "mentorat", t)]
    ) {
      ol(.class("cote-a-cote")) {
        for formulation in formulations {
          li(.class("carte")) {
            p(.class("soft")) { clock.quand(formulation.le) }
            for partie in formulation.texte.parties {
              if partie != .libre { h3 { t(partie.titre) } }
              p(.class("mots")) { formulation.texte[partie] }
            }
          }
        }
      }
      p { a(.href("/binomes/\(binome)")) { t("Revenir à nos échanges", "Back to our exchanges") } }
    }
  }
}
