import Html
import Temps
import Web

struct BienvenuePage: Page {
  func titre(_ t: Langue) -> String {
    t("Se rencontrer, avec une charte qui tient", "Meeting people, with a charter that holds")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [engagement(t)]) {
      p {
        t(
          "Vous cherchez votre voie. Des personnes vous ouvrent leur métier, en visio, le temps d’une vraie conversation. Une conseillère ou un conseiller vous accompagne.",
          "You are looking for your way. People open their job to you, by video, for a real conversation. A counsellor is by your side."
        )
      }
      gestes { boutonLien("/connexion", t("Entrer", "Come in")) }
      p(.class("soft")) {
        t(
          "On entre ici sur invitation. Si vous n’en avez pas encore, parlez-en à votre conseillère, à votre conseiller ou à votre structure.",
          "You come in here by invitation. If you do not have one yet, speak to your counsellor or your organisation.")
      }
    }
  }

  private func engagement(_ t: Langue) -> Note {
    Note(
      titre: t("Ce que vous signez, c’est ce qui s’applique", "What you sign is what applies"),
      texte: t(
        "Pour chaque article de la charte, nous disons ce que le logiciel tient, et ce qu’il ne tient pas encore.",
        "For every article of the charter, we say what the software keeps, and what it does not keep yet."),
      lien: (href: "/chartes/rencontres", label: t("Lire la charte", "Read the charter")), ton: .accord)
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
