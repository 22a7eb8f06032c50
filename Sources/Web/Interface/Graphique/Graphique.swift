import Html
import Temps

/// What a plot and its table tell, in one language. The page shows the number itself above, with `chiffres`.
///
/// A hidden number can be found again from a total and its neighbours: whoever counts takes care of that.
package struct Graphique: Sendable {
  /// What one line of the table, or one bar, stands for.
  package struct Repere: Sendable {
    package let nom: String
    /// Under an axis, where there is little room.
    package let court: String

    package init(_ nom: String, court: String? = nil) {
      self.nom = nom
      self.court = court ?? nom
    }

    /// The month of this day.
    package static func mois(_ jour: Jour, _ t: Langue) -> Repere { Repere(t.mois(jour), court: t.moisCourt(jour)) }

    package static func jour(_ jour: Jour, _ t: Langue) -> Repere {
      Repere(t.date(jour, reference: nil), court: t.jourDuMois(jour))
    }
  }

  /// One thing counted, at each `repere` in turn.
  package struct Serie: Sendable {
    package let nom: String
    package let effectifs: [Effectif]

    package init(_ nom: String, _ effectifs: [Effectif]) {
      self.nom = nom
      self.effectifs = effectifs
    }
  }

  /// What it counts, in words.
  package let titre: String
  /// How it is counted.
  package let definition: String
  /// What the `reperes` are: "Métier", "Mois".
  package let axe: String
  package let reperes: [Repere]
  package let series: [Serie]

  /// - Parameter series: four at most, each drawn under its own name, at one scale. What reaches beyond the shortest
  ///   of them, or beyond `reperes`, is left out.
  package init(titre: String, definition: String, axe: String, reperes: [Repere], series: [Serie]) {
    let length = series.map(\.effectifs.count).min().map { min($0, reperes.count) } ?? 0
    self.titre = titre
    self.definition = definition
    self.axe = axe
    self.reperes = Array(reperes.prefix(length))
    self.series = series.map { Serie($0.nom, Array($0.effectifs.prefix(length))) }
  }

  /// The highest number shown, in all series: what a whole length or height stands for. At least 1.
  var plafond: Int { max(1, series.flatMap(\.effectifs).compactMap(\.connu).max() ?? 0) }
}

/// Caption, plot and table, whatever the plot.
/// - Parameters:
///   - remarques: what helps to read the plot.
///   - trace: draws one series.
func cadre(
  _ graphique: Graphique, _ t: Langue, remarques: [Markup] = [], trace: (Graphique.Serie) -> Markup
) -> Markup {
  figure(.class("graphique")) {
    figcaption {
      p(.class("graphique-titre")) { graphique.titre }
      p(.class("soft")) { graphique.definition }
    }
    if graphique.reperes.isEmpty {
      p(.class("graphique-rien")) {
        t(
          "Il n’y a encore rien à compter ici. Les premiers nombres viendront avec le temps.",
          "There is nothing to count here yet. The first numbers will come with time.")
      }
    } else {
      div(.class("graphique-series")) {
        for serie in graphique.series {
          div {
            if graphique.series.count > 1 { p(.class("graphique-nom")) { serie.nom } }
            trace(serie)
          }
        }
      }
      for remarque in remarques { p(.class("graphique-remarque")) { remarque } }
      depliant(t("Lire le tableau", "Read the table")) { table(graphique, t) }
    }
  }
}

private func table(_ graphique: Graphique, _ t: Langue) -> Markup {
  tableau(
    legende: graphique.titre, colonnes: [graphique.axe] + graphique.series.map(\.nom),
    lignes: graphique.reperes.enumerated().map { rang, repere in
      [Markup(text: repere.nom)] + graphique.series.map { Markup(text: $0.effectifs[rang].texte(t)) }
    },
    nombres: Set(1..<(graphique.series.count + 1)))
}
