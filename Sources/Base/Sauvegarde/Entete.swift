import Crypto
import Foundation
import Temps

package enum SauvegardeTag {}
package typealias SauvegardeID = ID<SauvegardeTag>

/// What a backup file says in clear at its beginning. Every block is sealed for this very text.
package struct Entete: Sendable, Codable, Equatable {
  package enum Genre: String, Sendable, Codable, CaseIterable { case donnees, cles, effacees }

  static let format = 1

  var format = Entete.format
  package let genre: Genre
  package let moteur: Engine
  /// Shared by the files of one backup.
  package let sauvegarde: SauvegardeID
  /// All that was acknowledged before it is in the backup.
  package let instant: Instant
  /// SHA-256 of the migrations made, hexadecimal.
  let migrations: String
  /// Bytes of content in a block.
  let bloc: Int
  let sel: Data
  /// Tells another master key from a damaged file.
  let temoin: Data
}

extension Engine: Codable {}

extension Entete {
  static let signature = Data("VADEMECUM-SAUVEGARDE\n".utf8)
  /// A header is read before anything proves it: never more than this.
  private static let limit = 1 << 16
  private static let blocs = 1...(1 << 22)

  init(
    _ genre: Genre, of sauvegarde: SauvegardeID, _ moteur: Engine, at instant: Instant, bordereau: Bordereau,
    bloc: Int, master: MasterKey
  ) {
    let sel = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    self.init(
      genre: genre, moteur: moteur, sauvegarde: sauvegarde, instant: instant, migrations: bordereau.empreinte,
      bloc: bloc, sel: sel, temoin: master.derived("temoin", sel: sel, count: 16).withUnsafeBytes { Data($0) })
  }

  /// Signature, length, JSON, SHA-256 of all three.
  func written() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(self)
    let written = Self.signature + UInt32(json.count).bigEndianBytes + json
    return written + Data(SHA256.hash(data: written))
  }

  /// The header at the beginning of a file, its fingerprint, for which blocks are sealed, and how many bytes it takes.
  /// - Throws: `.inconnu`, `.formatRecent`.
  static func read(_ file: Descripteur) throws -> (Entete, empreinte: Data, count: Int) {
    let unknown = SauvegardeError.inconnu(path: file.path)
    let start = try file.read(signature.count + 4)
    guard start.count == signature.count + 4, start.prefix(signature.count) == signature else { throw unknown }
    let count = Int(UInt32(bigEndianBytes: start.suffix(4)))
    guard count <= limit else { throw unknown }
    let json = try file.read(count)
    let empreinte = try file.read(SHA256.byteCount)
    guard empreinte == Data(SHA256.hash(data: start + json)) else { throw unknown }
    guard try JSONDecoder().decode(Version.self, from: json).format == format else {
      throw SauvegardeError.formatRecent(path: file.path)
    }
    guard let entete = try? JSONDecoder().decode(Entete.self, from: json), blocs.contains(entete.bloc) else {
      throw unknown
    }
    return (entete, empreinte, start.count + count + empreinte.count)
  }

  private struct Version: Codable { let format: Int }

  /// Whether this master key sealed the file.
  func isSealed(with master: MasterKey) -> Bool {
    master.derived("temoin", sel: sel, count: 16) == SymmetricKey(data: temoin)
  }
}

extension MasterKey {
  /// A key for one use of one file.
  func derived(_ use: String, sel: Data, count: Int = 32) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: symmetric, salt: sel, info: Data("vademecum:sauvegarde:\(use)".utf8), outputByteCount: count)
  }
}

extension FixedWidthInteger {
  var bigEndianBytes: Data { withUnsafeBytes(of: bigEndian) { Data($0) } }

  init(bigEndianBytes data: Data) { self = data.reduce(0) { $0 << 8 | Self($1) } }
}
