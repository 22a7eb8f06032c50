/// The lines of an iCalendar file, each folded so that none is longer than 75 octets.
///
/// Names are fixed in the code; values come encoded, so that no text given by somebody can begin a line.
struct ContentLines {
  private(set) var text = ""

  mutating func component(_ name: StaticString, _ write: (inout ContentLines) -> Void) {
    fold("BEGIN:\(name)")
    write(&self)
    fold("END:\(name)")
  }

  mutating func add(_ name: StaticString, _ value: ContentValue, _ parameters: [ContentParameter] = []) {
    fold("\(name)\(parameters.map(\.encoded).joined()):\(value.encoded)")
  }

  /// Cuts between scalars, never inside one; a line that goes on starts with a space, which counts.
  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += width
    }
    text += "\r\n"
  }
}

/// `;NAME=value` of a line.
struct ContentParameter {
  let encoded: String

  /// A word of the format, or a name already checked; quotes around it would confuse some calendars.
  init(_ name: StaticString, token: String) { encoded = ";\(name)=\(token)" }

  /// Any text, quoted. Quotes have no place inside quotes: RFC 6868 says how to write them.
  init(_ name: StaticString, _ text: String) {
    let inside = text.unicodeScalars.map { scalar in
      switch scalar {
      case "^": "^^"
      case "\"": "^'"
      case _ where scalar.breaksLine || scalar.isControl: " "
      default: String(scalar)
      }
    }
    encoded = ";\(name)=\"\(inside.joined())\""
  }
}

extension Unicode.Scalar {
  /// Some readers also cut lines at the separators that Unicode adds to those of ASCII.
  var breaksLine: Bool { ("\n"..."\r").contains(self) || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}" }

  var isControl: Bool { value < 0x20 && self != "\t" || (0x7f...0x9f).contains(value) }
}
