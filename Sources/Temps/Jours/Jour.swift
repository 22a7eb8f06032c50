/// A day of the calendar, as written on a wall calendar: no zone, no hour.
package struct Jour: Sendable, Hashable {
  /// Days since 1970-01-01, negative before.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// nil when the day does not exist: 31 April, 29 February of a common year, a year outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  package var year: Int { civil.year }
  /// 1 = January … 12.
  package var month: Int { civil.month }
  /// 1…31.
  package var day: Int { civil.day }
  /// 1 = Monday … 7 = Sunday.
  package var weekday: Int { (number + 3).modulo(7) + 1 }
}

extension Jour: Strideable {
  /// So many days later; earlier when negative.
  package func advanced(by days: Int) -> Jour { Jour(number: number + days) }

  /// Days from this one to `other`; negative when `other` is earlier.
  package func distance(to other: Jour) -> Int { other.number - number }
}

extension Jour {
  /// The same day of the month, so many months later; the last one where that month is shorter. 31 January and one month:
  /// 28 February.
  package func advanced(byMonths count: Int) -> Jour {
    let months = year * 12 + (month - 1) + count
    let (year, month) = (months.floored(by: 12), months.modulo(12) + 1)
    return Jour(
      number: Self.number(year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year))))
  }
}

extension Jour {
  /// 28…31.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  // Years are counted from March, so that the leap day comes last and the months before it have fixed lengths:
  // 153 days for each five months. 1970-01-01 is day 719 468 counted from 1 March of year 0.
  private static let epoch = 719_468
  private static let fourCenturies = 146_097

  static func number(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear.floored(by: 4) - marchYear.floored(by: 100) + marchYear.floored(by: 400)
    return 365 * marchYear + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - epoch
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let days = number + Self.epoch
    let inEra = days.modulo(Self.fourCenturies)
    let yearInEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100)
    let marchMonth = (5 * inYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let marchYear = yearInEra + 400 * days.floored(by: Self.fourCenturies)
    return (month <= 2 ? marchYear + 1 : marchYear, month, inYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension BinaryInteger {
  /// The quotient rounded down, so that moments before 1970 count like the others; `divisor` is positive.
  func floored(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What is left by `floored`, never negative.
  func modulo(_ divisor: Self) -> Self { self - floored(by: divisor) * divisor }
}
