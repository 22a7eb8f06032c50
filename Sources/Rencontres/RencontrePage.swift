import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// One meeting: where it stands, what was written for it, and the next step.
struct RencontrePage: Page {
  let seal: Sceau
  let rencontre: Rencontre
  let moi: PersonneID
  let explorateur: Prenom
  let expert: Prenom
  let metier: String
  let motivation: String
  let questions: [Question]
  let mot: String
  let annulation: Annulation?
  let bilan: Bilan?
  let ouverture: Instant
  let now: Instant
  let fuseau: Fuseau
  let fait: String

  private var isExpert: Bool { moi == rencontre.expert }
  private var isPart: Bool { rencontre.isPart(moi) }
  private var other: Prenom { isExpert ? explorateur : expert }
  private var aujourdhui: Jour { Jour(now, in: fuseau) }

  func titre(_ t: Langue) -> String {
    isPart
      ? t("Rencontre avec \(other.prenom)", "Meeting with \(other.prenom)")
      : t("\(explorateur.court) rencontre \(expert.prenom)", "\(explorateur.court) meets \(expert.prenom)")
  }

  func contenu(_ t: Langue) -> Markup {
    let (ton, state) = rencontre.state(for: moi, bilanRemis: bilan != nil, at: now, t)
    return feuille(
      titre: titre(t), chapeau: t.dateEtHeures(rencontre.creneau, fuseau, reference: aujourdhui), marge: notes(t)
    ) {
      if let phrase = done(t) { avis(.accord, phrase) }
      if fait == "trop-tard" {
        avis(
          .attente,
          t(
            "Entre-temps, cette rencontre a changé. Voici où elle en est.",
            "Meanwhile this meeting has changed. Here is where it stands."))
      }
      fiche([
        (nom: t("Où en est-on", "Where it stands"), valeur: etat(ton, state)),
        (nom: t("Métier", "Job"), valeur: group { metier }),
      ])
      next(t)
      words(t)
      if let bilan { after(bilan, t) }
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    switch rencontre.moment(at: now) {
    case .enAttente, .aVenir, .enCours: [Note(TenirSesRendezVous.self, charte: "rencontres", t)]
    case .passee, .close: [Note(FaireSonBilan.self, charte: "rencontres", t)]
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "envoyee":
      t(
        "Votre demande est partie. \(expert.prenom) peut répondre jusqu’au \(t.dateEtHeure(rencontre.echeance, fuseau, reference: aujourdhui)).",
        "Your request is on its way. \(expert.prenom) can answer until \(t.dateEtHeure(rencontre.echeance, fuseau, reference: aujourdhui))."
      )
    case "acceptee":
      t(
        "C’est convenu. \(other.prenom) vient de l’apprendre. Merci.",
        "It is agreed. \(other.prenom) has just been told. Thank you.")
    case "declinee":
      t("Votre mot est parti. Merci d’avoir répondu.", "Your note is on its way. Thank you for answering.")
    case "annulee":
      t(
        "C’est annulé, et \(other.prenom) le sait. Merci de l’avoir dit.",
        "It is cancelled, and \(other.prenom) knows. Thank you for saying so.")
    case "bilan":
      t(
        "Votre bilan est remis. La personne qui vous accompagne va le lire.",
        "Your review is handed in. Your counsellor will read it.")
    case "lu": t("Votre lecture est notée.", "It is noted that you have read it.")
    default: nil
    }
  }

  private func next(_ t: Langue) -> Markup {
    guard isPart else { return .empty }
    switch rencontre.moment(at: now) {
    case .enAttente where isExpert:
      return gestes { boutonLien("/rencontres/\(rencontre.id)/reponse", t("Lire et répondre", "Read and answer")) }
    case .enAttente: return gestes { withdrawal(t(.retirerMaDemande)) }
    case .aVenir, .enCours: return room(t)
    case .passee where !isExpert && bilan == nil:
      return gestes { boutonLien("/rencontres/\(rencontre.id)/bilan", t("Écrire mon bilan", "Write my review")) }
    case .passee, .close: return .empty
    }
  }

  private func withdrawal(_ words: String) -> Markup {
    a(.href("/rencontres/\(rencontre.id)/annulation")) { words }
  }

  private func room(_ t: Langue) -> Markup {
    group {
      if now < ouverture {
        p {
          t("La salle ouvre ", "The room opens ")
          t.dateEtHeure(ouverture, fuseau, reference: aujourdhui)
          t(
            ". D’ici là, vous pouvez y essayer votre caméra et votre micro.",
            ". Until then, you can try your camera and microphone there.")
        }
      }
      gestes {
        boutonLien(
          "/rencontres/\(rencontre.id)/salle",
          now < ouverture ? t("Essayer mon matériel", "Try my equipment") : t("Entrer dans la salle", "Enter the room"))
        withdrawal(t("Un empêchement\u{a0}?", "Something came up?"))
      }
    }
  }

  private func words(_ t: Langue) -> Markup {
    group {
      if !mot.isEmpty { citation(mot, de: expert.prenom) }
      if let annulation, isPart || !annulation.mot.isEmpty { cancelled(annulation, t) }
      if explorateur.estParti {
        p(.class("soft")) {
          t(
            "Les mots de cette personne sont partis avec son compte. La rencontre, elle, vous reste.",
            "This person’s words went with their account. The meeting stays with you.")
        }
      } else {
        preparation(t)
      }
    }
  }

  private func preparation(_ t: Langue) -> Markup {
    group {
      h2 { t("Pourquoi ce métier", "Why this job") }
      citation(motivation, de: explorateur.prenom)
      h2 { t("Les questions préparées", "The questions prepared") }
      ol {
        for question in questions {
          li {
            question.texte
            if question.posee { span(.class("soft")) { t(" (posée)", " (asked)") } }
          }
        }
      }
    }
  }

  private func cancelled(_ annulation: Annulation, _ t: Langue) -> Markup {
    let who = annulation.par == rencontre.explorateur ? explorateur : expert
    return group {
      h2 { t("L’annulation", "The cancellation") }
      p {
        etat(annulation.classe == .aTemps ? .neutre : .attente, t(annulation.classe.titre))
        " "
        t.dateEtHeure(annulation.le, fuseau, reference: aujourdhui)
      }
      if !annulation.mot.isEmpty { citation(annulation.mot, de: who.prenom) }
    }
  }

  /// The expert sees the thanks that were said to them; the rest of the review is for whoever accompanies.
  private func after(_ bilan: Bilan, _ t: Langue) -> Markup {
    group {
      if !bilan.remerciement.isEmpty {
        h2 { t("Le remerciement", "The thanks") }
        citation(bilan.remerciement, de: explorateur.prenom)
      }
      if !isExpert {
        gestes {
          boutonLien("/rencontres/\(rencontre.id)/bilan", t("Lire le bilan", "Read the review"), style: .discret)
        }
      }
    }
  }
}

extension Rencontre {
  var creneau: Creneau {
    let minutes = Int((fin - debut).milliseconds / 60_000)
    guard let creneau = Creneau(start: debut, minutes: minutes) else {
      preconditionFailure("a stored meeting is not a slot")
    }
    return creneau
  }
}
