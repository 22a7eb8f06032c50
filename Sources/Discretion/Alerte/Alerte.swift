/// What a message may need besides an answer. It never blocks; it leaves no trace.
///
/// The sentences it was learned from were reviewed by no clinician: it opens a door to help, it is no diagnosis.
package enum Alerte: String, Sendable, CaseIterable {
  case aucune = "none"
  /// Something at work must be decided at once, and nobody here reads at once.
  case urgence = "urgence_operationnelle"
  case detresse
  /// A life is in danger, now or announced.
  case danger = "danger_immediat"
  /// What a mentor cannot give: law, medicine, housing, money, love.
  case horsChamp = "hors_champ"

  /// Order of the classifier's classes.
  static let classes: [Alerte] = [.aucune, .urgence, .detresse, .danger, .horsChamp]
}

extension Relecteur {
  /// What the words of a message call for. Computed in memory, nothing of it is kept.
  package func alert(_ text: String) -> Alerte {
    let feuillet = Feuillet(text)
    guard feuillet.mots.contains(where: { $0.sorte == .mot }) else { return .aucune }
    let grappes = Grappes(feuillet)
    var odds = modele.alerte.probabilities(grappes.rows)
    // To miss a danger costs more than to offer a number to somebody who does not need it.
    let isGrave = grappes.notions.intersection(Notion.graves).count >= 2
    if odds[3] >= (isGrave ? 0.2 : 0.4) { return .danger }
    // Most messages call for nothing: the others must be clearly likelier.
    odds[0] *= 2.5
    return odds.indices.max { odds[$0] < odds[$1] }.map { Alerte.classes[$0] } ?? .aucune
  }
}
