import Banc
import Base
import Comptage
import Conseil
import Foundation
import Temps

/// Asks the product, then two judges who know nothing of its columns.
struct Jugement {
  let terrain: Terrain
  let room: ConseilRoom
  let questions: [Question]
  private static let atOnce = 500

  /// - Returns: how many answers differ.
  func run() async throws -> Int {
    var wrong = 0
    for start in stride(from: 0, to: questions.count, by: Self.atOnce) {
      let some = Array(questions[start..<min(start + Self.atOnce, questions.count)])
      let middle = some.count / 2
      async let first = differences(Array(some[..<middle]))
      async let second = differences(Array(some[middle...]))
      wrong += try await first + second
    }
    return wrong
  }

  private func differences(_ questions: [Question]) async throws -> Int {
    guard !questions.isEmpty else { return 0 }
    let counted = try await terrain.database.read { [terrain, room] tx in
      try questions.map { question in
        try room.measure(counting: question.form, of: terrain.dispositif, today: Terrain.dernierJour, in: tx)
      }
    }
    let naive = try await terrain.database.read { [terrain] tx in
      var pointages = questions.map { _ in Pointage(terrain) }
      _ = try terrain.forEachRendu(in: tx) { rendu in
        for rang in questions.indices where questions[rang].accepts(rendu) { pointages[rang].add(rendu) }
      }
      return pointages.map { $0.total(terrain) }
    }
    var wrong = 0
    for (rang, question) in questions.enumerated() {
      // One transaction each: a server lets none last.
      let summed = try await terrain.database.read { [terrain] tx in
        try Aggregats.count(
          ConseilRoom.condition(of: question.form, today: Terrain.dernierJour), of: terrain.dispositif, in: tx)
      }
      guard counted[rang] != naive[rang] || counted[rang] != summed else { continue }
      wrong += 1
      say("DIFFERENT: \(question.adresse.map { "\($0.0)=\($0.1)" }.joined(separator: "&"))")
      for (judge, compte) in [("rows, one by one", naive[rang]), ("sums of the base", summed)] {
        say("  \(judge): \(counted[rang] == compte ? "equal" : counted[rang].difference(from: compte))")
      }
    }
    return wrong
  }
}

extension Compte {
  /// The parts that are not the same, and the totals.
  func difference(from other: Compte) -> String {
    var parts = ["\(rapports) reports, \(participants) people here; \(other.rapports), \(other.participants) there"]
    if mesures != other.mesures { parts.append("measures") }
    if parEtiquette != other.parEtiquette { parts.append("flags") }
    if parChoix != other.parChoix { parts.append("choices") }
    if parLieu != other.parLieu { parts.append("places") }
    if parConseiller != other.parConseiller { parts.append("advisers") }
    if parMois != other.parMois { parts.append("months") }
    if parJour != other.parJour { parts.append("days") }
    return parts.joined(separator: "; ")
  }
}
