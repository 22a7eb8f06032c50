import Base
import Testing

@Suite struct TokenTests {
  @Test func `un secret se présente tel qu’il a été remis`() {
    for _ in 0..<2000 {
      let token = Token.random()
      #expect(token.text.wholeMatch(of: /[A-Za-z0-9_-]{32}/) != nil)
      #expect(Token(presented: token.text) == token)
    }
  }

  @Test(arguments: [
    "", "court", String(repeating: "A", count: 31), String(repeating: "A", count: 33),
    String(repeating: "A", count: 31) + "+",
    String(repeating: "A", count: 31) + "/", String(repeating: "A", count: 31) + "=",
    String(repeating: "A", count: 30) + "é",
    String(repeating: "A", count: 31) + " ", String(repeating: "A", count: 31) + "\0",
    String(repeating: "A", count: 100_000),
  ]) func `ce qui ne peut pas être un secret est refusé`(text: String) {
    #expect(Token(presented: text) == nil)
  }

  @Test func `l’empreinte d’un secret ne change jamais et ne le contient pas`() throws {
    let token = try #require(Token(presented: String(repeating: "A", count: 32)))
    #expect(token.fingerprint == "22a48051594c1949deed7040850c1f0f8764537f5191be56732d16a54c1d8153")
  }

  @Test func `dix mille secrets sont tous différents`() {
    #expect(Set((0..<10_000).map { _ in Token.random().text }).count == 10_000)
  }

  @Test(arguments: ["123456", "123 456", " 1 2 3 4 5 6 ", "123\u{a0}456", "123\u{202f}456", "123\n456"])
  func `un code se tape avec ou sans blancs`(typed: String) {
    #expect(ShortCode(typed: typed)?.text == "123456")
  }

  @Test(arguments: ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "12345６", "-12345", "123.456", "1234５6", "½23456"])
  func `ce qui n’est pas six chiffres n’est pas un code`(typed: String) {
    #expect(ShortCode(typed: typed) == nil)
  }

  @Test func `un code montré se tape comme on le lit`() {
    let codes = (0..<5000).map { _ in ShortCode.random() }
    for code in codes {
      #expect(code.text.wholeMatch(of: /[0-9]{6}/) != nil)
      #expect(ShortCode(typed: code.spaced) == code)
    }
    // One in ten begins with a zero, which is kept.
    #expect(codes.contains { $0.text.hasPrefix("0") })
    #expect(Set(codes.map(\.text)).count > 4900)
    #expect(ShortCode(typed: "042424")?.spaced == "042\u{a0}424")
  }
}
