import Chartes
import Html
import Web

struct ConnexionPage: Page {
  let seal: Sceau
  let adresse: String
  let saisie: Saisie
  /// Whether the keys of this device are offered at once, in the address field; a page only looked at does not.
  var proposeCles = true
  var proConnect = false

  var modules: [String] { ["cle"] }

  func titre(_ t: Langue) -> String { t("Entrer", "Come in") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Pas de mot de passe\u{a0}: vous recevez un lien par e-mail.", "No password: you get a link by e-mail."),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      if let phrase = saisie.phrase("reponse", t) { avis(.attente, phrase) }
      formulaire(vers: "/connexion", seal) {
        champ(
          "adresse", label: t("Votre adresse e-mail", "Your e-mail address"),
          aide: t("Celle où vous avez reçu votre invitation.", "The one where you received your invitation."),
          valeur: adresse, erreur: saisie.phrase("adresse", t), type: .email,
          autocomplete: "email webauthn")
        gestes { bouton(t("Recevoir mon lien", "Send me my link")) }
      }
      avecCle(vers: "/connexion/cle", defi: "/connexion/defi", discret: proposeCles, seal, t)
      if proConnect {
        p {
          a(.href("/connexion/proconnect")) { t("Entrer avec ProConnect (équipes)", "Come in with ProConnect (teams)") }
        }
      }
      p { a(.href("/connexion/papier")) { t("J’ai un code sur papier", "I have a code on paper") } }
    }
  }
}

/// Where one waits for the mail, and types the code when the link was opened elsewhere.
struct AttentePage: Page {
  let seal: Sceau
  let saisie: Saisie
  /// Whether somebody signed in waits for it, to prove again who they are.
  var preuve = false

  func titre(_ t: Langue) -> String { t("Regardez vos e-mails", "Check your e-mail") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        preuve
          ? t(
            "Un lien vient de partir vers votre adresse e-mail. Ouvrez-le dans les dix minutes, de préférence sur cet appareil.",
            "A link is on its way to your e-mail address. Open it within ten minutes, on this device if you can.")
          : t(
            "Si cette adresse est connue ici, un lien vient de partir. Ouvrez-le dans les dix minutes, de préférence sur cet appareil. Rien n’arrive\u{a0}? Regardez dans les indésirables, ou demandez un autre lien.",
            "If this address is known here, a link is on its way. Open it within ten minutes, on this device if you can. Nothing arrives? Look in your spam folder, or ask for another link."
          )
      }
      h2 { t("Vous ouvrez le lien sur un autre appareil\u{a0}?", "Are you opening the link on another device?") }
      p { t("Il y affiche six chiffres. Tapez-les ici.", "It shows six digits there. Type them here.") }
      formulaire(vers: "/connexion/code", seal) {
        champ(
          "code", label: t("Les six chiffres", "The six digits"), valeur: "", erreur: saisie.phrase("code", t),
          type: .code, autocomplete: "one-time-code")
        gestes {
          bouton(t("Entrer avec ce code", "Come in with this code"))
          a(.href(preuve ? "/preuve" : "/connexion")) { t("Demander un autre lien", "Ask for another link") }
        }
      }
    }
  }
}

struct LienPage: Page {
  let seal: Sceau
  let jeton: String

  func titre(_ t: Langue) -> String { t("Vous y êtes", "Here you are") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p { t("Un dernier geste, et vous entrez.", "One last step, and you are in.") }
      formulaire(vers: "/connexion/lien/\(jeton)", seal) { gestes { bouton(t("Entrer", "Come in")) } }
    }
  }
}

struct CodePage: Page {
  let code: String

  func titre(_ t: Langue) -> String { t("Votre code", "Your code") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        t(
          "Ce lien a été demandé sur un autre appareil. Tapez-y ces six chiffres\u{a0}:",
          "This link was asked for on another device. Type these six digits there:")
      }
      p(.class("code")) { code }
      p(.class("soft")) {
        t(
          "Ne les donnez à personne\u{a0}: ils ouvrent votre compte. Personne d’ici ne vous les demandera.",
          "Give them to nobody: they open your account. Nobody here will ever ask for them.")
      }
    }
  }
}

struct LienFiniPage: Page {
  func titre(_ t: Langue) -> String {
    t("Ce lien a déjà servi, ou il est trop ancien", "This link has already been used, or is too old")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p { t("Demandez-en un autre\u{a0}: il arrive en un instant.", "Ask for another one: it comes in a moment.") }
      gestes { boutonLien("/connexion", t("Recevoir un nouveau lien", "Get a new link")) }
    }
  }
}
