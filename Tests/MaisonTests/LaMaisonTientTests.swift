import Foundation
import Testing

/// The laws of the house, read in its own sources.
@Suite struct LaMaisonTientTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private struct Source {
    let path: String
    let text: String
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// Without comments: a comment may speak of what the code may not do.
    var code: String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }
  }

  private static func sources(_ folder: String) throws -> [Source] {
    let base = root.appending(path: folder)
    let walker = try #require(FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil))
    let files = walker.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    return try files.map { file in
      Source(
        path: String(file.path.dropFirst(root.path.count + 1)), text: try String(contentsOf: file, encoding: .utf8))
    }
  }

  private static func offenders(_ sources: [Source], _ words: [String]) -> [String] {
    sources.flatMap { source in words.filter { source.code.contains($0) }.map { "\(source.path): \($0)" } }
  }

  @Test func `l’heure ne se lit que dans vademecum`() throws {
    let others = try Self.sources("Sources").filter { !$0.path.hasPrefix("Sources/vademecum/") }
    #expect(others.count > 100)
    #expect(Self.offenders(others, ["Date()", "Date.now", "Clock.now.rawValue", "time(nil)"]) == [])
  }

  @Test func `la maison n’agit seule que depuis vademecum`() throws {
    let others = try Self.sources("Sources").filter {
      !$0.path.hasPrefix("Sources/vademecum/") && $0.name != "Viewer.swift"
    }
    #expect(Self.offenders(others, [".house("]) == [])
  }

  @Test func `aucune page et aucune route ne parle SQL`() throws {
    let silent = try Self.sources("Sources").filter { source in
      source.name.contains("Page") || source.name.hasSuffix("Routes.swift") || source.name == "Hall.swift"
        || source.name == "Lettres.swift"
        || ["Html", "Temps", "Chartes"].contains { source.path.hasPrefix("Sources/\($0)/") }
    }
    #expect(silent.count > 60)
    #expect(
      Self.offenders(silent, ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "tx.execute", "tx.first", "tx.all"])
        == [])
  }

  @Test func `aucune balise ne s’écrit hors de Html`() throws {
    let rooms = try Self.sources("Sources").filter { source in
      ["Web", "Personnes", "ViePrivee", "Rencontres", "Mentorat", "Conseil", "vademecum"].contains {
        source.path.hasPrefix("Sources/\($0)/")
      }
    }
    #expect(Self.offenders(rooms, ["\"<", "<p>", "<div"]) == [])
  }

  @Test func `rien ne s’imprime hors du terminal de vademecum`() throws {
    let others = try Self.sources("Sources").filter { !$0.path.hasPrefix("Sources/vademecum/") }
    #expect(Self.offenders(others, [" print(", "NSLog(", "debugPrint(", " dump("]) == [])
  }

  @Test func `aucune salle n’en importe une autre`() throws {
    let rooms = ["Rencontres", "Mentorat", "Conseil"]
    for room in rooms {
      let forbidden = (rooms.filter { $0 != room } + ["Annonces"]).map { "import \($0)" }
      #expect(Self.offenders(try Self.sources("Sources/\(room)"), forbidden) == [])
    }
    let above = (rooms + ["Annonces"]).map { "import \($0)" }
    for room in rooms + ["Annonces"] {
      #expect(Self.offenders(try Self.sources("Sources/\(room)"), ["import ViePrivee"]) == [])
    }
    #expect(Self.offenders(try Self.sources("Sources/ViePrivee"), above) == [])
    #expect(Self.offenders(try Self.sources("Sources/Personnes"), above + ["import ViePrivee"]) == [])
    #expect(Self.offenders(try Self.sources("Sources/Base"), ["import Web", "import Personnes"]) == [])
  }

  @Test func `chaque page a son exemple dans la galerie`() throws {
    for room in ["Personnes", "ViePrivee", "Rencontres", "Mentorat", "Conseil"] {
      let sources = try Self.sources("Sources/\(room)")
      let examples = sources.filter { $0.name.hasSuffix("Exemples.swift") }.map(\.code).joined()
      let pages = sources.flatMap { $0.code.matches(of: /struct (\w+): Page/).map { String($0.output.1) } }
      #expect(pages.count > 5)
      #expect(pages.filter { !examples.contains("\($0)(") && !examples.contains("-> \($0)") } == [])
    }
  }

  @Test func `chaque déclaration que d’autres lisent est commentée dans la base`() throws {
    let base = try Self.sources("Sources/Base").filter { $0.path.contains("/Coffre/") || $0.path.contains("/Outbox/") }
    for source in base {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated()
      where line.hasPrefix("package struct") || line.hasPrefix("package final class") {
        #expect(index > 0 && lines[index - 1].hasPrefix("///"), "\(source.path): \(line)")
      }
    }
  }
}
