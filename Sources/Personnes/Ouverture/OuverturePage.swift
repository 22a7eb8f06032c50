import Chartes
import Html
import Temps
import Web

struct BienvenuePage: Page {
  func titre(_ t: Langue) -> String {
    t("Viens avec moi, avec une charte qui tient", "Come with me, with a charter that holds")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [engagement(t)]) {
      p {
        t(
          "Ici, des personnes en accompagnent d’autres\u{a0}: elles ouvrent leur métier en visio, ou elles écrivent entre deux séances. Ce que chacun promet est écrit, signé, et tenu.",
          "Here, people accompany others: they open their job by video, or they write between two sessions. What each one promises is written, signed, and kept."
        )
      }
      gestes { boutonLien("/connexion", t("Entrer", "Come in")) }
      p(.class("soft")) {
        t(
          "On entre ici sur invitation. Si vous n’en avez pas encore, parlez-en à votre structure ou à la personne qui vous accompagne.",
          "You come in here by invitation. If you do not have one yet, speak to your organisation or to whoever accompanies you."
        )
      }
    }
  }

  private func engagement(_ t: Langue) -> Note {
    Note(
      titre: t("Ce que vous signez, c’est ce qui s’applique", "What you sign is what applies"),
      texte: t(
        "Pour chaque article d’une charte, nous disons ce que le logiciel tient, et ce qu’il ne tient pas encore.",
        "For every article of a charter, we say what the software keeps, and what it does not keep yet."),
      lien: (href: "/chartes", label: t("Lire les chartes", "Read the charters")), ton: .accord)
  }
}

struct OuverturePage: Page {
  let seal: Sceau
  let form: FormData
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Ouvrir votre structure", "Set up your organisation") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Cette page ne sert qu’une fois. Ensuite, vous inviterez les personnes.",
        "This page is used only once. Afterwards, you will invite people.")
    ) {
      formulaire(vers: "/ouverture", seal) {
        text("jeton", t("Le code affiché dans le terminal", "The code shown in the terminal"), t)
        text("structure", t("Le nom de votre structure", "Your organisation’s name"), t)
        liste(
          "fuseau", label: t("Son fuseau horaire", "Its time zone"), options: Fuseau.options(t),
          choisi: form.raw("fuseau").isEmpty ? Fuseau.paris.identifier : form.raw("fuseau"),
          erreur: saisie.phrase("fuseau", t))
        choix(
          "charte", legende: t("Sa charte", "Its charter"),
          options: Charte.toutes.map { Option($0.cle, t($0.titre), detail: t($0.objet)) },
          choisi: form.raw("charte").isEmpty ? Charte.toutes.first?.cle : form.raw("charte"),
          erreur: saisie.phrase("charte", t))
        champ(
          "dispositif", label: t("Le nom de votre dispositif", "Your programme’s name"),
          aide: t(
            "Par exemple\u{a0}: «\u{a0}Rencontres métiers du Perche\u{a0}».", "For example: “Perche job meetings”."),
          valeur: form.raw("dispositif"), erreur: saisie.phrase("dispositif", t))
        text("prenom", t("Votre prénom", "Your first name"), t, autocomplete: "given-name")
        text("nom", t("Votre nom", "Your last name"), t, autocomplete: "family-name")
        champ(
          "adresse", label: t("Votre adresse e-mail", "Your e-mail address"), valeur: form.raw("adresse"),
          erreur: saisie.phrase("adresse", t), type: .email, autocomplete: "email")
        gestes { bouton(t("Ouvrir la structure", "Set up the organisation")) }
      }
    }
  }

  private func text(_ nom: String, _ label: String, _ t: Langue, autocomplete: String? = nil) -> Markup {
    champ(
      nom, label: label, valeur: form.raw(nom), erreur: saisie.phrase(nom, t), autocomplete: autocomplete)
  }
}
