import Banc
import Comptage
import Conseil
import Temps

/// Invented reports, as a large network would file them: more and more each month, few on Sundays, busy places and
/// quiet ones, people who come again.
struct Fabrique {
  private var hasard: Hasard
  private let usagers: Int
  /// Opening days of the month, a Saturday once and another day four times.
  private let jours: [Int]

  /// - Parameter usagers: how many people one follows; none are named with 0.
  init(mois: Int, usagers: Int = 0, graine: Int? = nil) {
    hasard = Hasard(graine ?? mois)
    self.usagers = usagers
    jours = (Mois.firstDay(of: mois)..<Mois.firstDay(of: mois + 1)).flatMap { jour in
      Array(repeating: jour, count: [6: 1, 7: 0][Jour(number: jour).weekday] ?? 4)
    }
  }

  /// How many reports of `total` fall in this month: the last one has twice those of the first.
  static func share(of total: Int, rang: Int) -> Int {
    func before(_ months: Int) -> Int {
      total * months * (2 * Terrain.mois + months) / (3 * Terrain.mois * Terrain.mois)
    }
    return before(rang + 1) - before(rang)
  }

  /// In the order of their days, as they were filed.
  mutating func rendus(_ count: Int) -> [Rendu] {
    var days = (0..<count).map { _ in jours[hasard.below(jours.count)] }
    days.sort()
    return days.map { rendu(on: $0) }
  }

  mutating func rendu(on jour: Int, by conseiller: Int? = nil) -> Rendu {
    let several = hasard.chance(10)
    let people = !several ? 1 : hasard.below(400) == 0 ? 31 + hasard.skewed(470) : 2 + hasard.below(29)
    let conseiller = conseiller ?? hasard.below(Terrain.conseillersMax)
    var rendu = Rendu(
      jour: jour, conseiller: conseiller, genres: axis(people, 3), ages: axis(people, 8), statuts: axis(people, 5))
    rendu.type = several ? 2 : 1
    rendu.participants = people
    rendu.deja = several ? hasard.below(people + 1) : hasard.below(2)
    rendu.canal = hasard.chance(70) ? 1 : 2 + hasard.below(3)
    if rendu.canal == 1, !hasard.chance(4) { rendu.lieu = place(of: conseiller) }
    if !several, usagers > 0, hasard.chance(45) { rendu.usager = hasard.skewed(usagers) }
    rendu.minutes = hasard.chance(70) ? 15 * (1 + hasard.below(8)) : 1 + hasard.skewed(420)
    rendu.attente = hasard.chance(12) ? hasard.skewed(90) : nil
    said(&rendu)
    return rendu
  }

  private mutating func said(_ rendu: inout Rendu) {
    rendu.themes = bits(1 + hasard.skewed(4), among: Thematique.allCases.count)
    if rendu.themes >> UInt64(Thematique.allCases.count - 1) & 1 == 1 || hasard.chance(15) {
      rendu.demarches = bits(1 + hasard.skewed(3), among: Demarche.allCases.count)
      rendu.themes |= 1 << UInt64(Thematique.allCases.count - 1)
    }
    rendu.materiel = bits(hasard.below(3), among: Materiel.allCases.count)
    if rendu.type == 2 {
      rendu.niveau = hasard.below(4)
    } else {
      rendu.facon = hasard.below(4)
      rendu.autonomie = hasard.below(4)
      rendu.redirection = hasard.chance(15) ? 1 + hasard.below(7) : 0
      rendu.issue = rendu.redirection > 0 && hasard.chance(60) ? 1 + hasard.below(5) : 0
    }
  }

  /// Each adviser receives in three places, the first ones more often.
  private mutating func place(of conseiller: Int) -> Int {
    var places = Hasard(conseiller)
    let three = (0..<3).map { _ in places.skewed(Terrain.lieuxMax) }
    return three[hasard.skewed(3)]
  }

  /// The first ones of a list more often.
  private mutating func bits(_ count: Int, among all: Int) -> UInt64 {
    (0..<count).reduce(0) { bits, _ in bits | 1 << UInt64(hasard.skewed(all)) }
  }

  /// All of them: who says nothing is counted last.
  private mutating func axis(_ people: Int, _ answers: Int) -> [Int] {
    let said = hasard.split(people, answers - 1)
    return said + [people - said.reduce(0, +)]
  }
}
