@testable import Comptage

/// Numbers that look drawn, and are the same each time.
struct Hasard: RandomNumberGenerator {
  private var state: UInt64

  init(_ graine: Int) { state = UInt64(bitPattern: Int64(graine)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func among<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &self)] }
}

/// Invented reports of one month, in few enough words that many are equal.
struct Jeu {
  static let mois = 2024 * 12 + 1
  static let jours = Mois.firstDay(of: mois)..<Mois.firstDay(of: mois + 1)
  static let lieux = ["", "Brest", "Élancourt", "Foix", "un nom de lieu qui ne tient pas dans seize octets"]
  static let conseillers = ["", "a", "b", "c", "0192f3c4-7d2e-7c1a-9f00-5a6b7c8d9e0f"]

  static let schemas = [
    Schema(etiquettes: 30, choix: [2, 5, 4, 4, 8, 6, 4, 4], mesures: 21),
    Schema(etiquettes: 64, choix: [32, 1], mesures: 2),
    Schema(etiquettes: 0, choix: [], mesures: 0),
    Schema(etiquettes: 1, choix: [3], mesures: 1),
  ]

  let schema: Schema
  var hasard: Hasard

  init(_ schema: Schema, graine: Int) {
    self.schema = schema
    hasard = Hasard(graine)
  }

  mutating func ligne(variety: Int = 100) -> Ligne {
    // A narrow choice of seeds makes equal lines, so that signs meet.
    var own = Hasard(Int.random(in: 0..<variety, using: &hasard))
    let flags = schema.etiquettes == 64 ? UInt64.max : (1 << UInt64(schema.etiquettes)) - 1
    return Ligne(
      signe: hasard.chance(20) ? .moins : .plus,
      jour: own.chance(20)
        ? own.among([Self.jours.lowerBound, Self.jours.upperBound - 1]) : own.among(Array(Self.jours)),
      lieu: own.among(Self.lieux), conseiller: own.among(Self.conseillers),
      etiquettes: own.next() & own.next() & flags,
      choix: schema.choix.map { UInt8(own.chance(40) ? 0 : Int.random(in: 0..<$0, using: &own)) },
      mesures: (0..<schema.mesures).map { rang in
        if rang == 0, own.chance(60) { return 1 }
        return own.among([0, 0, 1, 2, 3, 31, 32, 240, Schema.mesureMax - 1, Schema.mesureMax])
      })
  }

  mutating func lignes(_ count: Int, variety: Int = 100) -> [Ligne] { (0..<count).map { _ in ligne(variety: variety) } }

  mutating func filtre() -> Filtre {
    var filtre = Filtre()
    if hasard.chance(30) {
      let start = Self.jours.lowerBound + Int.random(in: -20...40, using: &hasard)
      filtre.jours = start...start + hasard.among([0, 1, 7, 40, 400])
    }
    if hasard.chance(25) { filtre.lieux = Set((0..<3).map { _ in hasard.among(Self.lieux + ["nulle part"]) }) }
    if hasard.chance(25) { filtre.conseillers = Set((0..<2).map { _ in hasard.among(Self.conseillers + ["z"]) }) }
    if hasard.chance(5) { filtre.lieux = [] }
    while hasard.chance(25) { filtre.etiquettes.append(hasard.next() & hasard.next()) }
    while hasard.chance(25) {
      let valeurs = (0..<hasard.among([0, 1, 2, 6])).map { _ in UInt8.random(in: 0...8, using: &hasard) }
      filtre.choix.append(.init(Int.random(in: -1...schema.choix.count, using: &hasard), Set(valeurs)))
    }
    while hasard.chance(15) {
      filtre.presentes.append((0..<hasard.among([0, 1, 3])).map { _ in Int.random(in: -1...22, using: &hasard) })
    }
    return filtre
  }

  mutating func voulues() -> Ventilations {
    hasard.chance(50) ? .toutes : Ventilations(rawValue: UInt8.random(in: 0..<128, using: &hasard))
  }
}
