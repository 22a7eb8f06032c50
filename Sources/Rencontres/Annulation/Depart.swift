import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  /// Somebody leaves for good: what they had agreed to, or asked for, is cancelled in time, and the other one is told.
  package func takeLeave(of personne: PersonneID, at now: Instant, in tx: Transaction) throws {
    for rencontre in try store.toCome(for: personne, at: now, in: tx) {
      guard try store.move(rencontre, to: .annulee, in: tx) else { continue }
      try store.noteDepart(of: personne, from: rencontre, at: now, in: tx)
      try store.free(rencontre.id, in: tx)
      try house.outbox.withdraw(about: rencontre.id, after: now, in: tx)
      try house.faits.record(
        Fait(.annulation, of: rencontre.explorateur, about: rencontre.id, by: .person(personne), at: now), in: tx)
      try announce(departOf: personne, from: rencontre, at: now, in: tx)
    }
  }

  private func announce(
    departOf personne: PersonneID, from rencontre: Rencontre, at now: Instant, in tx: Transaction
  ) throws {
    let other = rencontre.other(than: personne)
    let prenom = try personnes.prenoms(of: [personne], for: .person(other), in: tx)[personne]?.prenom
    // The number of its calendar has moved with its state.
    let moved = try store.moved(rencontre, in: tx)
    try personnes.write(to: other, about: rencontre.id, from: now, in: tx) {
      Lettres(moved, origin, $0, now).depart(
        of: prenom ?? $0.langue("une personne partie", "somebody who has left"),
        wasAgreed: rencontre.etat == .acceptee)
    }
  }
}

extension RencontresStore {
  fileprivate func toCome(for personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Rencontre] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM rencontre r WHERE (r.explorateur = \(personne) OR r.expert = \(personne))
        AND r.etat IN ('demandee', 'acceptee') AND r.fin > \(now) ORDER BY r.debut, r.id
      """, Self.decode)
  }

  fileprivate func moved(_ rencontre: Rencontre, in tx: Transaction) throws -> Rencontre {
    let found = try tx.first(
      "SELECT \(sql: Self.columns) FROM rencontre r WHERE r.id = \(rencontre.id)", Self.decode)
    guard let found else { throw Absent() }
    return found
  }

  /// In time, and without a word: nothing of theirs would open afterwards.
  fileprivate func noteDepart(
    of personne: PersonneID, from rencontre: Rencontre, at now: Instant, in tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO annulation (rencontre, par, classe, mot, le)
      VALUES (\(rencontre.id), \(personne), \(TenirSesRendezVous.Classe.aTemps.rawValue), \(Sealed.vide), \(now))
      """)
  }
}
