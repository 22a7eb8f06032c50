import Html

/// At the top of a form, when more than one field is to be taken up again: each sentence leads to its field.
/// With one alone, the sentence beside the field is enough and nothing is shown here.
package func resume(_ points: [(champ: String, texte: String)], _ t: Langue) -> Markup {
  guard points.count > 1 else { return .empty }
  return div(.class("resume"), .role("alert")) {
    p {
      strong {
        t(
          "Il reste \(points.count) points à revoir. Ce que vous avez écrit est toujours là.",
          "\(points.count) points need another look. What you wrote is still here.")
      }
    }
    ul {
      for point in points { li { a(.href("#\(identifiant(point.champ))")) { point.texte } } }
    }
  }
}
