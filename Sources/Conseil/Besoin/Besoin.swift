import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum BesoinTag {}
package typealias BesoinID = ID<BesoinTag>
package enum EtapeTag {}
package typealias EtapeID = ID<EtapeTag>

/// What somebody wants to be able to do, in their own words; and the steps towards it.
struct Besoin: Sendable, Equatable {
  enum Etat: String, Sendable, CaseIterable { case ouvert, atteint, laisse }

  struct Etape: Sendable, Equatable {
    let id: EtapeID
    let texte: String
    let faite: Instant?
  }

  let id: BesoinID
  let mots: String
  let etat: Etat
  let le: Instant
  let etapes: [Etape]
}

extension Besoin.Etat {
  var phrase: Phrase {
    switch self {
    case .ouvert: Phrase("En cours", "Under way")
    case .atteint: Phrase("Atteint", "Reached")
    case .laisse: Phrase("Laissé de côté", "Set aside")
    }
  }
}

extension ConseilStore {
  /// The needs of somebody whom the viewer accompanies, oldest first.
  func besoins(of usager: Usager, in tx: Transaction) throws -> [Besoin] {
    let etapes = try etapes(of: usager, in: tx)
    return try tx.all("SELECT id, mots, etat, le FROM besoin WHERE usager = \(usager.id) ORDER BY le, id LIMIT 200") {
      row in
      let id: BesoinID = try row[0]
      return Besoin(
        id: id, mots: try house.vault.open(row[1] as Sealed, of: usager.owner, at: Place("besoin.mots", id)) ?? "",
        etat: .init(rawValue: try row[2]) ?? .ouvert, le: try row[3], etapes: etapes[id] ?? [])
    }
  }

  private func etapes(of usager: Usager, in tx: Transaction) throws -> [BesoinID: [Besoin.Etape]] {
    let rows = try tx.all(
      """
      SELECT e.besoin, e.id, e.texte, e.faite FROM etape e JOIN besoin b ON b.id = e.besoin
      WHERE b.usager = \(usager.id) ORDER BY e.le, e.id LIMIT 2000
      """
    ) { row in
      let id: EtapeID = try row[1]
      let texte = try house.vault.open(row[2] as Sealed, of: usager.owner, at: Place("etape.texte", id)) ?? ""
      return (besoin: try row[0] as BesoinID, etape: Besoin.Etape(id: id, texte: texte, faite: try row[3]))
    }
    return Dictionary(grouping: rows, by: \.besoin).mapValues { $0.map(\.etape) }
  }
}

extension ConseilRoom {
  /// Writes down a need, in the person's words.
  func note(
    besoin notes: NotesRelues, of id: UsagerID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let besoin = BesoinID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (usager, p) = try touched(id, by: visitor, at: now, in: tx)
      let mots = try notes.enforced(p)["mots"]
      guard !mots.isEmpty else {
        throw Saisie(
          "mots",
          Phrase("Écrivez ce que la personne veut pouvoir faire.", "Write what the person wants to be able to do."))
      }
      let sealed = try house.vault.seal(mots, of: usager.owner, at: Place("besoin.mots", besoin))
      try tx.execute(
        """
        INSERT INTO besoin (id, usager, mots, etat, le) VALUES (\(besoin), \(id), \(sealed), 'ouvert', \(now))
        """)
      return "/usagers/\(id)?fait=besoin"
    }
  }

  /// Adds a step: a plan comes after the need it serves.
  func plan(
    etape notes: NotesRelues, for besoin: BesoinID?, of id: UsagerID, by visitor: Visitor, geste: Geste,
    at now: Instant
  ) async throws -> String {
    let etape = EtapeID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (usager, p) = try touched(id, by: visitor, at: now, in: tx)
      let besoins = try store.besoins(of: usager, in: tx)
      let open = besoins.flatMap(\.etapes).count { $0.faite == nil }
      try PartirDesBesoins.judge(.planifier(besoins: besoins.count, etapes: open), p).enforced()
      guard let besoin, besoins.contains(where: { $0.id == besoin }) else { throw Absent() }
      let texte = try notes.enforced(p)["etape"]
      guard !texte.isEmpty else { throw Saisie("etape", Phrase("Écrivez l’étape.", "Write the step.")) }
      let sealed = try house.vault.seal(texte, of: usager.owner, at: Place("etape.texte", etape))
      try tx.execute("INSERT INTO etape (id, besoin, texte, le) VALUES (\(etape), \(besoin), \(sealed), \(now))")
      return "/usagers/\(id)#besoin-\(besoin)"
    }
  }

  /// Done, or not done after all.
  func tick(
    _ etape: EtapeID, done: Bool, of id: UsagerID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try touched(id, by: visitor, at: now, in: tx)
      let ticked = try tx.execute(
        """
        UPDATE etape SET faite = \(done ? now : nil as Instant?)
        WHERE id = \(etape) AND besoin IN (SELECT id FROM besoin WHERE usager = \(id))
        """)
      if ticked == 0 { throw Absent() }
      return "/usagers/\(id)"
    }
  }

  func settle(
    _ besoin: BesoinID, as etat: Besoin.Etat, of id: UsagerID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try touched(id, by: visitor, at: now, in: tx)
      let settled = try tx.execute(
        "UPDATE besoin SET etat = \(etat.rawValue) WHERE id = \(besoin) AND usager = \(id)")
      if settled == 0 { throw Absent() }
      return "/usagers/\(id)"
    }
  }

  /// The thread, seen by whoever is about to write in it.
  func touched(
    _ id: UsagerID, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> (Usager, Parametres) {
    let usager = try store.usager(id, for: visitor.viewer, in: tx)
    let p = try parametres(of: usager.dispositif, at: now, in: tx)
    try store.touch(id, at: now, in: tx)
    return (usager, p)
  }
}
