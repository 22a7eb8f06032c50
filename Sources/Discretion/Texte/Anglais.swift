/// English text. The model was taught French: on English it takes any word for a name and any sentence for a sorrow.
extension Feuillet {
  private static let anglais: Set<String> = [
    "the", "and", "to", "of", "is", "it", "that", "you", "my", "with", "how", "what", "not", "i", "we", "they", "was",
    "have", "has", "do", "did", "can", "could", "would", "should", "this", "but", "be", "are", "she", "he", "him",
    "her", "me", "when", "why", "without", "about", "for", "from", "at", "in", "an", "no", "i'm", "don't", "can't",
  ]
  private static let francais: Set<String> = [
    "le", "la", "les", "de", "des", "et", "est", "que", "qui", "je", "j'", "ne", "pas", "un", "une", "pour", "du", "il",
    "elle", "on", "nous", "vous", "mais", "dans", "sur", "avec", "mon", "ma", "ce", "l'", "d'", "qu'", "c'", "n'", "tu",
  ]

  /// Two small words of English at least, and more than twice as many as of French.
  var estAnglais: Bool {
    var (english, french) = (0, 0)
    for rang in mots.indices where mots[rang].sorte == .mot {
      let word = mot(rang)
      if Self.anglais.contains(word) { english += 1 }
      if Self.francais.contains(word) { french += 1 }
    }
    return english >= 2 && english > 2 * french
  }

  private static let capitales: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "english", "french",
    "france", "paris", "christmas", "easter", "hr", "ceo", "ok", "whatsapp", "excel", "word", "teams", "zoom",
  ]

  /// Names as English writes them: words with a capital that do not merely begin a sentence. Always to be asked.
  func nomsAnglais(beside formes: Prises) -> [Marque] {
    var marques: [Marque] = []
    var rang = 0
    while rang < mots.count {
      var end = rang
      while end < mots.count, isNameInEnglish(end) { end += 1 }
      let opens = rang == 0 || [".", "!", "?", "\n"].contains(mot(rang - 1))
      let place = end > rang ? mots[rang].range.lowerBound..<mots[end - 1].range.upperBound : 0..<0
      if end > rang, !opens || end - rang > 1, formes.isFree(place) {
        marques.append(Marque(place, .personne, .probable))
      }
      rang = max(end, rang + 1)
    }
    return marques
  }

  private func isNameInEnglish(_ rang: Int) -> Bool {
    let found = mots[rang]
    return found.sorte == .mot && found.forme == .initiale && found.range.count > 1
      && !Self.anglais.contains(mot(rang)) && !Self.capitales.contains(mot(rang))
  }
}

/// What an English message calls for, by its words alone: few, and without doubt.
enum AlerteAnglaise {
  private static let dangers = [
    "kill myself", "killing myself", "end my life", "want to die", "wish i was dead", "wish i were dead", "suicide",
    "suicidal", "take my own life", "hurt myself", "not breathing", "has a knife", "has a gun", "going to kill",
    "overdose",
  ]
  private static let detresses = [
    "can't go on", "cannot go on", "can't take it any more", "can't take it anymore", "no reason to live", "hopeless",
    "i am worthless", "i'm worthless", "nobody would miss me", "self-harm", "self harm", "cry every night",
  ]

  static func alert(_ feuillet: Feuillet) -> Alerte {
    let text = " " + feuillet.mots.indices.map { feuillet.mot($0) }.joined(separator: " ") + " "
    func holds(_ words: [String]) -> Bool { words.contains { text.contains(" \($0) ") } }
    if holds(dangers) { return .danger }
    return holds(detresses) ? .detresse : .aucune
  }
}
