import Banc
import Comptage
import Foundation

/// Makes reports, folds them in 36 months, judges random filters against the naive count, then times them.
@main
struct Mesure {
  static let mois = 36
  private static let clock = ContinuousClock()

  static func main() async throws {
    let lignes = option("--lignes").flatMap { Int($0) } ?? 1_000_000
    let filtres = (0..<(option("--filtres").flatMap { Int($0) } ?? 50)).map { Filtre.random($0, mois: mois) }
    print("\(lignes) lines, \(mois) months, \(filtres.count) filters")
    let (tranches, expected) = try await fold(lignes, filtres)
    weigh(tranches, lignes)
    try reload(tranches)
    let wrong = zip(filtres, expected).count { filtre, compte in count(tranches, filtre, .toutes) != compte }
    print("equal to the naive count: \(filtres.count - wrong) of \(filtres.count)")
    for (name, voulues) in [("all breakdowns", Ventilations.toutes), ("months only", .mois)] {
      print(name)
      await time(tranches, filtres, voulues)
    }
    if wrong > 0 { exit(1) }
  }

  private static func time(_ tranches: [Tranche], _ filtres: [Filtre], _ voulues: Ventilations) async {
    let one = filtres.map { filtre in clock.measure { _ = count(tranches, filtre, voulues) } }
    print("  one thread:   \(Durees(one).inWords)")
    // What others do on the same machine shows less in the best of a few.
    let best = filtres.map { filtre in
      (0..<5).map { _ in clock.measure { _ = count(tranches, filtre, voulues) } }.min() ?? .zero
    }
    print("  best of five: \(Durees(best).inWords)")
    let alone = filtres.map { filtre in processorTime { _ = count(tranches, filtre, voulues) } }
    print("  of processor: \(Durees(alone).inWords)")
    var two: [Duration] = []
    for filtre in filtres { two.append(await clock.measure { _ = await countOnTwo(tranches, filtre, voulues) }) }
    print("  two threads:  \(Durees(two).inWords)")
  }

  /// Month by month, so that the lines of one month only are held as lines. Each is folded in two times.
  private static func fold(_ lignes: Int, _ filtres: [Filtre]) async throws -> ([Tranche], [Compte]) {
    var tranches: [Tranche] = []
    var expected = filtres.map { _ in Compte(Fabrique.schema, .toutes) }
    var folding: [Duration] = []
    for rang in 0..<mois {
      let numero = Fabrique.premierMois + rang
      var fabrique = Fabrique(mois: numero)
      let some = fabrique.lignes(lignes * (rang + 1) / mois - lignes * rang / mois)
      var tranche = Tranche(mois: numero, schema: Fabrique.schema)
      for part in [some.prefix(some.count * 3 / 4), some.dropFirst(some.count * 3 / 4)] {
        folding.append(try clock.measure { tranche = try Tranche(folding: part, onto: tranche) })
      }
      tranches.append(tranche)
      let half = filtres.count / 2
      async let first = judge(some, filtres[..<half])
      async let second = judge(some, filtres[half...])
      for (index, compte) in await (first + second).enumerated() { expected[index] += compte }
    }
    let total = folding.reduce(.zero, +) / .seconds(1)
    print(String(format: "folding: %.2f s in all; each fold: ", total) + Durees(folding).inWords)
    return (tranches, expected)
  }

  private static func judge(_ lignes: [Ligne], _ filtres: ArraySlice<Filtre>) async -> [Compte] {
    filtres.map { Compte(lignes, $0, .toutes, Fabrique.schema) }
  }

  private static func weigh(_ tranches: [Tranche], _ lignes: Int) {
    let held = tranches.reduce(0) { $0 + $1.octets }
    let rows = tranches.reduce(0) { $0 + $1.count }
    print(
      String(
        format: "held: %.1f MB, %.1f bytes per report (%d rows left); process: %.0f MB", Double(held) / 1e6,
        Double(held) / Double(max(rows, 1)), rows, Double(residentMemory()) / 1e6))
  }

  private static func reload(_ tranches: [Tranche]) throws {
    var written = 0
    var times: [Duration] = []
    for tranche in tranches {
      let bytes = tranche.bytes
      written += bytes.count
      times.append(try clock.measure { _ = try Tranche(bytes: bytes, schema: Fabrique.schema) })
    }
    print(String(format: "written: %.1f MB; reading one back: ", Double(written) / 1e6) + Durees(times).inWords)
  }

  private static func count(_ tranches: [Tranche], _ filtre: Filtre, _ voulues: Ventilations) -> Compte {
    var compte = Compte(Fabrique.schema, voulues)
    for tranche in tranches { tranche.count(filtre, voulues, into: &compte) }
    return compte
  }

  private static func countOnTwo(
    _ tranches: [Tranche], _ filtre: Filtre, _ voulues: Ventilations
  ) async -> Compte {
    async let even = countSome(tranches, from: 0, filtre, voulues)
    async let odd = countSome(tranches, from: 1, filtre, voulues)
    var compte = await even
    compte += await odd
    return compte
  }

  private static func countSome(
    _ tranches: [Tranche], from: Int, _ filtre: Filtre, _ voulues: Ventilations
  ) async -> Compte {
    count(stride(from: from, to: tranches.count, by: 2).map { tranches[$0] }, filtre, voulues)
  }
}
