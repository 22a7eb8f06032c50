import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// How much of what was held is reported, month by month.
struct Couverture: Sendable, Equatable {
  let mois: String
  let tenus: Int
  let rendus: Int

  /// Whole per cent, rounded down: a hundred means all of them.
  var pourCent: Int { tenus == 0 ? 100 : rendus * 100 / tenus }
}

/// One's reports: those that are missing first.
struct ComptesRendusPage: Page {
  struct Manquant: Sendable {
    /// Where it is told.
    let vers: String
    let debut: Instant
    /// Who was received, or the title of a workshop; "" when nobody is named.
    let quoi: String
  }

  let seal: Sceau
  let manquants: [Manquant]
  let couvertures: [Couverture]
  let rendus: [CompteRendu]
  let lieux: [LieuID: String]
  let depose: CompteRenduID?
  let fait: String
  /// What the posture of the report just filed calls for.
  let conseil: Motif?
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Mes comptes rendus", "My reports") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: marge(t)) {
      if let depose { merci(depose, t) }
      if !manquants.isEmpty { manque(t) }
      gestes {
        boutonLien(
          "/comptes-rendus/nouveau",
          manquants.isEmpty
            ? t("Rendre compte d’un entretien", "Report on an interview")
            : t("Rendre compte d’autre chose", "Report on something else"), style: .discret)
        boutonLien(
          "/comptes-rendus/nouveau?type=collectif", t("Rendre compte d’un atelier", "Report on a workshop"),
          style: .discret)
        a(.href("/auto-evaluation")) { t("Mon auto-évaluation", "My self-evaluation") }
      }
      if !couvertures.isEmpty { couverture(t) }
      derniers(t)
    }
  }

  private func marge(_ t: Langue) -> [Note] {
    if let conseil { return [Note(conseil, .attente, charte: "conseil", t)] }
    return [Note(RendreCompte.self, charte: "conseil", t)]
  }

  private func merci(_ depose: CompteRenduID, _ t: Langue) -> Markup {
    avis(.accord) {
      p {
        fait == "corrige"
          ? t("La correction est gardée, les chiffres aussi.", "The correction is saved, and the figures too.")
          : t("C’est déposé. Les chiffres sont à jour.", "It is filed. The figures are up to date.")
      }
      gestes {
        boutonVers(
          "/comptes-rendus/\(depose)/retrait", seal, t("Annuler ce dépôt", "Undo filing"),
          precision: t("du compte rendu", "this report"))
        a(.href("/comptes-rendus/\(depose)")) { t("Le corriger", "Correct it") }
        a(.href("/comptes-rendus/nouveau?modele=\(depose)")) { t("En déposer un pareil", "File one like it") }
      }
    }
  }

  private func manque(_ t: Langue) -> Markup {
    section {
      h2 {
        t.count(
          manquants.count, Phrase("compte rendu vous attend", "report is waiting for you"),
          Phrase("comptes rendus vous attendent", "reports are waiting for you"))
      }
      ul(.class("manquants")) {
        for manquant in manquants.prefix(60) {
          li {
            a(.href(manquant.vers)) {
              t.dateEtHeure(manquant.debut, fuseau, reference: Jour(now, in: fuseau))
              if !manquant.quoi.isEmpty { ", \(manquant.quoi)" }
            }
          }
        }
      }
    }
  }

  private func couverture(_ t: Langue) -> Markup {
    tableau(
      legende: t("Ce que j’ai tenu, et ce que j’ai rendu", "What I held, and what I reported"),
      colonnes: [t("Mois", "Month"), t("Tenus", "Held"), t("Rendus", "Reported"), t("Part", "Share")],
      lignes: couvertures.map { mois in
        [
          Markup(text: t.moisCourt(mois.mois)), Markup(text: String(mois.tenus)), Markup(text: String(mois.rendus)),
          Markup(text: "\(mois.pourCent)\(t("\u{a0}%", "%"))"),
        ]
      }, nombres: [1, 2, 3], serre: true)
  }

  private func derniers(_ t: Langue) -> Markup {
    section {
      h2 { t("Les derniers comptes rendus", "The latest reports") }
      if rendus.isEmpty {
        vide(
          titre: t("Pas encore de compte rendu", "No report yet"),
          texte: t(
            "Après chaque entretien, un compte rendu presque rempli vous attend ici.",
            "After each interview, a report almost filled in waits for you here."))
      }
      cartes(rendus.map { carte($0, t) })
    }
  }

  private func carte(_ rendu: CompteRendu, _ t: Langue) -> Markup {
    let teneur = rendu.teneur
    return group {
      h3 {
        a(.href("/comptes-rendus/\(rendu.id)")) {
          t.date(teneur.jour, reference: Jour(now, in: fuseau)) + ", " + t.duree(.minutes(teneur.minutes))
        }
      }
      p { teneur.themes.valeurs.map { t($0.phrase) }.joined(separator: ", ") }
      p(.class("soft")) {
        [
          teneur.type == .collectif
            ? t.count(teneur.publics.participants, Phrase("personne", "person"), Phrase("personnes", "people")) : nil,
          teneur.lieu.flatMap { lieux[$0] } ?? t(teneur.canal.phrase), teneur.facon.map { t($0.court) },
        ].compactMap(\.self).joined(separator: " · ")
      }
    }
  }
}

extension Langue {
  /// "novembre 2026" for "2026-11".
  func mois(_ mois: String) -> String {
    Jour("\(mois)-01").map { self.mois($0) } ?? mois
  }

  /// "nov. 2026", where columns stand close together.
  func moisCourt(_ mois: String) -> String { Jour("\(mois)-01").map { moisCourt($0) } ?? mois }
}
