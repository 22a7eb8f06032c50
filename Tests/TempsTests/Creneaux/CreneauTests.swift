import Temps
import Testing

@Suite struct CreneauTests {
  private let evening = Monde.at("2026-12-03T17:00:00Z")

  @Test func `un créneau commence sur un quart d’heure et en dure un nombre entier`() {
    #expect(Creneau(start: evening, minutes: 45) != nil)
    #expect(Creneau(start: evening + .milliseconds(1), minutes: 45) == nil)
    #expect(Creneau(start: evening + .minutes(5), minutes: 45) == nil)
    for minutes in [-15, 0, 20, 44] { #expect(Creneau(start: evening, minutes: minutes) == nil) }
  }

  @Test func `ses quarts d’heure vont de son début à sa fin, non comprise`() throws {
    let creneau = try #require(Creneau(start: evening, minutes: 45))
    let first = evening.milliseconds / 900_000
    #expect(creneau.quartsHeure == first..<first + 3)
    #expect(creneau.end == evening + .minutes(45))
    let before1970 = try #require(Creneau(start: Instant(milliseconds: -1_800_000), minutes: 30))
    #expect(before1970.quartsHeure == -2..<0)
  }

  @Test func `deux créneaux bout à bout ne se chevauchent pas`() throws {
    let creneau = try #require(Creneau(start: evening, minutes: 45))
    #expect(!creneau.overlaps(try #require(Creneau(start: creneau.end, minutes: 45))))
    #expect(creneau.overlaps(try #require(Creneau(start: evening + .minutes(30), minutes: 45))))
  }

  @Test func `rien ne commence, ne passe ni ne finit dans l’heure sautée`() throws {
    let sunday = try #require(Jour("2027-03-28"))
    for (minute, minutes) in [(120, 45), (105, 30), (75, 45), (60, 180)] {
      #expect(Creneau(on: sunday, atMinute: minute, minutes: minutes, in: .paris) == nil)
    }
    #expect(Creneau(on: sunday, atMinute: 60, minutes: 45, in: .paris)?.start == Monde.at("2027-03-28T00:00:00Z"))
    #expect(Creneau(on: sunday, atMinute: 180, minutes: 45, in: .paris)?.start == Monde.at("2027-03-28T01:00:00Z"))
  }

  @Test func `rien ne commence ni ne passe dans l’heure doublée`() throws {
    let sunday = try #require(Jour("2026-10-25"))
    for (minute, minutes) in [(120, 45), (135, 45), (105, 30), (165, 30), (60, 180)] {
      #expect(Creneau(on: sunday, atMinute: minute, minutes: minutes, in: .paris) == nil)
    }
    #expect(Creneau(on: sunday, atMinute: 75, minutes: 45, in: .paris)?.end == Monde.at("2026-10-25T00:00:00Z"))
    #expect(Creneau(on: sunday, atMinute: 180, minutes: 45, in: .paris)?.start == Monde.at("2026-10-25T02:00:00Z"))
  }

  @Test func `un créneau ne déborde pas de son jour`() throws {
    let jour = try #require(Jour("2026-12-03"))
    #expect(Creneau(on: jour, atMinute: 1395, minutes: 45, in: .paris)?.end == Monde.at("2026-12-03T23:00:00Z"))
    #expect(Creneau(on: jour, atMinute: 1410, minutes: 45, in: .paris) == nil)
    #expect(Creneau(on: jour, atMinute: -15, minutes: 45, in: .paris) == nil)
  }
}
