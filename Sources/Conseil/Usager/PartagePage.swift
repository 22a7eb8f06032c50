import Chartes
import Html
import Web

/// Following somebody with a colleague: nothing is copied, both see the same thread.
struct PartagePage: Page {
  let seal: Sceau
  let usager: Usager
  let suiveurs: [String]
  let collegues: [Option]

  func titre(_ t: Langue) -> String { t("Partager avec un collègue", "Share with a colleague") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t), marge: [Note(PasserLeRelais.self, charte: "conseil", t)]
    ) {
      p { t("Qui suit cette personne\u{a0}:", "Who follows this person:") }
      ul { for nom in suiveurs { li { nom } } }
      if collegues.isEmpty {
        p(.class("soft")) {
          t(
            "Personne d’autre dans l’équipe pour l’instant. La coordination peut inviter quelqu’un.",
            "Nobody else on the team for now. The coordinator can invite somebody.")
        }
      } else {
        formulaire(vers: "/usagers/\(usager.id)/partage", seal) {
          liste(
            "conseiller", label: t("Avec qui\u{a0}?", "With whom?"), options: collegues,
            invite: t("Choisissez", "Choose"))
          caseACocher(
            "accord", label: t("Je lui ai demandé\u{a0}: la personne est d’accord", "I asked: the person agrees"),
            requis: true)
          gestes { bouton(t("Partager ce suivi", "Share this thread")) }
        }
      }
      p { a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") } }
    }
  }
}
