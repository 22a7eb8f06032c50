extension Jour: Codable {
  /// Exactly "2026-11-21": ten characters, and a day that exists.
  package init?(_ iso: String) {
    let units = Array(iso.utf8)
    guard units.count == 10, units[4] == UInt8(ascii: "-"), units[7] == UInt8(ascii: "-"),
      let year = Self.digits(units[0..<4]), let month = Self.digits(units[5..<7]), let day = Self.digits(units[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// "2026-11-21".
  package var iso: String { "\(monthId)-\(day.padded(2))" }

  /// "2026-11".
  package var monthId: String { "\(year.padded(4))-\(month.padded(2))" }

  /// "2026-W47": the ISO week, which belongs to the year of its Thursday.
  package var weekId: String {
    let thursday = advanced(by: 4 - weekday)
    let firstOfYear = Self.number(year: thursday.year, month: 1, day: 1)
    let week = (thursday.number - firstOfYear) / 7 + 1
    return "\(thursday.year.padded(4))-W\(week.padded(2))"
  }

  private static func digits(_ units: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for unit in units {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit) else { return nil }
      value = value * 10 + Int(unit - UInt8(ascii: "0"))
    }
    return value
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let jour = Jour(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no such day")
    }
    self = jour
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension Int {
  /// "07": leading zeros up to `width` digits.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
