import Chartes
import Html
import Personnes
import Temps
import Web

/// One message as a card: whose it is, when, its words part by part.
struct MessageVu: Sendable {
  let message: Message
  /// The author's first name, or "Vous".
  let auteur: String
  let mien: Bool

  /// One's own words have the hour at which they were written; the other's only that of their arrival.
  private var moment: Instant { mien ? message.ecrit : message.arrivee }

  /// - Parameter gestes: what one may do with it.
  func markup(_ heures: Heures, gestes: Markup = .empty) -> Markup {
    let t = heures.t
    return article(.class(mien ? "message-vu mien" : "message-vu"), .id("m-\(message.id)")) {
      p(.class("message-tete")) {
        strong { auteur }
        span(.class("soft")) {
          " · " + heures.quand(moment) + (message.parWhatsApp ? t(", par WhatsApp", ", by WhatsApp") : "")
        }
      }
      if message.genre == .seance {
        etat(.attente, t("À reprendre en séance", "For our next session"))
      }
      if let texte = message.texte {
        mots(texte, t)
      } else {
        p(.class("soft")) { t("Ces mots sont effacés.", "These words are erased.") }
      }
      gestes
    }
  }

  private func mots(_ texte: Texte, _ t: Langue) -> Markup {
    group {
      for partie in texte.parties {
        if partie != .libre { h3 { t(partie.titre) } }
        p(.class("mots")) { texte[partie] }
      }
    }
  }
}

/// A message has left its author's keyboard: where it is now, and when it will be read.
struct EnvoyePage: Page {
  let binome: BinomeID
  let message: Message
  let autre: String
  let role: Role
  let fuseau: Fuseau
  let fuseauDuMentor: Fuseau
  let now: Instant
  let aide: Aide?

  func titre(_ t: Langue) -> String {
    message.hasArrived(at: now)
      ? t("C’est remis", "It is delivered") : t("C’est prêt à partir", "It is ready to leave")
  }

  func contenu(_ t: Langue) -> Markup {
    let heures = Heures(t: t, fuseau: fuseau, autre: fuseauDuMentor, now: now)
    return feuille(
      titre: titre(t), marge: [Note(LireAuxHeuresDites.self, charte: "mentorat", t)]
    ) {
      aide?.markup(t)
      if message.hasArrived(at: now) {
        avis(.accord, t("\(autre) peut le lire dès maintenant.", "\(autre) can read it now."))
      } else {
        avis(.accord, titre: arrive(heures, t)) {
          p {
            t(
              "D’ici là, vous pouvez le changer ou le retirer.",
              "Until then, you may change it or take it back.")
          }
        }
      }
      MessageVu(message: message, auteur: t("Vous", "You"), mien: true).markup(heures)
      gestes {
        boutonLien("/binomes/\(binome)", t("Revenir à nos échanges", "Back to our exchanges"))
        if message.waits(at: now) {
          a(.href("/binomes/\(binome)/messages/\(message.id)")) { t("Le changer", "Change it") }
        }
      }
    }
  }

  private func arrive(_ heures: Heures, _ t: Langue) -> String {
    role == .accompagne
      ? t(
        "\(autre) pourra le lire dès \(heures.quand(message.arrivee)).",
        "\(autre) can read it from \(heures.quand(message.arrivee)).")
      : t("Il partira \(heures.quand(message.arrivee)).", "It will leave \(heures.quand(message.arrivee)).")
  }
}

/// Writing on a page of its own: what was read again, an answer, a change, a summary.
struct EcrirePage: Page {
  enum Sujet: Sendable, Equatable { case nouveau, reponse, changement, synthese }

  let sujet: Sujet
  let composeur: Composeur
  /// What is being answered.
  let question: MessageVu?
  let aide: Aide?
  /// When it will be read or leave, if it is sent now.
  let quand: Instant?
  let autre: String
  let role: Role
  let fuseau: Fuseau
  let fuseauDuMentor: Fuseau
  let now: Instant
  /// It arrived while it was being changed.
  var dejaArrive = false
  var aReprendre: Markup = .empty
  /// When WhatsApp closes for the other, who chose it; nil when they did not, or for a mentee.
  var fermeture: Instant? = nil

  var modules: [String] { ["relecture"] }

  func titre(_ t: Langue) -> String {
    if composeur.relecture?.trouvailles.isEmpty == false {
      return t("Un mot à revoir avant d’envoyer", "A word to look at before sending")
    }
    return switch sujet {
    case .nouveau: t("Votre message", "Your message")
    case .reponse: t("Votre réponse à \(autre)", "Your answer to \(autre)")
    case .changement: t("Changer votre message", "Change your message")
    case .synthese: t("La synthèse de votre séance", "Your session’s summary")
    }
  }

  func contenu(_ t: Langue) -> Markup {
    let heures = Heures(t: t, fuseau: fuseau, autre: fuseauDuMentor, now: now)
    return feuille(titre: titre(t), marge: notes(t)) {
      aide?.markup(t)
      if dejaArrive {
        avis(
          .attente,
          t(
            "Votre message vient d’être remis\u{a0}: il ne change plus. Ce que vous écrivez ici partira comme un nouveau message.",
            "Your message has just been delivered: it no longer changes. What you write here will leave as a new message."
          ))
      }
      if let motif = composeur.motif {
        avis(composeur.conseil ? .attente : .refus, titre: t(motif.pourquoi)) { p { t(motif.issue) } }
      }
      if let question { question.markup(heures) }
      if let quand { moment(quand, heures, t) }
      if let quand, let fermeture { whatsApp(quand, fermeture, heures, t) }
      composeur.markup(t)
      aReprendre
    }
  }

  private func moment(_ quand: Instant, _ heures: Heures, _ t: Langue) -> Markup {
    p(.class("soft")) {
      role == .accompagne
        ? quand <= now
          ? t("\(autre) pourra le lire aussitôt.", "\(autre) will be able to read it at once.")
          : t(
            "\(autre) pourra le lire dès \(heures.quand(quand)).", "\(autre) can read it from \(heures.quand(quand)).")
        : quand <= now
          ? t("Votre message partira aussitôt.", "Your message will leave at once.")
          : t("Votre message partira \(heures.quand(quand)).", "Your message will leave \(heures.quand(quand)).")
    }
  }

  /// Said before anything is written: WhatsApp closes by itself, and a delay may outlast it.
  private func whatsApp(_ quand: Instant, _ fermeture: Instant, _ heures: Heures, _ t: Langue) -> Markup {
    p(.class("soft")) {
      fermeture > quand
        ? t(
          "\(autre) vous lira aussi sur WhatsApp, ouvert jusqu’à \(heures.quand(fermeture)).",
          "\(autre) will read you on WhatsApp too, open until \(heures.quand(fermeture)).")
        : t(
          "WhatsApp sera fermé à ce moment-là\u{a0}: \(autre) y apprendra seulement que votre réponse attend ici.",
          "WhatsApp will be closed by then: \(autre) will only learn there that your answer waits here.")
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    let articles: [any Article.Type] =
      sujet == .synthese
      ? [EcrireEntreDeuxSeances.self, TaireCeQuiIdentifie.self]
      : [TaireCeQuiIdentifie.self, FormulerSaQuestion.self]
    let calm = articles.filter { $0.cle != composeur.motif?.cle }.map { Note($0, charte: "mentorat", t) }
    return (composeur.motif.map { [Note($0, composeur.conseil ? .attente : .refus, charte: "mentorat", t)] } ?? [])
      + calm
  }
}
