import Base
import Chartes
import Comptage
import Personnes
import Temps

/// Folding: lines appended by the acts become the columns of their month. Nothing a page says changes by it.
extension ConseilRoom {
  /// Answers how many lines were folded.
  /// - Parameter viewer: the house; a schedule calls this.
  package func foldFigures(for viewer: Viewer, at now: Instant) async throws -> Int {
    let waiting = try await house.database.read { [store] tx in try store.monthsToFold(limit: 500, in: tx) }
    let damaged = memoire.takeDamaged()
    var folded = 0
    for mois in damaged.subtracting(waiting) + waiting {
      // Made beside the writer, which only exchanges the old columns for the new ones: nobody waits for a fold.
      guard let pli = try await house.database.read({ [store] tx in try store.pli(mois, in: tx) }) else { continue }
      folded += try await house.database.write { [store] tx in try store.keep(pli, in: tx) }
    }
    return folded
  }
}

/// The figures of one programme over one month.
struct MoisDeChiffres: Hashable, Sendable {
  let dispositif: DispositifID
  /// "2026-11".
  let mois: String

  /// A condition on `compte_rendu c`, which its index answers.
  var rows: SQL { "c.dispositif = \(dispositif) AND c.jour >= \(mois + "-01") AND c.jour <= \(mois + "-31")" }

  /// `year * 12 + month - 1`.
  var rang: Int {
    let parts = mois.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : 0
  }
}

/// New columns of a month, ready to stand in place of those they were made from.
struct Pli: Sendable {
  let mois: MoisDeChiffres
  /// The revision they take the place of; 0 where there was none.
  let revision: Int
  let tranche: Tranche
  /// What they hold already, and no longer waits.
  let lignes: [ID<LigneTag>]
}

extension ConseilStore {
  /// As many lines as are taken away at once without keeping others waiting.
  private static let atOnce = 20_000

  func monthsToFold(limit: Int, in tx: Transaction) throws -> [MoisDeChiffres] {
    try tx.all("SELECT DISTINCT dispositif, mois FROM chiffre_ligne ORDER BY dispositif, mois LIMIT \(limit)") { row in
      MoisDeChiffres(dispositif: try row[0], mois: try row[1])
    }
  }

  /// nil when nothing waits and the columns read well.
  func pli(_ mois: MoisDeChiffres, in tx: Transaction) throws -> Pli? {
    let known = try tx.first(
      "SELECT octets, revision FROM chiffre_tranche WHERE dispositif = \(mois.dispositif) AND mois = \(mois.mois)"
    ) { row in (bytes: try row[0] as [UInt8], revision: try row[1] as Int) }
    guard let known, let tranche = try? Tranche(bytes: known.bytes, schema: Rangs.schema) else {
      return try rebuilt(mois, revision: known?.revision ?? 0, in: tx)
    }
    let waiting = try lines(of: mois.dispositif, from: mois.mois, to: mois.mois, limit: Self.atOnce, in: tx)
    guard !waiting.isEmpty else { return nil }
    return Pli(
      mois: mois, revision: known.revision, tranche: try Tranche(folding: waiting.map(\.ligne), onto: tranche),
      lignes: waiting.map(\.id))
  }

  /// From the reports themselves, which hold all that waits: the first folding of a month, or one whose columns no
  /// longer read.
  private func rebuilt(_ mois: MoisDeChiffres, revision: Int, in tx: Transaction) throws -> Pli {
    let waiting = try lines(of: mois.dispositif, from: mois.mois, to: mois.mois, limit: .max, in: tx)
    let lignes = try recountedLines(mois.rows, in: tx)
    return Pli(
      mois: mois, revision: revision,
      tranche: try Tranche(folding: lignes, onto: Tranche(mois: mois.rang, schema: Rangs.schema)),
      lignes: waiting.map(\.id))
  }

  /// Answers how many lines no longer wait: none when another node folded this month meanwhile.
  func keep(_ pli: Pli, in tx: Transaction) throws -> Int {
    let kept = try tx.execute(
      """
      INSERT INTO chiffre_tranche (dispositif, mois, revision, octets)
      VALUES (\(pli.mois.dispositif), \(pli.mois.mois), \(pli.revision + 1), \(pli.tranche.bytes))
      ON CONFLICT (dispositif, mois) DO UPDATE SET revision = excluded.revision, octets = excluded.octets
      WHERE chiffre_tranche.revision = \(pli.revision)
      """)
    guard kept == 1 else { return 0 }
    for chunk in stride(from: 0, to: pli.lignes.count, by: 500) {
      let ids = Array(pli.lignes[chunk..<min(chunk + 500, pli.lignes.count)])
      try tx.execute("DELETE FROM chiffre_ligne WHERE id IN \(list: ids)")
    }
    return pli.lignes.count
  }

  /// Lines that wait to be folded.
  func lines(
    of dispositif: DispositifID, from first: String, to last: String, limit: Int, in tx: Transaction
  ) throws -> [(id: ID<LigneTag>, ligne: Ligne)] {
    try tx.all(
      """
      SELECT id, ligne FROM chiffre_ligne WHERE dispositif = \(dispositif) AND mois >= \(first) AND mois <= \(last)
      ORDER BY mois, id LIMIT \(limit)
      """
    ) { row in (id: try row[0], ligne: try Ligne(bytes: row[1])) }
  }
}
