/// The value of a mail header: one logical line, whatever words it is given.
enum Header {
  /// Lines that hold an encoded word end here (RFC 2047, section 2).
  private static let lineLength = 76
  private static let wordOpening = "=?UTF-8?B?"
  private static let wordClosing = "?="

  /// Free text such as a subject, to stand after `name: `.
  static func text(_ words: String, after name: String) -> String {
    let words = neutralised(words)
    return isPlain(words, after: name) ? words : encoded(words, column: name.utf8.count + 2)
  }

  /// A name and an address, to stand after `name: `.
  static func mailbox(_ expediteur: Expediteur, after name: String) -> String {
    let address = "<\(expediteur.adresse.texte)>"
    let words = neutralised(expediteur.nom)
    guard !words.allSatisfy({ $0 == " " }) else { return address }
    guard isPlain(words, after: name) else { return "\(encoded(words, column: name.utf8.count + 2))\r\n \(address)" }
    let escaped = words.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\" \(address)"
  }

  /// Letters, digits, dots and dashes: what an id, a domain or a method is made of. The rest is dropped.
  static func token(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || isDigitDotDash($0)) })
  }

  private static func isDigitDotDash(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
  }

  /// Line breaks, NUL and other controls become spaces: nobody's words can start a header of their own.
  private static func neutralised(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }

  /// Readable as it is: short ASCII that cannot be mistaken for an encoded word.
  private static func isPlain(_ words: String, after name: String) -> Bool {
    words.utf8.allSatisfy { $0 < 127 } && !words.contains("=?")
      && name.utf8.count + 2 + words.utf8.count <= lineLength
  }

  /// RFC 2047 words, folded, never cut inside a scalar.
  private static func encoded(_ text: String, column: Int) -> String {
    var words: [String] = []
    var bytes: [UInt8] = []
    var room = capacity(from: column)
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > room {
        words.append(word(bytes))
        bytes = []
        room = capacity(from: 1)
      }
      bytes += next
    }
    words.append(word(bytes))
    return words.joined(separator: "\r\n ")
  }

  /// How many bytes an encoded word can hold when it starts at this column.
  private static func capacity(from column: Int) -> Int {
    (lineLength - column - wordOpening.utf8.count - wordClosing.utf8.count) / 4 * 3
  }

  private static func word(_ bytes: [UInt8]) -> String { wordOpening + Base64.line(bytes) + wordClosing }
}
