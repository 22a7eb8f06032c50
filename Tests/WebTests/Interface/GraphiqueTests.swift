import Html
import Temps
import Testing

@testable import Web

@Suite struct GraphiqueTests {
  private static let dessins: [@Sendable (Graphique, Langue) -> Markup] = [barres, evolution]

  private func graphique(_ series: [[Effectif]], titre: String = "Rencontres", mot: String = "mois") -> Graphique {
    let length = series.map(\.count).max() ?? 0
    return Graphique(
      titre: titre, definition: mot, axe: mot,
      reperes: (0..<length).map { .init("\(mot) \($0)", court: "\(mot)\($0)") },
      series: series.map { .init("\(mot) compté", $0) })
  }

  private func alternatives(_ html: String) -> [String] {
    html.matches(of: /role="img" aria-label="([^"]+)"/).map { String($0.output.1) }
  }

  @Test(arguments: [0, 1]) func `une figure dit ce qu’elle compte, comment, et donne son tableau`(dessin: Int) {
    let html = Self.dessins[dessin](graphique([[.nombre(3), .nombre(8)]]), .fr).string
    #expect(html.hasPrefix("<figure") && html.contains("<figcaption>"))
    #expect(alternatives(html).count == 1 && alternatives(html)[0].contains("8, mois 1."))
    #expect(html.contains("<summary>Lire le tableau</summary>") && html.contains("<caption>Rencontres</caption>"))
    #expect(html.contains("<th scope=\"row\">mois 1</th>") && html.contains("class=\"nombre\">8</td>"))
  }

  @Test(arguments: [0, 1]) func `un texte hostile ne sort d’aucun graphique, et rien n’est mis en style`(dessin: Int) {
    let words = "\"><script>alert(1)</script>' & <b>"
    let html = Self.dessins[dessin](graphique([[.nombre(1), .moinsDe(5)]], titre: words, mot: words), .fr).string
    #expect(!html.contains("<script>") && !html.contains("<b>") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("style="))
  }

  @Test(arguments: Langue.allCases) func `un nombre caché se dit sans longueur`(t: Langue) {
    let words = t("moins de\u{a0}5", "fewer than\u{a0}5")
    let hidden = graphique([[.nombre(9), .moinsDe(5), .moinsDe(5)]])
    let bars = barres(hidden, t).string
    #expect(bars.matches(of: /<rect/).count == 1)
    #expect(bars.contains("<span class=\"soft\">\(words)</span>"))
    let plot = evolution(hidden, t).string
    #expect(plot.matches(of: /<rect/).count == 1)
    #expect(plot.matches(of: /<circle class="courbe-discret"/).count == 2)
    for html in [bars, plot] {
      #expect(html.contains("class=\"nombre\">\(words)</td>"))
      #expect(
        alternatives(html)[0].hasSuffix(t("2\u{a0}nombres cachés\u{a0}: ", "2\u{a0}hidden numbers: ") + "\(words)."))
    }
  }

  @Test func `un nombre caché coupe la ligne`() {
    let days = [Effectif](repeating: .nombre(7), count: 20) + [.moinsDe(5), .nombre(6), .moinsDe(5)]
    let html = evolution(graphique([days + days]), .fr).string
    let line = html.firstMatch(of: /class="courbe-ligne" d="([^"]+)"/).map { String($0.output.1) }
    #expect(line?.filter { $0 == "M" }.count == 4)
    #expect(line?.contains("h0") == true)
  }

  @Test(arguments: Langue.allCases) func `rien à compter se dit gentiment, sans dessin ni tableau`(t: Langue) {
    for empty in [graphique([[]]), graphique([])] {
      for dessin in Self.dessins {
        let html = dessin(empty, t).string
        #expect(html.contains(t("Il n’y a encore rien à compter ici.", "There is nothing to count here yet.")))
        #expect(!html.contains("<svg") && !html.contains("<table"))
      }
    }
  }

  @Test func `à zéro, aucune barre mais des zéros`() {
    for dessin in Self.dessins {
      let html = dessin(graphique([[.nombre(0), .nombre(0)]]), .fr).string
      #expect(!html.contains("<rect") && html.contains(">0</"))
      #expect(alternatives(html)[0].contains("Tout est à zéro."))
    }
    let mixed = barres(graphique([[.nombre(0), .moinsDe(5)]]), .fr).string
    #expect(alternatives(mixed)[0].contains("Les nombres montrés sont à zéro."))
  }

  @Test func `dix millions s’écrivent en entier, et un seul se voit encore`() {
    let wide = graphique([[.nombre(1), .nombre(10_000_000)]])
    for dessin in Self.dessins {
      #expect(dessin(wide, .fr).string.contains("10\u{202f}000\u{202f}000"))
      #expect(dessin(wide, .en).string.contains("10,000,000"))
      #expect(dessin(wide, .en).string.matches(of: /<rect/).count == 2)
    }
    #expect(evolution(wide, .fr).string.contains("height=\"1.5\""))
    #expect(evolution(wide, .fr).string.contains("courbe-longue"))
    #expect(evolution(graphique([[.nombre(1), .nombre(.max)]]), .fr).string.contains("height=\"100\""))
  }

  @Test func `une valeur seule a sa figure`() {
    let html = evolution(graphique([[.nombre(3)]]), .fr).string
    #expect(html.matches(of: /<rect/).count == 1 && html.matches(of: /<text class="courbe-quand/).count == 1)
    #expect(alternatives(html) == ["mois 0. Le plus haut\u{a0}: 3, mois 0."])
    #expect(alternatives(barres(graphique([[.nombre(3)]]), .en).string) == ["1\u{a0}bar. The longest: 3, mois 0."])
  }

  @Test func `trente métiers ont chacun leur nom et leur nombre`() {
    let html = barres(graphique([(0..<30).map { .nombre($0 * 3) }]), .fr).string
    #expect(html.matches(of: /<span class="barre-nom">/).count == 30)
    #expect(html.contains("width=\"100%\" height=\"1em\"") && html.contains("width=\"51.72%\""))
    #expect(html.matches(of: /<th scope="row">/).count == 30)
  }

  @Test func `sous un axe, jamais plus de trois dates`() {
    for length in [1, 2, 5, 12, 31, 32, 365] {
      let html = evolution(graphique([(0..<length).map { .nombre($0) }]), .fr).string
      #expect(html.matches(of: /<text class="courbe-quand/).count == min(length, length < 5 ? 2 : 3))
      #expect(html.contains("courbe-ligne") == (length > 31))
    }
  }

  @Test func `plusieurs séries se dessinent à la même échelle, chacune sous son nom`() {
    let html = evolution(graphique([[.nombre(50), .nombre(100)], [.nombre(25), .nombre(50)]]), .fr).string
    #expect(alternatives(html).count == 2 && html.contains("Tout est dessiné à la même échelle."))
    #expect(html.matches(of: /<p class="graphique-nom">/).count == 2)
    let heights = html.matches(of: /<rect[^>]* height="([^"]+)"/).map { String($0.output.1) }
    #expect(heights == ["50", "100", "25", "50"])
  }

  @Test func `le plus haut et le dernier sont écrits`() {
    let html = evolution(graphique([[.nombre(4), .nombre(9), .nombre(2)]]), .fr).string
    let written = html.matches(of: /class="courbe-nombre[^>]*>(\d+)</).map { String($0.output.1) }
    #expect(written == ["9", "2"])
    #expect(html.matches(of: /courbe-dite/).count == 2)
  }

  @Test func `ce qui dépasse la plus courte série est laissé`() {
    let graphique = graphique([[.nombre(4), .nombre(9)], [.nombre(2)]])
    #expect(graphique.reperes.count == 1 && graphique.series.map(\.effectifs.count) == [1, 1])
  }

  @Test func `un mois et un jour donnent leurs repères`() throws {
    let jour = try #require(Jour(year: 2026, month: 12, day: 3))
    #expect(Graphique.Repere.mois(jour, .fr).nom == "décembre\u{a0}2026")
    #expect(Graphique.Repere.mois(jour, .en).court == "Dec\u{a0}2026")
    #expect(Graphique.Repere.jour(jour, .fr).court == "3\u{a0}déc.")
    #expect(Graphique.Repere.jour(jour, .en).nom == "Thursday 3\u{a0}December 2026")
  }
}
