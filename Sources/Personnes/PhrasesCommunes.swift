import Html

extension Phrase {
  static let adresseAttendue = Phrase(
    "Écrivez une adresse e-mail complète, comme prenom@exemple.fr.",
    "Write a complete e-mail address, such as name@example.org.")
}

extension String {
  /// A name somebody may bear: not blank, not endless, on one line.
  func isName(upTo limit: Int) -> Bool {
    !isEmpty && count <= limit && !contains { $0.isNewline } && contains { $0.isLetter || $0.isNumber }
  }
}
