import Testing

@testable import Html

@Suite struct MarkupTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='x", "&lt;déjà&gt;",
    "a & b < c > d \" e ' f",
    "\u{202e}sruojuot", "👩‍🔧 «\u{a0}oui\u{a0}»", "]]>", "<!--", "\0", "",
  ]

  /// Undoes what escaping did: what a browser would show.
  private func shown(_ html: String) -> String {
    html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: hostile) func `un texte hostile reste du texte`(text: String) {
    let html = Markup(text: text).string
    #expect(!html.contains { "<>\"'".contains($0) })
    #expect(shown(html) == text)
  }

  @Test(arguments: hostile) func `un attribut hostile reste un attribut`(text: String) {
    let html = a(.href(text), .value(text)) { "lien" }.string
    #expect(html.hasPrefix("<a href=\"") && html.hasSuffix("\">lien</a>"))
    #expect(html.filter { $0 == "\"" }.count == 4)
    #expect(html.filter { $0 == "<" }.count == 2)
  }

  @Test(arguments: hostile) func `ce qu’on a tapé revient tel quel dans sa zone`(text: String) {
    let html = textarea(.name("mot"), text: text).string
    #expect(html.hasPrefix("<textarea name=\"mot\">\n"))
    let inside = html.dropFirst("<textarea name=\"mot\">\n".count).dropLast("</textarea>".count)
    #expect(shown(String(inside)) == text)
  }

  @Test func `le constructeur admet si, sinon, pour et rien`() {
    func page(_ names: [String], _ greeting: Bool) -> Markup {
      div {
        if greeting { p { "Bonjour" } } else { p { "Au revoir" } }
        if names.isEmpty { "personne" }
        for name in names { span { name } }
        nil as Markup?
        42
      }
    }
    #expect(page(["a", "b"], true).string == "<div><p>Bonjour</p><span>a</span><span>b</span>42</div>")
    #expect(page([], false).string == "<div><p>Au revoir</p>personne42</div>")
  }

  @Test func `un document dit sa langue`() {
    #expect(document(.en) { body { "x" } }.string == "<!doctype html><html lang=\"en\"><body>x</body></html>")
  }

  @Test func `une image dit toujours ce qu’elle montre`() {
    #expect(image("/a.svg", alt: "Une « porte »").string == "<img src=\"/a.svg\" alt=\"Une « porte »\">")
  }
}

@Suite struct LangueTests {
  @Test func `le nom s’accorde avec son nombre, dans chaque langue`() {
    let (one, many) = (Phrase("question", "question"), Phrase("questions", "questions"))
    #expect(Langue.fr.count(0, one, many) == "0\u{a0}question")
    #expect(Langue.en.count(0, one, many) == "0\u{a0}questions")
    #expect(Langue.fr.count(1, one, many) == "1\u{a0}question")
    #expect(Langue.en.count(2, one, many) == "2\u{a0}questions")
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1_000, "1\u{202f}000", "1,000"), (-12_345, "-12\u{202f}345", "-12,345"),
    (10_000_000, "10\u{202f}000\u{202f}000", "10,000,000"),
    (.min, "-9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808", "-9,223,372,036,854,775,808"),
  ]) func `un nombre se lit par milliers, dans chaque langue`(number: Int, fr: String, en: String) {
    #expect(Langue.fr.nombre(number) == fr)
    #expect(Langue.en.nombre(number) == en)
  }

  @Test func `une seule des deux phrases est écrite`() {
    #expect(Langue.fr("Oui", "Yes") == "Oui")
    #expect(Langue.en(Phrase(fr: "Oui", en: "Yes")) == "Yes")
  }
}
