/// Things that are no words: an image pasted as text, a file turned into letters.
package enum Collage {
  /// No word, address or number is as long without a break.
  private static let longestRun = 300
  /// Mail and terminals break a file into lines of 64 or 76 letters: after one as long as this, the next goes on.
  private static let brokenLine = 40

  package static func isFile(_ texte: String) -> Bool {
    if texte.contains("\u{fffc}") || texte.lowercased().contains(/data:[a-z]+\/[a-z0-9.+\-]+[;,]/) { return true }
    var (run, line) = (0, 0)
    for unit in texte.utf8 {
      if isBase64(unit) {
        (run, line) = (run + 1, line + 1)
      } else {
        run = unit == UInt8(ascii: "\n") && line >= brokenLine ? run : 0
        line = 0
      }
      if run >= longestRun { return true }
    }
    return false
  }

  private static func isBase64(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
