import Chartes
import Html
import Temps
import Web

/// One's identity at ProConnect, linked to this account or not.
struct ProConnectPage: Page {
  let seal: Sceau
  let depuis: Instant?
  let fuseau: Fuseau
  let fait: String

  func titre(_ t: Langue) -> String { t("Entrer avec ProConnect", "Coming in with ProConnect") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Le compte professionnel des agents publics peut ouvrir celui-ci.",
        "The professional account of public servants can open this one."),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      if fait == "relie" { avis(.accord, t("C’est relié.", "It is linked.")) }
      if fait == "retire" {
        avis(.accord, t("ProConnect n’ouvre plus ce compte.", "ProConnect no longer opens this account."))
      }
      if let depuis {
        p { t("Relié depuis le ", "Linked since ") + t.dateEtHeure(depuis, fuseau, reference: nil) + "." }
        boutonVers("/compte/proconnect/retrait", seal, t("Ne plus relier", "Unlink"), style: .grave)
      } else {
        p {
          t(
            "Nous ne recevons de ProConnect qu’un identifiant, et le niveau de votre connexion là-bas.",
            "From ProConnect we receive only an identifier, and the level of your connection there.")
        }
        boutonVers(
          "/compte/proconnect/aller", seal, t("Relier mon compte ProConnect", "Link my ProConnect account"),
          style: .principal)
      }
      p { a(.href("/compte")) { t("Retour à mon compte", "Back to my account") } }
    }
  }
}

/// The door of the provider: one leaves by it.
struct ProConnectDepartPage: Page {
  let adresse: String

  func titre(_ t: Langue) -> String { t("Vers ProConnect", "To ProConnect") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        t(
          "Entrez là-bas comme d’habitude\u{a0}: vous reviendrez ici.",
          "Come in there as usual: you will come back here.")
      }
      gestes {
        boutonLien(adresse, t("Aller à ProConnect", "Go to ProConnect"))
        a(.href("/compte/proconnect")) { t("Revenir", "Go back") }
      }
    }
  }
}

/// The trip to ProConnect did not end well. What went wrong inside is never told.
struct ProConnectManquePage: Page {
  enum Raison: Sendable, CaseIterable { case perdu, injoignable, inconnu, prise }

  let raison: Raison

  func titre(_ t: Langue) -> String {
    switch raison {
    case .perdu: t("ProConnect n’a pas abouti", "ProConnect did not work out")
    case .injoignable: t("ProConnect ne répond pas", "ProConnect does not answer")
    case .inconnu: t("Ce compte ProConnect n’est pas encore relié", "This ProConnect account is not linked yet")
    case .prise:
      t("Ce compte ProConnect ouvre déjà un autre compte", "This ProConnect account already opens another one")
    }
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        switch raison {
        case .perdu:
          t(
            "Rien n’a changé ici. Recommencez, ou entrez avec votre adresse e-mail.",
            "Nothing has changed here. Start again, or come in with your e-mail address.")
        case .injoignable:
          t(
            "Réessayez dans quelques minutes. En attendant, entrez avec votre adresse e-mail.",
            "Try again in a few minutes. Meanwhile, come in with your e-mail address.")
        case .inconnu:
          t(
            "Entrez une fois avec votre adresse e-mail, touchez votre prénom, puis reliez ProConnect. Il est ouvert aux équipes.",
            "Come in once with your e-mail address, press your first name, then link ProConnect. It is open to teams.")
        case .prise:
          t(
            "Un compte ProConnect n’en ouvre qu’un ici. Retirez-le d’abord de l’autre.",
            "A ProConnect account opens only one here. First unlink it from the other.")
        }
      }
      gestes { boutonLien("/connexion", t("Entrer autrement", "Come in another way")) }
    }
  }
}
