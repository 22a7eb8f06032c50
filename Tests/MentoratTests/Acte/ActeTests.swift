import Base
import Chartes
import Crypto
import Foundation
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct ActeTests {
  @Test(arguments: Engine.allCases) func `un octet changé ne se vérifie plus`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let acte = try #require(try await lieu.acte())
      #expect(try await lieu.mentorat.verify(acte.contenu) == .concorde(Scene.now - .days(5)))
      for changed in Self.altered(acte.contenu) {
        #expect(try await lieu.mentorat.verify(changed) == .neConcordePas, "\(changed.prefix(80))…")
      }
      // Letters cut in two look the same and are other bytes.
      let decomposed = acte.contenu.decomposedStringWithCanonicalMapping
      try #require(Array(decomposed.utf8) != Array(acte.contenu.utf8))
      #expect(try await lieu.mentorat.verify(decomposed) == .neConcordePas)
    }
  }

  @Test(arguments: Engine.allCases) func `le sceau se vérifie sans nous`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (signature, cle) = try await scene.stored()
      let bytes = try await lieu.mentorat.giveActe(lieu.visit(by: lieu.nour)).file
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: Data(cle))
      #expect(key.isValidSignature(Data(signature), for: Data(bytes)))
      for rang in stride(from: 0, to: bytes.count, by: 97) {
        var changed = bytes
        changed[rang] ^= 1
        #expect(!key.isValidSignature(Data(signature), for: Data(changed)))
      }
      let page = try await lieu.mentorat.showVerification(lieu.visit(by: nil)).html()
      #expect(page.contains(Data(cle).base64EncodedString()), "anybody finds the key")
      let print = try await lieu.mentorat.showActe(lieu.visit(by: lieu.marc)).html()
      #expect(print.contains(Data(signature).base64EncodedString()) && print.contains("Nour Haddadien"))
    }
  }

  @Test(arguments: Engine.allCases) func `un sceau changé dans la base ne se vérifie plus`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let contenu = try #require(try await lieu.acte()).contenu
      let (signature, cle) = try await scene.stored()
      var forged = signature
      forged[0] ^= 1
      for (changed, key) in [(forged, cle), ([], cle), (signature, [UInt8](repeating: 7, count: 32)), (signature, [])] {
        try await scene.house.database.write { tx in
          _ = try tx.execute("UPDATE acte SET signature = \(changed), cle_publique = \(key)")
        }
        #expect(try await lieu.mentorat.verify(contenu) == .neConcordePas)
      }
      try await scene.house.database.write { tx in
        _ = try tx.execute("UPDATE acte SET signature = \(signature), cle_publique = \(cle)")
      }
      #expect(try await lieu.mentorat.verify(contenu) != .neConcordePas)
    }
  }

  @Test(arguments: Engine.allCases) func `l’acte garde les deux langues et les deux signatures`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement(signed: false)
      let (his, hers) = (
        try await lieu.convention(of: lieu.marc), try await lieu.convention(of: lieu.nour, .en)
      )
      #expect(his.hidden("empreinte") != hers.hidden("empreinte"))
      // The hash of one language does not sign the other.
      let crossed = hers.replacing("name=\"langue\" value=\"en\"", with: "name=\"langue\" value=\"fr\"")
      #expect(try await lieu.sign(crossed, by: lieu.nour, .en).location == lieu.path("/convention?fait=change"))
      _ = try await lieu.sign(his, by: lieu.marc)
      _ = try await lieu.sign(hers, by: lieu.nour, at: Scene.now + .milliseconds(7), .en)
      let contenu = try #require(try await lieu.acte()).contenu
      for (page, t) in [(his, Langue.fr), (hers, .en)] {
        let text = try await scene.texte(t)
        #expect(Array(SHA256.hash(data: Data(text.utf8))).hexadecimal == page.hidden("empreinte"))
        #expect(contenu.contains("[\(t.rawValue)] SHA-256 \(page.hidden("empreinte"))\n\n\(text)"))
      }
      #expect(contenu.contains("mentor | Marc Aubrionnet | 2027-02-01T08:00:00.000Z | fr"))
      #expect(contenu.contains("accompagne | Nour Haddadien | 2027-02-01T08:00:00.007Z | en"))
      #expect(!contenu.contains("\r") && contenu.hasSuffix("\n"))
      #expect(Array(contenu.precomposedStringWithCanonicalMapping.utf8) == Array(contenu.utf8))
      #expect(!contenu.contains("@"), "no address")
    }
  }

  @Test(arguments: Engine.allCases) func `deux actes du même binôme n’ont ni le même sel ni la même empreinte`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let first = try #require(try await lieu.acte())
      _ = try await lieu.propose(["delai": ["3"]], by: lieu.nour)
      for visitor in [lieu.nour, lieu.marc] { _ = try await lieu.sign(by: visitor) }
      let second = try #require(try await lieu.acte())
      func salt(_ acte: Acte) -> Substring? {
        acte.contenu.split(separator: "\n").first { $0.hasPrefix("sel ") }?.dropFirst(4)
      }
      #expect(salt(first) != salt(second) && (salt(first)?.count ?? 0) >= 32)
      // The former one stays ours.
      #expect(try await lieu.mentorat.verify(first.contenu) == .concorde(Scene.now - .days(5)))
      #expect(try await lieu.mentorat.verify(second.contenu) == .concorde(Scene.now))
    }
  }
}

extension ActeTests {
  /// Each position of a sample changed, taken out, or doubled by a line break; the last line break apart.
  fileprivate static func altered(_ contenu: String) -> [String] {
    let scalars = Array(contenu.unicodeScalars)
    let positions = Set(stride(from: 0, to: scalars.count - 1, by: 41)).union(0..<30)
      .union(scalars.count - 60..<scalars.count - 1)
    func text(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }
    return positions.sorted().flatMap { rang -> [String] in
      var (changed, without, broken) = (scalars, scalars, scalars)
      changed[rang] = scalars[rang] == "x" ? "y" : "x"
      without.remove(at: rang)
      broken.insert("\n", at: rang)
      return [text(changed), text(without), text(broken)]
    } + [contenu.replacing("\u{a0}", with: " "), contenu.replacing("’", with: "'"), " " + contenu, contenu + " \n"]
      + [contenu.replacing("\n\n", with: "\n"), contenu.lowercased(), ""]
  }
}

extension Scene {
  /// The seal of the only record.
  fileprivate func stored() async throws -> (signature: [UInt8], cle: [UInt8]) {
    let found = try await house.database.read { tx in
      try tx.first("SELECT signature, cle_publique FROM acte") { (try $0[0] as [UInt8], try $0[1] as [UInt8]) }
    }
    return try #require(found)
  }

  fileprivate func texte(_ langue: Langue) async throws -> String {
    try await house.database.read { tx in
      try tx.first("SELECT contenu FROM convention_texte WHERE langue = \(langue.rawValue)") { try $0[0] } ?? ""
    }
  }
}
