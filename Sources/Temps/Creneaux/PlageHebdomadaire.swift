/// A window that comes back every week on the same weekday, in the wall clock of whoever opens it.
package struct PlageHebdomadaire: Sendable, Hashable {
  /// 1 = Monday … 7 = Sunday.
  package let weekday: Int
  /// Minutes since 00:00, a whole number of quarter hours.
  package let start: Int
  /// The same, not included; 1440 is midnight at the day's end.
  package let end: Int

  /// nil unless the weekday is 1…7, both ends are quarter hours of one day, and the end comes after the start.
  package init?(weekday: Int, start: Int, end: Int) {
    guard (1...7).contains(weekday), start >= 0, start < end, end <= 1440,
      start.isMultiple(of: 15), end.isMultiple(of: 15)
    else { return nil }
    self.weekday = weekday
    self.start = start
    self.end = end
  }

  /// Whether both are open at some same moment; windows that only touch do not overlap.
  package func overlaps(_ other: PlageHebdomadaire) -> Bool {
    weekday == other.weekday && start < other.end && other.start < end
  }
}

extension PlageHebdomadaire: Comparable {
  /// In the order of the week.
  package static func < (left: PlageHebdomadaire, right: PlageHebdomadaire) -> Bool {
    (left.weekday, left.start, left.end) < (right.weekday, right.start, right.end)
  }
}

extension PlageHebdomadaire: Codable {
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let weekday = try values.decode(Int.self, forKey: .weekday)
    let start = try values.decode(Int.self, forKey: .start)
    guard let plage = Self(weekday: weekday, start: start, end: try values.decode(Int.self, forKey: .end)) else {
      throw DecodingError.dataCorruptedError(forKey: .weekday, in: values, debugDescription: "no such weekly window")
    }
    self = plage
  }

  private enum CodingKeys: String, CodingKey { case weekday, start, end }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(weekday, forKey: .weekday)
    try values.encode(start, forKey: .start)
    try values.encode(end, forKey: .end)
  }
}
