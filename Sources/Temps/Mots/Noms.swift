import Html

extension Langue {
  /// "lundi", "Monday"; 1 = Monday … 7 = Sunday.
  package func weekday(_ weekday: Int) -> String { Self.weekdays[weekday - 1](in: self) }

  /// "décembre", "December"; 1 = January … 12.
  package func month(_ month: Int) -> String { Self.months[month - 1](in: self) }

  /// "déc.", "Dec"; 1 = January … 12. Short names stay whole.
  package func shortMonth(_ month: Int) -> String { Self.shortMonths[month - 1](in: self) }

  private static let weekdays = [
    Phrase("lundi", "Monday"), Phrase("mardi", "Tuesday"), Phrase("mercredi", "Wednesday"),
    Phrase("jeudi", "Thursday"), Phrase("vendredi", "Friday"), Phrase("samedi", "Saturday"),
    Phrase("dimanche", "Sunday"),
  ]

  private static let months = [
    Phrase("janvier", "January"), Phrase("février", "February"), Phrase("mars", "March"), Phrase("avril", "April"),
    Phrase("mai", "May"), Phrase("juin", "June"), Phrase("juillet", "July"), Phrase("août", "August"),
    Phrase("septembre", "September"), Phrase("octobre", "October"), Phrase("novembre", "November"),
    Phrase("décembre", "December"),
  ]

  private static let shortMonths = [
    Phrase("janv.", "Jan"), Phrase("févr.", "Feb"), Phrase("mars", "March"), Phrase("avril", "April"),
    Phrase("mai", "May"), Phrase("juin", "June"), Phrase("juil.", "July"), Phrase("août", "Aug"),
    Phrase("sept.", "Sept"), Phrase("oct.", "Oct"), Phrase("nov.", "Nov"), Phrase("déc.", "Dec"),
  ]
}

extension Phrase {
  fileprivate func callAsFunction(in langue: Langue) -> String { langue(self) }
}
