import Chartes
import Foundation
import Html
import Temps
import Testing

@Suite struct MotsTests {
  @Test(arguments: Charte.toutes)
  func `rien n’est vide, dans aucune langue`(_ charte: Charte) {
    for phrase in Textes.all(charte, Parametres()) {
      #expect(phrase.fr.count > 1 || Int(phrase.fr) != nil, "\(phrase)")
      #expect(phrase.en.count > 1 || Int(phrase.en) != nil, "\(phrase)")
      for text in [phrase.fr, phrase.en] {
        #expect(text == text.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(!text.contains("  ") && !text.contains("\n"), "\(text)")
      }
    }
  }

  @Test(arguments: Charte.toutes)
  func `chaque texte tient en trois phrases au plus`(_ charte: Charte) {
    for phrase in Textes.signed(charte, .ailleurs) {
      #expect((1...3).contains(sentences(phrase.fr)) && (1...3).contains(sentences(phrase.en)), "\(phrase)")
      #expect(phrase.fr.hasSuffix(".") && phrase.en.hasSuffix("."), "\(phrase)")
    }
  }

  @Test(arguments: Charte.toutes)
  func `chaque motif tient en trois phrases au plus, issue comprise`(_ charte: Charte) {
    for motif in Textes.motifs(charte, .ailleurs) {
      for langue in Langue.allCases {
        let (why, way) = (langue(motif.pourquoi), langue(motif.issue))
        #expect(sentences(why) + sentences(way) <= 3, "\(why) \(way)")
        #expect(why.hasSuffix(".") && way.hasSuffix("."), "\(why) \(way)")
      }
    }
  }

  @Test(arguments: Charte.toutes)
  func `les mots restent simples et ne blâment pas`(_ charte: Charte) {
    let french = ["erreur", "invalide", "veuillez", "utilisateur", "faute grave", "interdit", "sanction"]
    let english = ["error", "invalid", "please", "user", "forbidden", "penalty"]
    for phrase in Textes.all(charte, Parametres()) {
      for word in french { #expect(!phrase.fr.lowercased().contains(word), "\(word)\u{a0}: \(phrase.fr)") }
      for word in english { #expect(!phrase.en.lowercased().contains(word), "\(word): \(phrase.en)") }
    }
  }

  @Test(arguments: Charte.toutes)
  func `la ponctuation suit l’usage français`(_ charte: Charte) {
    for phrase in Textes.all(charte, .ailleurs) {
      #expect(!phrase.fr.contains("'") && !phrase.en.contains("'"), "\(phrase)")
      #expect(!phrase.fr.contains("\"") && !phrase.en.contains("\""), "\(phrase)")
      #expect(phrase.fr.firstMatch(of: /[^\u{a0}][:;?!»]|«[^\u{a0}]/) == nil, "\(phrase.fr)")
    }
  }

  /// Two sets of values that share none: a number written by hand is foreign to one of them.
  @Test(arguments: Charte.toutes)
  func `tout nombre écrit vient d’un paramètre`(_ charte: Charte) {
    #expect(numbers(charte, .ailleurs).isDisjoint(with: numbers(charte, .plusHaut)))
    for p in [Parametres.ailleurs, .plusHaut] {
      for phrase in Textes.signed(charte, p) { expectNumbers(of: phrase, in: numbers(charte, p)) }
    }
  }

  /// Those of the meetings count things too: requests that wait, days that passed.
  @Test(arguments: [Charte.mentorat, .conseil])
  func `au mentorat et au conseil, un motif n’écrit que des valeurs signées`(_ charte: Charte) {
    for p in [Parametres.ailleurs, .plusHaut] {
      for motif in Textes.motifs(charte, p) {
        for phrase in [motif.pourquoi, motif.issue] { expectNumbers(of: phrase, in: numbers(charte, p)) }
      }
    }
  }

  @Test(arguments: Charte.toutes)
  func `ce qui ne dépend d’aucune valeur n’écrit aucun nombre`(_ charte: Charte) {
    let phrases =
      [charte.titre, charte.objet, charte.preambule] + charte.parametres.map(\.libelle)
      + charte.articles.flatMap { [$0.titre, $0.raison] + $0.promesses.map(\.phrase) }
    for phrase in phrases { #expect((phrase.fr + phrase.en).firstMatch(of: /\d/) == nil, "\(phrase.fr)") }
  }

  private func sentences(_ text: String) -> Int { text.split(separator: ". ").count }

  /// The zeros of "8:00" belong to an hour of the day and are no number of their own.
  private func expectNumbers(of phrase: Phrase, in numbers: Set<String>) {
    for text in [phrase.fr, phrase.en] {
      for number in text.matches(of: /(\d+)(:00\b)?/) {
        #expect(numbers.contains(String(number.output.1)), "\(number.output.0) dans \(text)")
      }
    }
  }

  /// The values, and the hours and minutes kept free before a meeting, which are half of one of them.
  private func numbers(_ charte: Charte, _ p: Parametres) -> Set<String> {
    let values = Set(charte.parametres.map { "\(p[$0])" })
    guard charte.parametres.contains(DemanderParInteret.prevenance) else { return values }
    let half = DemanderParInteret.marge(p).milliseconds / 60_000
    return values.union(["\(half / 60)", "\(half % 60)"].filter { $0 != "0" })
  }

  @Test(.enabled(if: !SourcesDesChartes.texts.isEmpty, "VADEMECUM_DATA is not set"))
  func `aucune suite de huit mots ne vient d’une charte source`() {
    let theirs = SourcesDesChartes.texts.reduce(into: Set<String>()) { $0.formUnion(runs($1)) }
    let written = Charte.toutes.flatMap { Textes.all($0, Parametres()) }.map(\.fr)
    let files = Depot.files(under: "Sources/Chartes", ending: [".swift"]).values
    #expect(theirs.count > 100 && files.count > 12 + 7 + 12)
    for text in written + files {
      #expect(theirs.isDisjoint(with: runs(text)), "\(theirs.intersection(runs(text)))")
    }
  }

  private func runs(_ text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count >= 8 else { return [] }
    return Set((0...(words.count - 8)).map { words[$0..<($0 + 8)].joined(separator: " ") })
  }
}

/// The charters our wording comes after, when they are at hand.
private enum SourcesDesChartes {
  static let texts: [String] = {
    guard let data = ProcessInfo.processInfo.environment["VADEMECUM_DATA"] else { return [] }
    let root = URL(filePath: data)
    let folders = [root.appending(path: "charters"), root.deletingLastPathComponent().appending(path: "charters")]
    return folders.flatMap { folder in
      let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return (files ?? []).filter { $0.pathExtension == "txt" }
        .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    }
  }()
}
