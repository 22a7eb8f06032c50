import Foundation
import Html

extension Phrase {
  static func tropLong(_ limit: Int) -> Phrase {
    Phrase("Gardez ce texte sous \(limit) signes.", "Keep this text under \(limit) characters.")
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
