import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Enrolling in a workshop: a seat, or a rank on the waiting list.
extension ConseilRoom {
  /// - Parameter visitor: the adviser who enrols somebody; nil on the public page.
  func enrol(
    _ saisie: InscriptionSaisie, in atelierID: AtelierID, by visitor: Visitor?, geste: Geste, at now: Instant
  ) async throws -> InscritID {
    let (id, code) = (InscritID.make(at: now), code(of: geste))
    let viewer = visitor?.viewer ?? .person(.nobody)
    let done = try await house.database.act(geste, by: viewer, at: now) { [self] tx in
      let atelier =
        try visitor.map { try store.atelier(atelierID, for: $0.viewer, in: tx) }
        ?? store.atelierPublic(atelierID, in: tx)
      if let visitor { _ = try engaged(visitor, at: now, in: tx) }
      try atelier.requireOpen(to: visitor, at: now)
      var saisie = saisie
      if let visitor, let usager = saisie.usager {
        saisie.complete(from: try newcomer(usager, in: atelier, for: visitor, in: tx).identite)
      }
      saisie.contenu.code = code.brut
      let inscrit = Inscrit(
        id: id, atelier: atelier.id, usager: saisie.usager, ordre: try store.nextOrdre(of: atelier, in: tx),
        par: saisie.par, etat: .inscrit, demande: now, aAppeler: nil, presence: nil, place: nil,
        contenu: saisie.contenu)
      try admit(inscrit, to: atelier, at: now, in: tx)
      try tx.record(Trace("inscription", on: id, by: viewer, at: now))
      return "\(id) \(atelier.conseiller)"
    }
    let parts = done.split(separator: " ").map(String.init)
    guard parts.count == 2, let enrolled = InscritID(parts[0]), let conseiller = PersonneID(parts[1]) else {
      throw Absent()
    }
    tell([conseiller])
    return enrolled
  }

  /// Somebody whom the adviser follows, and who is not enrolled there yet.
  private func newcomer(
    _ id: UsagerID, in atelier: Atelier, for visitor: Visitor, in tx: Transaction
  ) throws -> Usager {
    let usager = try store.usager(id, for: visitor.viewer, in: tx)
    let known = try store.inscrits(of: atelier, in: tx).contains { $0.etat == .inscrit && $0.usager == id }
    if known { throw Saisie("usager", Phrase("Cette personne est déjà inscrite.", "This person is enrolled already.")) }
    return usager
  }

  /// A seat, or a rank on the waiting list, or the article that says it is full.
  private func admit(_ inscrit: Inscrit, to atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    let p = try parametres(of: atelier.dispositif, at: now, in: tx)
    let effectif = try store.effectif(of: atelier, in: tx)
    let waits =
      try RendreAutonome.judge(
        .inscrire(inscrits: effectif.assis, places: atelier.programme.places, enAttente: effectif.enAttente), p
      ).enforced() != nil
    try store.insert(inscrit, of: atelier, in: tx)
    if !waits { _ = try store.seat(inscrit.id, in: atelier.id, places: atelier.programme.places, tx: tx) }
    guard atelier.etat == .publie else { return }
    let rang = waits ? effectif.enAttente + 1 : nil
    try write(to: inscrit, rang: rang, of: atelier, liberee: false, at: now, in: tx)
  }

  // MARK: What is written

  func lettres(of atelier: Atelier, for inscrit: Inscrit, at now: Instant, in tx: Transaction) throws
    -> LettresDAtelier
  {
    LettresDAtelier(
      atelier: atelier, lieu: try store.lieu(of: atelier, in: tx), inscrit: inscrit, origin: origin,
      now: now)
  }

  /// Where they stand, now; and for whoever has a seat, a reminder the day before.
  func write(
    to inscrit: Inscrit, rang: Int?, of atelier: Atelier, liberee: Bool, at now: Instant, in tx: Transaction
  ) throws {
    let lettres = try lettres(of: atelier, for: inscrit, at: now, in: tx)
    if let rang {
      if let courriel = lettres.attente(rang: rang) { try post(courriel, about: inscrit.id, from: now, in: tx) }
      return
    }
    if let courriel = lettres.place(liberee: liberee) { try post(courriel, about: inscrit.id, from: now, in: tx) }
    let veille = atelier.debut - .hours(24)
    if veille > now + .hours(6), let courriel = lettres.rappel() {
      try post(courriel, about: inscrit.id, from: veille, in: tx)
    }
  }
}

extension Atelier {
  /// A draft is open to its team alone; nobody enrols once it has begun.
  /// - Throws: `Saisie` on "inscription".
  fileprivate func requireOpen(to visitor: Visitor?, at now: Instant) throws {
    if isOpen(at: now) || (visitor != nil && etat == .brouillon && now < debut) { return }
    throw Saisie(
      "inscription",
      etat == .annule
        ? Phrase("Cet atelier est annulé. D’autres sont annoncés.", "This workshop is cancelled. Others are announced.")
        : Phrase(
          "Cet atelier a commencé\u{a0}: on ne s’y inscrit plus. D’autres sont annoncés.",
          "This workshop has begun: enrolment is closed. Others are announced."))
  }
}
