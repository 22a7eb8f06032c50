import Temps
import Testing

@Suite struct JourFuseauTests {
  @Test(arguments: Monde.fuseaux)
  func `chaque quart d’heure se retrouve par son heure au mur`(fuseau: Fuseau) {
    let mur = Mur(fuseau)
    var wrong: [String] = []
    for quarter in stride(from: Monde.from.milliseconds, to: Monde.to.milliseconds, by: 900_000) {
      let instant = Instant(milliseconds: quarter)
      if !isFound(instant, in: fuseau, mur.read) { wrong.append(instant.iso) }
    }
    #expect(wrong == [])
  }

  /// Never later than the moment itself; earlier only when the same time has already come once.
  private func isFound(_ instant: Instant, in fuseau: Fuseau, _ read: (Instant) -> Mur.Reading) -> Bool {
    let wall = read(instant)
    let jour = Jour(instant, in: fuseau)
    guard jour.iso == wall.iso, jour.weekday == wall.weekday,
      let found = jour.instant(atMinute: wall.minute, in: fuseau)
    else { return false }
    return found == instant || [.minutes(30), .hours(1)].contains(instant - found) && read(found) == wall
  }

  @Test func `l’heure sautée au printemps n’existe pas`() throws {
    let sunday = try #require(Jour("2027-03-28"))
    #expect(sunday.instant(atMinute: 119, in: .paris) == Monde.at("2027-03-28T00:59:00Z"))
    for minute in 120..<180 { #expect(sunday.instant(atMinute: minute, in: .paris) == nil) }
    #expect(sunday.instant(atMinute: 180, in: .paris) == Monde.at("2027-03-28T01:00:00Z"))
  }

  @Test func `l’heure doublée à l’automne est la première`() throws {
    let sunday = try #require(Jour("2026-10-25"))
    #expect(sunday.instant(atMinute: 120, in: .paris) == Monde.at("2026-10-25T00:00:00Z"))
    #expect(sunday.instant(atMinute: 179, in: .paris) == Monde.at("2026-10-25T00:59:00Z"))
    #expect(sunday.instant(atMinute: 180, in: .paris) == Monde.at("2026-10-25T02:00:00Z"))
  }

  @Test func `la fin d’un jour est le début du suivant, et rien n’est lu au-delà`() throws {
    let jour = try #require(Jour("2026-12-03"))
    #expect(jour.instant(atMinute: 1440, in: .paris) == jour.advanced(by: 1).instant(atMinute: 0, in: .paris))
    #expect(jour.instant(atMinute: 1441, in: .paris) == nil)
    #expect(jour.instant(atMinute: -1, in: .paris) == nil)
  }

  @Test(arguments: Monde.fuseaux)
  func `un jour commence au premier moment qui lui appartient`(fuseau: Fuseau) {
    let days = Jour(Monde.from, in: fuseau)...Jour(Monde.to, in: fuseau)
    let wrong = days.filter { jour in
      let start = jour.start(in: fuseau)
      return Jour(start, in: fuseau) != jour || Jour(start - .milliseconds(1), in: fuseau) != jour.advanced(by: -1)
    }
    #expect(wrong == [])
  }

  @Test func `minuit n’existe pas le jour où Le Caire passe à l’heure d’été`() throws {
    let cairo = try #require(Fuseau("Africa/Cairo"))
    let friday = try #require(Jour("2027-04-30"))
    #expect(friday.instant(atMinute: 0, in: cairo) == nil)
    #expect(Mur(cairo).read(friday.start(in: cairo)).minute == 60)
  }

  @Test func `le jour que les Samoa ont sauté n’a aucune heure`() throws {
    let apia = try #require(Fuseau("Pacific/Apia"))
    let skipped = try #require(Jour("2011-12-30"))
    #expect(skipped.instant(atMinute: 720, in: apia) == nil)
    #expect(skipped.start(in: apia) == skipped.advanced(by: 1).start(in: apia))
  }

  @Test func `un moment d’avant 1970 a aussi son jour`() {
    #expect(Jour(Instant(milliseconds: -1), in: .paris).iso == "1970-01-01")
    #expect(Jour(Instant(milliseconds: -3_600_001), in: .paris).iso == "1969-12-31")
    #expect(Instant(milliseconds: -1).iso == "1969-12-31T23:59:59Z")
    #expect(Monde.at("2026-12-03T17:05:09Z").iso == "2026-12-03T17:05:09Z")
  }
}
