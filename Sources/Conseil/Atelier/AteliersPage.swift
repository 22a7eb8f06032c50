import Base
import Chartes
import Html
import Temps
import Web

/// A workshop as anybody may see it: its programme, its place, how many seats are left.
struct AtelierAnnonce: Sendable {
  let atelier: Atelier
  let lieu: Lieu
  let effectif: Effectif

  var libres: Int { max(0, atelier.programme.places - effectif.assis) }

  /// "jeudi 3 décembre à 14:00 (heure de Paris), jusqu’à 16:00".
  func quand(_ t: Langue, now: Instant) -> String { atelier.quand(at: lieu, t, now: now) }

  /// "3 places libres sur 12", or how many wait.
  func places(_ t: Langue) -> String {
    if libres > 0 {
      return t.count(libres, Phrase("place libre", "free seat"), Phrase("places libres", "free seats"))
        + t(" sur \(atelier.programme.places)", " of \(atelier.programme.places)")
    }
    let attente =
      effectif.enAttente == 0
      ? t("personne n’attend encore", "nobody waits yet")
      : t.count(
        effectif.enAttente, Phrase("personne attend", "person waits"), Phrase("personnes attendent", "people wait"))
    return t("Complet, \(attente)", "Full, \(attente)")
  }
}

extension Atelier {
  /// Its day, its hours and their zone.
  func quand(at lieu: Lieu, _ t: Langue, now: Instant) -> String {
    let fin = t.heure(fin, lieu.fuseau)
    return t.dateEtHeure(debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau))
      + t(", jusqu’à \(fin)", ", until \(fin)")
  }
}

/// The workshops to come: for anybody, without an account.
struct AteliersPage: Page {
  let ateliers: [AtelierAnnonce]
  let now: Instant

  func titre(_ t: Langue) -> String { t("Les ateliers", "Workshops") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "On y apprend à plusieurs, gratuitement. On s’inscrit sans créer de compte.",
        "People learn together there, free of charge. You enrol without creating an account."),
      marge: [Note(RendreAutonome.self, charte: "conseil", t)]
    ) {
      if ateliers.isEmpty {
        vide(
          titre: t("Pas d’atelier annoncé", "No workshop announced"),
          texte: t(
            "Les prochains seront ici. En attendant, un conseiller peut vous recevoir.",
            "The next ones will be here. Meanwhile, an adviser can see you."),
          geste: boutonLien("/rendez-vous", t("Voir où nous rencontrer", "See where to meet us")))
      }
      cartes(ateliers.map { carte($0, t) })
      ul(.class("liens")) {
        li { a(.href("/ateliers/retour")) { t("J’ai déjà une place", "I have a seat already") } }
        li { a(.href("/rendez-vous")) { t("Rencontrer un conseiller", "Meet an adviser") } }
      }
    }
  }

  private func carte(_ annonce: AtelierAnnonce, _ t: Langue) -> Markup {
    let programme = annonce.atelier.programme
    return group {
      h2(.class("carte-titre")) { programme.titre }
      p { programme.finalite }
      p { strong { annonce.quand(t, now: now) } }
      p(.class("soft")) {
        [annonce.lieu.nom, annonce.lieu.commune, programme.niveau.map { t($0.phrase) }].compactMap(\.self)
          .joined(separator: " · ")
      }
      p { annonce.places(t) }
      gestes {
        boutonLien(
          "/ateliers/\(annonce.atelier.id)", t("Voir et s’inscrire", "See and enrol"), precision: programme.titre)
      }
    }
  }
}
