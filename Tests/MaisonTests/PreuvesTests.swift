import Foundation
import Testing

/// Pages that say what is kept, and by what: each proof they name is a test or a file that is there.
@Suite struct PreuvesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func files(_ folder: String, _ suffix: String) throws -> [String] {
    let base = root.appending(path: folder)
    let walker = try #require(FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil))
    return try walker.compactMap { $0 as? URL }.filter { $0.pathExtension == suffix }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// Names of tests: sentences of Swift functions, suites, first lines of Python tests.
  private static func tests() throws -> Set<String> {
    var names: Set<String> = []
    for source in try files("Tests", "swift") {
      for match in source.matches(of: /func `([^`]+)`/) { names.insert(String(match.output.1)) }
      for match in source.matches(of: /struct (\w+Tests)\b/) { names.insert(String(match.output.1)) }
    }
    for source in try files("Tests/navigateur", "py") {
      for match in source.matches(of: /def test_\w+\([^)]*\):\n    """([^"\n]+)/) {
        names.insert(String(match.output.1))
      }
    }
    return names
  }

  /// What a page puts between backticks, and where its links lead.
  private static func unfounded(_ page: String, in folder: String, _ tests: Set<String>) -> [String] {
    let proofs = page.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
    let links = page.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.output.1) }
    return proofs.filter { !tests.contains($0) && !exists($0) && !$0.hasPrefix("/") }
      + links.filter { !$0.contains("://") && !exists("\(folder)/\($0)") }
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).standardizedFileURL.path)
  }

  @Test(arguments: ["asvs", "cnil", "cles"]) func `chaque preuve nommée existe`(page: String) throws {
    let tests = try Self.tests()
    #expect(tests.count > 1000)
    #expect(Self.unfounded(try Self.text("docs/securite/\(page).md"), in: "docs/securite", tests) == [])
  }

  @Test func `une preuve inventée se voit`() throws {
    let page =
      "`ce que personne n’essaie` et `Sources/Nulle/Part.swift`, [là](nulle-part.md) ; `Package.swift`, [ici](asvs.md#v8)"
    let unfounded = Self.unfounded(page, in: "docs/securite", try Self.tests())
    #expect(unfounded == ["ce que personne n’essaie", "Sources/Nulle/Part.swift", "nulle-part.md"])
  }

  @Test func `chaque ligne d’une norme dit sa réponse, et ce qui est dit tenu a sa preuve`() throws {
    let rows = try Self.text("docs/securite/asvs.md").split(separator: "\n").filter { $0.hasPrefix("| V") }
    #expect(rows.count >= 60)
    for row in rows {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      #expect(cells.count == 5 && !cells[2].isEmpty, "\(row)")
      #expect(!cells[3].isEmpty || cells[2].hasPrefix("**Non tenu"), "\(row)")
    }
  }

  @Test func `les dix-sept fiches de la CNIL ont leur réponse`() throws {
    let page = try Self.text("docs/securite/cnil.md")
    for fiche in 1...17 {
      #expect(page.matches(of: try Regex("(?m)^## \(fiche)\\. ")).count == 1, "\(fiche)")
    }
    for partie in ["**Le logiciel.**", "**La structure.**", "**Pas fait.**"] {
      #expect(page.components(separatedBy: partie).count - 1 == 17, "\(partie)")
    }
  }

  @Test func `chaque lien des pages de garde mène quelque part`() throws {
    for (page, folder) in [("docs/exploitation.md", "docs"), ("README.md", "."), ("SECURITY.md", ".")] {
      let links = try Self.text(page).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.output.1) }
      #expect(links.filter { !$0.contains("://") && !Self.exists("\(folder)/\($0)") } == [], "\(page)")
    }
  }
}
