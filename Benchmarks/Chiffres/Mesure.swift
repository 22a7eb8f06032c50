import Banc
import Base
import Conseil
import Foundation
import Personnes
import Temps
import Web

/// Fills a base with invented reports, folds them as the server does, judges random filters, then times the figures.
///
/// usage: mesure-chiffres [--rapports N] [--filtres N] [--postgres CONNINFO] [--dossier PATH] [--fausser oui]
///   --dossier  keeps the base there, and uses one that is there already
///   --fausser  changes one row behind the back of the figures: then the measure must fail
@main
struct Mesure {
  private static let clock = ContinuousClock()

  static func main() async throws {
    let chantier = try Chantier(postgres: option("--postgres"), dossier: option("--dossier"))
    let wrong: Int
    do { wrong = try await run(chantier) } catch {
      chantier.close()
      throw error
    }
    chantier.close()
    if wrong > 0 { exit(1) }
  }

  private static func run(_ chantier: Chantier) async throws -> Int {
    let rapports = option("--rapports").flatMap { Int($0) } ?? 100_000
    let count = option("--filtres").flatMap { Int($0) } ?? 1_000
    let terrain = try await Terrain(chantier)
    let known = try await terrain.database.read { tx in
      try tx.first("SELECT 1 FROM compte_rendu LIMIT 1") { _ in true } ?? false
    }
    say("\(rapports) reports, \(Terrain.mois) months, \(count) filters, \(terrain.database.engine); load \(load())")
    if !known { try await fill(terrain, rapports) }
    if option("--fausser") != nil { try await spoil(terrain.database) }
    say("base: \(chantier.weight) MB; load \(load())")
    let room = terrain.room()
    let questions = (0..<count).map { Question.random($0, terrain) }
    let (start, busy) = (clock.now, Processeur.processus.now)
    let wrong = try await Jugement(terrain: terrain, room: room, questions: questions).run()
    say("judged in \(spent(start, busy)); equal: \(count - wrong) of \(count)")
    try await time(terrain, room, questions)
    return wrong
  }

  // MARK: Filling and folding

  private static func fill(_ terrain: Terrain, _ rapports: Int) async throws {
    let temoinsMax = min(3_000, max(100, rapports / 20))
    var remplissage = Remplissage(terrain: terrain, rapports: rapports)
    var (start, busy) = (clock.now, Processeur.processus.now)
    try await remplissage.run(temoins: temoinsMax)
    say("written in \(spent(start, busy))")
    let room = terrain.room()
    try await fold("first folding, \(Terrain.mois) months", terrain, room)
    let temoins = remplissage.temoins.shuffled(by: 5)
    let first = temoins.count * 2 / 3
    (start, busy) = (clock.now, Processeur.processus.now)
    try await terrain.disturb(temoins[..<first], room)
    say("\(first) corrected, taken back or filed in \(spent(start, busy))")
    try await fold("folding these", terrain, room)
    try await terrain.disturb(temoins[first...], room)
  }

  private static func fold(_ name: String, _ terrain: Terrain, _ room: ConseilRoom) async throws {
    let (start, busy) = (clock.now, Processeur.processus.now)
    let (lines, waits) = try await Attente(database: terrain.database).during {
      try await room.foldFigures(for: .house(.echeances), at: Terrain.now)
    }
    say("\(name): \(lines) lines in \(spent(start, busy)); a small write meanwhile: \(waits.inWords)")
  }

  private static func spoil(_ database: Database) async throws {
    try await database.write { tx in
      _ = try tx.execute(
        "UPDATE compte_rendu SET minutes = minutes % 1000 + 1 WHERE id IN (SELECT max(id) FROM compte_rendu)")
    }
  }

  // MARK: Timing

  private static func time(_ terrain: Terrain, _ warm: ConseilRoom, _ questions: [Question]) async throws {
    let chronometre = Chronometre(terrain: terrain)
    let many = (0..<500).map { Question.random($0, terrain) }
    let waiting = try await terrain.database.read { tx in
      try tx.first("SELECT count(*) FROM chiffre_ligne") { row in try row[0] as Int } ?? 0
    }
    say("\(waiting) lines wait to be folded; load \(load())")
    let whole = [Question.toutes]
    for rang in 1...3 { try await chronometre.printCounts("first count after a start, \(rang)", whole, terrain.room()) }
    try await chronometre.printCounts("counting, \(many.count) filters", many, warm)
    try await fold("folding the rest", terrain, warm)
    try await chronometre.printCounts("first count after folding", whole, warm)
    try await chronometre.printCounts("counting, nothing waits", many, warm)
    say(String(format: "process: %.0f MB; load %@", Double(residentMemory()) / 1e6, load()))
    let pages = Array(questions.prefix(20).map(\.form))
    let thrice = { (form: FormData) in [form, form, form] }
    try await chronometre.printPage("page, last twelve months", thrice(.empty), to: terrain.coordination, warm)
    try await chronometre.printPage("page, three years", thrice(Question.toutes.form), to: terrain.coordination, warm)
    try await chronometre.printPage("page, \(pages.count) filters", pages, to: terrain.coordination, warm)
    try await chronometre.printPage(
      "page of an adviser, last twelve months", thrice(.empty), to: terrain.conseillers[7], warm)
    say("load \(load())")
  }

  private static func spent(_ start: ContinuousClock.Instant, _ busy: Duration) -> String {
    String(
      format: "%.1f s (%.1f s of processor)", (clock.now - start) / .seconds(1),
      (Processeur.processus.now - busy) / .seconds(1))
  }

  /// How many programs wanted a processor, over the last minute.
  private static func load() -> String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return String(text.prefix { $0 != " " })
  }
}

extension Array {
  /// Always in the same disorder.
  fileprivate func shuffled(by graine: Int) -> [Element] {
    var hasard = Hasard(graine)
    return shuffled(using: &hasard)
  }
}
