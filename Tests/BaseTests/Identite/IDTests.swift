import Base
import Foundation
import Temps
import Testing
import Troupe

@Suite struct IDTests {
  private enum EssaiTag {}
  private typealias EssaiID = ID<EssaiTag>
  private static let bon = "018cc251-f400-7abc-8def-0123456789ab"

  private static let mauvais: [String] = [
    "", "018cc251", "\(bon)0", "\(bon.dropLast())", bon.uppercased(), " \(bon.dropLast())", "\(bon.dropLast())\n",
    "\(bon.dropLast())\0", "\(bon.dropLast())g", bon.replacing("-", with: "_"), bon.replacing("-", with: ""),
    "018cc251f-400-7abc-8def-0123456789ab", "018cc251-f400-7abc-8def-0123456789é",
    "{18cc251-f400-7abc-8def-0123456789a}", "../../../../../../../../etc/passwd..",
    "٠18cc251-f400-7abc-8def-0123456789a",
  ]

  @Test(arguments: mauvais) func `ce qui n’est pas un identifiant est refusé`(text: String) {
    #expect(EssaiID(text) == nil)
  }

  @Test func `rien d’autre que la forme exacte ne passe`() {
    let forme = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    let signes = Array("0123456789abcdefABCDEFg-- é\u{0}")
    var passes = 0
    for _ in 0..<20_000 {
      var text = Array(Self.bon)
      for _ in 0..<Int.random(in: 0...2) { text[Int.random(in: text.indices)] = signes.randomElement()! }
      let accepted = EssaiID(String(text)) != nil
      #expect(accepted == (String(text).wholeMatch(of: forme) != nil))
      passes += accepted ? 1 : 0
    }
    #expect(passes > 1000 && passes < 19_000)
  }

  @Test func `un identifiant se range à son heure`() {
    let instants = (0..<2000).map { _ in Instant(milliseconds: .random(in: 0..<(1 << 48))) }
    let byID = instants.map { (id: EssaiID.make(at: $0), le: $0) }.sorted { $0.id < $1.id }
    #expect(byID.map(\.le) == instants.sorted())
    let neighbours = (0..<100).map { EssaiID.make(at: Instant(milliseconds: 1_800_000_000_000 + $0)) }
    #expect(neighbours == neighbours.sorted())
  }

  @Test func `les identifiants d’un même instant gardent l’ordre où ils ont été faits`() {
    let now = Instant(milliseconds: 1_700_000_000_000)
    // Others make theirs in between, at other instants: it changes nothing. The counter comes round once in 67 million.
    let inOrder = (0..<2).contains { _ in
      let ids = (0..<1000).map { rang in
        _ = EssaiID.make(at: now + .milliseconds(rang % 3 - 1))
        return EssaiID.make(at: now)
      }
      return ids == ids.sorted()
    }
    #expect(inOrder)
  }

  @Test func `un identifiant est un UUID de version 7`() {
    for milliseconds in [0, 1, 255, 256, 1_800_000_000_000, (Int64(1) << 48) - 1] {
      let text = EssaiID.make(at: Instant(milliseconds: milliseconds)).text
      #expect(EssaiID(text)?.text == text)
      #expect(text.wholeMatch(of: /.{14}7.{4}[89ab].{16}/) != nil)
      #expect(Int64(text.prefix(13).replacing("-", with: ""), radix: 16) == milliseconds)
    }
    #expect(EssaiID.make(at: Instant(milliseconds: -1)).text.hasPrefix("00000000-0000-7"))
  }

  @Test func `vingt mille identifiants du même instant sont tous différents`() {
    let now = Instant(milliseconds: 1_800_000_000_000)
    #expect(Set((0..<20_000).map { _ in EssaiID.make(at: now) }).count == 20_000)
  }

  @Test(arguments: Engine.allCases) func `un identifiant abîmé dans une colonne se dit`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      try await db.write { try $0.execute("CREATE TABLE essai (id TEXT NOT NULL)") }
      try await db.write { try $0.execute("INSERT INTO essai (id) VALUES ('abîmé')") }
      await #expect(throws: DatabaseError.decoding("id")) {
        try await db.read { tx in try tx.first("SELECT id FROM essai") { try $0[0] as EssaiID } }
      }
      try await db.write { try $0.execute("UPDATE essai SET id = \(EssaiID(Self.bon))") }
      let lu = try await db.read { tx in try tx.first("SELECT id FROM essai") { try $0[0] as EssaiID } }
      #expect(lu?.text == Self.bon)
    }
  }

  @Test func `un identifiant voyage en JSON, abîmé il n’arrive pas`() throws {
    let id = EssaiID.make(at: Instant(milliseconds: 1_800_000_000_000))
    #expect(try JSONDecoder().decode([EssaiID].self, from: JSONEncoder().encode([id])) == [id])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([EssaiID].self, from: Data(#"["non"]"#.utf8)) }
  }
}
