import Crypto
import Foundation

/// What a backup must hold, written first inside it and sealed: a restored base is counted against it.
package struct Bordereau: Sendable, Codable, Equatable {
  /// Migrations made, with the fingerprint of each.
  package let migrations: [String: String]
  /// Rows of each table at the moment of the copy.
  package let comptes: [String: Int]
  /// PostgreSQL's schema; nil elsewhere.
  package let schema: String?

  init(migrations: [String: String] = [:], comptes: [String: Int], schema: String? = nil) {
    self.migrations = migrations
    self.comptes = comptes
    self.schema = schema
  }

  package var total: Int { comptes.values.reduce(0, +) }

  /// SHA-256 of the migrations, hexadecimal.
  var empreinte: String {
    let lines = migrations.sorted { $0.key < $1.key }.map { "\($0.key)\u{1f}\($0.value)\n" }
    return SHA256.hash(data: Data(lines.joined().utf8)).hexadecimal
  }

  /// Names of migrations that are not among these, or were edited since.
  func unknown(to known: [Migration]) -> [String] {
    let fingerprints = Dictionary(known.map { ($0.name, $0.fingerprint) }) { first, _ in first }
    return migrations.filter { fingerprints[$0.key] != $0.value }.keys.sorted()
  }

  /// Length, then JSON.
  func written() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(self)
    return UInt32(json.count).bigEndianBytes + json
  }
}
