import Base
import Chartes
import Crypto
import Foundation
import Html
import Temps

/// A dispositif's charter at one moment: its values, numbered, with a date of effect. What is agreed under it stays judged by it.
package struct Version: Sendable, Equatable {
  package let numero: Int
  package let parametres: Parametres
  package let effet: Instant
}

extension PersonnesStore {
  /// The version in force.
  package func version(of dispositif: DispositifID, at now: Instant, in tx: Transaction) throws -> Version {
    let found = try tx.first(
      """
      SELECT numero, parametres, effet FROM version
      WHERE dispositif = \(dispositif) AND effet <= \(now) ORDER BY numero DESC LIMIT 1
      """, Self.decodeVersion)
    guard let found else { throw Absent() }
    return found
  }

  /// The version under which something was agreed.
  package func version(_ numero: Int, of dispositif: DispositifID, in tx: Transaction) throws -> Version {
    let found = try tx.first(
      "SELECT numero, parametres, effet FROM version WHERE dispositif = \(dispositif) AND numero = \(numero)",
      Self.decodeVersion)
    guard let found else { throw Absent() }
    return found
  }

  private static func decodeVersion(_ row: Row) throws -> Version {
    try Version(numero: row[0], parametres: Parametres(json: row[1]), effet: row[2])
  }

  /// Publishes a version with the exact text of each role in each language: what people will sign, byte for byte.
  @discardableResult
  func publish(
    _ parametres: Parametres, of dispositif: DispositifID, _ charte: Charte, from effet: Instant, in tx: Transaction
  ) throws -> Int {
    let last = try tx.first("SELECT max(numero) FROM version WHERE dispositif = \(dispositif)") { row in
      try row[0] as Int?
    }
    let numero = (last.flatMap { $0 } ?? 0) + 1
    try tx.execute(
      """
      INSERT INTO version (dispositif, numero, parametres, effet)
      VALUES (\(dispositif), \(numero), \(parametres.json), \(effet))
      """)
    for role in charte.roles {
      for langue in Langue.allCases {
        let contenu = charte.texte(pour: role, parametres, langue).contenu
        try tx.execute(
          """
          INSERT INTO version_texte (dispositif, numero, role, langue, contenu, empreinte)
          VALUES (\(dispositif), \(numero), \(role.rawValue), \(langue.rawValue), \(contenu), \(Self.empreinte(contenu)))
          """)
      }
    }
    return numero
  }

  /// The text of a version as it was published, with its SHA-256.
  func texte(
    _ numero: Int, of dispositif: DispositifID, for role: Role, _ langue: Langue, in tx: Transaction
  ) throws -> (contenu: String, empreinte: String)? {
    try tx.first(
      """
      SELECT contenu, empreinte FROM version_texte WHERE dispositif = \(dispositif) AND numero = \(numero)
        AND role = \(role.rawValue) AND langue = \(langue.rawValue)
      """
    ) { row in (contenu: try row[0], empreinte: try row[1]) }
  }

  static func empreinte(_ contenu: String) -> String { Array(SHA256.hash(data: Data(contenu.utf8))).hexadecimal }

  /// Publishes a new version wherever the software's words are no longer those that people signed.
  package func refreshTexts(at now: Instant, in tx: Transaction) throws {
    for dispositif in try dispositifs(in: tx) {
      guard let charte = Charte.named(dispositif.charte) else { continue }
      let current = try version(of: dispositif.id, at: now, in: tx)
      let stored = try charte.roles.allSatisfy { role in
        try Langue.allCases.allSatisfy { langue in
          let contenu = charte.texte(pour: role, current.parametres, langue).contenu
          return try texte(current.numero, of: dispositif.id, for: role, langue, in: tx)?.contenu == contenu
        }
      }
      if !stored { try publish(current.parametres, of: dispositif.id, charte, from: now, in: tx) }
    }
  }
}
