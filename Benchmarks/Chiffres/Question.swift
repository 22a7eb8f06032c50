import Banc
import Base
import Comptage
import Conseil
import Temps
import Web

/// A filter that somebody may ask, said twice: as the address of the page, and as plain numbers, for a judge who knows
/// nothing of how the product reads an address.
struct Question: Sendable {
  private(set) var adresse: [(String, String)]
  private let jours: ClosedRange<Int>
  private var lieux: Set<Int> = []
  private var conseillers: Set<Int> = []
  /// At least one of these flags; 0 asks nothing.
  private var themes: UInt64 = 0
  private var demarches: UInt64 = 0
  /// The codes that each may have, as bits; 0 asks nothing.
  private var codes = [UInt64](repeating: 0, count: Question.lus.count)
  private var durees: Set<Int> = []
  private var genres: [Int] = []
  private var ages: [Int] = []
  private var statuts: [Int] = []

  private static let lus: [(nom: String, valeurs: [String], lu: @Sendable (Rendu) -> Int)] = [
    ("type", raw(TypeDeCompteRendu.self), { $0.type }), ("canal", raw(Canal.self), { $0.canal }),
    ("facon", raw(Facon.self), { $0.facon }), ("autonomie", raw(Autonomie.self), { $0.autonomie }),
    ("redirection", raw(Redirection.self), { $0.redirection }), ("issue", raw(IssueDeRelais.self), { $0.issue }),
  ]

  private static func raw<Liste: Nomenclature>(_: Liste.Type) -> [String] { Liste.allCases.map(\.rawValue) }

  var form: FormData { FormData(pairs: adresse) }

  func accepts(_ rendu: Rendu) -> Bool {
    guard jours.contains(rendu.jour) else { return false }
    if !conseillers.isEmpty, !conseillers.contains(rendu.conseiller) { return false }
    if !lieux.isEmpty, !(rendu.lieu.map(lieux.contains) ?? false) { return false }
    if themes != 0, rendu.themes & themes == 0 { return false }
    if demarches != 0, rendu.demarches & demarches == 0 { return false }
    for (codes, lu) in zip(codes, Self.lus) where codes != 0 {
      if codes >> UInt64(lu.lu(rendu)) & 1 == 0 { return false }
    }
    if !durees.isEmpty, !durees.contains([30, 60, 120].count { rendu.minutes >= $0 }) { return false }
    for (asked, counts) in [(genres, rendu.genres), (ages, rendu.ages), (statuts, rendu.statuts)]
    where !asked.isEmpty {
      if asked.allSatisfy({ counts[$0] == 0 }) { return false }
    }
    return true
  }
}

extension Question {
  /// Often a time, a few places or people, a few themes; sometimes everything.
  static func random(_ graine: Int, _ terrain: Terrain) -> Question {
    var hasard = Hasard(graine)
    guard !hasard.chance(5) else { return .toutes }
    let start = toutes.jours.lowerBound + hasard.below(toutes.jours.count)
    let length = [6, 30, 91, 364, 364, 730][hasard.below(6)]
    var question = hasard.chance(25) ? .toutes : Question(start...start + length)
    question.askWhere(terrain, &hasard)
    question.askWhat(&hasard)
    question.askWho(&hasard)
    return question
  }

  /// All reports.
  static let toutes = Question(Mois.firstDay(of: Terrain.premierMois)...Terrain.dernierJour.number)

  private init(_ jours: ClosedRange<Int>) {
    self.jours = jours
    adresse = [("du", Jour(number: jours.lowerBound).iso), ("au", Jour(number: jours.upperBound).iso)]
  }

  private mutating func askWhere(_ terrain: Terrain, _ hasard: inout Hasard) {
    if hasard.chance(25) {
      lieux = Self.some([1, 3, 20, 100][hasard.below(4)], of: terrain.lieux.count, &hasard)
      adresse += lieux.map { ("lieu", terrain.lieux[$0]) }
    }
    if hasard.chance(20) {
      conseillers = Self.some([1, 3, 20][hasard.below(3)], of: terrain.noms.count, &hasard)
      adresse += conseillers.map { ("conseiller", terrain.noms[$0]) }
    }
  }

  private mutating func askWhat(_ hasard: inout Hasard) {
    if hasard.chance(40) { themes = ask("theme", Self.raw(Thematique.self), 5, &hasard).reduce(0) { $0 | 1 << $1 } }
    if hasard.chance(15) { demarches = ask("demarche", Self.raw(Demarche.self), 4, &hasard).reduce(0) { $0 | 1 << $1 } }
    for (rang, lu) in Self.lus.enumerated() where hasard.chance(12) {
      codes[rang] = ask(lu.nom, lu.valeurs, 3, &hasard).reduce(0) { $0 | 1 << ($1 + 1) }
    }
    if hasard.chance(15) { durees = Set(ask("duree", ["0", "1", "2", "3"], 2, &hasard)) }
  }

  private mutating func askWho(_ hasard: inout Hasard) {
    if hasard.chance(10) { genres = ask("genre", Self.raw(Genre.self), 2, &hasard) }
    if hasard.chance(15) { ages = ask("age", Self.raw(TrancheAge.self), 3, &hasard) }
    if hasard.chance(10) { statuts = ask("statut", Self.raw(StatutSocial.self), 2, &hasard) }
  }

  /// Some of these values, written in the address too.
  private mutating func ask(_ nom: String, _ valeurs: [String], _ atMost: Int, _ hasard: inout Hasard) -> [Int] {
    let chosen = Self.some(1 + hasard.below(atMost), of: valeurs.count, &hasard)
    adresse += chosen.map { (nom, valeurs[$0]) }
    return Array(chosen)
  }

  private static func some(_ count: Int, of all: Int, _ hasard: inout Hasard) -> Set<Int> {
    Set((0..<count).map { _ in hasard.below(all) })
  }
}
