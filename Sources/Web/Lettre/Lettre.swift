import Base
import Html

/// A mail of ours: a few sentences, at most one button, the same words in text and in HTML. No picture, no third party.
package struct Lettre: Sendable {
  package let langue: Langue
  package let sujet: String
  package let paragraphes: [String]
  package let bouton: (label: String, href: String)?
  /// Words of a person, shown as such.
  package let citation: String?
  package let apres: [String]

  package init(
    _ langue: Langue, sujet: String, paragraphes: [String], citation: String? = nil,
    bouton: (label: String, href: String)? = nil, apres: [String] = []
  ) {
    self.langue = langue
    self.sujet = sujet
    self.paragraphes = paragraphes
    self.citation = citation
    self.bouton = bouton
    self.apres = apres
  }

  package func courriel(to adresse: String, calendrier: Piece? = nil) -> Courriel {
    Courriel(
      destinataire: adresse, sujet: sujet, texte: texte, html: html, langue: langue, calendrier: calendrier)
  }

  private var texte: String {
    var blocks = paragraphes
    if let citation {
      blocks.append(
        citation.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n"))
    }
    if let bouton { blocks.append("\(bouton.label)\(langue("\u{a0}:", ":"))\n\(bouton.href)") }
    return (blocks + apres + ["--\nVademecum"]).joined(separator: "\n\n") + "\n"
  }

  private var html: String {
    document(langue) {
      head {
        meta(.charset("utf-8"))
        title { sujet }
      }
      body(.style(Self.paper)) {
        div(.style(Self.sheet)) {
          h1(.style(Self.heading)) { sujet }
          for paragraphe in paragraphes { p(.style(Self.text)) { paragraphe } }
          if let citation { blockquote(.style(Self.quote)) { citation } }
          if let bouton {
            p(.style(Self.text)) { a(.href(bouton.href), .style(Self.button)) { bouton.label } }
          }
          for paragraphe in apres { p(.style(Self.soft)) { paragraphe } }
          p(.style(Self.soft)) { "Vademecum" }
        }
      }
    }.string
  }

  // Mail programs read no style sheet: the colours of `tokens.css`, in place.
  private static let paper = "margin:0;padding:24px;background:#fbf8f2;color:#24211c;font:17px/1.55 sans-serif"
  private static let sheet =
    "max-width:36rem;margin:0 auto;background:#ffffff;border:1px solid #ddd5c7;border-radius:8px;padding:24px"
  private static let heading = "font:600 24px/1.25 Georgia,serif;margin:0 0 16px"
  private static let text = "margin:0 0 14px"
  private static let soft = "margin:14px 0 0;color:#5d564b;font-size:15px"
  private static let quote =
    "margin:0 0 14px;padding:2px 0 2px 14px;border-left:3px solid #1d5a4c;white-space:pre-wrap"
  private static let button =
    "display:inline-block;background:#1d5a4c;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:8px"
}
