import Base
import Temps
import Web

/// A recovery code: one of ten, kept on paper, each good once when the application with the codes is lost.
struct CodeSecours: Sendable, Equatable {
  static let nombre = 10
  let texte: CodeEcrit

  static func fresh() -> [CodeSecours] { (0..<nombre).map { _ in CodeSecours(texte: .random(letters: 12)) } }
}

extension PersonnesStore {
  func replaceCodesSecours(of personne: PersonneID, by codes: [CodeSecours], in tx: Transaction) throws {
    try tx.execute("DELETE FROM code_secours WHERE personne = \(personne)")
    for code in codes {
      try tx.execute(
        "INSERT INTO code_secours (personne, empreinte) VALUES (\(personne), \(fingerprint(of: code.texte)))")
    }
  }

  /// How many still serve.
  func codesSecours(of personne: PersonneID, in tx: Transaction) throws -> Int {
    try tx.first("SELECT count(*) FROM code_secours WHERE personne = \(personne) AND servi IS NULL") { try $0[0] } ?? 0
  }

  /// True for the one use of a good code.
  func use(_ typed: CodeEcrit, of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE code_secours SET servi = \(now)
      WHERE personne = \(personne) AND empreinte = \(fingerprint(of: typed)) AND servi IS NULL
      """) == 1
  }

  private func fingerprint(of code: CodeEcrit) -> String { house.vault.fingerprint(code.brut, for: "code-secours") }
}

extension PersonnesRoom {
  /// Ten new codes, to be shown once; the earlier ones open nothing any more.
  func renewCodesSecours(by visitor: Visitor, at now: Instant) async throws -> [CodeSecours] {
    let codes = CodeSecours.fresh()
    return try await house.database.write { [store] tx in
      guard try store.codeTemporaire(of: visitor.personne, in: tx) != nil else { throw Absent() }
      try store.replaceCodesSecours(of: visitor.personne, by: codes, in: tx)
      try tx.record(Trace("code-secours:nouveaux", on: visitor.personne, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.secoursRenouveles, to: visitor.personne, at: now, in: tx)
      return codes
    }
  }
}
