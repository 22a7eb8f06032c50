/// How WhatsApp names somebody. Each may be missing: whoever has taken a username shows no number.
package struct Identite: Sendable, Hashable, Codable {
  /// Digits with the country's, without a plus: `wa_id`, `from`, `recipient_id`.
  package var numero: String?
  /// Meta's name for this person at this business ("FR.1349…"): changes with their number.
  package var bsuid: String?
  /// The same at the level of a group of businesses.
  package var parent: String?

  package init(numero: String? = nil, bsuid: String? = nil, parent: String? = nil) {
    self.numero = numero
    self.bsuid = bsuid
    self.parent = parent
  }

  package var estVide: Bool { numero == nil && bsuid == nil && parent == nil }

  /// What is said here, and where nothing is, what the other says.
  func completed(by other: Identite) -> Identite {
    Identite(numero: numero ?? other.numero, bsuid: bsuid ?? other.bsuid, parent: parent ?? other.parent)
  }

  /// Whether nothing in both says two people.
  func agrees(with other: Identite) -> Bool {
    func same(_ left: String?, _ right: String?) -> Bool { left == nil || right == nil || left == right }
    return same(numero, other.numero) && same(bsuid, other.bsuid) && same(parent, other.parent)
  }
}
