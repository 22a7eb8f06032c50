import Chartes
import Foundation
import Html
import Temps
import Testing

@Suite struct MotsTests {
  let charte = Charte.rencontres

  @Test func `rien n’est vide, dans aucune langue`() {
    for phrase in Textes.all(charte, Parametres()) {
      #expect(phrase.fr.count > 1 || Int(phrase.fr) != nil, "\(phrase)")
      #expect(phrase.en.count > 1 || Int(phrase.en) != nil, "\(phrase)")
      #expect(phrase.fr == phrase.fr.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(!phrase.fr.contains("  ") && !phrase.en.contains("  "), "\(phrase)")
    }
  }

  @Test func `chaque texte tient en trois phrases au plus`() {
    for phrase in Textes.signed(charte, .ailleurs) {
      #expect((1...3).contains(phrase.fr.split(separator: ". ").count), "\(phrase.fr)")
      #expect(phrase.fr.hasSuffix(".") && phrase.en.hasSuffix("."), "\(phrase)")
    }
  }

  @Test func `les mots restent simples et ne blâment pas`() {
    let french = ["erreur", "invalide", "veuillez", "utilisateur", "faute grave", "interdit", "sanction"]
    let english = ["error", "invalid", "please", "user", "forbidden", "penalty"]
    for phrase in Textes.all(charte, Parametres()) {
      for word in french { #expect(!phrase.fr.lowercased().contains(word), "\(word)\u{a0}: \(phrase.fr)") }
      for word in english { #expect(!phrase.en.lowercased().contains(word), "\(word): \(phrase.en)") }
    }
  }

  @Test func `la ponctuation suit l’usage français`() {
    for phrase in Textes.all(charte, .ailleurs) {
      #expect(!phrase.fr.contains("'") && !phrase.en.contains("'"), "\(phrase)")
      #expect(phrase.fr.firstMatch(of: /[^\u{a0}][:;?!»]|«[^\u{a0}]/) == nil, "\(phrase.fr)")
    }
  }

  /// Two sets of values that share none: a number written by hand is foreign to one of them.
  @Test func `tout nombre écrit vient d’un paramètre`() {
    #expect(numbers(.ailleurs).isDisjoint(with: numbers(.plusHaut)))
    for p in [Parametres.ailleurs, .plusHaut] {
      for phrase in Textes.signed(charte, p) {
        for number in (phrase.fr + phrase.en).matches(of: /\d+/) {
          #expect(numbers(p).contains(String(number.output)), "\(number.output) dans \(phrase.fr)")
        }
      }
    }
  }

  @Test func `ce qui ne dépend d’aucune valeur n’écrit aucun nombre`() {
    let phrases = charte.articles.flatMap { [$0.titre, $0.raison] + $0.promesses.map(\.phrase) } + [charte.preambule]
    for phrase in phrases { #expect((phrase.fr + phrase.en).firstMatch(of: /\d/) == nil, "\(phrase.fr)") }
  }

  /// The values, and the hours and minutes kept free before a meeting, which are half of one of them.
  private func numbers(_ p: Parametres) -> Set<String> {
    let half = DemanderParInteret.marge(p).milliseconds / 60_000
    let margin = ["\(half / 60)", "\(half % 60)"].filter { $0 != "0" }
    return Set(charte.parametres.map { "\(p[$0])" } + margin)
  }

  @Test(.enabled(if: !SourcesDesChartes.texts.isEmpty, "VADEMECUM_DATA is not set"))
  func `aucune suite de huit mots ne vient d’une charte source`() {
    let theirs = SourcesDesChartes.texts.reduce(into: Set<String>()) { $0.formUnion(runs($1)) }
    let written = Textes.all(charte, Parametres()).map(\.fr)
    let files = Depot.files(under: "Sources/Chartes", ending: [".swift"]).values
    #expect(theirs.count > 100 && files.count > 12)
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
