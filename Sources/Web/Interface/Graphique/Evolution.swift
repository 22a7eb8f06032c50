import Html

/// Numbers over days or months, one small plot for each series, all at one scale: names never cross, on a telephone
/// or on paper, and no colour has to be told from another. The last number and the highest are written.
package func evolution(_ graphique: Graphique, _ t: Langue) -> Markup {
  var remarques: [Markup] = []
  if graphique.series.count > 1 {
    remarques.append(Markup(text: t("Tout est dessiné à la même échelle.", "All are drawn to the same scale.")))
  }
  if let hidden = graphique.series.flatMap(\.effectifs).first(where: { $0.connu == nil }) {
    remarques.append(
      group {
        svg(.class("courbe-discret"), .width("1em"), .height("1em"), .aria(.hidden, "true")) {
          circle(.cx("50%"), .cy("50%"), .r(".22em")) {}
        }
        " \(hidden.texte(t))"
      })
  }
  let room = margin(graphique, t)
  return cadre(graphique, t, remarques: remarques) { serie in
    Courbe(
      reperes: graphique.reperes, effectifs: serie.effectifs, plafond: graphique.plafond, room: room, t: t
    ).dessin
  }
}

/// The same for all plots of a figure, so that their days stand under each other: "42", "1 284" or "10 000 000".
private func margin(_ graphique: Graphique, _ t: Langue) -> String {
  switch graphique.series.compactMap({ $0.effectifs.last?.texte(t).count }).max() ?? 0 {
  case ...3: "courbe-courte"
  case ...6: "courbe-moyenne"
  default: "courbe-longue"
  }
}
