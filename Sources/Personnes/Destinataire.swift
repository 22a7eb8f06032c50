import Base
import Html
import Temps
import Web

/// Somebody a letter is written to: what its words need, and the address it goes to.
package struct Destinataire: Sendable {
  package let prenom: String
  package let langue: Langue
  package let fuseau: Fuseau
  /// For the envelope and the person's own calendar; it never reaches another person.
  package let adresse: String

  package init(prenom: String, langue: Langue, fuseau: Fuseau, adresse: String) {
    self.prenom = prenom
    self.langue = langue
    self.fuseau = fuseau
    self.adresse = adresse
  }
}

extension PersonnesStore {
  /// Writes to somebody in the transaction of the act that owes the letter.
  /// - Parameters:
  ///   - sujet: what the letter is about; `Outbox.withdraw` finds it by this.
  ///   - from: not sent before.
  package func write(
    to id: PersonneID, about sujet: some CustomStringConvertible, from instant: Instant, in tx: Transaction,
    _ compose: (Destinataire) throws -> Courriel
  ) throws {
    // Nobody is written to after they have left, and that keeps nobody else from acting.
    guard try !hasLeft(id, in: tx) else { return }
    let personne = try personne(id, for: .person(id), in: tx)
    // Somebody without a mailbox reads it here, or is told by whoever accompanies them.
    guard !personne.adresse.isEmpty else { return }
    let destinataire = Destinataire(
      prenom: personne.prenom, langue: personne.langue, fuseau: personne.fuseau, adresse: personne.adresse)
    try house.outbox.enqueue(
      compose(destinataire), as: .make(at: instant), to: .personne(id), about: sujet, from: instant, in: tx)
  }

  /// Whether somebody was erased: their number stays, for what others did with them.
  package func hasLeft(_ id: PersonneID, in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM personne WHERE id = \(id) AND partie IS NOT NULL") { _ in true } ?? false
  }
}
