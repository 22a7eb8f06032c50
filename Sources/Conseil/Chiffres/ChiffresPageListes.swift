import Base
import Comptage
import Html
import Web

/// What was done, with whom, and what came of it: one plot for each list.
extension ChiffresPage {
  func activite(_ t: Langue) -> Markup {
    group {
      h2 { t("Ce qui a été fait", "What was done") }
      liste(
        t("Thèmes", "Themes"),
        t(
          "Accompagnements sur ce thème. Un accompagnement peut en avoir plusieurs.",
          "Times somebody was helped with this theme. One time may have several."),
        releve.etiquettes(Thematique.self, from: Rangs.themes), t)
      liste(
        t("Démarches", "Procedures"),
        t("Accompagnements où l’on a aidé à cette démarche.", "Times somebody was helped with this procedure."),
        releve.etiquettes(Demarche.self, from: Rangs.demarches), t)
      barresDe(
        t("Durées", "Lengths"), t("Comptes rendus, selon leur durée.", "Reports, by length."),
        Duree.allCases.map { (t($0.phrase), compte.parChoix[Rangs.Choix.duree.rawValue][$0.rawValue].rapports) }, t)
      lieuxDe(t)
      liste(
        t("Faire pour, faire avec, apprendre à faire", "Doing it for, doing it with, teaching it"),
        t("Accompagnements où cela a été dit.", "Times somebody was helped, where it was said."),
        releve.choix(Facon.self, .facon).map { (Brefs($0.0), $0.1) }, t)
    }
  }

  private func lieuxDe(_ t: Langue) -> Markup {
    let noms = Dictionary(uniqueKeysWithValues: lieux.map { ($0.id.text, $0.nom) })
    let rows = compte.parLieu.map { (noms[$0.key] ?? t("Ailleurs", "Elsewhere"), $0.value.participants) }
    let byName = Dictionary(rows, uniquingKeysWith: +).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return barresDe(
      t("Lieux", "Places"), t("Accompagnements, selon le lieu.", "Times somebody was helped, by place."),
      byName.map { ($0.key, $0.value) }, t)
  }

  func recus(_ t: Langue) -> Markup {
    group {
      h2 { t("Qui a été reçu", "Who was received") }
      liste(
        t("Âges", "Ages"), t("Accompagnements, selon l’âge dit.", "Times somebody was helped, by the age said."),
        releve.publics(TrancheAge.self, from: Rangs.ages), t, keepsZeros: true)
      liste(
        t("Situations", "Situations"),
        t("Accompagnements, selon la situation dite.", "Times somebody was helped, by the situation said."),
        releve.publics(StatutSocial.self, from: Rangs.statuts), t, keepsZeros: true)
      liste(
        t("Genre", "Gender"),
        t("Accompagnements, selon le genre dit.", "Times somebody was helped, by the gender said."),
        releve.publics(Genre.self, from: Rangs.genres), t, keepsZeros: true)
    }
  }

  func fin(_ t: Langue) -> Markup {
    group {
      h2 { t("Et ensuite", "And then") }
      liste(
        t("Autonomie à la fin", "How people manage in the end"),
        t("Accompagnements où elle a été notée.", "Times somebody was helped, where it was noted."),
        releve.choix(Autonomie.self, .autonomie), t)
      liste(
        t("Orientations", "Referrals"),
        t("Accompagnements qui ont mené ailleurs, selon où.", "Times that led elsewhere, by where."),
        releve.choix(Redirection.self, .redirection), t)
      liste(
        t("Issues des relais", "Outcomes of referrals"),
        t("Ce que les relais sont devenus.", "What became of the referrals."),
        releve.choix(IssueDeRelais.self, .issue), t)
    }
  }

  func refuses(_ t: Langue) -> Markup {
    let parAge = Dictionary(releve.refus.map { ($0.age, $0.nombre) }, uniquingKeysWith: +)
    let parRaison = Dictionary(releve.refus.map { ($0.raison, $0.nombre) }, uniquingKeysWith: +)
    return group {
      h2 { t("Qui n’a pas pu être reçu", "Who could not be received") }
      liste(
        t("Pourquoi", "Why"),
        t("Personnes comptées à la porte, selon la raison.", "People counted at the door, by reason."),
        RaisonDeRefus.allCases.map { ($0, parRaison[$0] ?? 0) }, t)
      liste(
        t("Leur âge, à peu près", "Their age, roughly"),
        t("Personnes comptées à la porte, selon l’âge estimé.", "People counted at the door, by the age they seemed."),
        TrancheAge.allCases.map { ($0, parAge[$0] ?? 0) }, t)
    }
  }
}

/// The short words of a list whose own are whole sentences.
private struct Brefs: Hashable {
  let facon: Facon
  init(_ facon: Facon) { self.facon = facon }
}

extension ChiffresPage {
  private func liste<Liste: Nomenclature>(
    _ titre: String, _ definition: String, _ rows: [(Liste, Int)], _ t: Langue, keepsZeros: Bool = false
  ) -> Markup {
    barresDe(
      titre, definition, rows.filter { keepsZeros || $0.1 != 0 }.map { (t($0.0.phrase), $0.1) }, t)
  }

  private func liste(_ titre: String, _ definition: String, _ rows: [(Brefs, Int)], _ t: Langue) -> Markup {
    barresDe(titre, definition, rows.filter { $0.1 != 0 }.map { (t($0.0.facon.court), $0.1) }, t)
  }

  private func barresDe(_ titre: String, _ definition: String, _ rows: [(String, Int)], _ t: Langue) -> Markup {
    barres(
      Graphique(
        titre: titre, definition: definition, axe: titre, reperes: rows.map { .init($0.0) },
        series: [.init(titre, releve.ventiles(rows.map(\.1)))]), t)
  }
}

extension Duree {
  var phrase: Phrase {
    switch self {
    case .moinsDe30: Phrase("Moins de 30 min", "Under 30 min")
    case .moinsDUneHeure: Phrase("30 min à 1 h", "30 min to 1 h")
    case .moinsDeDeuxHeures: Phrase("1 h à 2 h", "1 h to 2 h")
    case .plus: Phrase("2 h et plus", "2 h and more")
    }
  }
}
