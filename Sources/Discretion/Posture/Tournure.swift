/// A turn of phrase, looked for among the folded words of a text.
///
/// Written in steps: `a|b` is one of these words, `[a|b]` any of them up to four times or none, `…` up to four words of
/// the same clause, `^` the beginning of a clause, `.` its end, `INF` an infinitive that acts, `ACTE` any verb that acts,
/// `@nom` words listed elsewhere, `{nom}` one of the turns of phrase listed elsewhere.
struct Tournure: Sendable {
  private enum Pas: Sendable {
    case un(Set<String>)
    case libres(Set<String>)
    case tour(Tournures)
    case ecart, fin, infinitif, acte
  }

  private let pas: [Pas]
  private let ouvre: Bool
  /// The words it may begin with: what keeps the search linear.
  let initiales: Set<String>

  init(_ notation: String, words: [String: String], turns: [String: Tournures]) {
    func named<T>(_ step: Substring, among known: [String: T]) -> T {
      guard let found = known[String(step)] else { preconditionFailure("a turn of phrase names nothing: \(notation)") }
      return found
    }
    func choices(_ step: Substring) -> Set<String> {
      Set(
        step.split(separator: "|").flatMap { word in
          word.hasPrefix("@") ? named(word.dropFirst(), among: words).split(separator: "|") : [word]
        }.map(String.init))
    }
    var steps = notation.split(separator: " ")
    ouvre = steps.first == "^"
    if ouvre { steps.removeFirst() }
    initiales = choices(steps[0])
    pas = steps.map { step in
      switch step {
      case "…": .ecart
      case ".": .fin
      case "INF": .infinitif
      case "ACTE": .acte
      case _ where step.hasPrefix("["): .libres(choices(step.dropFirst().dropLast()))
      case _ where step.hasPrefix("{"): .tour(named(step.dropFirst().dropLast(), among: turns))
      default: .un(choices(step))
      }
    }
  }

  /// Where it ends, the farthest, when it begins at this word.
  func end(from rang: Int, in propos: Propos) -> Int? {
    ouvre && !propos.opensClause(rang) ? nil : end(from: rang, step: 0, in: propos)
  }

  private static let portee = 4

  private func end(from rang: Int, step: Int, in propos: Propos) -> Int? {
    guard step < pas.count else { return rang }
    let isNext =
      switch pas[step] {
      case .un(let words): words.contains(propos.mot(rang))
      case .infinitif: propos.isInfinitive(rang)
      case .acte: propos.acts(rang)
      case .fin: propos.closesClause(rang)
      case .libres, .ecart, .tour: true
      }
    guard isNext else { return nil }
    switch pas[step] {
    case .un, .infinitif, .acte: return end(from: rang + 1, step: step + 1, in: propos)
    case .fin: return end(from: rang, step: step + 1, in: propos)
    case .libres(let words): return end(after: rang, step, in: propos) { words.contains(propos.mot($0)) }
    case .ecart: return end(after: rang, step, in: propos) { !propos.closesClause($0) }
    case .tour(let turns):
      return turns.ends(from: rang, in: propos).compactMap { end(from: $0, step: step + 1, in: propos) }.max()
    }
  }

  /// As many words as may be skipped, the most first.
  private func end(after rang: Int, _ step: Int, in propos: Propos, where isSkipped: (Int) -> Bool) -> Int? {
    var skipped = 0
    while skipped < Self.portee, isSkipped(rang + skipped) { skipped += 1 }
    for count in (0...skipped).reversed() {
      if let end = end(from: rang + count, step: step + 1, in: propos) { return end }
    }
    return nil
  }
}

/// Turns of phrase, found by their first word.
struct Tournures: Sendable {
  private let parInitiale: [String: [Tournure]]

  init(_ notations: [String], words: [String: String] = [:], turns: [String: Tournures] = [:]) {
    var found: [String: [Tournure]] = [:]
    for notation in notations {
      let tournure = Tournure(notation, words: words, turns: turns)
      for initiale in tournure.initiales { found[initiale, default: []].append(tournure) }
    }
    parInitiale = found
  }

  func ends(from rang: Int, in propos: Propos) -> [Int] {
    parInitiale[propos.mot(rang)]?.compactMap { $0.end(from: rang, in: propos) } ?? []
  }

  /// The end of the longest that begins at this word.
  func end(from rang: Int, in propos: Propos) -> Int? { ends(from: rang, in: propos).max() }

  func occur(in rangs: Range<Int>, of propos: Propos) -> Bool {
    rangs.contains { end(from: $0, in: propos) != nil }
  }
}
