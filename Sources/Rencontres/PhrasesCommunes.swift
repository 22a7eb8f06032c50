import Foundation
import Html

extension Phrase {
  static func tropLong(_ limit: Int) -> Phrase {
    Phrase(
      "Raccourcissez ce texte\u{a0}: \(limit) caractères au plus.", "Shorten this text: \(limit) characters at most.")
  }

  static let retirerMaDemande = Phrase("Retirer ma demande", "Withdraw my request")
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
