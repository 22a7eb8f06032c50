extension String {
  /// For a heading that begins with a month.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// For words of a list within a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
