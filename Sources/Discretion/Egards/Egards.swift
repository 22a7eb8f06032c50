/// How a message speaks to people: words that hurt, a greeting that is missing.
package enum Egards {
  /// A word that hurts, and whether it is reported rather than said ("il m'a traité de …").
  package struct Blessure: Sendable, Equatable {
    /// Unicode scalars of the text as written.
    package let place: Range<Int>
    package let rapportee: Bool
  }

  /// Whether the message opens with a greeting, within its first words.
  package static func greets(_ text: String) -> Bool {
    let feuillet = Feuillet(text)
    let words = feuillet.mots.indices.filter { feuillet.mots[$0].sorte == .mot }.prefix(4).map {
      feuillet.mot($0)
    }
    if words.contains(where: { saluts.contains($0) }) { return true }
    return ["cher", "chere", "chers", "madame", "monsieur", "mesdames"].contains(words.first ?? "")
  }

  private static let saluts: Set<String> = [
    "bonjour", "bonsoir", "salut", "coucou", "hello", "bjr", "bsr", "slt", "cc", "hey", "bjour",
    "salutations", "rebonjour",
    "re-bonjour", "kenavo", "demat", "hi", "yo", "wesh",
  ]

  /// Words that hurt somebody, in order.
  package static func wounds(_ text: String) -> [Blessure] {
    let feuillet = Feuillet(text)
    let words = feuillet.mots.indices.map { plain(feuillet.mot($0)) } + [""]
    var found: [Blessure] = []
    var rang = 0
    while rang < feuillet.mots.count {
      let length = phrase(at: rang, words) ?? masked(at: rang, feuillet) ?? word(at: rang, words)
      if let length, length > 0 {
        let letters =
          feuillet.mots[rang].range.lowerBound..<feuillet.mots[rang + length - 1].range.upperBound
        found.append(
          Blessure(place: feuillet.pli.scalaires(letters), rapportee: isReported(rang, words)))
        rang += length
      } else {
        rang += 1
      }
    }
    return found
  }

  /// Without doubled letters beyond two, nor digits that stand for letters.
  private static func plain(_ word: String) -> String {
    guard word.contains(where: { $0.isLetter }) else { return word }
    var out = ""
    var run = 0
    for letter in word {
      let real = masques[letter] ?? letter
      run = real == out.last ? run + 1 : 1
      if run <= 2 { out.append(real) }
    }
    return out
  }

  private static let masques: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t",
  ]

  private static func word(at rang: Int, _ words: [String]) -> Int? {
    let word = words[rang]
    if MotsQuiBlessent.forts.contains(word) || MotsQuiBlessent.forts.contains(singular(word)) { return 1 }
    guard MotsQuiBlessent.faibles.contains(word) || MotsQuiBlessent.faibles.contains(singular(word)) else { return nil }
    let before = words[max(0, rang - 3)..<rang]
    guard let last = before.last, !before.contains("comme"), !MotsQuiBlessent.innocents.contains(words[rang + 1])
    else { return nil }
    let isOwn = words[rang + 1] == "je" || words[rang + 1] == "j'"
    // "Quelle vache magnifique" speaks of a cow, "quelle vache !" does not.
    let isPraised = last.hasPrefix("quel") && generaux.contains(word) && words[rang + 1].first?.isLetter == true
    if MotsQuiBlessent.adresses.contains(last) { return isOwn || isPraised ? nil : 1 }
    // "t'es vraiment trop con", "c'est une folle", "tu n'es qu'un crétin".
    let aims = before.contains { etres.contains($0) }
    if aims, MotsQuiBlessent.articles.contains(last) || MotsQuiBlessent.intensifs.contains(last) {
      return predicats.contains(last) || !generaux.contains(word) ? 1 : nil
    }
    // "un larbin comme toi", "un vrai rat", "un parasite, cet intérimaire".
    let after = words[(rang + 1)..<min(words.count, rang + 3)]
    if ["vrai", "vraie", "parfait", "sacre", "sacree"].contains(last) { return 1 }
    if MotsQuiBlessent.articles.contains(last), after.first == "comme",
      ["toi", "vous", "lui", "elle"].contains(after.last ?? "")
    {
      return 1
    }
    return MotsQuiBlessent.articles.contains(last) && after.first == ","
      && ["cet", "ce", "cette", "ces", "lui", "toi"].contains(after.last ?? "")
      ? 1 : nil
  }

  private static let etres: Set<String> = [
    "es", "etes", "est", "tes", "t'es", "c'est", "cest", "c", "sont", "etais", "etait", "serez",
    "ces",
  ]
  private static let predicats: Set<String> = ["un", "une", "des", "qu'un", "qu'une"]
  /// Said of things as often as of people: an article is not enough.
  private static let generaux: Set<String> = [
    "gros", "grosse", "nul", "nulle", "bete", "type", "peau", "noir", "arabe", "juif", "juive",
    "chinois", "chinoise", "rom",
    "vieille", "moche", "merde", "tache", "vache", "mou", "lache", "chien", "chienne", "clown",
    "victime", "cloche", "singe",
    "batard", "porc", "cochon", "rat", "buse", "ane", "dinde", "cafard", "tare", "gourde", "cruche",
    "gitan", "immigre", "lard",
  ]

  private static func singular(_ word: String) -> String {
    word.count > 4 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Signs of a hidden word, at most.
  private static let longest = 16

  /// Letters set apart, or hidden behind stars: "c o n n a r d", "conn*rd", "p***".
  private static func masked(at rang: Int, _ feuillet: Feuillet) -> Int? {
    guard feuillet.mots[rang].sorte == .mot, feuillet.mots[rang].range.count <= 6, opens(rang, feuillet) else {
      return nil
    }
    if let length = spaced(at: rang, feuillet) { return length }
    var pattern = feuillet.mot(rang)
    var end = rang + 1
    while end < rang + longest, let mot = feuillet.mots[safe: end], isGlued(end, feuillet) {
      if ["*", "#", "@", "$"].contains(feuillet.mot(end)) {
        pattern += "*"
      } else if mot.sorte == .mot, pattern.hasSuffix("*") {
        pattern += feuillet.mot(end)
      } else {
        break
      }
      end += 1
    }
    guard let first = pattern.first, pattern.contains("*"), (4...longest).contains(pattern.count) else { return nil }
    return (MotsQuiBlessent.parInitiale[first] ?? []).contains { matches(pattern, $0) } ? end - rang : nil
  }

  private static func spaced(at rang: Int, _ feuillet: Feuillet) -> Int? {
    var letters = ""
    var end = rang
    while end < rang + longest, feuillet.mot(end).utf8.count == 1, feuillet.mots[safe: end]?.sorte == .mot {
      letters += feuillet.mot(end)
      end += 1
    }
    return end - rang >= 4 && (MotsQuiBlessent.forts.contains(letters) || MotsQuiBlessent.faibles.contains(letters))
      ? end - rang : nil
  }

  private static func isGlued(_ rang: Int, _ feuillet: Feuillet) -> Bool {
    rang > 0 && feuillet.mots[rang - 1].range.upperBound == feuillet.mots[rang].range.lowerBound
  }

  /// After a space, a quotation mark, an elision, or at the beginning.
  private static func opens(_ rang: Int, _ feuillet: Feuillet) -> Bool {
    let previous = feuillet.mot(rang - 1)
    return !isGlued(rang, feuillet) || ["\"", "(", "'", "-", "\n"].contains(previous) || previous.hasSuffix("'")
  }

  private static func matches(_ pattern: String, _ word: String) -> Bool {
    if pattern.count == word.count { return zip(pattern, word).allSatisfy { $0 == "*" || $0 == $1 } }
    // Stars seldom count letters: what is shown must be the beginning and the end.
    let head = pattern.prefix { $0 != "*" }
    let tail = String(pattern.reversed().prefix { $0 != "*" }.reversed())
    return word.hasPrefix(head) && word.hasSuffix(tail) && abs(pattern.count - word.count) <= 2
      && head.count + tail.count >= 3
  }

  private static func phrase(at rang: Int, _ words: [String]) -> Int? {
    for phrase in MotsQuiBlessent.phrases where rang + phrase.count < words.count {
      if zip(phrase, words[rang...]).allSatisfy({ $0 == $1 }) { return phrase.count }
    }
    return nil
  }

  /// "traité de", "appelée", "m'a dit", or between quotation marks: the wound is told, not given.
  private static func isReported(_ rang: Int, _ words: [String]) -> Bool {
    let before = words[max(0, rang - 8)..<rang]
    let told = before.contains {
      $0.hasPrefix("trait") || $0.hasPrefix("appel") || $0.hasPrefix("insult")
        || $0.hasPrefix("surnom")
        || ["lance", "cite", "repete", "repetent", "pretend", "dixit"].contains($0)
    }
    let quoted =
      before.last == "\""
      || before.suffix(4).contains("\"") && before.contains { paroles.contains($0) }
    return told || quoted
  }

  private static let paroles: Set<String> = [
    "dit", "ecrit", "crie", "repondu", "hurle", "murmure", "repete", "mis", "lache",
  ]
}
