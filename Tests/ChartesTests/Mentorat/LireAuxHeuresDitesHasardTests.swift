import Chartes
import Temps
import Testing

/// Whatever the week, the place, the moment and the delay. Drawn from a seed, so that what fails fails again.
@Suite struct LireAuxHeuresDitesHasardTests {
  @Test(arguments: 0..<60)
  func `un message arrive dans une fenêtre ouverte qui a de la place, jamais avant d’être écrit`(_ seed: Int) throws {
    var tirage = Tirage(seed)
    let horaire = try tirage.horaire()
    for _ in 0..<5 {
      let now = tirage.instant()
      let pleines = tirage.pleines(horaire, from: now)
      let arrivee = try #require(horaire.arrivee(now, pleines: pleines))
      let window = try #require(horaire.current(at: arrivee))
      #expect(arrivee >= now)
      #expect(horaire.isOpen(at: arrivee) && !pleines.contains(window.lowerBound))
      #expect(arrivee == now || arrivee == window.lowerBound)
    }
  }

  @Test(arguments: 0..<60)
  func `une réponse n’arrive jamais avant le temps de réflexion, compté quart d’heure par quart d’heure`(
    _ seed: Int
  ) throws {
    var tirage = Tirage(seed)
    let horaire = try tirage.horaire()
    for _ in 0..<5 {
      let question = tirage.quart()
      let quarters = Int.random(in: 0...80, using: &tirage)
      let arrivee = try #require(horaire.arrivee(question, to: question, after: .minutes(15 * quarters)))
      var (left, clock) = (quarters, question)
      // Clocks in the open quarters first, then waits for one more: what a patient reader would do.
      while left > 0 || !horaire.isOpen(at: clock) {
        if horaire.isOpen(at: clock) { left -= 1 }
        clock = clock + .minutes(15)
      }
      #expect(arrivee == clock)
    }
  }

  @Test(arguments: 0..<60)
  func `rien ne raccourcit le temps de réflexion, ni écrire tard, ni une fenêtre pleine`(_ seed: Int) throws {
    var tirage = Tirage(seed)
    let horaire = try tirage.horaire()
    for _ in 0..<5 {
      let (question, delai) = (tirage.instant(), tirage.duration(.hours(45)))
      let ready = try #require(horaire.moment(after: delai, from: question))
      let now = question + tirage.duration(.days(20))
      let pleines = tirage.pleines(horaire, from: now)
      let arrivee = try #require(horaire.arrivee(now, to: question, after: delai, pleines: pleines))
      let window = try #require(horaire.current(at: arrivee))
      #expect(arrivee >= ready && arrivee >= now)
      #expect(!pleines.contains(window.lowerBound))
      #expect(arrivee == max(now, ready) || arrivee == window.lowerBound)
      let longer = delai + tirage.duration(.hours(10))
      #expect(try #require(horaire.arrivee(now, to: question, after: longer, pleines: pleines)) >= arrivee)
    }
  }

  @Test(arguments: 0..<60)
  func `qui écrit plus tard n’arrive pas avant qui a écrit plus tôt`(_ seed: Int) throws {
    var tirage = Tirage(seed)
    let horaire = try tirage.horaire()
    let (question, delai) = (tirage.instant(), tirage.duration(.hours(45)))
    let pleines = tirage.pleines(horaire, from: question)
    let moments = (0..<12).map { _ in question + tirage.duration(.days(15)) }.sorted()
    let messages = try moments.map { try #require(horaire.arrivee($0, pleines: pleines)) }
    let answers = try moments.map { now in
      try #require(horaire.arrivee(now, to: question, after: delai, pleines: pleines))
    }
    #expect(messages == messages.sorted() && answers == answers.sorted())
    #expect(zip(messages, answers).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: 0..<60)
  func `le verdict dit l’arrivée, ou laisse passer`(_ seed: Int) throws {
    var tirage = Tirage(seed)
    let horaire = try tirage.horaire()
    let (question, delai) = (tirage.instant(), tirage.duration(.hours(10)))
    for question in [nil, question] {
      let now = tirage.instant(after: question)
      let situation = LireAuxHeuresDites.Situation(now: now, horaire: horaire, question: question, delai: delai)
      let (arrivee, verdict) = (LireAuxHeuresDites.arrivee(situation), LireAuxHeuresDites.judge(situation, .ailleurs))
      #expect(verdict == .allow ? arrivee == now : verdict.defers(LireAuxHeuresDites.self) == arrivee)
    }
  }
}

/// Chance from a seed (SplitMix64).
private struct Tirage: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A week with one open day at least, between five and twenty-two, in one of these places.
  mutating func horaire() throws -> Horaire {
    let places = ["Europe/Paris", "Indian/Reunion", "America/Martinique", "Pacific/Auckland", "Australia/Lord_Howe"]
    var days = Array(1...7).shuffled(using: &self).prefix(Int.random(in: 1...7, using: &self))
    days.sort()
    var plages: [PlageHebdomadaire] = []
    for weekday in days {
      let bounds = Set((0..<6).map { _ in 300 + 15 * Int.random(in: 0...68, using: &self) }).sorted()
      for pair in stride(from: 0, to: bounds.count - 1, by: 2) {
        plages.append(
          try #require(PlageHebdomadaire(weekday: weekday, start: bounds[pair], end: bounds[pair + 1])))
      }
    }
    let fuseau = try #require(Fuseau(places.randomElement(using: &self)!))
    let feries = Territoire.allCases.randomElement(using: &self).map { Feries($0, vendrediSaint: true) }
    let away = Jour(number: Int.random(in: 20_454...21_184, using: &self))
    return Horaire(
      try Semaine(plages), in: fuseau, feries: feries, absences: [away...away.advanced(by: 10)])
  }

  /// Any millisecond of 2026 and 2027.
  mutating func instant() -> Instant {
    Instant(milliseconds: .random(in: 1_767_225_600_000..<1_830_297_600_000, using: &self))
  }

  mutating func instant(after other: Instant?) -> Instant { other.map { $0 + duration(.days(3)) } ?? instant() }

  /// Any quarter of an hour of 2026 and 2027.
  mutating func quart() -> Instant {
    Instant(milliseconds: instant().milliseconds / 900_000 * 900_000)
  }

  mutating func duration(_ longest: Duration) -> Duration {
    .milliseconds(Int64.random(in: 0...longest.milliseconds, using: &self))
  }

  /// Some of the windows that come next.
  mutating func pleines(_ horaire: Horaire, from now: Instant) -> Set<Instant> {
    var pleines: Set<Instant> = []
    for window in horaire.windows(from: now).prefix(8) where Bool.random(using: &self) {
      pleines.insert(window.lowerBound)
    }
    return pleines
  }
}
