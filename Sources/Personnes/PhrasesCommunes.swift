import Html

extension Phrase {
  static let mauvaisCode = Phrase(
    "Ce n’est pas le bon code, ou il a déjà servi. Tapez le code suivant, ou l’un de vos codes de secours.",
    "This is not the right code, or it has been used. Type the next one, or one of your recovery codes.")
  static let cleInconnue = Phrase(
    "Votre clé n’a pas été reconnue. Réessayez, ou passez par un autre moyen.",
    "Your passkey was not recognised. Try again, or use another way.")
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
