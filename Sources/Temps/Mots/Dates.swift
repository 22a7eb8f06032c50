import Html

/// How days and moments are said. The number and its month stay on one line, in both languages.
extension Langue {
  /// "mardi 1er décembre", "Tuesday 1 December"; with the year unless it is the year of `reference`.
  ///
  /// - Parameter reference: usually the reader's today; nil always gives the year.
  package func date(_ jour: Jour, reference: Jour?) -> String {
    let year = jour.year == reference?.year ? "" : " \(jour.year)"
    return "\(weekday(jour.weekday)) \(dayNumber(jour))\u{a0}\(month(jour.month))\(year)"
  }

  /// "jeudi 3 déc.", "Thursday 3 Dec": for the buttons of slots, under a heading that says the year.
  package func jourCourt(_ jour: Jour) -> String {
    "\(weekday(jour.weekday)) \(jourDuMois(jour))"
  }

  /// "3 déc.", "3 Dec": where many days stand close together and the year is said elsewhere.
  package func jourDuMois(_ jour: Jour) -> String { "\(dayNumber(jour))\u{a0}\(shortMonth(jour.month))" }

  /// "décembre 2026", "December 2026": the month of this day.
  package func mois(_ jour: Jour) -> String { "\(month(jour.month))\u{a0}\(jour.year)" }

  /// "déc. 2026", "Dec 2026".
  package func moisCourt(_ jour: Jour) -> String { "\(shortMonth(jour.month))\u{a0}\(jour.year)" }

  /// "jeudi 3 décembre à 18:00 (heure de Paris)", "Thursday 3 December at 18:00 (Paris time)".
  package func dateEtHeure(_ instant: Instant, _ fuseau: Fuseau, reference: Jour?) -> String {
    let day = date(Jour(instant, in: fuseau), reference: reference)
    return "\(day) \(self("à", "at")) \(heure(instant, fuseau)) (\(self(fuseau.heure)))"
  }

  /// "jeudi 3 décembre de 18:00 à 18:45 (heure de Paris)", "Thursday 3 December from 18:00 to 18:45 (Paris time)".
  package func dateEtHeures(_ creneau: Creneau, _ fuseau: Fuseau, reference: Jour?) -> String {
    let day = date(Jour(creneau.start, in: fuseau), reference: reference)
    return "\(day) \(heures(creneau, fuseau)) (\(self(fuseau.heure)))"
  }

  private func dayNumber(_ jour: Jour) -> String { self(jour.day == 1 ? "1er" : "\(jour.day)", "\(jour.day)") }
}

/// Times of day, on twenty-four hours. Never shown alone: the day and the zone stand close by.
extension Langue {
  /// "18:00".
  package func heure(_ instant: Instant, _ fuseau: Fuseau) -> String {
    heure(minute: LocalTime(instant, in: fuseau).minute)
  }

  /// "18:00" for 1080 minutes since midnight; "24:00" at the day's end.
  package func heure(minute: Int) -> String { "\((minute / 60).padded(2)):\((minute % 60).padded(2))" }

  /// "de 18:00 à 18:45", "from 18:00 to 18:45"; a slot that ends at midnight ends at 24:00.
  package func heures(_ creneau: Creneau, _ fuseau: Fuseau) -> String {
    let end = LocalTime(creneau.end, in: fuseau).minute
    return heures(from: LocalTime(creneau.start, in: fuseau).minute, to: end == 0 ? 1440 : end)
  }

  /// "lundi de 18:00 à 20:00", "Monday from 18:00 to 20:00".
  package func plage(_ plage: PlageHebdomadaire) -> String {
    "\(weekday(plage.weekday)) \(heures(from: plage.start, to: plage.end))"
  }

  /// "de 18:00 à 20:00", "from 18:00 to 20:00": where the day stands beside it.
  package func heures(_ plage: PlageHebdomadaire) -> String { heures(from: plage.start, to: plage.end) }

  private func heures(from start: Int, to end: Int) -> String {
    self("de", "from") + " \(heure(minute: start)) " + self("à", "to") + " \(heure(minute: end))"
  }
}

/// Days as seen from another one.
extension Langue {
  /// "demain, mardi 1er décembre", "in 3 days, Thursday 3 December": what pages show, so that nobody has to count.
  package func dateRelative(_ jour: Jour, reference: Jour) -> String {
    "\(relatif(jour, reference: reference)), \(date(jour, reference: reference))"
  }

  /// "aujourd’hui", "demain", "après-demain", "dans 3 jours", "hier", "il y a 4 jours". Always shown with the date:
  /// a page left open, or a mail read late, makes it false.
  package func relatif(_ jour: Jour, reference: Jour) -> String {
    let days = reference.distance(to: jour)
    switch days {
    case -2: return self("avant-hier", "2\u{a0}days ago")
    case -1: return self("hier", "yesterday")
    case 0: return self("aujourd’hui", "today")
    case 1: return self("demain", "tomorrow")
    case 2: return self("après-demain", "in 2\u{a0}days")
    default:
      let count = count(abs(days), Phrase("jour", "day"), Phrase("jours", "days"))
      return days > 0 ? self("dans \(count)", "in \(count)") : self("il y a \(count)", "\(count) ago")
    }
  }
}
