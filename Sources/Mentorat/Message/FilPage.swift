import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The thread of a pair, from one session to the next, as one of the two meets it.
struct FilPage: Page {
  let seal: Sceau
  /// For the gestures beside the composer: each form is an act of its own.
  let autresGestes: @Sendable () -> Sceau
  let cadre: Cadre
  let moi: PersonneID
  let autre: Prenom
  /// What this reader may read of the interval, oldest first.
  let messages: [Message]
  let orientations: [Orientation]
  let lignes: [LigneAide]
  /// What was being written.
  let enCours: Texte
  /// When a message would be read, or would leave, if it were sent now.
  let quand: Instant?
  /// How many of the mentor's pairs are open.
  let charge: Int
  /// A version that waits for signatures.
  let aSigner: Bool
  let fuseau: Fuseau
  let now: Instant
  let fait: String
  /// Whether the association has a number at WhatsApp.
  var whatsApp = false

  var modules: [String] { ["relecture"] }
  private var adresse: String { "/binomes/\(cadre.binome.id)" }
  private var isMentor: Bool { cadre.moi == .mentor }
  private func heures(_ t: Langue) -> Heures {
    Heures(t: t, fuseau: fuseau, autre: cadre.convention.termes.fuseau, now: now)
  }

  func titre(_ t: Langue) -> String { t("Vous et \(autre.prenom)", "You and \(autre.prenom)") }

  func contenu(_ t: Langue) -> Markup {
    group {
      feuille(titre: titre(t), chapeau: intervalle(t), marge: notes(t)) {
        outcome(t)
        if aSigner {
          avis(.attente) {
            p {
              t("Une nouvelle convention attend une signature. ", "A new agreement awaits a signature. ")
              a(.href("\(adresse)/convention")) { t("La lire", "Read it") }
            }
          }
        }
        orientation(t)
        if cadre.binome.clos != nil { closed(t) } else { moments(t) }
        exchanges(t)
      }
      if cadre.binome.clos == nil { passage(titre: t("Écrire", "Write"), marge: writingNotes(t)) { writing(t) } }
      passage { links(t) }
    }
  }

  private func intervalle(_ t: Langue) -> String {
    let heures = heures(t)
    guard cadre.binome.clos == nil else { return t("Ce binôme a pris fin.", "This pair has come to an end.") }
    guard let next = cadre.seances.prochaine else {
      return t("Votre prochaine séance n’a pas encore de date.", "Your next session has no date yet.")
    }
    return t("Prochaine séance\u{a0}: ", "Next session: ") + heures.quand(next.debut)
  }

  private func notes(_ t: Langue) -> [Note] { [Note(LireAuxHeuresDites.self, charte: "mentorat", t)] }

  private func writingNotes(_ t: Langue) -> [Note] {
    let articles: [any Article.Type] = [TaireCeQuiIdentifie.self, FormulerSaQuestion.self]
    return articles.map { Note($0, charte: "mentorat", t) }
  }

  /// What one needs to know on coming in: whether one may write, and when it is read.
  private func moments(_ t: Langue) -> Markup {
    group {
      if case .allow = cadre.judge(at: now) {
        if let quand { moment(quand, t) }
        if isMentor { load(t) }
        p { a(.href("#ecrire")) { t("Écrire un message", "Write a message") } }
      }
    }
  }

  private func outcome(_ t: Langue) -> Markup {
    switch fait {
    case "signee":
      avis(
        .accord,
        t("C’est signé, à deux. Votre convention s’applique.", "It is signed, by both. Your agreement applies."))
    case "retire":
      avis(
        .accord,
        t("Votre message est retiré. Il n’en reste rien.", "Your message is taken back. Nothing of it remains."))
    case "arrive":
      avis(
        .attente,
        t(
          "Votre message venait d’être remis\u{a0}: il reste dans vos échanges.",
          "Your message had just been delivered: it stays in your exchanges."))
    case "orientation":
      avis(
        .accord,
        t("\(autre.prenom) peut le voir dès maintenant.", "\(autre.prenom) can see it from now on."))
    case "fin":
      avis(
        .accord,
        t(
          "Votre binôme a pris fin. Merci pour ce bout de chemin.",
          "Your pair has come to an end. Thank you for the time you gave each other."))
    default: .empty
    }
  }

  private func orientation(_ t: Langue) -> Markup {
    guard let last = orientations.last else { return .empty }
    let chosen = lignes.filter { $0.numero.filter { !$0.isWhitespace } == last.ligne }
    let title =
      isMentor
      ? t("Vous avez proposé", "You suggested")
      : t("\(autre.prenom) vous propose", "\(autre.prenom) suggests")
    return group {
      avis(.attente, titre: "\(title)\(t("\u{a0}: ", ": "))\(t(last.cadre.titre))") {
        p { t(last.cadre.phrase) }
        p(.class("soft")) { heures(t).quand(last.le) }
      }
      if !isMentor, last.cadre == .service || !chosen.isEmpty {
        liste(of: chosen.isEmpty ? lignes.filter(\.vitale) : chosen, t)
      }
    }
  }

  private func closed(_ t: Langue) -> Markup {
    avis(
      .attente,
      cadre.binome.efface != nil
        ? t("Vos échanges sont effacés, comme vous l’aviez signé.", "Your exchanges are erased, as you had signed.")
        : isMentor
          ? t(
            "On n’écrit plus ici. Vous pouvez relire vos échanges.",
            "Nothing more is written here. You can read your exchanges again.")
          : t(
            "On n’écrit plus ici. Vous pouvez relire vos échanges et les emporter.",
            "Nothing more is written here. You can read your exchanges again and take them along."))
  }

  private func writing(_ t: Langue) -> Markup {
    let verdict = cadre.judge(at: now)
    return group {
      if case .allow = verdict {
        div(.id("ecrire")) { composeur(t).markup(t) }
      } else if let motif = verdict.motif {
        avis(.attente, titre: t(motif.pourquoi)) {
          p { t(motif.issue) }
          if case .defer(let until, _) = verdict {
            p { t("Le fil ouvre ", "The thread opens ") + heures(t).quand(until) + "." }
          }
        }
        if cadre.seances.syntheseAttendue {
          gestes {
            boutonLien("\(adresse)/synthese", t("Écrire la synthèse", "Write the summary"))
            a(.href("\(adresse)/seances")) { t("La séance n’a pas eu lieu", "The session did not take place") }
          }
        } else if cadre.seances.prochaine == nil {
          gestes { boutonLien("\(adresse)/seances", t("Convenir d’une date", "Agree on a date")) }
        }
      }
    }
  }

  private func moment(_ quand: Instant, _ t: Langue) -> Markup {
    let when = heures(t).quand(quand)
    let phrase =
      isMentor
      ? quand <= now
        ? t("Ce que vous écrivez maintenant part aussitôt.", "What you write now leaves at once.")
        : t("Ce que vous écrivez maintenant partira \(when).", "What you write now will leave \(when).")
      : quand <= now
        ? t(
          "Les heures de lecture de \(autre.prenom) sont ouvertes. Une réponse prend au moins \(delai(t)).",
          "\(autre.prenom)’s reading hours are open. An answer takes at least \(delai(t)).")
        : t(
          "Écrivez quand vous voulez\u{a0}: \(autre.prenom) pourra vous lire dès \(when).",
          "Write whenever you like: \(autre.prenom) can read it from \(when).")
    return avis(.neutre, phrase)
  }

  private func delai(_ t: Langue) -> String {
    t.count(
      cadre.convention.termes.delai, Phrase("heure d’ouverture", "opening hour"),
      Phrase("heures d’ouverture", "opening hours"))
  }

  private func load(_ t: Langue) -> Markup {
    let window = cadre.horaire.current(at: now)
    let arrived = messages.count { message in
      message.auteur != moi && (window?.contains(message.arrivee) ?? false)
    }
    let (pairs, most) = (
      cadre.parametres[EcrireEntreDeuxSeances.binomes], cadre.parametres[EcrireEntreDeuxSeances.messages]
    )
    return p(.class("soft")) {
      let open = t.count(charge, Phrase("binôme", "pair"), Phrase("binômes", "pairs"))
      let here = t.count(arrived, Phrase("message", "message"), Phrase("messages", "messages"))
      t(
        "Votre charge\u{a0}: \(open) sur \(pairs) au plus\u{a0}; ici, \(here) sur \(most) à cette ouverture.",
        "Your load: \(open) out of \(pairs) at most; here, \(here) out of \(most) at this opening.")
    }
  }

  private func composeur(_ t: Langue) -> Composeur {
    Composeur(
      vers: "\(adresse)/messages", seal: seal, relire: "\(adresse)/relecture", objet: EnCours(nil),
      texte: enCours,
      parties: isMentor ? [.libre] : Texte.Partie.allCases, relecture: nil, motif: nil, nies: [],
      envoyer: t("Envoyer", "Send"))
  }

  private func exchanges(_ t: Langue) -> Markup {
    let heures = heures(t)
    return group {
      h2 { t("Depuis votre dernière séance", "Since your last session") }
      if messages.isEmpty, cadre.binome.clos != nil {
        p(.class("soft")) { t("Rien à relire ici.", "Nothing to read here.") }
      } else if messages.isEmpty {
        vide(
          titre: t("Rien encore", "Nothing yet"),
          texte: isMentor
            ? t(
              "Ce que \(autre.prenom) vous écrira arrivera ici, à vos heures.",
              "What \(autre.prenom) writes to you will arrive here, at your hours.")
            : t(
              "Votre premier message paraîtra ici. Commencez par la situation.",
              "Your first message will appear here. Begin with the situation."))
      }
      for message in messages {
        MessageVu(
          message: message, auteur: message.auteur == moi ? t("Vous", "You") : autre.prenom,
          mien: message.auteur == moi
        ).markup(heures, gestes: actes(on: message, heures, t))
      }
    }
  }

  private func actes(on message: Message, _ heures: Heures, _ t: Langue) -> Markup {
    let page = "\(adresse)/messages/\(message.id)"
    return group {
      if message.retire != nil {
        p(.class("soft")) { t("N’a pas été remis\u{a0}: il reste à vous.", "Was not delivered: it stays yours.") }
      } else if message.auteur == moi, message.waits(at: now) {
        etat(.attente, t("Vous pouvez le changer jusqu’à ", "You can change it until ") + heures.quand(message.arrivee))
        if message.mayChange(at: now) {
          gestes {
            a(.href(page)) { t("Changer", "Change") }
            boutonVers("\(page)/retrait", autresGestes(), t("Retirer", "Take back"))
          }
        }
      } else if message.auteur != moi, isMentor, cadre.binome.clos == nil {
        gestes {
          boutonLien("\(page)/reponse", t("Répondre", "Answer"), style: .discret)
          a(.href("\(adresse)/orientation")) { t("Orienter ailleurs", "Point to the right help") }
        }
      }
      if message.auteur == moi, message.formulations > 1 {
        p {
          a(.href("\(page)/formulations")) {
            t("Vos \(message.formulations) formulations", "Your \(message.formulations) wordings")
          }
        }
      }
    }
  }

  private func links(_ t: Langue) -> Markup {
    ul(.class("liens")) {
      li { a(.href("\(adresse)/chemin")) { t("Relire notre chemin", "Look back on our path") } }
      li { a(.href("\(adresse)/seances")) { t("Nos séances", "Our sessions") } }
      li { a(.href("\(adresse)/convention")) { t("Notre convention", "Our agreement") } }
      li { a(.href("\(adresse)/acte")) { t("L’acte signé", "The signed record") } }
      if !isMentor { li { a(.href("\(adresse)/export")) { t("Emporter mes échanges", "Take my exchanges along") } } }
      if cadre.binome.clos == nil {
        if whatsApp {
          li { a(.href("\(adresse)/whatsapp")) { t("Écrire aussi par WhatsApp", "Writing on WhatsApp too") } }
        }
        li { a(.href("\(adresse)/fin")) { t("Mettre fin à ce binôme", "End this pair") } }
      }
    }
  }
}
