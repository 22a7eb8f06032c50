/// Months as one number, `year * 12 + month - 1`, and days as days since 1970.
package enum Mois {
  /// Days of a leap year that starts in March, before each of its months: February, whose length changes, comes last.
  private static let before = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337]
  private static let daysIn400Years = 146_097
  /// From the first of March of year 0 to the first day of 1970.
  private static let epoch = 719_468

  package static func firstDay(of mois: Int) -> Int {
    let sinceMarch = mois - 2
    let year = floored(sinceMarch, 12)
    let leaps = floored(year, 4) - floored(year, 100) + floored(year, 400)
    return year * 365 + leaps + before[sinceMarch - year * 12] - epoch
  }

  package static func of(jour: Int) -> Int {
    // Never late by more than a month: 400 years are 4,800 months of nearly 30.44 days.
    var mois = 1970 * 12 + floored(jour * 4800, daysIn400Years) - 1
    while firstDay(of: mois + 1) <= jour { mois += 1 }
    return mois
  }

  private static func floored(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
