import Chartes
import Testing

/// The lock between text, article, test and caller: what is called kept is proved and judged.
@Suite struct VerrouTests {
  static let articles = Charte.toutes.flatMap(\.articles)

  /// What proves a promise stands under Tests, but not beside the articles themselves.
  static let proofs = Depot.files(under: "Tests", ending: [".swift", ".py"])
    .filter { !$0.key.hasPrefix("Tests/ChartesTests/") }.mapValues(Depot.code)

  static let rooms = ["Sources/Rencontres", "Sources/Mentorat", "Sources/Conseil", "Sources/Personnes"]
    .flatMap { Depot.files(under: $0, ending: [".swift"]).values }.map(Depot.code)

  @Test(arguments: articles.map { $0.cle })
  func `chaque promesse tenue a son essai`(_ cle: String) throws {
    let article = try #require(Self.articles.first { $0.cle == cle })
    for promesse in article.promesses where [.byCode, .byReminder].contains(promesse.tenue) {
      let preuve = try #require(promesse.preuve)
      #expect(Self.isProved(preuve), "\(cle) attend l’essai «\u{a0}\(preuve)\u{a0}»")
    }
  }

  @Test(arguments: articles.map { $0.cle })
  func `ce qui n’est pas tenu ne prétend pas l’être`(_ cle: String) throws {
    let article = try #require(Self.articles.first { $0.cle == cle })
    #expect(!article.promesses.isEmpty)
    for promesse in article.promesses where [.byPeople, .notYet].contains(promesse.tenue) {
      #expect(promesse.preuve == nil)
    }
  }

  /// An article of which nothing is kept by the software yet may wait for its room.
  @Test(arguments: articles.filter { $0 is any ArticleJuge.Type && isKept($0) }.map { "\($0)" })
  func `chaque article qui juge est appelé par une pièce`(_ name: String) {
    #expect(Self.rooms.contains { $0.contains("\(name).judge(") }, "personne n’appelle \(name).judge")
  }

  @Test func `chaque article a son fichier, chaque article qui juge ses essais`() {
    let sources = Depot.files(under: "Sources/Chartes", ending: [".swift"])
    let tests = Depot.files(under: "Tests/ChartesTests", ending: ["Tests.swift"])
    for article in Self.articles {
      let name = "\(article)"
      #expect(article.cle == slug(name))
      #expect(sources.keys.contains { $0.hasSuffix("/\(name).swift") }, "\(name)")
      guard article is any ArticleJuge.Type else { continue }
      #expect(tests.keys.contains { $0.hasSuffix("/\(name)Tests.swift") }, "\(name)")
    }
  }

  /// Each place that makes a reason is met by one of the verdicts whose words the other tests read.
  @Test(arguments: articles.filter { $0 is any ArticleJuge.Type }.map { "\($0)" })
  func `chaque motif écrit dans un article est lu par les essais`(_ name: String) throws {
    let sources = Depot.files(under: "Sources/Chartes", ending: ["/\(name).swift"])
    let code = Depot.code(try #require(sources.values.first))
    let written = code.matches(of: /\bmotif\(\n/).count
    let read = Charte.toutes.flatMap { Textes.motifs($0, Parametres()) }.filter { $0.cle == slug(name) }
    #expect(written > 0 && Set(read.map { "\($0.pourquoi) \($0.issue)" }).count >= written)
  }

  /// Whether a promise of it is said to be kept by the software.
  private static func isKept(_ article: any Article.Type) -> Bool {
    article.promesses.contains { [.byCode, .byReminder].contains($0.tenue) }
  }

  /// In Swift the sentence names a test; elsewhere it stands in the code.
  private static func isProved(_ preuve: String) -> Bool {
    proofs.contains { path, code in
      code.contains(path.hasSuffix(".swift") ? "func `\(preuve)`" : preuve)
    }
  }

  /// "TenirSesRendezVous" → "tenir-ses-rendez-vous".
  private func slug(_ name: String) -> String {
    name.reduce(into: "") { slug, letter in
      if letter.isUppercase && !slug.isEmpty { slug.append("-") }
      slug.append(contentsOf: letter.lowercased())
    }
  }
}
