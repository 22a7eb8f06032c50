import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The people a counsellor follows: who, where they are, the next step.
struct SuiviPage: Page {
  struct Ligne: Sendable {
    let personne: PersonneID
    let prenom: Prenom
    let rencontres: [Rencontre]
    /// Reviews handed in, and whether each was read.
    let bilans: [RencontreID: Bool]
  }

  let lignes: [Ligne]
  let now: Instant
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Les personnes que vous suivez", "The people you follow") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(PasserParLaPlateforme.self, charte: "rencontres", t)]) {
      if lignes.isEmpty {
        vide(
          titre: t("Personne encore", "Nobody yet"),
          texte: t(
            "Quand votre structure vous confiera une personne, vous la verrez ici.",
            "When your organisation entrusts somebody to you, you will see them here."))
      } else {
        tableau(
          legende: t("Où en est chacun", "Where everyone stands"),
          colonnes: [t("Qui", "Who"), t("Où en est-on", "Where it stands"), t("Prochain pas", "Next step")],
          lignes: lignes.map { line($0, t) })
      }
      p {
        a(.href("/inscription")) { t("Inscrire quelqu’un qui n’a pas d’e-mail", "Enrol somebody without e-mail") }
      }
    }
  }

  private func line(_ ligne: Ligne, _ t: Langue) -> [Markup] {
    let step = step(ligne, t)
    return [
      a(.href("/suivi/\(ligne.personne)")) { ligne.prenom.court }, etat(step.ton, step.phrase),
      group {
        if let next = step.next { a(.href(next.href)) { next.label } } else { step.rest }
      },
    ]
  }

  private struct Step {
    let ton: Ton
    let phrase: String
    var next: (href: String, label: String)?
    var rest = ""
  }

  /// What deserves a look first: a review to read, one overdue, a meeting to come, a request, nothing.
  private func step(_ ligne: Ligne, _ t: Langue) -> Step {
    if let unread = ligne.rencontres.first(where: { ligne.bilans[$0.id] == false }) {
      return Step(
        ton: .attente, phrase: t("Bilan remis", "Review handed in"),
        next: ("/rencontres/\(unread.id)/bilan", t("Lire son bilan", "Read the review")))
    }
    let over = ligne.rencontres.filter { $0.moment(at: now) == .passee && ligne.bilans[$0.id] == nil }
    if let late = over.first(where: { $0.bilanAttendu < now }) {
      let day = Jour(late.bilanAttendu, in: fuseau)
      return Step(
        ton: .refus,
        phrase: t("Bilan attendu depuis le ", "Review expected since ") + t.date(day, reference: Jour(now, in: fuseau)),
        rest: t("En parler ensemble", "Talk about it together"))
    }
    if let next = ligne.rencontres.last(where: { [.aVenir, .enCours].contains($0.moment(at: now)) }) {
      return Step(
        ton: .accord,
        phrase: t("Rencontre ", "Meeting ") + t.dateEtHeure(next.debut, fuseau, reference: Jour(now, in: fuseau)),
        next: ("/rencontres/\(next.id)", t("Voir ses questions", "See the questions")))
    }
    if let asked = ligne.rencontres.first(where: { $0.moment(at: now) == .enAttente }) {
      return Step(
        ton: .attente, phrase: t("Demande envoyée", "Request sent"),
        next: ("/rencontres/\(asked.id)", t("Voir la demande", "See the request")))
    }
    if !over.isEmpty { return Step(ton: .attente, phrase: t("Bilan attendu", "Review expected")) }
    return Step(
      ton: .neutre, phrase: t("Pas de rencontre en cours", "No meeting under way"),
      rest: t("Chercher un métier ensemble", "Look for a job together"))
  }
}

/// One person's path, step by step.
struct CheminPage: Page {
  let personne: PersonneID
  let prenom: Prenom
  let rencontres: [Rencontre]
  let experts: [PersonneID: Prenom]
  let faits: [Fait]
  let now: Instant
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Le chemin parcouru par \(prenom.court)", "\(prenom.court)’s path") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(PasserParLaPlateforme.self, charte: "rencontres", t)]) {
      if rencontres.isEmpty && faits.isEmpty {
        vide(
          titre: t("Tout commence", "It all begins"),
          texte: t("Ses premiers pas se verront ici.", "Their first steps will show here."))
      }
      frise(
        faits.compactMap { fait in
          phrase(fait, t).map {
            Moment(t.dateEtHeure(fait.le, fuseau, reference: Jour(now, in: fuseau)), $0, ton: ton(fait))
          }
        })
      if !rencontres.isEmpty {
        h2 { t("Ses rencontres", "Their meetings") }
        ul {
          for rencontre in rencontres {
            li {
              a(.href("/rencontres/\(rencontre.id)")) {
                t.dateEtHeure(rencontre.debut, fuseau, reference: Jour(now, in: fuseau))
              }
              if let expert = experts[rencontre.expert] { t(", avec \(expert.prenom)", ", with \(expert.prenom)") }
            }
          }
        }
      }
      p {
        a(.href("/personnes/\(personne)")) {
          t("\(prenom.prenom) ne peut plus entrer\u{a0}?", "Can \(prenom.prenom) no longer come in?")
        }
      }
    }
  }

  private func ton(_ fait: Fait) -> Ton {
    switch fait.nom {
    case .declin, .expiration, .annulation: .attente
    case .acceptation, .bilan, .remerciement: .accord
    default: .neutre
    }
  }

  private func phrase(_ fait: Fait, _ t: Langue) -> String? {
    switch fait.nom {
    case .entree: t("Arrivée dans le dispositif", "Joined the programme")
    case .engagement: t("Charte signée", "Charter signed")
    case .demande: t("Demande envoyée", "Request sent")
    case .acceptation: t("Rencontre convenue", "Meeting agreed")
    case .declin: t("Demande déclinée, avec un mot", "Request declined, with a note")
    case .expiration: t("Demande restée sans réponse", "Request left without an answer")
    case .annulation: t("Rencontre annulée", "Meeting cancelled")
    case .arrivee:
      fait.acteur == fait.personne
        ? t("Arrivée dans la salle", "Arrived in the room")
        : t("L’expert ou l’experte est arrivé dans la salle", "The expert arrived in the room")
    case .bilan: t("Bilan remis", "Review handed in")
    case .remerciement: t("Merci envoyé", "Thanks sent")
    case .lecture: t("Bilan lu", "Review read")
    default: nil
    }
  }
}
