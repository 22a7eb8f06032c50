import Base
import Foundation
import Temps
import Web

/// Something unforeseeable that a device signs, once, for one purpose, in the browser that asked.
enum Defi {
  static let lasts = Duration.minutes(5)

  enum Usage: String, Sendable { case inscription, connexion, preuve }
}

extension Token {
  /// As a browser is given it, and says it back.
  var challenge: String { Data(text.utf8).base64URL }
}

extension PersonnesStore {
  /// - Parameter personne: who must answer; nil when nobody has entered yet.
  func insert(
    _ defi: Token, for usage: Defi.Usage, of personne: PersonneID?, in browser: Token, at now: Instant,
    in tx: Transaction
  ) throws {
    try tx.execute("DELETE FROM defi WHERE expire <= \(now)")
    try tx.execute(
      """
      INSERT INTO defi (empreinte, marque, usage, personne, expire)
      VALUES (\(defi.fingerprint), \(browser.fingerprint), \(usage.rawValue), \(personne), \(now + Defi.lasts))
      """)
  }

  /// True for the one answer that uses it up, good or not.
  func consume(
    _ defi: Token, for usage: Defi.Usage, of personne: PersonneID?, in browser: Token, at now: Instant,
    in tx: Transaction
  ) throws -> Bool {
    let known = try tx.first(
      """
      SELECT personne FROM defi WHERE empreinte = \(defi.fingerprint) AND marque = \(browser.fingerprint)
        AND usage = \(usage.rawValue) AND expire > \(now)
      """
    ) { try $0[0] as PersonneID? }
    guard let known, known == personne else { return false }
    return try tx.execute("DELETE FROM defi WHERE empreinte = \(defi.fingerprint)") == 1
  }
}
