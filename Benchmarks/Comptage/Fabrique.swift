import Banc
import Comptage

/// Invented reports of one month: as varied as those of a large network, and never two months alike.
struct Fabrique {
  static let schema = Schema(etiquettes: 30, choix: [2, 5, 4, 4, 8, 6, 4, 4], mesures: 21)
  static let premierMois = 2024 * 12
  static let lieux = (0..<200).map { names($0) }
  static let conseillers = (0..<300).map { names(1000 + $0) }

  private let jours: Range<Int>
  private var hasard: Hasard

  init(mois: Int) {
    jours = Mois.firstDay(of: mois)..<Mois.firstDay(of: mois + 1)
    hasard = Hasard(mois)
  }

  /// As long as the identifiers in the base.
  private static func names(_ rang: Int) -> String {
    var hasard = Hasard(rang)
    let digits = Array("0123456789abcdef")
    return String((0..<36).map { [8, 13, 18, 23].contains($0) ? "-" : digits[hasard.below(16)] })
  }

  /// Of these lines, two in a hundred take back one of the others, said before.
  mutating func lignes(_ count: Int) -> [Ligne] {
    var lignes: [Ligne] = []
    lignes.reserveCapacity(count)
    var free: [Int] = []
    while lignes.count < count {
      if hasard.chance(2), !free.isEmpty {
        free.swapAt(hasard.below(free.count), free.count - 1)
        lignes.append(lignes[free.removeLast()].opposite)
      } else {
        free.append(lignes.count)
        lignes.append(ligne())
      }
    }
    return lignes
  }

  private mutating func ligne() -> Ligne {
    let workshop = hasard.chance(10)
    let participants = !workshop ? 1 : hasard.below(500) == 0 ? 31 + hasard.skewed(9970) : 2 + hasard.below(29)
    var flags: UInt64 = 0
    for flag in 0..<30 where hasard.chance(2 + flag) { flags |= 1 << UInt64(flag) }
    var choix = Self.schema.choix.map { UInt8(hasard.below($0)) }
    choix[0] = workshop ? 1 : 0
    return Ligne(
      jour: jours.lowerBound + hasard.below(jours.count), lieu: Self.lieux[hasard.skewed(200)],
      conseiller: Self.conseillers[hasard.below(300)], etiquettes: flags, choix: choix,
      mesures: mesures(participants))
  }

  private mutating func mesures(_ participants: Int) -> [Int] {
    let waited = hasard.chance(12)
    let head = [participants, hasard.chance(60) ? 15 * hasard.below(13) : hasard.below(601)]
    let waiting = waited ? [hasard.below(241), 1] : [0, 0]
    return head + waiting + hasard.split(participants, 3) + hasard.split(participants, 8)
      + hasard.split(participants, 5) + [hasard.below(participants + 1)]
  }
}

extension Filtre {
  /// What a page may ask: often a time, a few places or people, a few themes; sometimes everything.
  static func random(_ graine: Int, mois: Int) -> Filtre {
    var hasard = Hasard(graine)
    var filtre = Filtre()
    if hasard.chance(5) { return filtre }
    if hasard.chance(40) {
      let first = Mois.firstDay(of: Fabrique.premierMois)
      let start = first + hasard.below(mois * 30)
      filtre.jours = start...start + [6, 30, 91, 364, 730][hasard.below(5)]
    }
    if hasard.chance(30) {
      filtre.lieux = Set((0..<[1, 3, 20, 100][hasard.below(4)]).map { _ in Fabrique.lieux[hasard.below(200)] })
    }
    if hasard.chance(25) {
      filtre.conseillers = Set((0..<[1, 3, 20][hasard.below(3)]).map { _ in Fabrique.conseillers[hasard.below(300)] })
    }
    while hasard.chance(30) {
      filtre.etiquettes.append((0..<1 + hasard.below(4)).reduce(0) { mask, _ in mask | 1 << UInt64(hasard.below(30)) })
    }
    while hasard.chance(30) {
      let rang = hasard.below(8)
      let valeurs = (0..<1 + hasard.below(3)).map { _ in UInt8(hasard.below(Fabrique.schema.choix[rang])) }
      filtre.choix.append(.init(rang, Set(valeurs)))
    }
    while hasard.chance(20) { filtre.presentes.append((0..<1 + hasard.below(3)).map { _ in hasard.below(21) }) }
    return filtre
  }
}
