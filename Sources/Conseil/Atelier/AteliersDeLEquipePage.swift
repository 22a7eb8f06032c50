import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The workshops of a programme, for its team: to report, to come, past.
struct AteliersDeLEquipePage: Page {
  let ateliers: [(atelier: Atelier, effectif: Effectif)]
  let lieux: [LieuID: Lieu]
  let moi: PersonneID
  /// Somebody whom one wants to enrol.
  let usager: Usager?
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Nos ateliers", "Our workshops") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(RendreAutonome.self, charte: "conseil", t)]) {
      if let usager {
        avis(
          .neutre,
          t("Choisissez l’atelier où inscrire \(usager.court(t)).", "Choose where to enrol \(usager.court(t))."))
      }
      if ateliers.isEmpty {
        vide(
          titre: t("Pas encore d’atelier", "No workshop yet"),
          texte: t(
            "Préparez le premier\u{a0}: un titre, un lieu, une date. Rien n’est montré avant que vous le publiiez.",
            "Prepare the first one: a title, a place, a date. Nothing is shown before you publish it."))
      }
      gestes {
        boutonLien("/journee/ateliers/nouveau", t("Préparer un atelier", "Prepare a workshop"))
        a(.href("/ateliers")) { t("La page publique", "The public page") }
        a(.href("/journee")) { t("Revenir à ma journée", "Back to my day") }
      }
      partie(
        t("Leur compte rendu vous attend", "Waiting for their report"),
        ateliers.filter { $0.atelier.isUnreported(at: now) }, t)
      partie(
        t("À venir", "To come"), ateliers.filter { $0.atelier.fin > now && $0.atelier.etat != .annule }.reversed(), t)
      partie(
        t("Passés ou annulés", "Past or cancelled"),
        ateliers.filter {
          $0.atelier.etat == .annule || $0.atelier.fin <= now && !$0.atelier.isUnreported(at: now)
        }, t)
    }
  }

  private func partie(_ titre: String, _ ici: [(atelier: Atelier, effectif: Effectif)], _ t: Langue) -> Markup {
    group {
      if !ici.isEmpty {
        section {
          h2 { titre }
          cartes(ici.map { carte($0.atelier, $0.effectif, t) })
        }
      }
    }
  }

  private func carte(_ atelier: Atelier, _ effectif: Effectif, _ t: Langue) -> Markup {
    let lieu = lieux[atelier.programme.lieu]
    return group {
      h3 {
        a(.href("/journee/ateliers/\(atelier.id)\(usager.map { "?usager=\($0.id)" } ?? "")")) {
          atelier.programme.titre
        }
      }
      p { lieu.map { atelier.quand(at: $0, t, now: now) } ?? t.dateEtHeure(atelier.debut, fuseau, reference: nil) }
      p(.class("soft")) {
        [
          lieu?.nom,
          places(atelier, effectif, t),
          effectif.enAttente > 0 ? t("\(effectif.enAttente) en attente", "\(effectif.enAttente) waiting") : nil,
          atelier.conseiller == moi ? t("je l’anime", "I lead it") : nil,
        ].compactMap(\.self).joined(separator: " · ")
      }
      p { atelier.statut(at: now, t) }
    }
  }

  private func places(_ atelier: Atelier, _ effectif: Effectif, _ t: Langue) -> String {
    let places = atelier.programme.places
    return t("\(effectif.assis) sur \(places) places prises", "\(effectif.assis) of \(places) seats taken")
  }
}

extension Atelier {
  /// Where it stands, in a word.
  func statut(at now: Instant, _ t: Langue) -> Markup {
    switch etat {
    case .brouillon:
      Web.etat(.neutre, t("Brouillon\u{a0}: seule votre équipe le voit", "Draft: your team alone sees it"))
    case .annule: Web.etat(.neutre, t("Annulé", "Cancelled"))
    case .tenu: Web.etat(.accord, t("Tenu, compte rendu déposé", "Held, report filed"))
    case .publie where fin <= now:
      Web.etat(.attente, t("Terminé\u{a0}: compte rendu à écrire", "Over: its report is to be written"))
    case .publie where debut <= now: Web.etat(.attente, t("En cours", "Under way"))
    case .publie: Web.etat(.accord, t("Publié", "Published"))
    }
  }
}
