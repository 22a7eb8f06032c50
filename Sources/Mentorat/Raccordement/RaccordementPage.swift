import Html
import Web
import WhatsApp

/// Whether the association's number is connected to this server, how what comes from it fares, and what Meta holds
/// against it. No count of what pairs write, no moment: who coordinates must not learn that somebody wrote.
struct RaccordementPage: Page {
  let seal: Sceau
  /// nil where no number is connected.
  let etat: Etat?
  /// What has just been tried; nil when nothing has.
  var essai: [Essai.Constat]? = nil

  struct Etat: Sendable {
    /// "https://accompagner.example".
    let origin: String
    let compte: CompteDesAvis
    let numero: EtatDuNumero
    /// The name under which Meta knows our text.
    let gabarit: String

    /// What Meta is to be given.
    var adresse: String { origin + "/whatsapp/avis" }
  }

  func titre(_ t: Langue) -> String { t("Le numéro WhatsApp de l’association", "The association’s WhatsApp number") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      if let etat { connected(etat, t) } else { absent(t) }
    }
  }

  private func absent(_ t: Langue) -> Markup {
    group {
      p { t("Aucun numéro n’est relié à ce serveur.", "No number is connected to this server.") }
      p {
        t(
          "Rien ne manque aux binômes\u{a0}: ils s’écrivent ici. Pour relier un numéro, demandez à qui tient le serveur.",
          "Pairs lack nothing: they write to each other here. To connect a number, ask whoever runs the server.")
      }
    }
  }

  private func connected(_ etat: Etat, _ t: Langue) -> Markup {
    group {
      if let essai { tried(essai, t) } else { known(etat.numero, t) }
      unread(etat.compte, t)
      p(.class("soft")) {
        t(
          "Un essai demande à Meta si tout est en place. Aucun message ne part.",
          "A try asks Meta whether all is in place. No message leaves.")
      }
      gestes { boutonVers("/whatsapp/essai", seal, t("Essayer la liaison", "Try the connection")) }
      h2 { t("Ce qu’il faut donner à Meta", "What Meta is to be given") }
      p { t("L’adresse de rappel\u{a0}:", "The callback address:") }
      p { code { etat.adresse } }
      p {
        t("Le texte d’annonce, à soumettre sous le nom ", "The notice, to be submitted under the name ")
        code { etat.gabarit }
        t(
          ", catégorie «\u{a0}Utility\u{a0}», avec un bouton de réponse rapide. Il part seulement quand WhatsApp s’est refermé, vingt-quatre heures après le dernier message reçu.",
          ", category “Utility”, with a quick-reply button. It leaves only once WhatsApp has closed, twenty-four hours after the last message received."
        )
      }
      for langue in Langue.allCases { annonce(langue, etat.origin, t) }
    }
  }

  /// The words to be submitted in one language, whatever the reader's.
  private func annonce(_ langue: Langue, _ origin: String, _ t: Langue) -> Markup {
    group {
      h3 { langue == .fr ? t("En français (fr)", "In French (fr)") : t("En anglais (en)", "In English (en)") }
      div(.lang(langue)) { citation(langue(Self.annonce(origin))) }
      p {
        t("Bouton\u{a0}: ", "Button: ")
        span(.lang(langue)) { langue(Self.bouton) }
      }
    }
  }

  /// Without a blank to fill in: nothing of anybody goes through it.
  static func annonce(_ origin: String) -> Phrase {
    Phrase(
      "Une réponse vous attend sur la plateforme de votre accompagnement. Ouvrez-la quand vous voulez\u{a0}: \(origin)/binomes",
      "An answer waits for you on the platform of your programme. Open it whenever you like: \(origin)/binomes")
  }

  static let bouton = Phrase("Lire ici", "Read here")

  private func tried(_ essai: [Essai.Constat], _ t: Langue) -> Markup {
    group {
      h2 { t("Ce que l’essai a trouvé", "What was found") }
      constats(essai, t)
    }
  }

  /// What is known without asking: what Meta said by itself, and what it last refused.
  private func known(_ numero: EtatDuNumero, _ t: Langue) -> Markup {
    group {
      for ennui in numero.ennuis { avis(.refus, t(ennui.phrase)) }
      p { t("Un numéro est relié.", "A number is connected.") }
      constats(Essai.langues.map { .init(numero.gabarits[$0], langue: $0) }, t)
    }
  }

  private func constats(_ constats: [Essai.Constat], _ t: Langue) -> Markup {
    ul(.class("constats")) {
      for constat in constats { li { Web.etat(constat.ton, t(constat.phrase)) } }
    }
  }

  private func unread(_ compte: CompteDesAvis, _ t: Langue) -> Markup {
    group {
      if compte.ecartes > 0 {
        avis(
          .attente,
          titre: t.count(
            compte.ecartes,
            Phrase("envoi de WhatsApp n’a pas pu être lu", "thing sent by WhatsApp could not be read"),
            Phrase("envois de WhatsApp n’ont pas pu être lus", "things sent by WhatsApp could not be read"))
        ) {
          p {
            t(
              "Ils sont gardés à part 30\u{a0}jours, scellés. Dites-le à qui tient le serveur.",
              "They are kept apart for 30 days, sealed. Tell whoever runs the server.")
          }
        }
      }
      p {
        compte.enAttente == 0
          ? t("Tout ce qui est arrivé est lu.", "Everything that came is read.")
          : t(
            "Ce qui vient d’arriver est en train d’être lu. Rechargez la page dans une minute.",
            "What has just come is being read. Reload the page in a minute.")
      }
    }
  }
}
