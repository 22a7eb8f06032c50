import Testing

@testable import Temps

@Suite struct HoraireTests {
  private static let bureau = (1...5).compactMap { PlageHebdomadaire(weekday: $0, start: 8 * 60, end: 18 * 60) }

  private static func paris(_ feries: Feries = Feries(.metropole), absences: [ClosedRange<Jour>] = []) throws
    -> Horaire
  {
    Horaire(try Semaine(bureau), in: .paris, feries: feries, absences: absences)
  }

  private static func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) throws -> Instant {
    let jour = try #require(Jour(year: 2026, month: month, day: day))
    return try #require(jour.instant(atMinute: hour * 60 + minute, in: .paris))
  }

  @Test(arguments: [
    (11, 20, 11, 23, 62, false), (3, 27, 3, 30, 61, false), (10, 23, 10, 26, 63, false), (4, 30, 5, 4, 86, false),
    (12, 24, 12, 28, 86, false), (4, 2, 4, 3, 14, false), (4, 2, 4, 7, 110, true),
  ]) func `de la fermeture à l’ouverture d’après, tant d’heures`(
    month: Int, day: Int, next: Int, nextDay: Int, hours: Int, alsace: Bool
  ) throws {
    let horaire = try Self.paris(alsace ? Feries(.alsaceMoselle, vendrediSaint: true) : Feries(.metropole))
    let closing = try Self.at(month, day, 18)
    let opening = try #require(horaire.opening(from: closing))
    #expect(try opening == Self.at(next, nextDay, 8))
    #expect(opening - closing == .hours(hours))
  }

  @Test func `à 17:59:59,999 c’est ouvert, à 18:00 c’est fermé`() throws {
    let horaire = try Self.paris()
    let closing = try Self.at(11, 20, 18)
    #expect(horaire.isOpen(at: closing - .milliseconds(1)))
    #expect(!horaire.isOpen(at: closing))
    #expect(horaire.opening(from: closing - .milliseconds(1)) == closing - .milliseconds(1))
    #expect(!horaire.isOpen(at: try Self.at(7, 14, 10)), "le 14 juillet")
  }

  @Test func `le temps de réflexion ne compte que les heures ouvertes`() throws {
    let horaire = try Self.paris()
    #expect(try horaire.moment(after: .hours(2), from: Self.at(11, 20, 17)) == Self.at(11, 23, 9))
    #expect(try horaire.moment(after: .hours(2), from: Self.at(11, 21, 3)) == Self.at(11, 23, 10))
    #expect(
      try horaire.moment(after: .hours(1), from: Self.at(11, 20, 17)) == Self.at(11, 23, 8), "tout juste plein")
    #expect(try horaire.moment(after: .hours(25), from: Self.at(11, 16, 8)) == Self.at(11, 18, 13))
    #expect(try horaire.moment(after: .zero, from: Self.at(11, 21, 3)) == Self.at(11, 23, 8))
  }

  @Test func `une absence ferme ses jours, bornes comprises`() throws {
    let away = try #require(Jour(year: 2026, month: 11, day: 23))...#require(Jour(year: 2026, month: 11, day: 27))
    let horaire = try Self.paris(absences: [away])
    #expect(try horaire.opening(from: Self.at(11, 20, 18)) == Self.at(11, 30, 8))
  }

  @Test func `qui n’ouvre jamais n’a pas d’ouverture`() throws {
    let closed = Horaire(.vide, in: .paris, feries: nil)
    #expect(try closed.opening(from: Self.at(11, 20, 12)) == nil)
    #expect(try closed.moment(after: .hours(1), from: Self.at(11, 20, 12)) == nil)
  }

  @Test func `une fenêtre de nuit le jour où l’heure change a la longueur que montrent les horloges`() throws {
    let sunday = try #require(PlageHebdomadaire(weekday: 7, start: 60, end: 240))
    let short = try #require(PlageHebdomadaire(weekday: 7, start: 120, end: 180))
    let night = Horaire(try Semaine([sunday]), in: .paris, feries: nil)
    let gone = Horaire(try Semaine([short]), in: .paris, feries: nil)
    for (month, day, hours) in [(3, 22, 3), (3, 29, 2), (10, 25, 4)] {
      let jour = try #require(Jour(year: 2026, month: month, day: day))
      let window = try #require(night.current(at: night.opening(from: jour.start(in: .paris))!))
      #expect(window.upperBound - window.lowerBound == .hours(hours))
    }
    // From two to three, on the night when that hour does not exist: closed until next week.
    let jump = try #require(Jour(year: 2026, month: 3, day: 29)).start(in: .paris)
    let opening = try #require(gone.opening(from: jump))
    #expect(Jour(opening, in: .paris) == Jour(year: 2026, month: 4, day: 5))
  }

  /// Against a reader who looks at the clock every quarter of an hour.
  @Test(arguments: ["Europe/Paris", "Indian/Reunion", "America/Martinique", "Pacific/Auckland"])
  func `comme qui regarde l’horloge tous les quarts d’heure`(zone: String) throws {
    let fuseau = try #require(Fuseau(zone))
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      let plages = (1...7).flatMap { weekday in
        (0..<Int.random(in: 0...2, using: &generator)).compactMap { half -> PlageHebdomadaire? in
          // After five: the nights when clocks move have a test of their own.
          let start = 300 + half * 540 + 15 * Int.random(in: 0..<20, using: &generator)
          return PlageHebdomadaire(
            weekday: weekday, start: start, end: start + 15 * Int.random(in: 1...16, using: &generator))
        }
      }
      let horaire = Horaire(try Semaine(plages), in: fuseau, feries: Feries(.reunion))
      let origin = try #require(Jour(year: 2026, month: Int.random(in: 1...12, using: &generator), day: 20))
        .start(in: fuseau)
      let quarters = (0..<(20 * 96)).map { origin + .minutes(15 * $0) }
      let looked = quarters.filter { open($0, plages, fuseau) }
      #expect(quarters.filter(horaire.isOpen) == looked)
      #expect(horaire.opening(from: origin).map { $0 > quarters.last! ? nil : $0 } == looked.first || looked.isEmpty)
      let wanted = Int.random(in: 0...40, using: &generator)
      if looked.count > wanted {
        #expect(horaire.moment(after: .minutes(15 * wanted), from: origin) == looked[wanted])
      }
    }
  }

  private func open(_ instant: Instant, _ plages: [PlageHebdomadaire], _ fuseau: Fuseau) -> Bool {
    let local = LocalTime(instant, in: fuseau)
    guard Feries(.reunion).name(of: local.jour) == nil else { return false }
    return plages.contains { $0.weekday == local.jour.weekday && ($0.start..<$0.end).contains(local.minute) }
  }
}
