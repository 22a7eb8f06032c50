import Base
import Chartes
import Html
import Temps
import Web

/// Where one can come: for anybody, without an account.
struct PortePage: Page {
  let lieux: [(lieu: Lieu, enAttente: Int, prochain: Creneau?)]
  let now: Instant

  func titre(_ t: Langue) -> String { t("Rencontrer un conseiller numérique", "See a digital adviser") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "C’est gratuit, et ouvert à toutes et à tous. Il n’y a pas de compte à créer.",
        "It is free, and open to everybody. There is no account to create."),
      marge: [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if lieux.isEmpty {
        vide(
          titre: t("Pas encore de lieu", "No place yet"),
          texte: t("Revenez bientôt\u{a0}: les lieux seront ici.", "Come back soon: the places will be here."))
      }
      cartes(lieux.map { carte($0, t) })
      ul(.class("liens")) {
        li { a(.href("/rendez-vous/retour")) { t("J’ai déjà un rendez-vous", "I already have an appointment") } }
        li {
          a(.href("/ateliers")) { t("Apprendre à plusieurs\u{a0}: les ateliers", "Learning together: the workshops") }
        }
        li {
          a(.href("/limites")) {
            t("Ce que nous ne faisons pas, et qui le fait", "What we do not do, and who does it")
          }
        }
      }
    }
  }

  private func carte(_ ici: (lieu: Lieu, enAttente: Int, prochain: Creneau?), _ t: Langue) -> Markup {
    group {
      h2(.class("carte-titre")) { ici.lieu.nom }
      p { ici.lieu.enUneLigne }
      telephone(ici.lieu.telephone, t)
      if !ici.lieu.semaine.plages.isEmpty { h3 { t("Sans rendez-vous", "Without an appointment") } }
      horaires(ici.lieu, t)
      if ici.lieu.isOpen(at: now) {
        p {
          ici.enAttente == 0
            ? t("Personne n’attend en ce moment.", "Nobody is waiting right now.")
            : t.count(
              ici.enAttente, Phrase("personne attend en ce moment.", "person is waiting right now."),
              Phrase("personnes attendent en ce moment.", "people are waiting right now."))
        }
      }
      if let prochain = ici.prochain {
        h3 { t("Sur rendez-vous", "By appointment") }
        p {
          t("Premier rendez-vous libre\u{a0}: ", "First free appointment: ")
            + t.dateEtHeure(
              prochain.start, ici.lieu.fuseau, reference: Jour(now, in: ici.lieu.fuseau))
        }
        gestes {
          boutonLien(
            "/rendez-vous/\(ici.lieu.id)", t("Prendre rendez-vous", "Book an appointment"), precision: ici.lieu.nom)
        }
      }
    }
  }
}
