import Chartes
import Html
import Temps
import Web

/// The application that shows codes: none yet, one to try, or one that serves.
struct CodeTemporairePage: Page {
  enum Etat: Sendable {
    case absent
    case attend(CodeTemporaire, compte: String)
    case sert(depuis: Instant, secours: Int)
  }

  let seal: Sceau
  let etat: Etat
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String

  func titre(_ t: Langue) -> String { t("Mon application à codes", "My code application") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Une application de votre téléphone montre six chiffres, nouveaux toutes les trente secondes.",
        "An application on your telephone shows six digits, new every thirty seconds."),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      if fait == "retiree" {
        avis(
          .accord,
          t(
            "L’application est retirée de votre compte. Ses codes et vos codes de secours n’ouvrent plus rien.",
            "The application is removed from your account. Its codes and your recovery codes open nothing any more."))
      }
      switch etat {
      case .absent: absent(t)
      case .attend(let code, let compte): toTry(code, compte, t)
      case .sert(let depuis, let secours): serving(depuis, secours, t)
      }
      p { a(.href("/compte")) { t("Retour à mon compte", "Back to my account") } }
    }
  }

  private func absent(_ t: Langue) -> Markup {
    group {
      p {
        t(
          "Toute application de codes convient (FreeOTP, Aegis, celle de votre téléphone…). Elle marche sans réseau.",
          "Any code application will do (FreeOTP, Aegis, the one in your telephone…). It works without a network.")
      }
      boutonVers(
        "/compte/code-temporaire", seal, t("Préparer mon application", "Set up my application"), style: .principal)
    }
  }

  private func toTry(_ code: CodeTemporaire, _ compte: String, _ t: Langue) -> Markup {
    group {
      etapes(
        courante: 2,
        toutes: [
          t("Préparer", "Prepare"), t("Scanner le QR code", "Scan the QR code"),
          t("Taper le premier code", "Type the first code"),
        ])
      p {
        t(
          "Ouvrez votre application, ajoutez un compte, puis scannez ce QR code.",
          "Open your application, add an account, then scan this QR code.")
      }
      CodeQR(code.adresse(compte: compte, site: "Vademecum"))?
        .dessin(t("QR code à scanner avec l’application", "QR code to scan with the application"))
      depliant(t("Je ne peux pas scanner le QR code", "I cannot scan the QR code")) {
        p {
          t(
            "Copiez ces lettres et ces chiffres dans l’application\u{a0}:",
            "Copy these letters and digits into the application:")
        }
        p(.class("code")) { code.texteEspace }
      }
      formulaire(vers: "/compte/code-temporaire/confirmation", seal) {
        champ(
          "code", label: t("Les six chiffres qu’elle montre", "The six digits it shows"), valeur: "",
          erreur: saisie.phrase("code", t), type: .code, autocomplete: "one-time-code")
        gestes { bouton(t("C’est en place", "It is in place")) }
      }
    }
  }

  private func serving(_ depuis: Instant, _ secours: Int, _ t: Langue) -> Markup {
    group {
      avis(
        secours > 2 ? .accord : .attente,
        t("En place depuis le ", "In place since ") + t.dateEtHeure(depuis, fuseau, reference: nil)
          + t(". Codes de secours restants\u{a0}: \(secours).", ". Recovery codes left: \(secours)."))
      boutonVers(
        "/compte/codes-secours", seal, t("Remplacer mes codes de secours", "Replace my recovery codes"))
      p(.class("soft")) {
        t(
          "Vous changez de téléphone\u{a0}? Retirez l’application, puis préparez-la sur le nouveau.",
          "Are you changing telephones? Remove the application, then set it up on the new one.")
      }
      boutonVers(
        "/compte/code-temporaire/retrait", seal, t("Retirer l’application", "Remove the application"), style: .grave)
    }
  }
}

/// The recovery codes, shown this once.
struct CodesSecoursPage: Page {
  let codes: [String]
  /// Whether they come with a new application, or replace others.
  let premiers: Bool

  func titre(_ t: Langue) -> String { t("Vos codes de secours", "Your recovery codes") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Imprimez-les ou recopiez-les maintenant\u{a0}: ils ne seront plus montrés.",
        "Print them or copy them now: they will not be shown again.")
    ) {
      p {
        premiers
          ? t("Votre application est en place. ", "Your application is in place. ")
          : t("Les anciens codes n’ouvrent plus rien. ", "The earlier codes open nothing any more. ")
        t(
          "Sans votre téléphone, chacun de ces codes remplace l’application, une seule fois. Gardez-les ailleurs que dans ce téléphone.",
          "Without your telephone, each of these codes replaces the application, once only. Keep them somewhere else than in that telephone."
        )
      }
      ul(.class("codes")) { for code in codes { li { Html.code { code } } } }
      gestes { boutonLien("/accueil", t("C’est noté", "I have noted them")) }
    }
  }
}
