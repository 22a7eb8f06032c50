import Chartes
import Html
import Web

/// "Is it really you?": by a passkey, by a code, or by mail.
struct PreuvePage: Page {
  let seal: Sceau
  let pourquoi: Web.Preuve.Attente?
  let exigence: Web.Preuve.Exigence
  let moyens: MoyensDePreuve
  let reprise: Reprise
  let saisie: Saisie

  var modules: [String] { ["cle"] }

  func titre(_ t: Langue) -> String { t("Est-ce bien vous\u{a0}?", "Is it really you?") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: reason(t), marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]) {
      if reprise.geste != nil, !moyens.estVide {
        avis(
          .attente,
          t(
            "Ce que vous avez écrit n’est pas perdu\u{a0}: vous l’enverrez juste après.",
            "What you wrote is not lost: you will send it right after."))
      }
      if moyens.cle || moyens.code { strong(t) }
      if moyens.proConnect {
        p {
          a(.href("/connexion/proconnect")) { t("Entrer à nouveau avec ProConnect", "Come in again with ProConnect") }
        }
      }
      if moyens.courriel, !needsStronger { mail(t) }
      if needsStronger { adding(t) }
      if moyens.estVide, !needsStronger {
        p {
          t(
            "Demandez un nouveau code imprimé à la personne qui vous accompagne. Puis déconnectez-vous, et entrez avec ce code.",
            "Ask the person who accompanies you for a new printed code. Then sign out, and come in with it.")
        }
      }
    }
  }

  /// Something stronger than a mailbox is asked for, and there is nothing of the kind yet.
  private var needsStronger: Bool {
    !moyens.aUneForte && (exigence == .forte || pourquoi == .seconde && exigence == .aucune)
  }

  private func reason(_ t: Langue) -> String {
    switch pourquoi {
    case .doute:
      t(
        "Votre compte sert aussi sur un autre appareil, ou ce navigateur n’est plus le même. Montrez-nous que c’est vous.",
        "Your account is also in use on another device, or this browser is not the same as before. Show us that it is you."
      )
    case .verrou:
      t(
        "L’écran était verrouillé. Montrez-nous que c’est vous, et tout revient.",
        "The screen was locked. Show us that it is you, and everything comes back.")
    case .seconde:
      t(
        "Pour votre rôle, votre structure demande une seconde preuve, une fois par connexion.",
        "For your role, your organisation asks for a second proof, once per connection.")
    case nil:
      t(
        "Ce geste est important\u{a0}: nous vérifions que c’est vous. Votre réponse vaut cinq minutes.",
        "This step matters: we check that it is you. Your answer holds for five minutes.")
    }
  }

  /// What goes with a proof: where one was going, and what was asked for there.
  private var carried: Markup {
    group {
      reprise.caches
      cache("exigence", exigence.rawValue)
    }
  }

  private func strong(_ t: Langue) -> Markup {
    group {
      if moyens.cle {
        avecCle(vers: "/preuve", defi: "/preuve/defi", seal, t) { carried }
        if !moyens.code, !moyens.courriel {
          p(.data("data-sans-cle", "")) {
            t(
              "Cet appareil ne sait pas lire votre clé. Prenez celui où vous l’avez ajoutée, ou demandez de l’aide à votre structure.",
              "This device cannot read your passkey. Use the one where you added it, or ask your organisation for help."
            )
          }
        }
      }
      if moyens.code {
        formulaire(vers: "/preuve", seal) {
          carried
          champ(
            "code", label: t("Les six chiffres de votre application", "The six digits of your application"),
            aide: t("Ou l’un de vos codes de secours.", "Or one of your recovery codes."), valeur: "",
            erreur: saisie.phrase("code", t), type: .code, autocomplete: "one-time-code")
          gestes { bouton(t("C’est moi", "It is me"), style: moyens.cle ? .discret : .principal) }
        }
      } else if let phrase = saisie.phrase("code", t) {
        avis(.refus, phrase)
      }
    }
  }

  private func mail(_ t: Langue) -> Markup {
    group {
      p {
        t(
          "Nous vous envoyons un lien. Ouvrez-le sur cet appareil.",
          "We send you a link. Open it on this device.")
      }
      if !reprise.champs.isEmpty {
        p(.class("soft")) {
          t(
            "Laissez cet onglet ouvert. Une fois le lien ouvert, revenez dans cet onglet, puis en arrière jusqu’à votre texte.",
            "Leave this tab open. Once the link is open, return to this tab, then go back until you see your text.")
        }
      }
      boutonVers(
        "/preuve/lien", seal, t("Recevoir un lien par e-mail", "Get a link by e-mail"), style: .principal,
        champs: [(nom: "suite", valeur: reprise.retour)])
    }
  }

  private func adding(_ t: Langue) -> Markup {
    group {
      p {
        t(
          "Pour cela, le lien par e-mail ne suffit pas\u{a0}: ajoutez d’abord l’un de ces deux moyens. Comptez une minute.",
          "For this, the link by e-mail is not enough: first add one of these two. It takes a minute.")
      }
      ul {
        li { ailleurs("/compte/cles", t("Ajouter une clé d’accès", "Add a passkey"), t) }
        li { ailleurs("/compte/code-temporaire", t("Ajouter une application à codes", "Add a code application"), t) }
      }
      if let geste = reprise.geste {
        p { t("Puis revenez à cette page-ci.", "Then come back to this page.") }
        formulaire(vers: reprise.suite, Sceau(csrf: seal.csrf, geste: geste)) {
          for champ in reprise.champs { cache(champ.nom, champ.valeur) }
          gestes {
            bouton(t("C’est ajouté\u{a0}: envoyer ce que j’avais écrit", "It is added: send what I had written"))
          }
        }
      }
    }
  }

  /// In a tab of its own when something typed waits here.
  private func ailleurs(_ href: String, _ label: String, _ t: Langue) -> Markup {
    a(.href(href), reprise.geste == nil ? nil : .target("_blank")) {
      label
      if reprise.geste != nil { t(" (nouvel onglet)", " (new tab)") }
    }
  }
}

/// It is really them: one button sends what they had written.
struct ReprisePage: Page {
  let seal: Sceau
  let reprise: Reprise

  func titre(_ t: Langue) -> String { t("C’est bien vous", "It is you") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t("Il ne reste qu’à envoyer.", "Only sending is left.")) {
      formulaire(vers: reprise.suite, seal) {
        for champ in reprise.champs { cache(champ.nom, champ.valeur) }
        gestes { bouton(t("Envoyer ce que j’avais écrit", "Send what I had written")) }
      }
    }
  }
}

/// A form that the browser's own dialogue fills in; hidden where the browser knows no passkeys.
/// - Parameter discret: also offer the keys of this device among the addresses that the browser proposes.
func avecCle(
  vers action: String, defi: String, discret: Bool = false, _ seal: Sceau, _ t: Langue,
  @MarkupBuilder contenu: () -> Markup = { .empty }
) -> Markup {
  div(
    .class("avec-cle"), .data("data-cle", "lecture"), .data("data-defi", defi),
    discret ? .data("data-discret", "") : nil, .hidden
  ) {
    formulaire(vers: action, seal) {
      contenu()
      cache("reponse", "")
      gestes { bouton(t("Utiliser ma clé d’accès", "Use my passkey"), style: discret ? .discret : .principal) }
      p(.class("erreur"), .role("alert"), .data("data-echec", ""), .hidden) {
        t(
          "Votre appareil n’a pas répondu. Réessayez, ou passez par un autre moyen.",
          "Your device did not answer. Try again, or use another way.")
      }
    }
  }
}
