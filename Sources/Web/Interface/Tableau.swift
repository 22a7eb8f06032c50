import Html

/// Rows and columns; each row becomes a card on a narrow screen. The first cell of a row names it.
/// - Parameters:
///   - serre: for a few columns so short that they fit on a telephone: they stay side by side.
///   - legende: what the table tells, always shown.
///   - nombres: columns of figures (from 0), aligned on the right.
package func tableau(
  legende: String, colonnes: [String], lignes: [[Markup]], nombres: Set<Int> = [], serre: Bool = false
) -> Markup {
  table(.class(serre ? "tableau" : "tableau empile")) {
    caption { legende }
    thead {
      tr {
        for (rang, colonne) in colonnes.enumerated() { th(.scope("col"), nombre(rang, nombres)) { colonne } }
      }
    }
    tbody {
      for ligne in lignes {
        tr {
          for (rang, cellule) in ligne.enumerated() {
            if rang == 0 {
              th(.scope("row")) { cellule }
            } else {
              td(.data("data-label", rang < colonnes.count ? colonnes[rang] : ""), nombre(rang, nombres)) { cellule }
            }
          }
        }
      }
    }
  }
}

private func nombre(_ rang: Int, _ nombres: Set<Int>) -> Attribute? { nombres.contains(rang) ? .class("nombre") : nil }
