import Foundation
import Temps

/// The end of the chain at one moment, signed by the server (Ed25519). Kept elsewhere, it shows that the chain was cut
/// or written anew, even by somebody who holds the whole base.
package struct Tete: Sendable, Equatable {
  /// 1, 2, 3… without a hole: one that was taken away is missed.
  package var numero: Int
  package var maillon: Maillon
  package var le: Instant
  package var cachet: Cachet

  package init(numero: Int, maillon: Maillon, le: Instant, cachet: Cachet) {
    self.numero = numero
    self.maillon = maillon
    self.le = le
    self.cachet = cachet
  }

  package init(numero: Int, maillon: Maillon, le: Instant, signedBy vault: Vault) throws {
    self.init(
      numero: numero, maillon: maillon, le: le,
      cachet: try vault.sign(Array(Self.signed(numero, maillon, le).utf8)))
  }

  package var isSigned: Bool { cachet.holds(for: Array(signed.utf8)) }

  /// Nothing else that the server signs begins so.
  private static let marque = "vademecum:tete:1"

  var signed: String { Self.signed(numero, maillon, le) }

  private static func signed(_ numero: Int, _ maillon: Maillon, _ le: Instant) -> String {
    "\(marque) \(numero) \(maillon.rang) \(maillon.empreinte) \(le.milliseconds)"
  }
}

// MARK: In words

extension Tete {
  /// One line: what is signed, the public key, the signature.
  package var texte: String {
    "\(signed) \(Data(cachet.clePublique).base64EncodedString()) \(Data(cachet.signature).base64EncodedString())"
  }

  /// A text says that a head is there, and it cannot be read.
  package struct Illisible: Error, Equatable {}

  /// Every head in a text: a line, a mail, a file where lines were added. What else is written there is passed over.
  /// - Throws: `Illisible` when one of them was damaged.
  package static func all(in text: String) throws -> [Tete] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return try words.indices.filter { words[$0] == marque }.map { index in
      guard words.count >= index + 7, let tete = Tete(words[index + 1...index + 6].map(String.init)) else {
        throw Illisible()
      }
      return tete
    }
  }

  private init?(_ words: [String]) {
    guard let numero = Int(words[0]), let rang = Int(words[1]), let le = Int64(words[3]),
      let cle = Data(base64Encoded: words[4]), let signature = Data(base64Encoded: words[5])
    else { return nil }
    self.init(
      numero: numero, maillon: Maillon(rang: rang, empreinte: words[2]), le: Instant(milliseconds: le),
      cachet: Cachet(signature: Array(signature), clePublique: Array(cle)))
  }
}

// MARK: In the base

extension TraceChain {
  /// Signs the end of the chain; nil when it did not move since the newest head.
  package static func sign(at now: Instant, in house: House) async throws -> Tete? {
    try await house.database.write { tx in
      let last = try tx.newestTete()
      let maillon = try tx.lastMaillon()
      guard maillon != .origine, maillon != last?.maillon else { return nil }
      let tete = try Tete(numero: (last?.numero ?? 0) &+ 1, maillon: maillon, le: now, signedBy: house.vault)
      try tx.insert(tete)
      return tete
    }
  }

  /// The newest head; nil when nothing was signed yet.
  package static func newestTete(in database: Database) async throws -> Tete? {
    try await database.read { tx in try tx.has(table: "trace_tete") ? tx.newestTete() : nil }
  }

  /// Whether the line that the newest head signed still stands as it was. Looks at that line only.
  package static func holdsItsHead(in database: Database) async throws -> Bool {
    try await database.read { tx in
      guard let tete = try tx.newestTete() else { return true }
      if let coupe = try tx.newestCoupe(), coupe.maillon.rang >= tete.maillon.rang { return true }
      return try tx.lignes(after: tete.maillon.rang &- 1, limit: 1).first?.maillon == tete.maillon
    }
  }
}

extension Transaction {
  func newestTete() throws -> Tete? {
    try first(
      "SELECT numero, rang, empreinte, le, signature, cle FROM trace_tete ORDER BY numero DESC LIMIT 1", Tete.init)
  }

  fileprivate func insert(_ tete: Tete) throws {
    try execute(
      """
      INSERT INTO trace_tete (numero, rang, empreinte, le, signature, cle)
      VALUES (\(tete.numero), \(tete.maillon.rang), \(tete.maillon.empreinte), \(tete.le),
        \(tete.cachet.signature), \(tete.cachet.clePublique))
      """)
  }
}

extension Tete {
  init(_ row: Row) throws {
    try self.init(
      numero: row[0], maillon: Maillon(rang: row[1], empreinte: row[2]), le: row[3],
      cachet: Cachet(signature: row[4], clePublique: row[5]))
  }
}
