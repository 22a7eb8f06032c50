import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// An enrolment with what it is about, as its bearer sees it.
struct InscritTrouve: Sendable {
  let inscrit: Inscrit
  let atelier: Atelier
  let lieu: Lieu
  /// On the waiting list; nil with a seat.
  let rang: Int?

  /// "Votre place est notée." or the rank.
  func statut(_ t: Langue) -> Markup {
    if inscrit.etat == .desiste { return etat(.neutre, t("Inscription annulée", "Enrolment cancelled")) }
    if atelier.etat == .annule { return etat(.refus, t("Atelier annulé", "Workshop cancelled")) }
    if let rang {
      return etat(.attente, t("Numéro \(rang) sur la liste d’attente", "Number \(rang) on the waiting list"))
    }
    return etat(.accord, t("Une place est notée", "A seat is noted"))
  }

  func details(_ t: Langue, now: Instant) -> Markup {
    group {
      p { strong { atelier.programme.titre } }
      p { atelier.quand(at: lieu, t, now: now) }
      p { "\(lieu.nom), \(lieu.enUneLigne)" }
      if !atelier.programme.apporter.isEmpty {
        p { t("À apporter\u{a0}: ", "To bring: ") + atelier.programme.apporter }
      }
    }
  }
}

/// It is noted: a seat or a rank, and the code to come back with.
struct InscriptionPage: Page {
  let trouve: InscritTrouve
  let code: CodeEcrit
  let now: Instant
  /// Whether an adviser enrolled somebody.
  let auTelephone: Bool

  private var enAttente: Bool { trouve.rang != nil }

  func titre(_ t: Langue) -> String { t("C’est noté", "It is noted") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: marge(t)) {
      p { trouve.statut(t) }
      if enAttente {
        avis(
          .attente,
          trouve.inscrit.adresse == nil
            ? t(
              "Dès qu’une place se libère, nous appelons le numéro laissé. Sans numéro, revenez voir ici avec le code.",
              "As soon as a seat is free, we call the number left. Without a number, look here again with the code.")
            : t(
              "Dès qu’une place se libère, nous écrivons à l’adresse laissée.",
              "As soon as a seat is free, we write to the address left."))
      }
      trouve.details(t, now: now)
      p {
        auTelephone
          ? t("Donnez ce code à la personne, pour changer d’avis\u{a0}:", "Give this code to the person, to change it:")
          : t(
            "Gardez ce code, pour revoir l’inscription ou l’annuler\u{a0}:",
            "Keep this code, to see it again or cancel it:")
      }
      p(.class("code")) { code.imprime }
      if !auTelephone {
        p(.class("soft")) {
          t(
            "Recopiez-le, ou prenez-le en photo. Il se tape sur la page des ateliers.",
            "Copy it, or take a picture of it. You type it on the page of workshops.")
        }
      }
      gestes {
        auTelephone
          ? boutonLien("/journee/ateliers/\(trouve.atelier.id)", t("Revenir à l’atelier", "Back to the workshop"))
          : boutonLien("/ateliers", t("Voir les autres ateliers", "See the other workshops"), style: .discret)
      }
    }
  }

  private func marge(_ t: Langue) -> [Note] { [Note(RendreAutonome.self, charte: "conseil", t)] }
}

/// Coming back with a code: to see one's enrolment, and to take it back.
struct RetourAtelierPage: Page {
  let seal: Sceau
  let trouve: InscritTrouve?
  let code: String
  let saisie: Saisie
  let fait: String
  let now: Instant

  func titre(_ t: Langue) -> String { t("Mon inscription", "My enrolment") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(RendreAutonome.self, charte: "conseil", t)]) {
      if fait == "annule" {
        avis(
          .accord,
          t(
            "L’inscription est annulée. Merci d’avoir prévenu\u{a0}: la place ira à quelqu’un d’autre.",
            "The enrolment is cancelled. Thank you for saying so: the seat will go to somebody else."))
        gestes { boutonLien("/ateliers", t("Voir les ateliers", "See the workshops")) }
      } else if let trouve {
        found(trouve, t)
      } else {
        formulaire(vers: "/ateliers/retour", seal) {
          champDuCode(code, saisie, t)
          gestes { bouton(t("Voir mon inscription", "See my enrolment")) }
        }
        p(.class("soft")) {
          t(
            "Vous n’avez plus le code\u{a0}? Appelez le lieu\u{a0}: l’équipe retrouve votre inscription.",
            "No longer have the code? Telephone the place: the team finds your enrolment.")
        }
        p { a(.href("/ateliers")) { t("Voir les ateliers", "See the workshops") } }
      }
    }
  }

  private func found(_ trouve: InscritTrouve, _ t: Langue) -> Markup {
    group {
      p { trouve.statut(t) }
      trouve.details(t, now: now)
      if trouve.inscrit.etat == .inscrit, trouve.atelier.isOpen(at: now) {
        formulaire(vers: "/ateliers/retour/annulation", seal) {
          cache("code", code)
          gestes { bouton(t("Annuler cette inscription", "Cancel this enrolment"), style: .grave) }
        }
      }
    }
  }
}
