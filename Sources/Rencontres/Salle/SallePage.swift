import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The room: trying one's equipment, waiting, seeing each other, the questions to tick. Every sentence is here, in the
/// reader's language; the module `salle` only shows the right one.
struct SallePage: Page {
  let seal: Sceau
  let salle: Salle
  let ouverte: Bool
  /// Which of the two browsers gives way when both speak at once.
  let poli: Bool
  let prenom: Prenom
  let questions: [Question]
  let fuseau: Fuseau
  let aujourdhui: Jour

  var modules: [String] { ["salle"] }
  var usesCamera: Bool { true }
  private var adresse: String { "/rencontres/\(salle.rencontre.id)" }

  func titre(_ t: Langue) -> String { t("La salle, avec \(prenom.prenom)", "The room, with \(prenom.prenom)") }

  func contenu(_ t: Langue) -> Markup {
    group {
      h1 { titre(t) }
      p(.class("chapeau")) { t.dateEtHeures(salle.rencontre.creneau, fuseau, reference: aujourdhui) }
      if !ouverte {
        avis(
          .attente,
          t(
            "La salle ouvre \(t.dateEtHeure(salle.ouverture, fuseau, reference: aujourdhui)). Vous pouvez déjà essayer votre matériel.",
            "The room opens \(t.dateEtHeure(salle.ouverture, fuseau, reference: aujourdhui)). You can already try your equipment."
          ))
      }
      div(
        .id("salle"), .class("salle"), .data("data-flux", adresse + "/salle/flux"),
        .data("data-signal", adresse + "/salle/signal"), .data("data-arrivee", adresse + "/salle/arrivee"),
        .data("data-relais", adresse + "/salle/relais"), .data("data-csrf", seal.csrf),
        .data("data-poli", String(poli)), .data("data-fin", salle.rencontre.fin.iso)
      ) {
        rehearsal(t)
        if ouverte { call(t) }
        prepared(t)
      }
      p(.class("soft")) {
        t("Rien n’est enregistré. ", "Nothing is recorded. ")
        a(.href(adresse)) { t("Revenir à la page de la rencontre", "Back to the meeting’s page") }
      }
    }
  }

  private func rehearsal(_ t: Langue) -> Markup {
    section(.id("essai"), .class("salle-essai")) {
      h2 { t("Essayer caméra et micro", "Try camera and microphone") }
      video(.id("essai-video"), .muted, .playsinline, .aria(.label, t("Votre image", "Your picture")))
      div(.class("salle-micro")) {
        span { t("Votre micro", "Your microphone") }
        meter(
          .id("jauge-micro"), .class("jauge"), .min("0"), .max("1"), .value("0"),
          .aria(.label, t("Force de votre voix", "How loud you are")))
      }
      div(.role("status")) {
        say(
          "essai-demande",
          t(
            "Votre navigateur demande à ouvrir la caméra et le micro\u{a0}: acceptez.",
            "Your browser asks to open the camera and microphone: accept."
          ))
        say(
          "essai-bien",
          t(
            "Tout marche. \(prenom.prenom) vous verra et vous entendra.",
            "Everything works. \(prenom.prenom) will see and hear you."))
        say(
          "essai-micro",
          t(
            "Votre micro marche. Sans caméra, on vous entendra très bien.",
            "Your microphone works. Without a camera, you will be heard very well."))
        say(
          "essai-camera",
          t(
            "Votre caméra marche, mais le micro ne répond pas. Vérifiez qu’il est branché.",
            "Your camera works, but the microphone does not answer. Check that it is plugged in."))
        say(
          "essai-refuse",
          t(
            "Le navigateur n’a pas la permission. Cherchez le cadenas près de l’adresse, autorisez caméra et micro, puis réessayez.",
            "The browser has no permission. Look for the padlock near the address, allow camera and microphone, then try again."
          ))
        say(
          "essai-absent",
          t(
            "Nous ne trouvons ni caméra ni micro. Vous pouvez entrer quand même et écouter.",
            "We find no camera and no microphone. You can enter all the same and listen."))
        say(
          "essai-occupe",
          t(
            "Une autre application utilise votre caméra ou votre micro. Fermez-la, puis réessayez.",
            "Another application is using your camera or microphone. Close it, then try again."))
      }
      gestes {
        if ouverte {
          button(.type("button"), .class("bouton"), .id("entrer")) { t("Entrer dans la salle", "Enter the room") }
        }
        button(.type("button"), .class("bouton discret"), .id("essayer")) {
          t("Essayer mon matériel", "Try my equipment")
        }
      }
    }
  }

  private func call(_ t: Langue) -> Markup {
    section(.id("visio"), .class("salle-visio"), .hidden, .aria(.label, t("La visio", "The video call"))) {
      div(.class("salle-video")) {
        video(.id("autre-video"), .class("salle-autre"), .autoplay, .playsinline, .aria(.label, prenom.prenom))
        video(.id("moi-video"), .class("salle-moi"), .autoplay, .muted, .playsinline, .aria(.label, t("Vous", "You")))
        div(.class("salle-attente"), .aria(.live, "polite")) { states(t) }
      }
      div(.class("salle-commandes")) {
        commande(
          .micro, id: "micro", texte: t("Micro", "Microphone"), allume: t("allumé", "on"), coupe: t("coupé", "off"))
        commande(
          .camera, id: "camera", texte: t("Caméra", "Camera"), allume: t("allumée", "on"), coupe: t("coupée", "off"))
        boutonVers(
          adresse + "/salle/depart", seal, t("Quitter la salle", "Leave the room"), style: .grave)
      }
      div(.id("appareils"), .role("status")) {
        say(
          "micro-refuse",
          t(
            "Le navigateur n’a pas la permission d’ouvrir le micro. Cherchez le cadenas près de l’adresse, autorisez-le, puis réessayez.",
            "The browser has no permission to open the microphone. Look for the padlock near the address, allow it, then try again."
          ))
        say(
          "micro-absent",
          t("Aucun micro trouvé. Vérifiez qu’il est branché.", "No microphone found. Check that it is plugged in."))
        say(
          "micro-occupe",
          t(
            "Une autre application utilise le micro. Fermez-la, puis réessayez.",
            "Another application is using the microphone. Close it, then try again."))
        say(
          "camera-refuse",
          t(
            "Le navigateur n’a pas la permission d’ouvrir la caméra. Cherchez le cadenas près de l’adresse, autorisez-la, puis réessayez.",
            "The browser has no permission to open the camera. Look for the padlock near the address, allow it, then try again."
          ))
        say(
          "camera-absent",
          t("Aucune caméra trouvée. Vérifiez qu’elle est branchée.", "No camera found. Check that it is plugged in."))
        say(
          "camera-occupe",
          t(
            "Une autre application utilise la caméra. Fermez-la, puis réessayez.",
            "Another application is using the camera. Close it, then try again."))
      }
      p(.class("salle-moment"), .data("data-moment", "ouverture"), .hidden) {
        t("Un bonjour, et chacun se présente en deux mots.", "A hello, and each says in two words who they are.")
      }
      p(.class("salle-moment"), .data("data-moment", "cloture"), .hidden) {
        t(
          "Il reste cinq minutes\u{a0}: une dernière question, un merci, au revoir.",
          "Five minutes are left: a last question, a thank you, goodbye.")
      }
    }
  }

  private func states(_ t: Langue) -> Markup {
    group {
      say(
        "attente",
        t(
          "\(prenom.prenom) n’est pas encore là. La salle garde votre place.",
          "\(prenom.prenom) is not here yet. The room keeps your seat."))
      say(
        "connexion",
        t(
          "\(prenom.prenom) est là. Vos appareils se connectent…",
          "\(prenom.prenom) is here. Your devices are connecting…"))
      say("ensemble", t("Vous êtes ensemble.", "You are together."))
      say(
        "coupure",
        t(
          "La liaison s’est coupée. Elle reprend seule, gardez la page ouverte.",
          "The connection was cut. It comes back by itself, keep the page open."))
      say(
        "parti",
        t(
          "\(prenom.prenom) a quitté la salle. Si c’est une coupure, attendez un instant.",
          "\(prenom.prenom) has left the room. If the connection was cut, wait a moment."))
      say(
        "autre-onglet",
        t(
          "Vous avez ouvert la salle ailleurs\u{a0}: continuez là-bas, ou rechargez cette page.",
          "You opened the room elsewhere: go on there, or reload this page."))
      say(
        "sortie",
        t(
          "Votre connexion a été fermée, et l’appel avec elle. Entrez à nouveau pour continuer.",
          "Your connection was closed, and the call with it. Come in again to go on."))
      say("fin", t("La rencontre est terminée.", "The meeting is over."))
      say(
        "impossible",
        t(
          "La liaison ne se fait pas sur ce réseau. Essayez-en un autre, par exemple les données mobiles. Sinon, prévenez votre structure.",
          "The connection cannot be made on this network. Try another one, for example mobile data. If not, tell your organisation."
        ))
    }
  }

  private func prepared(_ t: Langue) -> Markup {
    Web.questions(
      titre: t("Les questions", "The questions"),
      questions.map {
        QuestionPreparee(rang: $0.rang, texte: $0.texte, posee: $0.posee, vers: "\(adresse)/questions/\($0.rang)")
      }, seal,
      nonEnregistre: t(
        "Cette coche n’est pas gardée. Touchez-la à nouveau.", "This tick is not saved. Touch it again."))
  }

  private func say(_ etat: String, _ phrase: String) -> Markup {
    p(.data("data-etat", etat), .hidden) { phrase }
  }
}
