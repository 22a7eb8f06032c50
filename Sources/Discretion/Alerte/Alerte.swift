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
    if feuillet.estAnglais { return AlerteAnglaise.alert(feuillet) }
    let whole = alert(feuillet, distress: 0.4, doubt: 1)
    let phrases = Self.phrases(text)
    guard whole != .danger, phrases.count > 1 else { return whole }
    // Ordinary sentences drown a grave one: each is read alone too, and must then be surer.
    let alerts = [whole] + phrases.map { alert(Feuillet(String($0)), distress: 0.7, doubt: 2) }
    return [.danger, .detresse].first(where: alerts.contains) ?? alerts.first { $0 != .aucune } ?? .aucune
  }

  /// - Parameters:
  ///   - distress: the odds of distress and danger together, from which a door is opened.
  ///   - doubt: how much likelier than nothing the rest must be.
  private func alert(_ feuillet: Feuillet, distress: Float, doubt: Float) -> Alerte {
    guard feuillet.mots.contains(where: { $0.sorte == .mot }) else { return .aucune }
    let grappes = Grappes(feuillet)
    var odds = modele.alerte.probabilities(grappes.rows)
    // To miss a danger costs more than to offer a number to somebody who does not need it; the fewer the grave words, the
    // surer it must be.
    let graves = grappes.notions.intersection(Notion.graves).count
    if odds[3] >= (graves == 0 ? 0.5 : graves == 1 ? 0.3 : 0.2) { return .danger }
    // Distress and danger open the same door: their odds are weighed together.
    if odds[2] + odds[3] >= distress { return .detresse }
    odds[0] *= doubt
    return [0, 1, 4].max { odds[$0] < odds[$1] }.map { Alerte.classes[$0] } ?? .aucune
  }

  /// The sentences of a text, cut after their last mark.
  private static func phrases(_ text: String) -> [Substring] {
    var phrases: [Substring] = []
    var (start, isEnded) = (text.startIndex, false)
    for place in text.indices {
      if text[place].isNewline || (isEnded && text[place].isWhitespace) {
        if start < place { phrases.append(text[start..<place]) }
        start = text.index(after: place)
      }
      isEnded = [".", "!", "?", "…"].contains(text[place])
    }
    if start < text.endIndex { phrases.append(text[start...]) }
    return phrases
  }
}
