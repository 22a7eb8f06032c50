import Chartes
import Html
import Temps
import Web

/// What stands on the counter: take a number, and see who is called.
struct ComptoirPage: Page {
  let seal: Sceau
  let lieu: Lieu
  let appeles: [Int]
  let enAttente: Int
  let now: Instant
  let form: FormData
  let saisie: Saisie
  let motif: Motif?

  func titre(_ t: Langue) -> String { lieu.nom }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: t("Bienvenue", "Welcome"), chapeau: lieu.nom,
      marge: [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if let motif { complet(motif, t) }
      appels(t)
      if motif == nil { prendre(t) }
    }
  }

  /// The queue is full: an appointment instead, with the team. What one types on this screen is for one page only.
  private func complet(_ motif: Motif, _ t: Langue) -> Markup {
    avis(.attente, titre: t(motif.pourquoi)) {
      p { t(motif.issue) }
      p { t("À l’accueil, l’équipe peut le noter pour vous.", "At the desk, the team can book it for you.") }
    }
  }

  private func appels(_ t: Langue) -> Markup {
    section(.class("appels"), .aria(.label, t("Les numéros appelés", "Numbers called"))) {
      if let dernier = appeles.first {
        p { t("Numéro appelé", "Number called") }
        p(.class("code")) { dernier }
        if appeles.count > 1 {
          p(.class("soft")) {
            t("Juste avant\u{a0}: ", "Just before: ") + appeles.dropFirst().map(String.init).joined(separator: ", ")
          }
        }
      } else {
        p(.class("soft")) { t("Aucun numéro appelé pour l’instant.", "No number called for now.") }
      }
      p(.class("soft")) {
        enAttente == 0
          ? t("Personne n’attend.", "Nobody is waiting.")
          : t.count(
            enAttente, Phrase("personne attend", "person is waiting"),
            Phrase("personnes attendent", "people are waiting"))
      }
    }
  }

  private func prendre(_ t: Langue) -> Markup {
    formulaire(vers: "/comptoir", seal) {
      champ(
        "prenom", label: t("Votre prénom, pour vous appeler", "Your first name, to call you"),
        aide: t("Vous pouvez laisser vide\u{a0}: un numéro suffit.", "You may leave it empty: a number is enough."),
        valeur: form.raw("prenom"), erreur: saisie.phrase("prenom", t), autocomplete: "off", maximum: 60,
        facultatif: t)
      gestes { bouton(t("Prendre un numéro", "Take a number")) }
    }
  }
}

/// One's number, for twenty seconds.
struct NumeroPage: Page {
  let lieu: Lieu
  let numero: Int
  let avant: Int

  func titre(_ t: Langue) -> String { t("Votre numéro", "Your number") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: lieu.nom, marge: [Note(AccueillirChacun.self, charte: "conseil", t)]) {
      div(.class("appels")) { p(.class("code")) { numero } }
      p {
        avant == 0
          ? t("C’est bientôt à vous.", "It is your turn soon.")
          : t.count(
            avant, Phrase("personne passe avant vous.", "person goes before you."),
            Phrase("personnes passent avant vous.", "people go before you."))
      }
      p { t("Nous vous appelons. Installez-vous.", "We will call you. Take a seat.") }
      gestes { boutonLien("/comptoir", t("J’ai mon numéro", "I have my number")) }
    }
  }
}

/// Making a tablet the shared screen of a place.
struct ComptoirReglagePage: Page {
  let seal: Sceau
  let autre: Sceau
  let lieu: Lieu

  func titre(_ t: Langue) -> String { t("L’écran d’accueil", "The shared screen") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: lieu.nom, marge: [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if lieu.aUnComptoir {
        avis(.accord, t("Un écran d’accueil est ouvert pour ce lieu.", "A shared screen is open for this place."))
      }
      p {
        t(
          "Ouvrez cette page sur la tablette du comptoir, puis appuyez. Votre compte s’y ferme\u{a0}: elle ne servira plus qu’à prendre un numéro.",
          "Open this page on the counter’s tablet, then press. Your account closes there: it will only hand out numbers."
        )
      }
      gestes {
        boutonVers(
          "/lieux/\(lieu.id)/comptoir", seal, t("En faire l’écran d’accueil", "Make it the shared screen"),
          style: .principal)
        if lieu.aUnComptoir {
          boutonVers(
            "/lieux/\(lieu.id)/comptoir/fermeture", autre, t("Fermer cet écran", "Close this screen"), style: .grave)
        }
        a(.href("/lieux")) { t("Revenir aux lieux", "Back to the places") }
      }
    }
  }
}
