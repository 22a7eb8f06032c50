import Html

/// The public holidays of a place.
package struct Feries: Sendable, Hashable, Codable {
  package let territoire: Territoire
  /// Good Friday is a holiday only in communes of Alsace-Moselle with a Protestant temple or a shared church: somebody
  /// says so of theirs, no map knows it.
  package let vendrediSaint: Bool

  package init(_ territoire: Territoire, vendrediSaint: Bool = false) {
    self.territoire = territoire
    self.vendrediSaint = vendrediSaint && territoire == .alsaceMoselle
  }

  /// What is celebrated on this day; nil on any other.
  package func name(of jour: Jour) -> Phrase? { holidays(of: jour.year).first { $0.jour == jour }?.nom }

  /// Those of a year (1…9999), in order.
  package func holidays(of year: Int) -> [(jour: Jour, nom: Phrase)] {
    let easter = Jour.easter(of: year)
    var holidays = Self.fixed.compactMap { day in
      Jour(year: year, month: day.month, day: day.day).map { (jour: $0, nom: day.nom) }
    }
    holidays += [
      (easter.advanced(by: 1), Phrase("Lundi de Pâques", "Easter Monday")),
      (easter.advanced(by: 39), Phrase("Ascension", "Ascension Day")),
      (easter.advanced(by: 50), Phrase("Lundi de Pentecôte", "Whit Monday")),
    ]
    if territoire == .alsaceMoselle, let second = Jour(year: year, month: 12, day: 26) {
      holidays.append((second, Phrase("Saint-Étienne", "Saint Stephen’s Day")))
    }
    if vendrediSaint { holidays.append((easter.advanced(by: -2), Phrase("Vendredi saint", "Good Friday"))) }
    if let day = territoire.abolition, let abolition = Jour(year: year, month: day.month, day: day.day) {
      holidays.append((abolition, Phrase("Abolition de l’esclavage", "Abolition of slavery")))
    }
    return holidays.sorted { $0.jour < $1.jour }
  }

  private static let fixed: [(month: Int, day: Int, nom: Phrase)] = [
    (1, 1, Phrase("Jour de l’an", "New Year’s Day")), (5, 1, Phrase("Fête du Travail", "Labour Day")),
    (5, 8, Phrase("Victoire de 1945", "Victory in Europe Day")), (7, 14, Phrase("Fête nationale", "Bastille Day")),
    (8, 15, Phrase("Assomption", "Assumption")), (11, 1, Phrase("Toussaint", "All Saints’ Day")),
    (11, 11, Phrase("Armistice", "Armistice Day")), (12, 25, Phrase("Noël", "Christmas Day")),
  ]
}

extension Jour {
  /// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, also called Meeus, Jones and Butcher's).
  static func easter(of year: Int) -> Jour {
    let golden = year % 19
    let (century, inCentury) = (year / 100, year % 100)
    let skipped = (century + 8) / 25
    let epact = (19 * golden + century - century / 4 - (century - skipped + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let day = epact + weekday - 7 * late + 114
    return Jour(number: number(year: year, month: day / 31, day: day % 31 + 1))
  }
}
