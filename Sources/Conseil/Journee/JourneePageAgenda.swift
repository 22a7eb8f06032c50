import Base
import Html
import Temps
import Web

/// Who is expected, and what became of each appointment.
extension JourneePage {
  func agenda(_ lieu: Lieu, _ t: Langue) -> Markup {
    section(.id("agenda")) {
      h2 { t("Rendez-vous", "Appointments") }
      if rendezVous.isEmpty {
        p(.class("soft")) { t("Aucun rendez-vous ce jour.", "No appointment on this day.") }
      }
      ol(.class("agenda")) { for rendezVous in rendezVous { self.rendezVous(rendezVous, lieu, t) } }
      gestes {
        boutonLien(
          "/journee/rendez-vous/\(lieu.id)", t("Noter un rendez-vous", "Note an appointment"), style: .discret)
      }
      jours(t)
    }
  }

  /// The day before and the day after, by their names; and today, from any other.
  private func jours(_ t: Langue) -> Markup {
    nav(.class("jours"), .aria(.label, t("Changer de jour", "Change day"))) {
      a(.href(adresse(jour.advanced(by: -1)))) { t("Avant\u{a0}: ", "Before: ") + t.jourCourt(jour.advanced(by: -1)) }
      if !estAujourdhui { a(.href("/journee?lieu=\(lieu?.id.text ?? "")")) { t("Aujourd’hui", "Today") } }
      a(.href(adresse(jour.advanced(by: 1)))) { t("Après\u{a0}: ", "After: ") + t.jourCourt(jour.advanced(by: 1)) }
    }
  }

  private func adresse(_ jour: Jour) -> String { "/journee?lieu=\(lieu?.id.text ?? "")&jour=\(jour.iso)" }

  private func rendezVous(_ rendezVous: RendezVous, _ lieu: Lieu, _ t: Langue) -> Markup {
    let contenu = rendezVous.contenu
    let qui = contenu.court(t)
    return li {
      time(.datetime(rendezVous.debut.iso)) { t.heure(rendezVous.debut, lieu.fuseau) }
      div(.class("qui")) {
        strong { qui }
        if rendezVous.conseiller != moi { p(.class("soft")) { avec(rendezVous.conseiller, t) } }
        if !contenu.themesConnus.isEmpty {
          p(.class("soft")) { contenu.themesConnus.map { t($0.phrase) }.joined(separator: ", ") }
        }
        if !contenu.adaptationsConnues.isEmpty {
          p {
            t("Ce qui aide\u{a0}: ", "What helps: ")
              + contenu.adaptationsConnues.map { t($0.phrase).lowercasedFirst }.joined(separator: ", ")
          }
        }
        if let (ton, mot) = rendezVous.etat.mot { p { etat(ton, t(mot)) } }
      }
      if rendezVous.etat == .pris { suites(rendezVous, qui, t) }
    }
  }

  private func avec(_ conseiller: PersonneID, _ t: Langue) -> String {
    t("avec \(conseillers[conseiller] ?? "–")", "with \(conseillers[conseiller] ?? "–")")
  }

  private func suites(_ rendezVous: RendezVous, _ qui: String, _ t: Langue) -> Markup {
    gestes {
      if estAujourdhui {
        boutonVers(
          "/entretiens", seals.next(), t("Recevoir", "Receive"), style: style(.rendezVous(rendezVous.id)),
          precision: qui, champs: [(nom: "rendez_vous", valeur: rendezVous.id.text)])
      }
      if rendezVous.debut <= now {
        boutonVers(
          "/rendez-vous/\(rendezVous.id)/absence", seals.next(), t("Noter l’absence", "Did not come"), style: .simple,
          precision: qui)
      } else {
        boutonVers(
          "/rendez-vous/\(rendezVous.id)/annulation", seals.next(), t("Annuler", "Cancel"), style: .simple,
          precision: qui)
      }
    }
  }
}

extension RendezVous.Etat {
  fileprivate var mot: (Ton, Phrase)? {
    switch self {
    case .pris: nil
    case .recu: (.accord, Phrase("Reçu", "Received"))
    case .absent: (.neutre, Phrase("Absence notée", "Did not come"))
    case .annule: (.neutre, Phrase("Annulé", "Cancelled"))
    }
  }
}
