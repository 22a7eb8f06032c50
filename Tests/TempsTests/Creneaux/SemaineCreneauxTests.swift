import Temps
import Testing

@Suite struct SemaineCreneauxTests {
  /// Whole days around every change of clocks, which falls between Friday and Monday; evenings else.
  private static let semaine = week([
    (1, 0, 1440), (2, 1080, 1200), (3, 1095, 1245), (5, 0, 1440), (6, 0, 600), (6, 600, 1440), (7, 0, 1440),
  ])

  private static func week(_ windows: [(Int, Int, Int)]) -> Semaine {
    let plages = windows.compactMap { PlageHebdomadaire(weekday: $0.0, start: $0.1, end: $0.2) }
    return (try? Semaine(plages)) ?? .vide
  }

  private func creneaux(_ semaine: Semaine, _ first: String, _ last: String, minutes: Int) -> [Creneau] {
    semaine.creneaux(from: Monde.at(first), to: Monde.at(last), in: .paris, minutes: minutes)
  }

  @Test(arguments: Monde.fuseaux, [30, 45])
  func `tout créneau tient dans une plage à l’heure du lieu`(fuseau: Fuseau, minutes: Int) {
    let mur = Mur(fuseau)
    let slots = Self.semaine.creneaux(from: Monde.from, to: Monde.to, in: fuseau, minutes: minutes)
    #expect(slots.count > 1000)
    #expect(slots.filter { !isInsideAWindow($0, mur) }.map(\.start.iso) == [])
    #expect(slots.allSatisfy { $0.start >= Monde.from && $0.end <= Monde.to && $0.minutes == minutes })
  }

  private func isInsideAWindow(_ slot: Creneau, _ mur: Mur) -> Bool {
    let start = mur.read(slot.start)
    let last = mur.read(slot.end - .milliseconds(1))
    guard start.iso == last.iso, last.minute == start.minute + slot.minutes - 1 else { return false }
    return Self.semaine.plages.contains {
      $0.weekday == start.weekday && $0.start <= start.minute && start.minute + slot.minutes <= $0.end
        && (start.minute - $0.start).isMultiple(of: slot.minutes)
    }
  }

  @Test(arguments: Monde.fuseaux, [30, 45])
  func `deux créneaux ne se chevauchent jamais, et viennent dans l’ordre`(fuseau: Fuseau, minutes: Int) {
    let slots = Self.semaine.creneaux(from: Monde.from, to: Monde.to, in: fuseau, minutes: minutes)
    let wrong = zip(slots, slots.dropFirst()).filter { $0 >= $1 || $0.overlaps($1) || $0.end > $1.start }
    #expect(wrong.map(\.0.start.iso) == [])
  }

  @Test func `une plage donne sa grille entière et laisse le reste`() {
    let evening = Self.week([(4, 1080, 1200)])
    let slots = creneaux(evening, "2026-12-03T00:00:00Z", "2026-12-04T00:00:00Z", minutes: 45)
    #expect(slots.map(\.start) == [Monde.at("2026-12-03T17:00:00Z"), Monde.at("2026-12-03T17:45:00Z")])
  }

  @Test func `la même heure chaque semaine, avant et après les changements d’heure`() {
    let evening = Self.week([(4, 1080, 1125)])
    let slots = creneaux(evening, "2026-10-12T00:00:00Z", "2026-11-09T00:00:00Z", minutes: 45)
    let hours = ["2026-10-15T16", "2026-10-22T16", "2026-10-29T17", "2026-11-05T17"]
    #expect(slots.map(\.start) == hours.map { Monde.at("\($0):00:00Z") })
  }

  @Test func `le dimanche de printemps perd deux heures de créneaux, celui d’automne une`() {
    let sunday = Self.week([(7, 0, 1440)])
    #expect(creneaux(sunday, "2027-03-20T12:00:00Z", "2027-03-22T12:00:00Z", minutes: 60).count == 24)
    // 02:00 does not exist; 01:00 to 02:00 would end at a time nobody can read.
    #expect(creneaux(sunday, "2027-03-27T12:00:00Z", "2027-03-29T12:00:00Z", minutes: 60).count == 22)
    #expect(creneaux(sunday, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", minutes: 60).count == 23)
  }

  @Test func `les bornes sont comprises, et rien n’en dépasse`() {
    let evening = Self.week([(4, 1080, 1200)])
    let exact = creneaux(evening, "2026-12-03T17:00:00Z", "2026-12-03T18:30:00Z", minutes: 45)
    #expect(exact.count == 2)
    #expect(creneaux(evening, "2026-12-03T17:00:01Z", "2026-12-03T18:30:00Z", minutes: 45) == [exact[1]])
    #expect(creneaux(evening, "2026-12-03T17:00:00Z", "2026-12-03T18:29:59Z", minutes: 45) == [exact[0]])
    #expect(creneaux(evening, "2026-12-03T18:30:00Z", "2026-12-03T17:00:00Z", minutes: 45).isEmpty)
  }

  @Test func `une durée qui n’est pas en quarts d’heure ne donne aucun créneau`() {
    for minutes in [-15, 0, 20] {
      #expect(creneaux(Self.semaine, "2026-12-03T00:00:00Z", "2026-12-10T00:00:00Z", minutes: minutes).isEmpty)
    }
  }

  @Test func `un créneau est proposé s’il est sur la grille, et là seulement`() throws {
    let evening = Self.week([(4, 1080, 1200)])
    let start = Monde.at("2026-12-03T17:00:00Z")
    #expect(evening.offers(try #require(Creneau(start: start, minutes: 45)), in: .paris))
    #expect(!evening.offers(try #require(Creneau(start: start + .minutes(15), minutes: 45)), in: .paris))
    #expect(!evening.offers(try #require(Creneau(start: start + .minutes(90), minutes: 45)), in: .paris))
    #expect(!evening.offers(try #require(Creneau(start: start + .days(1), minutes: 45)), in: .paris))
    #expect(!Semaine.vide.offers(try #require(Creneau(start: start, minutes: 45)), in: .paris))
  }
}
