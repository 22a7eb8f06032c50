import Base
import Chartes
import Personnes
import Temps
import Web

/// The room of a meeting: open from a little before the hour until some time after its end, to the two people and nobody
/// else. Having the link opens nothing.
struct Salle: Sendable, Equatable {
  let rencontre: Rencontre
  let ouverture: Instant

  /// A conversation that goes well is not cut off at the minute.
  static let grace = Duration.minutes(30)
  var fermeture: Instant { rencontre.fin + Self.grace }

  func isOpen(at now: Instant) -> Bool { rencontre.etat == .acceptee && ouverture <= now && now < fermeture }

  /// Trying one's camera is possible as soon as the meeting is agreed.
  func canTry(at now: Instant) -> Bool { rencontre.etat == .acceptee && now < fermeture }
}

extension RencontresStore {
  func salle(_ id: RencontreID, for personne: PersonneID, in tx: Transaction) throws -> Salle {
    try salle(own(id, of: personne, in: tx), in: tx)
  }

  /// The room of a meeting that the caller has seen.
  func salle(_ rencontre: Rencontre, in tx: Transaction) throws -> Salle {
    let p = try personnes.version(rencontre.version, of: rencontre.dispositif, in: tx).parametres
    return Salle(rencontre: rencontre, ouverture: TenirSesRendezVous.ouverture(debut: rencontre.debut, p))
  }

  /// The first arrival counts; coming back after a cut changes nothing. True when it is the first.
  func arrive(_ personne: PersonneID, in rencontre: RencontreID, at now: Instant, tx: Transaction) throws -> Bool {
    let first =
      try tx.execute(
        """
        INSERT INTO presence (rencontre, personne, arrivee) VALUES (\(rencontre), \(personne), \(now))
        ON CONFLICT (rencontre, personne) DO NOTHING
        """) == 1
    try tx.execute("UPDATE presence SET depart = NULL WHERE rencontre = \(rencontre) AND personne = \(personne)")
    return first
  }

  func hasArrived(_ personne: PersonneID, in rencontre: Rencontre, tx: Transaction) throws -> Bool {
    try presences(of: rencontre, in: tx).contains { $0.personne == personne }
  }

  /// When each of the two arrived and left, for whoever may see the meeting.
  func presences(of rencontre: Rencontre, in tx: Transaction) throws -> [Presence] {
    try tx.all(
      "SELECT personne, arrivee, depart FROM presence WHERE rencontre = \(rencontre.id) ORDER BY arrivee, personne"
    ) { row in try Presence(personne: row[0], arrivee: row[1], depart: row[2]) }
  }
}

/// Somebody was in the room.
struct Presence: Sendable, Equatable {
  let personne: PersonneID
  let arrivee: Instant
  let depart: Instant?
}

extension RencontresRoom {
  /// Notes an arrival, once.
  func arrive(in id: RencontreID, by visitor: Visitor, at now: Instant) async throws {
    let rencontre = try await house.database.write { [store, house] tx in
      let salle = try store.salle(id, for: visitor.personne, in: tx)
      guard salle.isOpen(at: now) else { throw Absent() }
      if try store.arrive(visitor.personne, in: id, at: now, tx: tx) {
        let fait = Fait(.arrivee, of: salle.rencontre.explorateur, about: id, by: visitor.viewer, at: now)
        try house.faits.record(fait, in: tx)
      }
      return salle.rencontre
    }
    try await tell(rencontre)
  }

  func leave(_ id: RencontreID, by visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { [store] tx in
      _ = try store.own(id, of: visitor.personne, in: tx)
      try tx.execute(
        "UPDATE presence SET depart = \(now) WHERE rencontre = \(id) AND personne = \(visitor.personne)")
    }
  }

  /// Ticks a question, or unticks it; both sides see it.
  func tick(_ rang: Int, of id: RencontreID, posee: Bool, by visitor: Visitor) async throws {
    let rencontre = try await house.database.write { [store] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.etat == .acceptee else { throw Absent() }
      let changed = try tx.execute(
        "UPDATE question SET posee = \(posee) WHERE rencontre = \(id) AND rang = \(rang)")
      guard changed == 1 else { throw Absent() }
      return rencontre
    }
    sieges.tell(
      .question(rang, posee: posee),
      people: [rencontre.explorateur, rencontre.expert], in: id)
  }
}
