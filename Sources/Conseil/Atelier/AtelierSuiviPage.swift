import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// One workshop for its team: whom to call, who is enrolled, who came, and its report.
struct AtelierSuiviPage: Page {
  let seals: Seals
  let atelier: Atelier
  let lieu: Lieu
  let inscrits: [Inscrit]
  /// The threads one follows.
  let connus: [Option]
  /// Somebody chosen already, from their thread.
  let usager: UsagerID?
  /// Whether the viewer holds it.
  let mien: Bool
  let conseiller: String
  let compteRendu: CompteRenduID?
  let retour: Retour
  let fait: String
  let now: Instant

  var base: String { "/journee/ateliers/\(atelier.id)" }
  var today: Jour { Jour(now, in: lieu.fuseau) }

  func titre(_ t: Langue) -> String { atelier.programme.titre }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: atelier.quand(at: lieu, t, now: now) + ", " + lieu.nom,
      marge: Conseil.marge(retour.motif, sinon: RendreAutonome.self, t)
    ) {
      annonce(t)
      retenue(retour, t)
      p { atelier.statut(at: now, t) }
      if !mien { p(.class("soft")) { t("Animé par \(conseiller)", "Led by \(conseiller)") } }
      preparer(t)
      aAppeler(t)
      if atelier.isTicked(on: today, in: lieu.fuseau) { feuilleDePresence(t) }
      if mien { rendreCompte(t) }
      liste(t)
      if atelier.etat == .publie || atelier.etat == .brouillon, now < atelier.debut { inscrire(t) }
      if !atelier.programme.finalite.isEmpty { programme(t) }
      annuler(t)
    }
  }

  private func annonce(_ t: Langue) -> Markup {
    group {
      for champ in ["atelier", "inscription", "pointage", "compte-rendu"] {
        if let phrase = retour.saisie.phrase(champ, t) { avis(.attente, phrase) }
      }
      switch fait {
      case "garde": avis(.accord, t("Le programme est gardé.", "The programme is saved."))
      case "publie": avis(.accord, t("L’atelier est annoncé à tous.", "The workshop is announced to everybody."))
      case "annule":
        avis(
          .accord,
          t(
            "L’atelier est annulé. Les personnes qui ont laissé une adresse sont prévenues.",
            "The workshop is cancelled. Those who left an address are told."))
      case "desiste": avis(.accord, t("L’inscription est retirée.", "The enrolment is removed."))
      case "pointe": avis(.accord, t("La feuille est gardée.", "The sheet is saved."))
      default: group {}
      }
    }
  }

  private func preparer(_ t: Langue) -> Markup {
    gestes {
      if atelier.etat == .brouillon, now < atelier.debut {
        boutonVers(
          "\(base)/publication", seals.next(), t("Publier cet atelier", "Publish this workshop"), style: .principal)
      }
      if atelier.etat == .brouillon || atelier.etat == .publie {
        a(.href("\(base)/programme")) { t("Changer le programme", "Change the programme") }
      }
      if atelier.etat != .brouillon {
        a(.href("/ateliers/\(atelier.id)")) { t("Sa page publique", "Its public page") }
      }
      a(.href("\(base)/feuille")) { t("La feuille à signer", "The sheet to sign") }
    }
  }

  private func programme(_ t: Langue) -> Markup {
    depliant(t("Ce qui est annoncé", "What is announced")) {
      p { atelier.programme.finalite }
      AtelierPage.programme(atelier.programme, t)
      if !atelier.programme.retrouver.isEmpty {
        p { t("À retrouver chez soi\u{a0}: ", "To find again at home: ") + atelier.programme.retrouver }
      }
    }
  }

  private func rendreCompte(_ t: Langue) -> Markup {
    group {
      if let compteRendu {
        p { a(.href("/comptes-rendus/\(compteRendu)")) { t("Ouvrir son compte rendu", "Open its report") } }
      } else if atelier.etat == .publie, atelier.debut <= now {
        let combien = inscrits.presents.count + atelier.arrivees
        gestes {
          boutonVers(
            "\(base)/compte-rendu", seals.next(), t("Rendre compte de l’atelier", "Report on the workshop"),
            style: .principal,
            precision: t.count(combien, Phrase("personne", "person"), Phrase("personnes", "people")))
        }
      }
    }
  }

  private func annuler(_ t: Langue) -> Markup {
    group {
      if atelier.etat == .brouillon || atelier.etat == .publie {
        depliant(
          now < atelier.debut
            ? t("Annuler cet atelier", "Cancel this workshop") : t("Il n’a pas eu lieu", "It did not take place")
        ) {
          p {
            now < atelier.debut
              ? t(
                "Les personnes inscrites qui ont laissé une adresse reçoivent une lettre. Les autres restent à appeler.",
                "People enrolled who left an address receive a letter. The others are left to call.")
              : t("Il ne comptera pas parmi les actes tenus.", "It will not count among the acts held.")
          }
          boutonVers(
            "\(base)/annulation", seals.next(), t("Annuler cet atelier", "Cancel this workshop"), style: .grave)
        }
      }
    }
  }
}
