import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Receiving somebody: from an appointment, from the queue, from their thread, or straight from the door.
extension ConseilRoom {
  /// - Returns: where the adviser goes: the interview, or the day when a colleague was quicker.
  func receive(_ venue: Venue, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let id = EntretienID.make(at: now)
    let (next, lieu) = try await decided(id, venue, by: visitor, geste: geste, at: now)
    if let lieu { try await tellEveryone(at: lieu) }
    return next
  }

  private func decided(
    _ id: EntretienID, _ venue: Venue, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> (String, Lieu?) {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (dispositif, version) = try engaged(visitor, at: now, in: tx)
      let missing = try store.missingReports(of: visitor.viewer, at: now, in: tx)
      try RendreCompte.judge(.accueillir(manquants: missing), version.parametres).enforced()
      // A number used twice, an appointment two people press: one interview, and it is shown to who holds it.
      if let held = try store.entretien(from: venue, in: tx) {
        return held.conseiller == visitor.personne ? "/entretiens/\(held.id)" : "/journee?fait=deja-recu"
      }
      guard let entretien = try entretien(id, venue, in: dispositif, by: visitor, at: now, tx: tx) else {
        return "/journee?fait=deja-recu"
      }
      try store.insert(entretien, in: tx)
      if let usager = entretien.usager { try store.touch(usager, at: now, in: tx) }
      try house.faits.record(Fait(.entretien, of: visitor.personne, about: id, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("entretien", on: id, by: visitor.viewer, at: now))
      return "/entretiens/\(id)"
    }
    return (next, try await lieu(of: venue, for: visitor))
  }

  /// nil when what led here is over: cancelled, left.
  private func entretien(
    _ id: EntretienID, _ venue: Venue, in dispositif: Dispositif, by visitor: Visitor, at now: Instant,
    tx: Transaction
  ) throws -> Entretien? {
    var (lieu, usager): (LieuID?, UsagerID?) = (nil, nil)
    var (rendezVous, ticket): (RendezVousID?, TicketID?) = (nil, nil)
    var attente: Int?
    var contenu = Entretien.Contenu()
    switch venue {
    case .rendezVous(let id):
      let found = try store.rendezVous(id, for: visitor.viewer, in: tx)
      guard try store.move(id, to: .recu, in: tx) else { return nil }
      (lieu, usager, rendezVous) = (found.lieu, found.usager, id)
      attente = max(0, Int((now - found.debut).milliseconds / 60_000))
      contenu.take(found.contenu)
    case .ticket(let id):
      let found = try store.ticket(id, for: visitor.viewer, in: tx)
      let taken = try tx.execute(
        """
        UPDATE ticket SET etat = 'recu', appele_par = \(visitor.personne),
          appele = CASE WHEN appele IS NULL THEN \(now) ELSE appele END
        WHERE id = \(id) AND etat IN ('attend', 'appele')
        """)
      guard taken == 1 else { return nil }
      (lieu, ticket) = (found.lieu, id)
      attente = max(0, Int((now - found.arrive).milliseconds / 60_000))
      contenu.take(found.contenu)
    case .usager(let id):
      usager = try store.usager(id, for: visitor.viewer, in: tx).id
      lieu = try usualPlace(of: visitor, in: dispositif, at: now, tx: tx)?.id
    case .direct(let id, let prenom):
      contenu.prenom = prenom
      lieu =
        try id.map { try store.lieu($0, for: visitor.viewer, in: tx).id }
        ?? usualPlace(of: visitor, in: dispositif, at: now, tx: tx)?.id
    }
    // The thread of somebody another adviser follows stays closed: a first name is enough to receive them.
    if let known = usager, (try? store.usager(known, for: visitor.viewer, in: tx)) == nil { usager = nil }
    return Entretien(
      id: id, dispositif: dispositif.id, conseiller: visitor.personne, lieu: lieu, usager: usager,
      rendezVous: rendezVous, ticket: ticket, debut: now, fin: nil, attente: attente, revision: 1, contenu: contenu)
  }

  private func lieu(of venue: Venue, for visitor: Visitor) async throws -> Lieu? {
    try await house.database.read { [self] tx in
      switch venue {
      case .rendezVous(let id):
        try store.lieu(store.rendezVous(id, for: visitor.viewer, in: tx).lieu, for: visitor.viewer, in: tx)
      case .ticket(let id):
        try store.lieu(store.ticket(id, for: visitor.viewer, in: tx).lieu, for: visitor.viewer, in: tx)
      case .usager, .direct: nil
      }
    }
  }

  /// Where an adviser is at this hour, as far as their own hours tell; otherwise the first place of the programme.
  func usualPlace(
    of visitor: Visitor, in dispositif: Dispositif, at now: Instant, tx: Transaction
  ) throws -> Lieu? {
    let lieux = try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx)
    let mine = try store.permanences(of: visitor.viewer, in: tx)
    let here = lieux.first { lieu in
      let semaine = try? Semaine(mine.filter { $0.lieu == lieu.id }.map(\.plage))
      return semaine.map { Horaire($0, in: lieu.fuseau, feries: nil).isOpen(at: now) } ?? false
    }
    return here ?? lieux.first { lieu in mine.contains { $0.lieu == lieu.id } } ?? lieux.first
  }
}

extension Entretien.Contenu {
  fileprivate mutating func take(_ arrivant: Arrivant) {
    prenom = arrivant.prenom
    themes = arrivant.themes
    adaptations = arrivant.adaptations
  }
}
