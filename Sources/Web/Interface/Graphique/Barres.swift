import Html

/// One bar under the other, each with its name and its number in words one can read. A hidden number has no length.
package func barres(_ graphique: Graphique, _ t: Langue) -> Markup {
  cadre(graphique, t) { serie in
    let alternative = Alternative(reperes: graphique.reperes, effectifs: serie.effectifs, t: t).barres
    return div(.class("barres"), .role("img"), .aria(.label, alternative)) {
      for (repere, effectif) in zip(graphique.reperes, serie.effectifs) {
        p(.class("barre")) {
          span(.class("barre-nom")) { repere.nom }
          " "
          span(.class("barre-trait")) {
            barre(effectif, graphique.plafond)
            span(effectif.connu == nil ? .class("soft") : nil) { effectif.texte(t) }
          }
        }
      }
    }
  }
}

/// Drawn, not coloured behind: printers leave backgrounds out.
private func barre(_ effectif: Effectif, _ plafond: Int) -> Markup? {
  guard let connu = effectif.connu, connu > 0 else { return nil }
  return svg(.width(Mesure.percent(Double(connu) / Double(plafond) * 100)), .height("1em")) {
    rect(.width("100%"), .height("100%")) {}
  }
}
