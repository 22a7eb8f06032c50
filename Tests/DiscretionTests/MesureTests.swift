import Discretion
import Foundation
import Testing

/// The sentences kept apart from training: the model that ships must keep what `docs/limites.md` says of it.
@Suite struct MesureTests {
  private struct Phrase {
    var texte = ""
    var spans: [(place: Range<Int>, sorte: String)] = []
    var permis: [String] = []

    /// `register<TAB>category<TAB>words with ⟦KIND|marks⟧<TAB>allow=…`
    init(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      var rest = fields[2]
      var count = 0
      func add(_ words: Substring) {
        texte += words
        count += words.unicodeScalars.count
      }
      while let open = rest.firstIndex(of: "⟦"), let bar = rest[open...].firstIndex(of: "|"),
        let close = rest[bar...].firstIndex(of: "⟧")
      {
        add(rest[..<open])
        let start = count
        add(rest[rest.index(after: bar)..<close])
        spans.append((start..<count, String(rest[rest.index(after: open)..<bar])))
        rest = rest[rest.index(after: close)...]
      }
      add(rest)
      if fields.count > 3 { permis = fields[3].dropFirst("allow=".count).split(separator: ",").map(String.init) }
    }
  }

  private struct Mesure {
    var found = 0
    var right = 0
    var expected = 0
    var recalled = 0
    var f1: Double {
      guard found > 0, expected > 0, right > 0 else { return 0 }
      let (p, r) = (Double(right) / Double(found), Double(recalled) / Double(expected))
      return 2 * p * r / (p + r)
    }
  }

  private static func phrases() throws -> [Phrase] {
    try String(contentsOf: Lecture.racine.appending(path: "Training/phrases/reserve.tsv"), encoding: .utf8)
      .split(separator: "\n").map(Phrase.init)
  }

  private static func measure(_ phrases: [Phrase], lowercased: Bool) -> (
    noms: [String: Mesure], fuites: Double, alarmes: Double
  ) {
    var measures: [String: Mesure] = [:]
    var (leaks, marked, alarms, clean) = (0, 0, 0, 0)
    for phrase in phrases {
      let text = lowercased ? phrase.texte.lowercased() : phrase.texte
      guard text.unicodeScalars.count == phrase.texte.unicodeScalars.count else { continue }
      let found = Lecture.relecteur.read(text, allowed: phrase.permis)
      for span in phrase.spans {
        measures[span.sorte, default: Mesure()].expected += 1
        if found.contains(where: { $0.sorte.rawValue == span.sorte && $0.place.overlaps(span.place) }) {
          measures[span.sorte, default: Mesure()].recalled += 1
        }
      }
      for one in found {
        measures[one.sorte.rawValue, default: Mesure()].found += 1
        if phrase.spans.contains(where: { $0.sorte == one.sorte.rawValue && $0.place.overlaps(one.place) }) {
          measures[one.sorte.rawValue, default: Mesure()].right += 1
        }
      }
      if phrase.spans.isEmpty {
        clean += 1
        alarms += found.isEmpty ? 0 : 1
      } else {
        marked += 1
        let covered = Set(found.flatMap { Array($0.place) })
        leaks += phrase.spans.contains { span in span.place.contains { !covered.contains($0) } } ? 1 : 0
      }
    }
    return (measures, Double(leaks) / Double(marked), Double(alarms) / Double(clean))
  }

  @Test func `les phrases mises de côté gardent leurs mesures`() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count == 667)
    let (noms, fuites, alarmes) = Self.measure(phrases, lowercased: false)
    #expect(try #require(noms["PERSON"]).f1 >= 0.78, "\(noms)")
    #expect(try #require(noms["ORG"]).f1 >= 0.66)
    #expect(1 - fuites >= 0.80, "\(fuites)")
    #expect(alarmes <= 0.15, "\(alarmes)")
  }

  @Test func `sans une capitale, les personnes se voient encore`() throws {
    let (noms, _, _) = Self.measure(try Self.phrases(), lowercased: true)
    #expect(try #require(noms["PERSON"]).f1 >= 0.72, "\(noms)")
  }
}
