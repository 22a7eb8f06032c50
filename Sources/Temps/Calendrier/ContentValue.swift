/// What stands after the colon of a line, encoded for its type.
struct ContentValue {
  let encoded: String

  /// A word of the format itself, never text given by somebody.
  static func token(_ token: String) -> ContentValue { ContentValue(encoded: token) }

  /// Text for people, with its line breaks.
  static func text(_ text: String) -> ContentValue {
    var encoded = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      encoded += escaped(scalar, after: previous)
      previous = scalar
    }
    return ContentValue(encoded: encoded)
  }

  private static func escaped(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
    switch scalar {
    case "\\", ";", ",": "\\\(scalar)"
    case "\n" where previous == "\r": ""
    case _ where scalar.breaksLine: "\\n"
    case _ where scalar.isControl: ""
    default: String(scalar)
    }
  }

  /// An address of the web: what no address may hold is percent-encoded.
  static func uri(_ uri: String) -> ContentValue {
    ContentValue(encoded: percentEncoded(uri, keeping: "-._~:/?#[]@!$&'()*+,;=%"))
  }

  /// A mail address; nothing in it can add a header or another address.
  static func mail(_ address: String) -> ContentValue {
    ContentValue(encoded: "mailto:" + percentEncoded(address, keeping: "-._~@+"))
  }

  /// "20261203T170000Z".
  static func utc(_ instant: Instant) -> ContentValue {
    ContentValue(encoded: local(LocalTime(instant, offset: 0)).encoded + "Z")
  }

  /// "20261203T180000": its zone stands elsewhere.
  static func local(_ time: LocalTime) -> ContentValue {
    let day = time.jour.iso.filter { $0 != "-" }
    let hour = (time.minute / 60).padded(2) + (time.minute % 60).padded(2)
    return ContentValue(encoded: "\(day)T\(hour)\(time.second.padded(2))")
  }

  /// "+0100", "-0330"; with seconds for the zones that had some.
  static func offset(_ seconds: Int) -> ContentValue {
    let (minutes, second) = abs(seconds).quotientAndRemainder(dividingBy: 60)
    let digits = (minutes / 60).padded(2) + (minutes % 60).padded(2) + (second == 0 ? "" : second.padded(2))
    return ContentValue(encoded: (seconds < 0 ? "-" : "+") + digits)
  }

  private static func percentEncoded(_ text: String, keeping marks: String) -> String {
    text.utf8.reduce(into: "") { encoded, unit in
      let character = Character(Unicode.Scalar(unit))
      if unit < 0x80, character.isLetter || character.isNumber || marks.contains(character) {
        encoded.append(character)
      } else {
        let digits = String(unit, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
