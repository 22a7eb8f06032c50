extension String {
  /// Every line end as `\n`, without the characters XML 1.0 cannot hold: most control characters, U+FFFE, U+FFFF.
  var cleaned: String {
    guard needsCleaning else { return self }
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        kept.append("\n")
      } else if scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF) {
        kept.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(kept)
  }

  /// Looks at bytes, and says yes too often rather than too late: U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  private var needsCleaning: Bool {
    hasByte { $0 == 0xEF || ($0 < 0x20 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\t")) }
  }

  /// Through the bytes where they are: every cell of an export passes here several times.
  @inline(__always) func hasByte(where isWanted: (UInt8) -> Bool) -> Bool {
    utf8Span.span.withUnsafeBufferPointer { $0.contains(where: isWanted) }
  }

  /// No more than `limit` UTF-16 units, ellipsis included, and no character cut in two.
  func cut(to limit: Int, ellipsis: String = "…") -> String {
    // A text never has more UTF-16 units than bytes.
    guard utf8.count > limit, utf16.count > limit else { return self }
    let room = limit - ellipsis.utf16.count
    var taken = 0
    let kept = prefix { character in
      taken += character.utf16.count
      return taken <= room
    }
    return kept + ellipsis
  }

  var endsOrStartsBlank: Bool {
    utf8.first.map(Self.blank.contains) == true || utf8.last.map(Self.blank.contains) == true
  }

  private static let blank = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t")]
}
