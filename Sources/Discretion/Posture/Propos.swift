/// What somebody says to the other, cut into sentences and clauses.
struct Propos {
  let mots: [String]
  private let feuillet: Feuillet
  /// The first word of the sentence each word belongs to.
  private var debuts: [Int] = []
  private var questions: [Bool]
  private var citations: [Bool]

  init(_ text: String) {
    let feuillet = Feuillet(text)
    self.feuillet = feuillet
    mots = feuillet.mots.indices.map { feuillet.mot($0) }
    questions = Array(repeating: false, count: mots.count)
    citations = questions
    cutSentences()
    markQuestions()
    markQuotations()
  }

  /// Empty beyond the ends.
  func mot(_ rang: Int) -> String { mots.indices.contains(rang) ? mots[rang] : "" }

  /// Unicode scalars of the text as written.
  func place(_ rangs: Range<Int>) -> Range<Int> {
    feuillet.pli.scalaires(
      feuillet.mots[rangs.lowerBound].range.lowerBound..<feuillet.mots[rangs.upperBound - 1].range.upperBound)
  }

  func isAsked(_ rang: Int) -> Bool { questions[rang] }

  /// Between two quotation marks of a line, or on a line that a mail reader quoted.
  func isQuoted(_ rang: Int) -> Bool { citations[rang] }

  /// The sentence around these words, not farther than is read at a glance: what keeps the search linear.
  func sentence(around rangs: Range<Int>) -> Range<Int> {
    let debut = debuts[rangs.lowerBound]
    var end = rangs.upperBound
    while end < mots.count, end - rangs.upperBound < Self.vue, debuts[end] == debut { end += 1 }
    return max(debut, rangs.lowerBound - Self.vue)..<end
  }

  private static let vue = 16

  /// The words before this one in its clause, six at most.
  func clause(before rang: Int) -> ArraySlice<String> {
    var start = rang
    while start > 0, rang - start < 6, !closesClause(start - 1), !leadsIn(start - 1),
      mots[start - 1] != Self.politesse
    {
      start -= 1
    }
    return mots[start..<rang]
  }

  func closesClause(_ rang: Int) -> Bool {
    guard rang < mots.count else { return true }
    let mot = feuillet.mots[rang]
    return mot.sorte == .ligne || mot.sorte == .signe && !isGluedHyphen(rang) && !isAbbreviation(rang)
  }

  /// At the beginning, after a sign that separates, or after words that only lead in. What closes a bracket or stands
  /// for a name ("[collègue] refuse") separates nothing.
  func opensClause(_ rang: Int) -> Bool {
    var before = rang - 1
    while before >= 0, rang - before <= 3, leadsIn(before) { before -= 1 }
    guard before >= 0 else { return true }
    return Self.separations.contains(mots[before]) && closesClause(before)
      || [Self.politesse, Self.image].contains(mots[before])
  }

  private static let separations: Set<String> = [".", "!", "?", ",", ";", ":", "(", "-", "*", ">", "\n"]

  private func leadsIn(_ rang: Int) -> Bool { Self.liaisons.contains(mots[rang]) }

  /// An emoji, as it is folded.
  private static let image = "\u{FFFD}"
  /// "S'il vous plaît", and the request follows.
  private static let politesse = "plait"
  /// "Alors", "bonjour", "et".
  private static let liaisons: Set<String> = [
    "alors", "donc", "et", "puis", "mais", "maintenant", "non", "oui", "bon", "bref", "ok", "ben", "bah", "ba",
    "euh", "ecoute", "ecoutez", "franchement", "surtout", "juste", "stp", "svp", "bonjour", "bonsoir", "salut",
    "coucou", "bjr", "slt", "merci", "please", "so", "then", "now", "just", "hello", image,
  ]

  private func isGluedHyphen(_ rang: Int) -> Bool {
    mots[rang] == "-" && rang > 0 && feuillet.mots[rang - 1].range.upperBound == feuillet.mots[rang].range.lowerBound
  }

  /// "M. Le Goff", "Mme D. refuse".
  private func isAbbreviation(_ rang: Int) -> Bool {
    let before = mot(rang - 1)
    guard mots[rang] == ".", feuillet.mots[safe: rang - 1]?.sorte == .mot else { return false }
    return before.utf8.count == 1 ? !["y", "a"].contains(before) : ["mr", "mme", "mlle", "dr", "pr"].contains(before)
  }

  private func closesSentence(_ rang: Int) -> Bool {
    [".", "!", "?", "\n"].contains(mot(rang)) && !isAbbreviation(rang)
  }

  private mutating func cutSentences() {
    var debut = 0
    for rang in mots.indices {
      debuts.append(debut)
      // What a colon announces belongs to who announced it, on the next line too.
      let isAnnounced = mots[rang] == "\n" && rang > debut && [":", "\n"].contains(mots[rang - 1])
      if closesSentence(rang), !isAnnounced { debut = rang + 1 }
    }
  }

  private mutating func markQuestions() {
    var isAsked = false
    for rang in mots.indices.reversed() {
      // "?!" and "???" ask once.
      if closesSentence(rang) { isAsked = mots[rang] == "?" || isAsked && closesSentence(rang + 1) }
      questions[rang] = isAsked
    }
  }

  private mutating func markQuotations() {
    var opening: Int?
    var isQuotedLine = mot(0) == ">"
    for rang in mots.indices {
      if mots[rang] == "\n" {
        opening = nil
        isQuotedLine = mot(rang + 1) == ">"
      } else if mots[rang] == "\"" {
        if let start = opening { for inner in start..<rang { citations[inner] = true } }
        opening = opening == nil ? rang : nil
      }
      if isQuotedLine { citations[rang] = true }
    }
  }
}
