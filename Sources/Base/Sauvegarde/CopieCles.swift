import Foundation

/// The keys, row by row: as they are, wrapped by the master key, which is in no file.
enum CopieCles {
  /// Rows read at a time.
  private static let page = 500

  /// - Parameter create: makes the file anew; called again if the connection is lost.
  /// - Returns: the owners whose key was erased.
  static func copy(
    _ keys: Database, arret: Arret, create: @escaping @Sendable (Bordereau) throws -> Ecrivain
  ) throws -> Set<String> {
    try keys.readNow { tx in
      try tx.takeTime(tx.engine.longRead)
      let ecrivain = try create(try bordereau(tx))
      // First, so that whoever reads keys already knows which ones must not come back.
      let effacees = try tx.effacees()
      for proprietaire in effacees { try ecrivain.append(Enregistrement.effacee(proprietaire).written) }
      var last = ""
      while true {
        let rows = try tx.all(
          "SELECT proprietaire, scellee FROM cle WHERE proprietaire > \(last) ORDER BY proprietaire LIMIT \(page)"
        ) { row in (try row[0] as String, try row[1] as [UInt8]) }
        for (proprietaire, scellee) in rows { try ecrivain.append(Enregistrement.cle(proprietaire, scellee).written) }
        guard let next = rows.last?.0 else { break }
        try arret.check()
        last = next
      }
      try ecrivain.finish()
      return Set(effacees)
    }
  }

  private static func bordereau(_ tx: Transaction) throws -> Bordereau {
    let cles = try tx.first("SELECT count(*) FROM cle") { try $0[0] as Int } ?? 0
    let effacees = try tx.first("SELECT count(*) FROM cle_effacee") { try $0[0] as Int } ?? 0
    return Bordereau(migrations: try tx.migrationsFaites(), comptes: ["cle": cles, "cle_effacee": effacees])
  }
}

extension Transaction {
  /// Every owner whose key was erased.
  func effacees() throws -> [String] {
    try all("SELECT proprietaire FROM cle_effacee ORDER BY proprietaire") { try $0[0] as String }
  }
}
