import Base
import Foundation
import Html
import Testing

@testable import Web

@Suite struct LettreTests {
  private static let hostile = "</p><script>alert(1)</script> & \"l’été\" <img src=https://ailleurs.example>"

  private static func lettre(
    _ langue: Langue = .fr, sujet: String = "Votre rencontre", citation: String? = nil,
    href: String = "https://accompagner.example/rencontres/1?a=1&b=2"
  ) -> Courriel {
    Lettre(
      langue, sujet: sujet, paragraphes: ["Bonjour Léa,", "Bruno vous attend mardi."], citation: citation,
      bouton: (label: "Voir la rencontre", href: href), apres: ["À bientôt."]
    ).courriel(to: "lea@example.org")
  }

  @Test func `le texte et la page disent la même chose, dans le même ordre`() {
    let courriel = Self.lettre(citation: "Avec plaisir.")
    let words = [
      "Bonjour Léa,", "Bruno vous attend mardi.", "Avec plaisir.", "Voir la rencontre", "À bientôt.", "Vademecum",
    ]
    for text in [courriel.texte, courriel.html] {
      let places = words.map { text.range(of: $0, options: .backwards)?.lowerBound }
      #expect(places.allSatisfy { $0 != nil })
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
    #expect(courriel.texte.contains("\nhttps://accompagner.example/rencontres/1?a=1&b=2\n"))
    #expect(courriel.html.contains("href=\"https://accompagner.example/rencontres/1?a=1&amp;b=2\""))
    #expect(courriel.destinataire == "lea@example.org" && courriel.sujet == "Votre rencontre")
  }

  @Test func `des mots hostiles restent des mots`() {
    let lettre = Lettre(
      .fr, sujet: Self.hostile, paragraphes: [Self.hostile], citation: Self.hostile,
      bouton: (label: Self.hostile, href: "javascript:alert(1)"), apres: [Self.hostile])
    let courriel = lettre.courriel(to: "lea@example.org")
    #expect(
      !courriel.html.contains("<script") && !courriel.html.contains("<img") && !courriel.html.contains("javascript:"))
    #expect(courriel.html.components(separatedBy: "&lt;script&gt;").count == 7)
    #expect(courriel.texte.contains(Self.hostile))
  }

  @Test func `chaque ligne d’une citation porte sa marque`() {
    let courriel = Self.lettre(citation: "Bonjour,\n\n--\nVademecum\n> déjà cité")
    let quoted = courriel.texte.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.hasPrefix(">") }
    #expect(quoted.first == "> Bonjour," && quoted.suffix(3) == ["> --", "> Vademecum", "> > déjà cité"])
    // Somebody's words never look like ours: one signature, at the end.
    #expect(courriel.texte.components(separatedBy: "\n--\n").count == 2)
    #expect(courriel.texte.hasSuffix("\n\n--\nVademecum\n"))
  }

  /// The blank line between two paragraphs of somebody's words is theirs.
  @Test func `une ligne vide d’une citation reste à sa place`() {
    let courriel = Self.lettre(citation: "Un.\n\nDeux.")
    #expect(courriel.texte.contains("> Un.\n>\n> Deux.") || courriel.texte.contains("> Un.\n> \n> Deux."))
    #expect(courriel.html.contains("Un.\n\nDeux."))
  }

  @Test func `une lettre ne demande rien à personne et dit sa langue`() {
    for langue in Langue.allCases {
      let courriel = Self.lettre(langue)
      #expect(courriel.langue == langue && courriel.html.contains("<html lang=\"\(langue.rawValue)\">"))
      for word in ["<link", "<script", "<img", "url(", "@import"] { #expect(!courriel.html.contains(word)) }
      #expect(courriel.texte.contains(langue == .fr ? "Voir la rencontre\u{a0}:" : "Voir la rencontre:"))
    }
  }

  @Test func `une lettre sans bouton ni citation reste une lettre`() {
    let piece = Piece(methode: "REQUEST", contenu: "BEGIN:VCALENDAR")
    let courriel = Lettre(.en, sujet: "Hello", paragraphes: ["One."]).courriel(to: "a@example.org", calendrier: piece)
    #expect(courriel.texte == "One.\n\n--\nVademecum\n")
    #expect(!courriel.html.contains("<a ") && !courriel.html.contains("<blockquote"))
    #expect(courriel.calendrier == piece)
  }
}
