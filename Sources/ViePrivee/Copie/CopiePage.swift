import Html
import Temps
import Web

/// A copy of everything: asked for, being prepared, or ready.
struct CopiePage: Page {
  let seal: Sceau
  let copie: Copie?
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Ma copie", "My copy") }

  private var fin: Instant? { copie?.fin.flatMap { now < $0 ? $0 : nil } }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Tout ce qui est gardé sur vous, en un seul fichier.", "All that is kept about you, in one file."),
      marge: [.protegerLesDonnees(t)]
    ) {
      if fait == "absente" {
        avis(
          .attente,
          t("Cette copie n’est plus là. Demandez-en une autre.", "This copy is no longer here. Ask for another one."))
      }
      if let copie, copie.etat == .demandee {
        attente(t)
      } else if let fin {
        prete(until: fin, t)
      } else {
        if copie?.etat == .manquee {
          avis(
            .refus,
            t(
              "Nous n’avons pas réussi à la préparer. Demandez-la encore\u{a0}; si cela continue, dites-le à votre structure.",
              "We could not prepare it. Ask again; if it goes on, tell your organisation."))
        }
        demande(t)
      }
      p { a(.href("/mes-donnees")) { t("Revenir à mes données", "Back to my data") } }
    }
  }

  private func demande(_ t: Langue) -> Markup {
    group {
      p {
        t(
          "Vous recevrez une page à lire ou à imprimer, et les mêmes données pour un autre logiciel. Elle est prête en quelques secondes\u{a0}; un e-mail vous le dit.",
          "You get a page to read or print, and the same data for another program. It is ready within seconds; an e-mail tells you so."
        )
      }
      formulaire(vers: "/mes-donnees/copie", seal) {
        gestes { bouton(t("Préparer ma copie", "Prepare my copy")) }
      }
    }
  }

  private func attente(_ t: Langue) -> Markup {
    avis(.attente) {
      p {
        t(
          "Nous la préparons. Cette page se relit d’elle-même\u{a0}; vous pouvez aussi partir, un e-mail vous préviendra.",
          "We are preparing it. This page reloads by itself; you may also leave, an e-mail will tell you.")
      }
      p { a(.href("/mes-donnees/copie")) { t("Regarder maintenant", "Look now") } }
    }
  }

  private func prete(until fin: Instant, _ t: Langue) -> Markup {
    group {
      avis(.accord, t("Votre copie est prête.", "Your copy is ready."))
      p {
        t("Elle reste ici jusqu’au ", "It stays here until ")
        t.dateEtHeure(fin, fuseau, reference: Jour(now, in: fuseau))
        t(
          ", pour vous seul ou seule. Une fois sur votre appareil, elle est à votre garde\u{a0}: évitez un ordinateur partagé.",
          ", for you alone. Once on your device, it is in your keeping: avoid a shared computer.")
      }
      gestes { boutonLien("/mes-donnees/copie/fichier", t("Prendre ma copie (ZIP)", "Take my copy (ZIP)")) }
      depliant(t("En préparer une autre", "Prepare another one")) {
        p { t("Elle remplacera celle-ci.", "It will replace this one.") }
        boutonVers("/mes-donnees/copie", seal, t("Préparer une autre copie", "Prepare another copy"))
      }
    }
  }
}
