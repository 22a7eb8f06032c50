import Base
import Chartes
import Personnes
import Temps

/// What ends by itself: threads, mandates whose keeping is over, what stood at a door.
extension ConseilRoom {
  /// Announces, then erases, what is due; goes on with what a stop left in the middle. Answers how many threads went.
  /// - Parameter viewer: the house; a schedule calls this.
  package func erase(for viewer: Viewer, at now: Instant) async throws -> Int {
    var failure: (any Error)?
    // One that fails keeps no other waiting.
    func attempt(_ work: () async throws -> Int) async -> Int {
      do { return try await work() } catch {
        failure = error
        return 0
      }
    }
    var erased = await attempt { try await replay(for: viewer, at: now) }
    var near: [UsagerID] = []
    do { near = try await threadsNearTheirEnd(at: now) } catch { failure = error }
    for id in near { erased += await attempt { try await follow(id, for: viewer, at: now) ? 1 : 0 } }
    _ = await attempt { try await endGardes(for: viewer, at: now) }
    _ = await attempt { try await closeDoors(at: now) }
    try await destroyKeys()
    if let failure { throw failure }
    return erased
  }

  /// True when it was erased.
  private func follow(_ id: UsagerID, for viewer: Viewer, at now: Instant) async throws -> Bool {
    try await house.database.write { [self] tx in
      let usager: Usager
      do { usager = try store.usager(id, for: viewer, in: tx) } catch is Absent { return false }
      let echeance = try store.echeance(of: usager, at: now, in: tx)
      switch ProtegerLesDonnees.judge(echeance.situation, echeance.parametres) {
      case .refuse:
        try forget(usager, for: .terme, by: viewer, at: now, in: tx)
        try tx.record(Trace("usager:effacement", on: id, by: viewer, at: now))
        return true
      case .advise where usager.prevenu == nil:
        try tx.execute("UPDATE usager SET prevenu = \(now) WHERE id = \(id)")
      case .allow where usager.prevenu != nil:
        // Something holds it now: its end will be announced anew.
        try tx.execute("UPDATE usager SET prevenu = NULL WHERE id = \(id)")
      case .allow, .advise, .defer: break
      }
      return false
    }
  }

  private func threadsNearTheirEnd(at now: Instant) async throws -> [UsagerID] {
    try await house.database.read { [self] tx in
      try personnes.dispositifs(in: tx).filter { $0.charte == Charte.conseil.cle }.flatMap { dispositif in
        let p = try parametres(of: dispositif.id, at: now, in: tx)
        // No month is shorter than 28 days: what is left out is not near its end.
        let days = p[ProtegerLesDonnees.conservation] * 28 - p[ProtegerLesDonnees.avis] - 1
        return try tx.all(
          """
          SELECT id FROM usager WHERE dispositif = \(dispositif.id) AND efface IS NULL
            AND (contact <= \(now - .days(days)) OR prevenu IS NOT NULL) ORDER BY contact, id
          """
        ) { row in try row[0] as UsagerID }
      }
    }
  }
}

/// When a thread ends, as its page says it.
struct Echeance: Sendable {
  let situation: ProtegerLesDonnees.Situation
  let parametres: Parametres

  /// The day on which it is erased, once its end is near; nil before.
  var annoncee: Jour? {
    guard case .advise = ProtegerLesDonnees.judge(situation, parametres) else { return nil }
    return Jour(ProtegerLesDonnees.effacement(situation, parametres), in: situation.fuseau)
  }

  /// What the article says of it, near its end.
  var motif: Motif? { annoncee == nil ? nil : ProtegerLesDonnees.judge(situation, parametres).motif }
}

extension ConseilStore {
  func echeance(of usager: Usager, at now: Instant, in tx: Transaction) throws -> Echeance {
    try echeance(of: usager, Cadre(usager.dispositif, self, at: now, in: tx), at: now, in: tx)
  }

  /// Those whose end is announced, the nearest first.
  func nearTheirEnd(
    _ usagers: [Usager], at now: Instant, in tx: Transaction
  ) throws -> [(usager: Usager, jour: Jour)] {
    var cadres: [DispositifID: Cadre] = [:]
    let ends = try usagers.compactMap { usager -> (usager: Usager, jour: Jour)? in
      let cadre = try cadres[usager.dispositif] ?? Cadre(usager.dispositif, self, at: now, in: tx)
      cadres[usager.dispositif] = cadre
      return try echeance(of: usager, cadre, at: now, in: tx).annoncee.map { (usager, $0) }
    }
    return ends.sorted { ($0.jour, $0.usager.id) < ($1.jour, $1.usager.id) }
  }

  /// What a programme says of the end of its threads.
  private struct Cadre {
    let fuseau: Fuseau
    let parametres: Parametres

    init(_ dispositif: DispositifID, _ store: ConseilStore, at now: Instant, in tx: Transaction) throws {
      guard let found = try store.personnes.dispositifs(in: tx).first(where: { $0.id == dispositif }) else {
        throw Absent()
      }
      fuseau = found.fuseau
      parametres = try store.personnes.version(of: dispositif, at: now, in: tx).parametres
    }
  }

  private func echeance(
    of usager: Usager, _ cadre: Cadre, at now: Instant, in tx: Transaction
  ) throws -> Echeance {
    let p = cadre.parametres
    func situation(retenu: Bool) -> ProtegerLesDonnees.Situation {
      .init(
        contact: usager.contact, prevenu: usager.prevenu, retenu: retenu, fuseau: cadre.fuseau, now: now)
    }
    // Most threads are far from their end: what holds them need not be looked for.
    if ProtegerLesDonnees.judge(situation(retenu: false), p) == .allow {
      return Echeance(situation: situation(retenu: false), parametres: p)
    }
    return Echeance(situation: situation(retenu: try isHeld(usager.id, at: now, in: tx)), parametres: p)
  }

  /// A mandate in force, a seat in a workshop that is not over, somebody who is sitting there.
  private func isHeld(_ usager: UsagerID, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.first(
      """
      SELECT 1 FROM mandat m JOIN mandat_signature s ON s.mandat = m.id
      WHERE m.usager = \(usager) AND m.fin > \(now) AND EXISTS (SELECT 1 FROM mandat_demarche d
        WHERE d.mandat = m.id AND NOT EXISTS (SELECT 1 FROM mandat_retrait r
          WHERE r.mandat = d.mandat AND r.demarche = d.demarche))
      UNION ALL
      SELECT 1 FROM inscrit i JOIN atelier ate ON ate.id = i.atelier
      WHERE i.usager = \(usager) AND i.etat = 'inscrit' AND ate.fin > \(now) AND ate.etat IN ('brouillon', 'publie')
      UNION ALL
      SELECT 1 FROM entretien WHERE usager = \(usager) AND fin IS NULL LIMIT 1
      """
    ) { _ in true } ?? false
  }
}
