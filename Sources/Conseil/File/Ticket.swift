import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum TicketTag {}
package typealias TicketID = ID<TicketTag>

/// A number in the queue of one day at one place.
struct Ticket: Sendable, Equatable {
  enum Etat: String, Sendable { case attend, appele, recu, parti }

  let id: TicketID
  let lieu: LieuID
  let jour: Jour
  let numero: Int
  let etat: Etat
  let arrive: Instant
  let appele: Instant?
  let appelePar: PersonneID?
  let contenu: Arrivant

  func waited(at now: Instant) -> Duration { (appele ?? now) - arrive }
}

extension ConseilStore {
  private static let ticket: SQL = """
    t.id, t.lieu, t.jour, t.numero, t.etat, t.arrive, t.appele, t.appele_par, t.contenu
    """

  func ticket(_ id: TicketID, for viewer: Viewer, in tx: Transaction) throws -> Ticket {
    let found = try tx.first(
      """
      SELECT \(sql: Self.ticket) FROM ticket t JOIN lieu l ON l.id = t.lieu
      WHERE t.id = \(id) AND \(sql: Self.advises("l.dispositif", viewer))
      """, decode)
    guard let found else { throw Absent() }
    return found
  }

  /// Who waits or was called today, in the order they came.
  func queue(at lieu: Lieu, at now: Instant, for viewer: Viewer, in tx: Transaction) throws -> [Ticket] {
    try tx.all(
      """
      SELECT \(sql: Self.ticket) FROM ticket t JOIN lieu l ON l.id = t.lieu
      WHERE t.lieu = \(lieu.id) AND t.jour = \(Jour(now, in: lieu.fuseau).iso) AND t.etat IN ('attend', 'appele')
        AND \(sql: Self.advises("l.dispositif", viewer)) ORDER BY t.numero LIMIT 300
      """, decode)
  }

  /// How many wait at a place now: a number on a door, for anybody.
  func waiting(at lieu: Lieu, at now: Instant, in tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM ticket WHERE lieu = \(lieu.id) AND jour = \(Jour(now, in: lieu.fuseau).iso)
        AND etat = 'attend'
      """
    ) { row in try row[0] } ?? 0
  }

  /// The numbers called last, newest first: what a shared screen shows.
  func called(at lieu: Lieu, at now: Instant, in tx: Transaction) throws -> [Int] {
    try tx.all(
      """
      SELECT numero FROM ticket WHERE lieu = \(lieu.id) AND jour = \(Jour(now, in: lieu.fuseau).iso)
        AND etat = 'appele' ORDER BY appele DESC, numero LIMIT 4
      """
    ) { row in try row[0] }
  }

  /// A number of today's, as its bearer may see it: nothing but its rank.
  func waiting(before numero: Int, at lieu: Lieu, at now: Instant, in tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM ticket WHERE lieu = \(lieu.id) AND jour = \(Jour(now, in: lieu.fuseau).iso)
        AND etat = 'attend' AND numero < \(numero)
      """
    ) { row in try row[0] } ?? 0
  }

  private func decode(_ row: Row) throws -> Ticket {
    let id: TicketID = try row[0]
    let lieu: LieuID = try row[1]
    let arrive: Instant = try row[5]
    guard let jour = Jour(try row[2] as String) else { throw DatabaseError.decoding("jour") }
    return Ticket(
      id: id, lieu: lieu, jour: jour, numero: try row[3], etat: .init(rawValue: try row[4]) ?? .parti,
      arrive: arrive, appele: try row[6], appelePar: try row[7],
      contenu: try open(row[8], of: .porte(lieu, mois: arrive.moisUniversel), at: Place("ticket.contenu", id)))
  }

  fileprivate func insert(_ id: TicketID, _ arrivant: Arrivant, at lieu: Lieu, now: Instant, in tx: Transaction) throws
    -> Int
  {
    let jour = Jour(now, in: lieu.fuseau).iso
    let last = try tx.first("SELECT max(numero) FROM ticket WHERE lieu = \(lieu.id) AND jour = \(jour)") { row in
      try row[0] as Int?
    }
    let numero = (last.flatMap { $0 } ?? 0) + 1
    let owner = Owner.porte(lieu.id, mois: now.moisUniversel)
    let contenu = try seal(arrivant, of: owner, at: Place("ticket.contenu", id))
    try tx.execute(
      """
      INSERT INTO ticket (id, lieu, jour, numero, etat, arrive, contenu)
      VALUES (\(id), \(lieu.id), \(jour), \(numero), 'attend', \(now), \(contenu))
      """)
    return numero
  }

  /// Those who receive at a place: whose pages show its queue.
  func conseillers(at lieu: Lieu, in tx: Transaction) throws -> [PersonneID] {
    try tx.all(
      """
      SELECT personne FROM appartenance WHERE dispositif = \(lieu.dispositif) AND role = 'conseiller-numerique'
        AND suspendue IS NULL LIMIT 500
      """
    ) { row in try row[0] }
  }
}

extension ConseilRoom {
  /// A number for somebody who has just come in.
  /// - Parameter visitor: the adviser who adds them; nil when they press the shared screen themselves.
  /// - Returns: the number.
  func queueUp(
    _ arrivant: Arrivant, at lieu: Lieu, by visitor: Visitor?, geste: Geste, at now: Instant
  ) async throws -> Int {
    let id = TicketID.make(at: now)
    let viewer = visitor?.viewer ?? .person(.nobody)
    let done = try await house.database.act(geste, by: viewer, at: now) { [self] tx in
      let p = try parametres(of: lieu.dispositif, at: now, in: tx)
      try AccueillirChacun.judge(.file(enAttente: try store.waiting(at: lieu, at: now, in: tx)), p).enforced()
      return String(try store.insert(id, arrivant, at: lieu, now: now, in: tx))
    }
    try await tellEveryone(at: lieu)
    guard let numero = Int(done) else { throw Absent() }
    return numero
  }

  /// Calls a number: one adviser only has it. False when a colleague was quicker.
  func call(_ id: TicketID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let ticket = try store.ticket(id, for: visitor.viewer, in: tx)
      let called = try tx.execute(
        """
        UPDATE ticket SET etat = 'appele', appele = \(now), appele_par = \(visitor.personne)
        WHERE id = \(id) AND etat = 'attend'
        """)
      return "/journee?lieu=\(ticket.lieu)&fait=\(called == 1 ? "appele" : "deja-appele")"
    }
    try await tellEveryone(of: id, for: visitor)
    return next
  }

  /// The person left before being received, or does not answer the call.
  func letGo(_ id: TicketID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let ticket = try store.ticket(id, for: visitor.viewer, in: tx)
      try tx.execute("UPDATE ticket SET etat = 'parti' WHERE id = \(id) AND etat IN ('attend', 'appele')")
      return "/journee?lieu=\(ticket.lieu)"
    }
    try await tellEveryone(of: id, for: visitor)
    return next
  }

  private func tellEveryone(of id: TicketID, for visitor: Visitor) async throws {
    let lieu = try await house.database.read { [self] tx in
      try store.lieu(store.ticket(id, for: visitor.viewer, in: tx).lieu, for: visitor.viewer, in: tx)
    }
    try await tellEveryone(at: lieu)
  }

  func tellEveryone(at lieu: Lieu) async throws {
    tell(try await house.database.read { [self] tx in try store.conseillers(at: lieu, in: tx) })
  }
}
