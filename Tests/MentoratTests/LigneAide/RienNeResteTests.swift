import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct RienNeResteTests {
  private static let calm = "Je prends le temps de penser"
  private static let graves = [
    "Je n’en peux plus, je veux mourir ce soir.", "Je me sens vide, je pleure tous les soirs, je ne dors plus.",
    "Il a un couteau, il menace de nous tuer.",
  ]

  @Test(arguments: Engine.allCases) func `ce que l’alerte a vu ne laisse rien`(engine: Engine) async throws {
    for grave in Self.graves {
      // As many bytes: not even the length of what is sealed may differ.
      let plain = Self.calm + String(repeating: ".", count: grave.utf8.count - Self.calm.utf8.count)
      let (seen, silent) = (try await Self.remains(of: grave, engine), try await Self.remains(of: plain, engine))
      #expect(seen.alerted && !silent.alerted, "the two sentences do differ")
      #expect(seen.tables.keys == silent.tables.keys && seen.tables.count >= 29)
      for (table, rows) in seen.tables { #expect(rows == silent.tables[table], "\(table)") }
    }
  }

  /// One writes a sentence, in each place where it is read; what the base holds then.
  private static func remains(
    of mots: String, _ engine: Engine
  ) async throws -> (alerted: Bool, tables: [String: [String]]) {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.relecture(mots, objet: "nouveau")
      let sent = try await lieu.send(mots, at: .fevrier(1, 10))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 10)).first)
      _ = try await lieu.compose(mots, by: lieu.marc, answering: question, at: .fevrier(1, 14))
      _ = try await lieu.send("\(mots) Kevin Lebrun m’a fait attendre.", at: .fevrier(1, 15))
      _ = try await lieu.send(mots, at: .fevrier(1, 22))
      _ = try await lieu.relecture(mots, by: lieu.marc, objet: question.id.text)
      _ = try await lieu.fil(of: lieu.marc, at: .fevrier(2, 9))
      _ = try await lieu.mentorat.announceArrivals(for: .house(.echeances), at: .fevrier(2, 9))
      return (sent.html().contains("aide-maintenant"), try await scene.dump())
    }
  }
}

extension Scene {
  /// Every table that an act of this room might touch, whatever becomes of the others.
  private static let tables: [StaticString] = [
    "fait", "reaction", "trace_attente", "trace", "courrier", "geste", "binome", "convention", "convention_texte",
    "signature", "acte", "seance", "date_proposee", "synthese", "absence", "message", "formulation", "marque",
    "orientation", "carnet", "ligne_aide", "annonce", "passage_mentor", "personne", "appartenance", "connexion",
    "engagement", "brouillon", "message_en_cours",
  ]

  /// Each table, a line for each row: what is clear as it stands, what is sealed by its length, ids and digests by
  /// their shape. On the server, every row of every table besides, whichever they are.
  fileprivate func dump() async throws -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for table in Self.tables {
      let name = SQL(stringLiteral: table)
      lines[table.description] = try await house.database.read { tx in
        try tx.all("SELECT * FROM \(sql: name)") { row in try Self.line(row) }.sorted()
      }
    }
    guard engine == .postgres else { return lines }
    lines["tout"] = try await everything().map { Self.shape(String(decoding: $0, as: UTF8.self)) }.sorted()
    return lines
  }

  private static func line(_ row: Row) throws -> String {
    var cells: [String] = []
    while let cell = try? row[cells.count] as Tout { cells.append(shape(cell.text)) }
    try #require(!cells.isEmpty)
    return cells.joined(separator: " | ")
  }

  /// "01a35628-…" becomes "id", bytes become their count, digests become "#".
  private static func shape(_ value: String) -> String {
    value.replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "id")
      .replacing(/\\x[0-9a-f]*/) { "\($0.output.count / 2 - 1) octets" }.replacing(/[0-9a-f]{64}/, with: "#")
  }
}

/// A cell of any type, as words.
private struct Tout: Column {
  let text: String

  init(_ cell: Cell) throws {
    if cell.isNull {
      text = "∅"
    } else if let words = try? String(cell) {
      text = words
    } else if let number = try? Int64(cell) {
      text = String(number)
    } else {
      text = "\\x" + (try [UInt8](cell)).hexadecimal
    }
  }
}
