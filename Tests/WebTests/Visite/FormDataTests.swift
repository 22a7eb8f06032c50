import Foundation
import Testing
import Troupe

@testable import Web

@Suite struct FormDataTests {
  private static func read(_ text: String) -> FormData { FormData(urlEncoded: Array(text.utf8)) }

  @Test(arguments: [
    ("a=b", "b"), ("a=", ""), ("a", ""), ("a=b=c", "b=c"), ("a=b+c", "b c"), ("a=%20b%2B", " b+"), ("a=%C3%A9", "é"),
    ("a=%c3%a9", "é"), ("a=e%CC%81", "é"), ("a=%E2%80%99", "’"), ("a=%", "%"), ("a=%4", "%4"), ("a=%zz", "%zz"),
    ("a=100%", "100%"), ("a=%25%32%30", "%20"), ("a=x%00y", "xy"), ("a=x%1by%7F%C2%85z", "xyz"), ("a=x%0D%0Ay", "x\ny"),
    ("a=x%0Dy%0D%0D%0Az", "x\ny\n\nz"), ("a=x%09y", "x\ty"), ("a=%F0%9F%A7%91", "🧑"), ("a=%C3", "\u{fffd}"),
    ("a=%FFx", "\u{fffd}x"), ("a=1&a=2", "1"), ("&&a=1&", "1"), ("b=2", ""), ("%61=1", "1"), ("A=2", ""),
  ]) func `ce qui a été tapé arrive comme on l’a tapé`(sent: String, value: String) {
    let form = Self.read(sent)
    #expect(Array(form.raw("a").utf8) == Array(value.utf8))
  }

  /// Swift reads "+5" and "-0" as numbers: a form does not.
  @Test(arguments: [("a=%+5", "% 5"), ("a=%-0", "%-0")]) func `un signe après un pourcent n’est pas un octet`(
    sent: String, value: String
  ) { #expect(Self.read(sent).raw("a") == value) }

  @Test func `chaque valeur se trouve par son nom, dans l’ordre`() {
    let form = Self.read("ton=doux&mots=+bonjour%0A&ton=vif&nombre=+42+&_geste=k&vide=")
    #expect(form.all("ton") == ["doux", "vif"])
    #expect(form.text("mots") == "bonjour" && form.raw("mots") == " bonjour\n")
    #expect(form.integer("nombre") == 42 && form.integer("mots") == nil && form.integer("rien") == nil)
    #expect(form.has("vide") && !form.has("rien"))
    #expect(
      form.kept == [["ton", "doux"], ["mots", " bonjour\n"], ["ton", "vif"], ["nombre", " 42 "], ["vide", ""]])
    #expect(FormData(urlEncoded: []) == .empty)
  }

  @Test func `dix mille champs n’en font que quatre cents`() {
    let sent = (0..<10_000).map { "c\($0)=\($0)" }.joined(separator: "&")
    let form = Self.read(sent)
    #expect(form.kept.count == 400)
    #expect(form.raw("c0") == "0" && form.raw("c399") == "399" && !form.has("c400"))
  }

  @Test func `un champ de cent mille lettres arrive entier`() {
    let text = String(repeating: "é\r\n", count: 33_000)
    let sent = text.replacing("é", with: "%C3%A9").replacing("\r\n", with: "%0D%0A")
    #expect(Self.read("a=\(sent)").raw("a") == text.replacing("\r\n", with: "\n"))
  }

  /// Bytes at random, with a taste for those that mean something.
  @Test func `n’importe quels octets donnent un texte propre`() {
    let telling =
      Array("%%%&&==+0123456789abcdefCDEF\r\n\0".utf8) + [0xc3, 0xa9, 0xcc, 0x81, 0xf0, 0x9f, 0xff, 0xed, 0xa0]
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...120)).map { _ in
        Bool.random() ? telling.randomElement()! : UInt8.random(in: .min ... .max)
      }
      let form = FormData(urlEncoded: bytes)
      #expect(form == FormData(urlEncoded: bytes))
      for text in form.kept.flatMap({ $0 }) { expectClean(text, from: bytes) }
    }
  }

  private func expectClean(_ text: String, from bytes: [UInt8]) {
    let controls = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
    #expect(controls.isEmpty, "\(bytes)")
    #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(bytes)")
    #expect(Array(FormData.clean(text).utf8) == Array(text.utf8), "\(bytes)")
  }
}
