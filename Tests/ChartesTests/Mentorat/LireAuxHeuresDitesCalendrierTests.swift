import Chartes
import Temps
import Testing

/// Holidays, absences, clock changes, other places.
@Suite struct LireAuxHeuresDitesCalendrierTests {
  private static let hair = Duration.milliseconds(1)

  @Test(arguments: [
    ("2026-11-20", "2026-11-23", 62, false), ("2026-03-27", "2026-03-30", 61, false),
    ("2026-10-23", "2026-10-26", 63, false), ("2026-04-30", "2026-05-04", 86, false),
    ("2026-12-24", "2026-12-28", 86, false), ("2026-04-02", "2026-04-03", 14, false),
    ("2026-04-02", "2026-04-07", 110, true),
  ])
  func `un message d’après la fermeture arrive à l’ouverture d’après`(
    day: String, next: String, hours: Int, alsace: Bool
  ) throws {
    let horaire = try Horaire.bureau(alsace ? Feries(.alsaceMoselle, vendrediSaint: true) : Feries(.metropole))
    let (closing, opening) = (try Instant("\(day) 18:00"), try Instant("\(next) 08:00"))
    #expect(opening - closing == .hours(hours))
    #expect(horaire.arrivee(closing - Self.hair) == closing - Self.hair)
    for now in [closing, closing + .hours(hours / 2), opening - Self.hair, opening] {
      #expect(horaire.arrivee(now) == opening)
    }
    let question = closing - .hours(1)
    #expect(horaire.arrivee(closing, to: question, after: .hours(2)) == opening + .hours(1))
  }

  @Test func `le 14 juillet ne lit ni ne compte`() throws {
    let horaire = try Horaire.bureau()
    let (closing, opening) = (try Instant("2026-07-13 18:00"), try Instant("2026-07-15 08:00"))
    #expect(try horaire.arrivee(Instant("2026-07-14 10:00")) == opening)
    #expect(horaire.arrivee(closing) == opening)
    #expect(horaire.arrivee(closing, to: closing - .hours(1), after: .hours(3)) == opening + .hours(2))
  }

  @Test func `un pont de quatre jours fermés se passe d’un trait`() throws {
    let friday = try #require(Jour("2026-05-15"))
    let horaire = try Horaire.bureau(absences: [friday...friday])
    let (closing, opening) = (try Instant("2026-05-13 18:00"), try Instant("2026-05-18 08:00"))
    #expect(horaire.arrivee(closing - Self.hair) == closing - Self.hair)
    for now in try ["14 09:00", "15 09:00", "16 09:00", "17 23:45"].map({ try Instant("2026-05-\($0)") }) {
      #expect(horaire.arrivee(now) == opening)
    }
    #expect(horaire.arrivee(closing, to: closing - .hours(1), after: .hours(2)) == opening + .hours(1))
    #expect(try Horaire.bureau().arrivee(closing) == Instant("2026-05-15 08:00"), "sans l’absence du vendredi")
  }

  @Test func `une absence ferme ses jours entiers, bornes comprises`() throws {
    let away = try #require(Jour("2026-11-24"))...#require(Jour("2026-11-26"))
    let horaire = try Horaire.bureau(absences: [away])
    let (before, after) = (try Instant("2026-11-23 18:00"), try Instant("2026-11-27 08:00"))
    #expect(horaire.arrivee(before - Self.hair) == before - Self.hair)
    #expect(horaire.arrivee(before) == after)
    #expect(try horaire.arrivee(Instant("2026-11-26 17:00")) == after)
  }

  @Test(arguments: [("2026-11-23", "15:00", "05:00"), ("2026-08-24", "16:00", "06:00")])
  func `à La Réunion, ce sont les heures du mentor qui comptent`(day: String, closes: String, opens: String) throws {
    let horaire = try Horaire.bureau(in: .reunion, Feries(.reunion))
    let closing = try Instant("\(day) \(closes)")
    let next = try #require(Jour("\(day)")).advanced(by: 1)
    let opening = try Instant("\(next.iso) \(opens)")
    #expect(try closing == Instant("\(day) 18:00", in: .reunion))
    #expect(horaire.arrivee(closing - Self.hair) == closing - Self.hair)
    #expect(horaire.arrivee(closing) == opening)
    #expect(horaire.arrivee(closing, to: closing - .hours(1), after: .hours(2)) == opening + .hours(1))
  }

  @Test func `le changement d’heure de Paris ne déplace rien à La Réunion`() throws {
    let horaire = try Horaire.bureau(in: .reunion, Feries(.reunion))
    for (friday, monday) in [("2026-03-27", "2026-03-30"), ("2026-10-23", "2026-10-26")] {
      let closing = try Instant("\(friday) 18:00", in: .reunion)
      #expect(try horaire.arrivee(closing) == Instant("\(monday) 08:00", in: .reunion))
      #expect(horaire.arrivee(closing) == closing + .hours(62))
    }
  }

  @Test func `les jours fériés sont ceux du territoire du mentor`() throws {
    let friday = try Instant("2027-12-17 18:00", in: .reunion)
    let monday = try Instant("2027-12-20 08:00", in: .reunion)
    #expect(try Horaire.bureau(in: .reunion, Feries(.reunion)).arrivee(friday) == monday + .days(1))
    #expect(try Horaire.bureau(in: .reunion, Feries(.metropole)).arrivee(friday) == monday)
  }
}

/// Sundays when clocks change, in windows that touch the change.
@Suite struct LireAuxHeuresDitesChangementTests {
  private static let hair = Duration.milliseconds(1)

  private func sunday(_ hours: (Double, Double)...) throws -> Horaire {
    let plages = try hours.map { start, end in
      try #require(PlageHebdomadaire(weekday: 7, start: Int(start * 60), end: Int(end * 60)))
    }
    return Horaire(try Semaine(plages), in: .paris, feries: nil)
  }

  @Test func `au printemps, l’heure sautée ne compte pas comme ouverte`() throws {
    let night = try sunday((1, 4))
    let (opening, closing) = (try Instant("2026-03-29 01:00"), try Instant("2026-03-29 04:00"))
    #expect(closing - opening == .hours(2))
    #expect(night.arrivee(opening + .hours(1) - Self.hair) == opening + .hours(1) - Self.hair)
    #expect(night.arrivee(opening + .hours(1)) == opening + .hours(1))
    #expect(try night.arrivee(closing) == Instant("2026-04-05 01:00"))
    #expect(night.arrivee(opening, to: opening, after: .hours(1)) == opening + .hours(1))
    #expect(try night.arrivee(opening, to: opening, after: .hours(2)) == Instant("2026-04-05 01:00"))
  }

  @Test func `au printemps, une fenêtre dans l’heure sautée n’ouvre pas`() throws {
    let (saturday, jump) = (try Instant("2026-03-28 12:00"), try Instant("2026-03-29 03:00"))
    #expect(try sunday((2, 3)).arrivee(saturday) == Instant("2026-04-05 02:00"))
    #expect(try sunday((2.5, 4)).arrivee(saturday) == jump)
    #expect(try sunday((1, 2.5)).arrivee(jump - Self.hair) == jump - Self.hair)
    #expect(try sunday((1, 2.5)).arrivee(jump) == Instant("2026-04-05 01:00"))
  }

  @Test func `à l’automne, l’heure qui revient compte deux fois`() throws {
    let (opening, closing) = (try Instant("2026-10-25 01:00"), try Instant("2026-10-25 04:00"))
    let night = try sunday((1, 4))
    #expect(closing - opening == .hours(4))
    #expect(night.arrivee(opening, to: opening, after: .hours(3)) == opening + .hours(3))
    #expect(night.arrivee(closing - Self.hair) == closing - Self.hair)
    #expect(try night.arrivee(closing) == Instant("2026-11-01 01:00"))
    let hour = try sunday((2, 3))
    #expect(hour.arrivee(opening) == opening + .hours(1))
    #expect(hour.arrivee(opening + .hours(3) - Self.hair) == opening + .hours(3) - Self.hair)
    #expect(try hour.arrivee(opening + .hours(3)) == Instant("2026-11-01 02:00"))
  }

  @Test func `à l’automne, une heure ambiguë ouvre à la première fois et ferme à la seconde`() throws {
    let one = try Instant("2026-10-25 01:00")
    #expect(try sunday((2.5, 4)).arrivee(one) == one + .minutes(90))
    let early = try sunday((1, 2.5))
    #expect(early.arrivee(one + .minutes(150) - Self.hair) == one + .minutes(150) - Self.hair)
    #expect(try early.arrivee(one + .minutes(150)) == Instant("2026-11-01 01:00"))
  }

  /// The pause from 2:15 to 2:45 comes twice, and each window covers the other's: open from one to four.
  @Test func `à l’automne, une demi-heure ouverte deux fois ne se compte qu’une`() throws {
    let night = try sunday((1, 2.25), (2.75, 4))
    let opening = try Instant("2026-10-25 01:00")
    #expect(night.arrivee(opening, to: opening, after: .minutes(210)) == opening + .minutes(210))
  }

  @Test func `minuit qui revient ferme le jour une seule fois`() throws {
    let havana = try #require(Fuseau("America/Havana"))
    let saturday = Horaire(try .chaque(6...6, (20, 24)), in: havana, feries: nil)
    let midnight = try Instant("2026-11-01 00:00", in: havana)
    let written = midnight + .minutes(30)
    let arrivee = try #require(saturday.arrivee(written))
    #expect(saturday.isOpen(at: arrivee))
  }
}
