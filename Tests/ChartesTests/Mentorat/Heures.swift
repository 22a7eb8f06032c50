import Chartes
import Temps
import Testing

extension Instant {
  /// "2026-11-20 17:30" on the clocks of a place; the first one where it comes twice.
  init(_ wall: String, in fuseau: Fuseau = .paris) throws {
    let parts = wall.split { " :".contains($0) }.map(String.init)
    let jour = try #require(Jour(parts[0]))
    let (hour, minute) = (try #require(Int(parts[1])), try #require(Int(parts[2])))
    self = try #require(jour.instant(atMinute: hour * 60 + minute, in: fuseau))
  }
}

extension Fuseau {
  static let reunion = Fuseau("Indian/Reunion")!
}

extension Semaine {
  /// The same hours on each of these days, in quarters of an hour or whole hours: 8.5 is half past eight.
  static func chaque(_ weekdays: ClosedRange<Int>, _ hours: (Double, Double)...) throws -> Semaine {
    try Semaine(
      weekdays.flatMap { weekday in
        try hours.map { start, end in
          try #require(PlageHebdomadaire(weekday: weekday, start: Int(start * 60), end: Int(end * 60)))
        }
      })
  }
}

extension Horaire {
  /// Monday to Friday, from eight to six.
  static func bureau(
    in fuseau: Fuseau = .paris, _ feries: Feries = Feries(.metropole), absences: [ClosedRange<Jour>] = []
  ) throws -> Horaire {
    Horaire(try .chaque(1...5, (8, 18)), in: fuseau, feries: feries, absences: absences)
  }

  /// When a message written then arrives, and nothing else in its way.
  func arrivee(_ now: Instant, pleines: Set<Instant> = []) -> Instant? {
    LireAuxHeuresDites.arrivee(.init(now: now, horaire: self, pleines: pleines))
  }

  /// When an answer written then arrives.
  func arrivee(_ now: Instant, to question: Instant, after delai: Duration, pleines: Set<Instant> = []) -> Instant? {
    LireAuxHeuresDites.arrivee(
      .init(now: now, horaire: self, question: question, delai: delai, pleines: pleines))
  }
}

extension Verdict {
  /// Whether it gives a reason, in this article's name.
  func names(_ article: any Article.Type) -> Bool { motif?.cle == article.cle && motif?.titre == article.titre }

  /// Whether it holds something back for good, in this article's name.
  func refuses(_ article: any Article.Type) -> Bool {
    guard case .refuse = self else { return false }
    return names(article)
  }

  /// Whether it says something and lets it pass, in this article's name.
  func advises(_ article: any Article.Type) -> Bool {
    guard case .advise = self else { return false }
    return names(article)
  }

  /// Until when it makes something wait, in this article's name; nil for any other verdict.
  func defers(_ article: any Article.Type) -> Instant? {
    guard case .defer(let until, _) = self, names(article) else { return nil }
    return until
  }
}
