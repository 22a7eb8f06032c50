/// The pseudonyms given in one accompaniment: the same person is always the same letter.
///
/// It holds words, folded, so that they are recognised; under a `voile`, it holds what the veil made of them instead.
package struct Carnet: Sendable, Codable {
  private var personnes = Repertoire()
  private var organisations = Repertoire()
  /// Makes something else of each word before it is held: a keyed fingerprint, so that the book names nobody. The same
  /// word must always give the same thing.
  package var voile: (@Sendable (String) -> String)?

  package init() {}

  private enum CodingKeys: String, CodingKey { case personnes, organisations }

  /// "A", "B" … "Z", "AA" …: the letter of this person, new when nobody bore these words.
  mutating func lettre(of mots: [String]) -> String { Self.letters(personnes.rang(of: veiled(mots))) }

  /// 1, 2, 3 …: the number of this organisation.
  mutating func numero(of mots: [String]) -> Int { organisations.rang(of: veiled(mots)) + 1 }

  private func veiled(_ mots: [String]) -> [String] { voile.map { mots.map($0) } ?? mots }

  private static func letters(_ rang: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + rang % 26)))
    return rang < 26 ? letter : letters(rang / 26 - 1) + letter
  }
}

extension Carnet: Equatable {
  package static func == (left: Carnet, right: Carnet) -> Bool {
    left.personnes == right.personnes && left.organisations == right.organisations
  }
}

/// Who bears which words. "Bruno", "Martin" and "Bruno Martin" are one, unless two would answer.
struct Repertoire: Sendable, Codable, Equatable {
  private var exacts: [String: Int] = [:]
  private var mots: [[String]] = []
  /// Who bears a word: two are enough to know that it is not one's own.
  private var porteurs: [String: [Int]] = [:]

  mutating func rang(of words: [String]) -> Int {
    let key = words.joined(separator: " ")
    if let known = exacts[key] { return known }
    let rang = bearer(of: Set(words)) ?? mots.count
    if rang == mots.count { mots.append([]) }
    exacts[key] = rang
    for word in words where !mots[rang].contains(word) {
      mots[rang].append(word)
      if porteurs[word, default: []].count < 2 { porteurs[word, default: []].append(rang) }
    }
    return rang
  }

  private func bearer(of words: Set<String>) -> Int? {
    let candidates = Set(words.flatMap { porteurs[$0] ?? [] })
    guard candidates.count == 1, let only = candidates.first else { return nil }
    return words.isSubset(of: mots[only]) || words.isSuperset(of: mots[only]) ? only : nil
  }
}
