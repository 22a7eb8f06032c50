import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Somebody answered meanwhile, or nothing more may be said: what was answered is shown, nothing was kept.
struct DejaRepondu: Error, Equatable {}

/// What comes of a referral: said by the service, or noted by the adviser who heard it.
extension ConseilRoom {
  /// The service presses "open": from now on one knows that the letter was read. Scanners of mail press nothing.
  /// - Throws: `Absent` when nothing bears this link or code.
  func openLetter(held porteur: Porteur, at now: Instant) async throws -> Relais {
    let (relais, first, concerned) = try await house.database.write { [store] tx in
      guard let relais = try store.relais(held: porteur, in: tx) else { throw Absent() }
      guard relais.isOpen(at: now), try store.open(relais, at: now, in: tx) else {
        return (relais, false, [PersonneID]())
      }
      try tx.record(Trace("relais:ouverture", on: relais.id, by: .person(.nobody), at: now))
      return (relais, true, try store.concerned(by: relais, in: tx))
    }
    if first { tellRelais(concerned) }
    return relais
  }

  /// - Parameter revision: what the service had read before it answered.
  /// - Throws: `DejaRepondu` when another answer came meanwhile, or the letter is closed.
  func answer(
    held porteur: Porteur, _ form: FormData, geste: Geste, at now: Instant
  ) async throws {
    let revision = form.integer("revision") ?? 0
    let told = try await house.database.act(geste, by: .person(.nobody), at: now) { [self] tx in
      guard let relais = try store.relais(held: porteur, in: tx) else { throw Absent() }
      guard relais.accepts(at: now) else { throw DejaRepondu() }
      let reponse = try read(form, of: relais, parmi: Relais.Reponse.Genre.duService, at: now, in: tx)
      try settle(relais, reponse, from: revision, by: .service, at: now, in: tx)
      try tx.record(Trace("relais:reponse", on: relais.id, by: .person(.nobody), at: now))
      let concerned = try store.concerned(by: relais, in: tx)
      for conseiller in concerned {
        // Somebody erased meanwhile is not written to, and the answer is kept all the same.
        do {
          try personnes.write(to: conseiller, about: "relais:\(relais.id)", from: now, in: tx) { destinataire in
            LettresAuConseiller(origin: origin).reponse(relais.id, to: destinataire)
          }
        } catch is Absent {}
      }
      return concerned.map(\.text).joined(separator: " ")
    }
    tellRelais(told.split(separator: " ").compactMap { PersonneID(String($0)) })
  }

  /// The adviser heard it, by telephone or from the person; or gives up waiting.
  func note(
    reponse notes: NotesRelues, _ form: FormData, of id: RelaisID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let relais = try store.relais(id, for: visitor.viewer, in: tx)
      guard relais.retire == nil else { return "/relais/\(id)" }
      let words = try notes.enforced(parametres(of: relais.dispositif, at: now, in: tx))
      var reponse = try read(form, of: relais, parmi: Relais.Reponse.Genre.allCases, at: now, in: tx)
      reponse.mots = words["mots"]
      try settle(
        relais, reponse, from: form.integer("revision") ?? 0, by: .conseiller, at: now, in: tx)
      try tx.record(Trace("relais:reponse-notee", on: id, by: visitor.viewer, at: now))
      return "/relais/\(id)?fait=note"
    }
  }

  /// The person changed their mind: the letter closes at once, and nobody is reminded any more.
  func withdraw(_ id: RelaisID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let relais = try store.relais(id, for: visitor.viewer, in: tx)
      if try store.retire(relais, at: now, in: tx) {
        // Even a mail that is about to leave: its link would open nothing.
        try house.outbox.withdraw(about: id, after: relais.parti - .milliseconds(1), in: tx)
        if relais.isAwaited { try report(nil, of: relais, at: now, in: tx) }
        try tx.record(Trace("relais:retrait", on: id, by: visitor.viewer, at: now))
      }
      return "/relais/\(id)?fait=retire"
    }
  }

  private func read(
    _ form: FormData, of relais: Relais, parmi genres: [Relais.Reponse.Genre], at now: Instant, in tx: Transaction
  ) throws -> Relais.Reponse {
    let fuseau = try programme(of: relais, in: tx).fuseau
    return try Relais.Reponse(
      form, parmi: genres, parti: Jour(relais.parti, in: fuseau), le: Jour(now, in: fuseau))
  }

  private func settle(
    _ relais: Relais, _ reponse: Relais.Reponse, from revision: Int, by par: Relais.Par, at now: Instant,
    in tx: Transaction
  ) throws {
    let dispositif = try programme(of: relais, in: tx)
    let p = try personnes.version(relais.version, of: relais.dispositif, in: tx).parametres
    let prochaine = reponse.prochaine(p, in: dispositif.fuseau, at: now)
    guard try store.answer(relais, reponse, from: revision, by: par, prochaine: prochaine, at: now, in: tx) else {
      throw DejaRepondu()
    }
    // A reminder that was to leave has nothing to ask any more.
    try house.outbox.withdraw(about: relais.id, after: relais.parti, in: tx)
    let sender = Viewer.person(relais.conseiller)
    try house.faits.record(Fait(.issueDeRelais, of: relais.conseiller, about: relais.id, by: sender, at: now), in: tx)
    try report(reponse.genre.issue, of: relais, at: now, in: tx)
  }

  /// The programme of a referral, for whoever holds its letter.
  func programme(of relais: Relais, in tx: Transaction) throws -> Dispositif {
    guard let found = try personnes.dispositifs(in: tx).first(where: { $0.id == relais.dispositif }) else {
      throw Absent()
    }
    return found
  }

  func tellRelais(_ conseillers: [PersonneID]) {
    for conseiller in conseillers {
      live.send(ServerEvent("change", #"{"quoi":"relais"}"#), to: "personne:\(conseiller)")
    }
  }
}

extension Relais.Reponse {
  /// After a promise one asks again, once its day is past; after an outcome, nothing more.
  fileprivate func prochaine(_ p: Parametres, in fuseau: Fuseau, at now: Instant) -> Instant? {
    guard genre == .recevra else { return nil }
    return (jour?.start(in: fuseau) ?? now) + .days(p[PasserLeRelais.relance])
  }
}
