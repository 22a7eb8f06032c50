import Chartes
import Html
import Temps
import Web

/// Being told on this device, besides e-mail: what it implies, the one gesture, the devices one has.
struct NotificationsPage: Page {
  /// Where this device stands. The server knows `ici` from the rest; a script finds out the others.
  enum Etat: String, Sendable, CaseIterable {
    /// It cannot be told, or runs no script.
    case sans
    /// A telephone that tells only from a page put on its home screen.
    case ecran
    /// The browser was told to refuse.
    case refuse
    case pret, ici
    /// Known here, forgotten by the browser.
    case perdu
  }

  let seal: Sceau
  let appareils: [Appareil]
  /// What a browser subscribes for.
  let cle: String
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String
  /// The state that a script would show, for the gallery.
  var montre: Etat?

  var modules: [String] { montre == nil ? ["notifications"] : [] }

  func titre(_ t: Langue) -> String { t("Me prévenir sur cet appareil", "Notify me on this device") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "En plus de l’e-mail, votre téléphone ou votre ordinateur peut vous dire qu’une réponse vous attend.",
        "Besides e-mail, your telephone or computer can let you know that an answer is waiting."),
      marge: [Note(LireAuxHeuresDites.self, charte: "mentorat", t)]
    ) {
      if let phrase = done(t) { avis(.accord, phrase) }
      if let phrase = saisie.phrase("adresse", t) { avis(.refus, phrase) }
      implications(t)
      h2 { t("Sur cet appareil", "On this device") }
      here(t)
      if !appareils.isEmpty {
        h2 { t("Tous vos appareils", "All your devices") }
        table(t)
      }
      p { a(.href("/compte")) { t("Retour à mon compte", "Back to my account") } }
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "ajoute": t("C’est fait\u{a0}: cet appareil vous préviendra.", "It is done: this device will notify you.")
    case "retire":
      t(
        "C’est arrêté. L’e-mail continue.",
        "It has stopped. E-mail goes on.")
    default: nil
    }
  }

  private func implications(_ t: Langue) -> Markup {
    ul {
      li {
        t(
          "Il dit seulement que quelque chose vous attend. Ni qui, ni quoi\u{a0}: l’écran peut être vu.",
          "It only says that something is waiting. Neither who nor what: a screen may be seen.")
      }
      li {
        t(
          "Rien ne part en dehors des heures convenues dans votre binôme.",
          "Nothing leaves outside the hours agreed in your pair.")
      }
      li {
        t(
          "Le mot passe, chiffré, par le service de votre navigateur (Google, Mozilla, Apple ou Microsoft). Ce service ne peut pas le lire\u{a0}; il voit que nous prévenons cet appareil, et quand.",
          "The word goes, encrypted, through your browser’s own service (Google, Mozilla, Apple or Microsoft). That service cannot read it; it sees that we notify this device, and when."
        )
      }
      li {
        t(
          "L’e-mail continue. Vous arrêtez ici quand vous voulez\u{a0}; vous déconnecter de cet appareil l’arrête aussi.",
          "E-mail goes on. You stop it here whenever you like; signing out of this device stops it too.")
      }
    }
  }

  private var ici: Appareil? { appareils.first(where: \.ici) }
  private var etat: Etat { montre ?? (ici == nil ? .sans : .ici) }

  private func here(_ t: Langue) -> Markup {
    div(.data("data-notifications", cle), .data("data-adresse", ici?.adresse ?? "")) {
      for (quand, phrase) in Self.phrases { quandDit(quand, t(phrase)) }
      div(.data("data-quand", "pret perdu"), [.pret, .perdu].contains(etat) ? nil : .hidden) {
        formulaire(vers: "/compte/notifications", seal) {
          cache("adresse", "")
          cache("p256dh", "")
          cache("auth", "")
          gestes { bouton(t("Me prévenir sur cet appareil", "Notify me on this device")) }
          p(.class("soft")) {
            t(
              "Votre navigateur vous demandera d’abord si vous êtes d’accord.",
              "Your browser will first ask whether you agree.")
          }
          p(.class("erreur"), .role("alert"), .data("data-echec", ""), .hidden) {
            t(
              "Cet appareil n’a pas pu s’inscrire. Réessayez dans un moment\u{a0}: l’e-mail continue.",
              "This device could not sign up. Try again in a moment: e-mail goes on.")
          }
        }
      }
    }
  }

  private func quandDit(_ quand: Etat, _ phrase: String) -> Markup {
    div(.data("data-quand", quand.rawValue), quand == etat ? nil : .hidden) {
      quand == .ici ? Web.etat(.accord, phrase) : p { phrase }
    }
  }

  private func table(_ t: Langue) -> Markup {
    tableau(
      legende: t("Ceux qui vous préviennent", "Those that notify you"),
      colonnes: [t("Appareil", "Device"), t("Depuis", "Since"), t("Geste", "Action")],
      lignes: appareils.map { line($0, t) })
  }

  private func line(_ appareil: Appareil, _ t: Langue) -> [Markup] {
    let nom = appareil.navigateur.isEmpty ? t("Appareil inconnu", "Unknown device") : appareil.navigateur
    return [
      group {
        nom
        if appareil.ici { span(.class("soft")) { t(" – ici même", " – right here") } }
      },
      group { t.date(Jour(appareil.depuis, in: fuseau), reference: nil) },
      div(appareil.ici ? .data("data-ici", "") : nil) {
        boutonVers(
          "/compte/notifications/\(appareil.id)/retrait", seal, t("Ne plus me prévenir", "Stop notifying me"),
          precision: nom)
      },
    ]
  }
}
