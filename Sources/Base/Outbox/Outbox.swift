import Foundation
import Temps

package enum CourrierTag {}
package typealias CourrierID = ID<CourrierTag>

/// Mail that an act owes, written in the act's own transaction and sent afterwards: nothing is sent for an act that
/// did not happen, and nothing that happened stays unsaid.
package struct Outbox: Sendable {
  let vault: Vault
  /// Demo and development keep the words so that the mailbox page can show them; a real server erases them once sent.
  let keepsSent: Bool

  package init(vault: Vault, keepsSent: Bool) {
    self.vault = vault
    self.keepsSent = keepsSent
  }

  /// - Parameters:
  ///   - owner: whose key seals address and words.
  ///   - sujet: the meeting, link… it is about; `withdraw` finds it by this.
  ///   - from: not sent before this moment.
  package func enqueue(
    _ courriel: Courriel, as id: CourrierID, to owner: Owner, about sujet: some CustomStringConvertible,
    from instant: Instant, in tx: Transaction
  ) throws {
    let json = String(decoding: try JSONEncoder().encode(courriel), as: UTF8.self)
    let sealed = try vault.seal(json, of: owner, at: Place("courrier.contenu", id))
    try tx.execute(
      """
      INSERT INTO courrier (id, proprietaire, sujet, contenu, etat, tentatives, apres)
      VALUES (\(id), \(owner.text), \(sujet.description), \(sealed), 'attend', 0, \(instant))
      """)
  }

  /// Takes back what has not left yet: a reminder of a meeting that is cancelled.
  package func withdraw(about sujet: some CustomStringConvertible, after instant: Instant, in tx: Transaction) throws {
    try tx.execute(
      "DELETE FROM courrier WHERE sujet = \(sujet.description) AND etat = 'attend' AND apres > \(instant)")
  }
}
