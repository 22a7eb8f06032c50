import CQrencode
import Html

/// A text as a square of dots that a telephone reads, drawn here: nothing is asked of anybody else.
struct CodeQR: Sendable, Equatable {
  private let cote: Int
  /// Row by row, true where it is dark.
  private let points: [Bool]

  /// nil when the text is too long for one (RFC-free: QR version 40).
  init?(_ texte: String) {
    guard let code = QRcode_encodeString8bit(texte, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    cote = side
    points = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// Dark on light in every theme, with the quiet margin of four dots that readers need.
  func dessin(_ texte: String) -> Markup {
    let marge = 4
    let taille = cote + 2 * marge
    let trace = (0..<cote).flatMap { y in
      (0..<cote).compactMap { x in points[y * cote + x] ? "M\(x + marge) \(y + marge)h1v1h-1z" : nil }
    }.joined()
    return svg(.class("qr"), .viewBox("0 0 \(taille) \(taille)"), .role("img"), .aria(.label, texte)) {
      path(.class("qr-fond"), .d("M0 0h\(taille)v\(taille)h-\(taille)z"))
      path(.d(trace))
    }
  }
}
