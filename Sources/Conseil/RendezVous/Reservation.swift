import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The slot was taken meanwhile: the page comes back with those that are left.
struct CreneauPris: Error, Equatable {}

/// Booking: by the person, on the public page; or by an adviser they telephoned.
extension ConseilRoom {
  static let lettresDuCode = 8

  /// Drawn from the form's key: sent twice, it shows the same code.
  func code(of geste: Geste) -> CodeEcrit {
    CodeEcrit(
      fingerprint: house.vault.fingerprint(geste.text, for: "code-rendez-vous-tire"), letters: Self.lettresDuCode)
  }

  /// - Parameter viewer: the adviser on the telephone; nil for the person themselves.
  /// - Returns: the appointment's id.
  func book(
    _ arrivant: Arrivant, at debut: Instant, in lieuID: LieuID, by visitor: Visitor?, langue: Langue, geste: Geste,
    at now: Instant
  ) async throws -> RendezVousID {
    let (id, code) = (RendezVousID.make(at: now), code(of: geste))
    let viewer = visitor?.viewer ?? .person(.nobody)
    let done = try await house.database.act(geste, by: viewer, at: now) { [self] tx in
      let lieu = try visitor.map { try store.lieu(lieuID, for: $0.viewer, in: tx) } ?? store.lieuPublic(lieuID, in: tx)
      if let visitor { _ = try engaged(visitor, at: now, in: tx) }
      let p = try parametres(of: lieu.dispositif, at: now, in: tx)
      try AccueillirChacun.judge(.rendezVous(debut: debut, now: now), p).enforced()
      guard let libre = try store.freeSlots(at: lieu, p, at: now, in: tx).first(where: { $0.creneau.start == debut })
      else { throw CreneauPris() }
      let rendezVous = RendezVous(
        id: id, dispositif: lieu.dispositif, lieu: lieu.id, conseiller: libre.conseiller, usager: nil,
        debut: debut, fin: libre.creneau.end, demande: now, par: visitor == nil ? .page : .telephone, etat: .pris,
        contenu: arrivant)
      guard try store.insert(rendezVous, code: code, in: tx) else { throw CreneauPris() }
      try confirm(rendezVous, lieu, code, langue, at: now, in: tx)
      try tx.record(Trace("rendez-vous", on: id, by: viewer, at: now))
      return "\(id) \(libre.conseiller)"
    }
    let parts = done.split(separator: " ").map(String.init)
    guard parts.count == 2, let booked = RendezVousID(parts[0]), let conseiller = PersonneID(parts[1]) else {
      throw Absent()
    }
    tell([conseiller])
    return booked
  }

  /// A confirmation now and a reminder the day before, for whoever left an address.
  private func confirm(
    _ rendezVous: RendezVous, _ lieu: Lieu, _ code: CodeEcrit, _ langue: Langue, at now: Instant, in tx: Transaction
  ) throws {
    guard !rendezVous.contenu.courriel.isEmpty else { return }
    let lettres = LettresDeLaPorte(rendezVous: rendezVous, lieu: lieu, origin: origin, langue: langue, now: now)
    try post(lettres.confirmation(code), about: rendezVous.id, from: now, in: tx)
    let veille = rendezVous.debut - .hours(24)
    if veille > now + .hours(6) { try post(lettres.rappel(code), about: rendezVous.id, from: veille, in: tx) }
  }

  func post(
    _ courriel: Courriel, about sujet: some CustomStringConvertible, from instant: Instant, in tx: Transaction
  ) throws {
    let id = CourrierID.make(at: instant)
    try house.outbox.enqueue(courriel, as: id, to: .courrier(id), about: sujet, from: instant, in: tx)
  }

  /// The person takes it back with their code: no reason is asked.
  func cancel(with code: CodeEcrit, langue: Langue, geste: Geste, at now: Instant) async throws -> Bool {
    let done = try await house.database.act(geste, by: .person(.nobody), at: now) { [self] tx in
      guard let rendezVous = try store.rendezVous(bearing: code, at: now, in: tx), rendezVous.debut > now,
        try store.move(rendezVous.id, to: .annule, in: tx)
      else { return "" }
      try house.outbox.withdraw(about: rendezVous.id, after: now, in: tx)
      try tx.record(Trace("rendez-vous:annulation", on: rendezVous.id, by: .person(.nobody), at: now))
      return rendezVous.conseiller.text
    }
    if let conseiller = PersonneID(done) { tell([conseiller]) }
    return !done.isEmpty
  }

  /// The adviser cannot receive: whoever left an address is told at once.
  func cancel(_ id: RendezVousID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rendezVous = try store.rendezVous(id, for: visitor.viewer, in: tx)
      let lieu = try store.lieu(rendezVous.lieu, for: visitor.viewer, in: tx)
      let journee = "/journee?lieu=\(lieu.id)&jour=\(Jour(rendezVous.debut, in: lieu.fuseau).iso)"
      guard rendezVous.debut > now, try store.move(id, to: .annule, in: tx) else { return journee }
      try house.outbox.withdraw(about: id, after: now, in: tx)
      if !rendezVous.contenu.courriel.isEmpty {
        let lettres = LettresDeLaPorte(
          rendezVous: rendezVous, lieu: lieu, origin: origin, langue: visitor.langue, now: now)
        try post(lettres.annulation(), about: id, from: now, in: tx)
      }
      try tx.record(Trace("rendez-vous:annulation", on: id, by: visitor.viewer, at: now))
      return journee + "&fait=annule"
    }
  }

  /// Nobody came. Said once the hour has begun; it weighs on nobody.
  func noteAbsence(_ id: RendezVousID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rendezVous = try store.rendezVous(id, for: visitor.viewer, in: tx)
      let lieu = try store.lieu(rendezVous.lieu, for: visitor.viewer, in: tx)
      if rendezVous.debut <= now { _ = try store.move(id, to: .absent, in: tx) }
      return "/journee?lieu=\(lieu.id)&jour=\(Jour(rendezVous.debut, in: lieu.fuseau).iso)"
    }
  }
}
