import Html
import Temps
import Web

/// What one cannot change oneself: asked here, answered within a month.
struct NouvelleDemandePage: Page {
  let seal: Sceau
  let form: FormData
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Demander au sujet de mes données", "Ask about my data") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "La coordination de votre dispositif vous répond en un mois au plus.",
        "Whoever coordinates your programme answers within a month."),
      marge: [.protegerLesDonnees(t)]
    ) {
      p {
        t("Votre nom ou votre adresse se changent dans ", "Your name or address can be changed in ")
        a(.href("/compte")) { t("votre compte", "your account") }
        t(
          ". Ce que vous écrivez ici est lu par la coordination\u{a0}: elle ne lit rien d’autre de vous.",
          ". What you write here is read by whoever coordinates: they read nothing else of yours.")
      }
      formulaire(vers: "/mes-donnees/demande", seal) {
        choix(
          "droit", legende: t("Que souhaitez-vous\u{a0}?", "What would you like?"),
          options: Droit.aDemander.map { Option($0.rawValue, t($0.titre), detail: t($0.exemple)) },
          choisi: form.raw("droit"), erreur: saisie.phrase("droit", t))
        zone(
          "mots", label: t("En quelques mots", "In a few words"), valeur: form.raw("mots"),
          erreur: saisie.phrase("mots", t), maximum: DemandeDeDroit.motsAuPlus)
        gestes {
          bouton(t("Envoyer ma demande", "Send my request"))
          a(.href("/mes-donnees")) { t("Revenir à mes données", "Back to my data") }
        }
      }
    }
  }
}

extension Droit {
  fileprivate var exemple: Phrase {
    switch self {
    case .rectification:
      Phrase("Une date, un rôle, un compte rendu qui se trompe.", "A date, a role, a report that is wrong.")
    case .opposition: Phrase("Vous ne voulez plus que cela serve à cela.", "You no longer want it used for that.")
    case .limitation:
      Phrase("On le garde, sans s’en servir, le temps de vérifier.", "It is kept but not used, while it is checked.")
    case .acces, .effacement, .portabilite: Phrase("", "")
    }
  }
}

/// One's own request, and its answer.
struct MaDemandePage: Page {
  let demande: DemandeDeDroit
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t(demande.droit.titre) }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Demandé ", "Asked ") + t.dateEtHeure(demande.recue, fuseau, reference: Jour(now, in: fuseau)),
      marge: [.protegerLesDonnees(t)]
    ) {
      if fait == "envoyee" {
        avis(
          .accord,
          t(
            "Votre demande est partie. Un e-mail vous dira quand la réponse est là.",
            "Your request is on its way. An e-mail will tell you when the answer is here."))
      }
      p { demande.etat(at: now, fuseau, t) }
      if demande.isLate(at: now) {
        p {
          t(
            "Nous aurions dû vous répondre. Vous pouvez vous adresser à la CNIL\u{a0}: cnil.fr, rubrique «\u{a0}plaintes\u{a0}».",
            "We should have answered you. You may turn to the data protection authority (in France, the CNIL: cnil.fr)."
          )
        }
      }
      citation(demande.mots, de: t("Vous", "You"))
      if !demande.reponse.isEmpty {
        h2 { t("La réponse", "The answer") }
        citation(demande.reponse, de: t("La coordination", "The coordinator"))
        p {
          t(
            "Elle ne vous convient pas\u{a0}? Faites une autre demande, ou adressez-vous à la CNIL.",
            "It does not suit you? Make another request, or turn to the data protection authority.")
        }
      }
      p { a(.href("/mes-donnees")) { t("Revenir à mes données", "Back to my data") } }
    }
  }
}
