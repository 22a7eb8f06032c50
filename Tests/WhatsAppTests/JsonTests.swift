import Foundation
import Testing
import Troupe

@testable import WhatsApp

@Suite struct JsonTests {
  @Test func `ce que nous écrivons se relit pareil`() throws {
    var hasard = Hasard(graine: 8)
    for _ in 0..<400 {
      let json = Self.any(depth: 0, &hasard)
      let written = json.octets
      #expect(try Json(written) == json)
      // An unrelated reader finds it well formed too.
      _ = try JSONSerialization.jsonObject(with: Data(written), options: [.fragmentsAllowed])
    }
  }

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `un lecteur sans lien avec le nôtre lit la même chose`() throws {
    for charge in Charge.toutes {
      let ours = try charge.json
      let theirs = try JSONSerialization.jsonObject(with: Data(charge.octets)) as? NSObject
      let back = try JSONSerialization.jsonObject(with: Data(ours.octets)) as? NSObject
      #expect(theirs != nil && theirs == back, "\(charge)")
    }
  }

  @Test func `coupé n’importe où, un corps ne se lit pas`() throws {
    let whole = Array(#"{"a":[1,-2.5e3,true,null,"é\u00e9\ud83d\ude42\n"],"b":{"c":false}}"#.utf8)
    #expect(try Json(whole)["a"].elements.last == "éé🙂\n")
    for end in 0..<whole.count {
      #expect(throws: Json.Illisible.self, "\(end)") { try Json(Array(whole[..<end])) }
    }
  }

  @Test func `des octets au hasard n’arrêtent rien`() {
    var hasard = Hasard(graine: 9)
    let signs = Array("{}[]\":,\\u0dtrue-1.e+nul \u{e9}".utf8)
    var refused = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &hasard)).map { _ in
        Bool.random(using: &hasard) ? signs.randomElement(using: &hasard)! : UInt8.random(in: 0...255, using: &hasard)
      }
      if (try? Json(bytes)) == nil { refused += 1 }
    }
    #expect(refused > 15_000)
  }

  @Test(arguments: [
    #"{"a":1}x"#, "[1,]", "{,}", "01", "1.", "-", "+1", "1e", "nul", #""\x""#, #""\u12g4""#, "\"\n\"", "'a'", "{a:1}",
    "[1 2]", #"{"a" 1}"#, "",
  ]) func `ce qui n’est pas du JSON ne se lit pas`(_ text: String) {
    #expect(throws: Json.Illisible.self) { try Json(Array(text.utf8)) }
  }

  @Test func `ni ce qui n’est pas de l’UTF-8, ni ce qui est profond sans raison`() throws {
    for bytes in [[0xff], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]] as [[UInt8]] {
      #expect(throws: Json.Illisible.self) { try Json(bytes) }
    }
    #expect(throws: Json.Illisible.self) { try Json([UInt8](repeating: UInt8(ascii: "["), count: 3_000_000)) }
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(try Json(Array(deep.utf8)).elements.count == 1)
  }

  @Test func `la moitié d’une paire n’ôte pas le reste du message`() throws {
    #expect(try Json(Array(#""a\ud83db""#.utf8)) == "a\u{fffd}b")
    #expect(try Json(Array(#""\ude42\ud83d\ud83d\ude42""#.utf8)) == "\u{fffd}\u{fffd}🙂")
  }

  @Test func `un grand nombre garde tous ses chiffres`() throws {
    let json = try Json(Array(#"{"n":123456789012345678901234567890,"m":"42"}"#.utf8))
    #expect(json["n"].mots == "123456789012345678901234567890" && json["n"].entier == nil)
    #expect(json["m"].entier == 42)
  }

  private static func any(depth: Int, _ hasard: inout Hasard) -> Json {
    switch Int.random(in: 0...(depth > 3 ? 3 : 5), using: &hasard) {
    case 0: .rien
    case 1: .vrai(.random(using: &hasard))
    case 2: .nombre(["0", "-1", "12.5", "1e-7", "1757000000000001"].randomElement(using: &hasard)!)
    case 3: .texte(words(&hasard))
    case 4: .liste((0..<Int.random(in: 0...4, using: &hasard)).map { _ in any(depth: depth + 1, &hasard) })
    default:
      .objet(
        (0..<Int.random(in: 0...4, using: &hasard)).reduce(into: [:]) { champs, _ in
          champs[words(&hasard)] = any(depth: depth + 1, &hasard)
        })
    }
  }

  private static func words(_ hasard: inout Hasard) -> String {
    let signs = ["a", "é", "\"", "\\", "/", "\n", "\u{1}", "🙂", "\u{2028}", " ", "\u{fffd}"]
    return (0..<Int.random(in: 0...6, using: &hasard)).map { _ in signs.randomElement(using: &hasard)! }.joined()
  }
}
