import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum UsageTag {}
package typealias UsageID = ID<UsageTag>

/// One line of a mandate's journal: somebody acted under it, or was refused. Never changed, never taken out.
struct UsageDeMandat: Sendable, Equatable {
  enum Issue: String, Sendable { case fait, refuse }

  struct Contenu: Sendable, Equatable, Codable {
    /// What was done; "" for what was refused.
    var fait = ""
    /// Why it was refused, in the words of that moment; nil for what was done.
    var pourquoi: Phrase?
    var suite: Phrase?
  }

  let id: UsageID
  let demarche: Demarche?
  let par: PersonneID
  let le: Instant
  let issue: Issue
  let contenu: Contenu
}

extension UsageDeMandat.Contenu: Vide {}

extension UsageDeMandat {
  /// As the article said it then; nil for what was done.
  var motif: Motif? {
    guard issue == .refuse, let pourquoi = contenu.pourquoi, let suite = contenu.suite else { return nil }
    return Motif(cle: AgirSousMandat.cle, titre: AgirSousMandat.titre, pourquoi: pourquoi, issue: suite)
  }
}

extension ConseilRoom {
  /// What came of wanting to act.
  enum Suite: Sendable, Equatable {
    case fait(String)
    /// Refused, and written in the journal.
    case refuse(Motif)
  }

  /// Writes down what is done under a mandate. The mandate is judged as this very transaction sees it: what a colleague
  /// withdrew on another server a moment before is refused here.
  /// - Parameter notes: the field `fait`.
  /// - Throws: `Saisie` or `ARelire`; nothing is kept then.
  func act(
    under id: MandatID, for demarche: Demarche, _ notes: NotesRelues, by visitor: Visitor, geste: Geste,
    at now: Instant
  ) async throws -> Suite {
    let usage = UsageID.make(at: now)
    let answer = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let mandat = try store.mandat(id, for: visitor.viewer, in: tx)
      let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
      // A refusal is an answer, not a failure: thrown, it would take its own line of the journal away.
      if let motif = AgirSousMandat.judge(.agir(mandat.usage(of: demarche, at: now)), p).motif {
        let contenu = UsageDeMandat.Contenu(pourquoi: motif.pourquoi, suite: motif.issue)
        try store.insert(usage, .refuse, demarche, contenu, of: mandat, by: visitor.personne, at: now, in: tx)
        try tx.record(Trace("mandat:refus", on: id, by: visitor.viewer, at: now))
        return "refus:\(usage)"
      }
      let fait = try notes.enforced(p)["fait"]
      guard !fait.isEmpty else {
        throw Saisie("fait", Phrase("Écrivez en quelques mots ce qui est fait.", "Write in a few words what is done."))
      }
      try store.insert(usage, .fait, demarche, .init(fait: fait), of: mandat, by: visitor.personne, at: now, in: tx)
      try store.touch(mandat.usager, at: now, in: tx)
      try tx.record(Trace("mandat:usage", on: id, by: visitor.viewer, at: now))
      return "/mandats/\(id)?fait=note"
    }
    guard answer.hasPrefix("refus:") else { return .fait(answer) }
    let motif = try await house.database.read { [store] tx in
      let mandat = try store.mandat(id, for: visitor.viewer, in: tx)
      return try UsageID(answer.dropFirst("refus:".count)).flatMap { try store.usage($0, of: mandat, in: tx)?.motif }
    }
    guard let motif else { throw Absent() }
    return .refuse(motif)
  }
}

extension ConseilStore {
  fileprivate func insert(
    _ id: UsageID, _ issue: UsageDeMandat.Issue, _ demarche: Demarche, _ contenu: UsageDeMandat.Contenu,
    of mandat: Mandat, by conseiller: PersonneID, at now: Instant, in tx: Transaction
  ) throws {
    let sealed = try seal(contenu, of: mandat.owner, at: Place("mandat_usage.contenu", id))
    try tx.execute(
      """
      INSERT INTO mandat_usage (id, mandat, demarche, par, le, issue, contenu)
      VALUES (\(id), \(mandat.id), \(demarche.rawValue), \(conseiller), \(now), \(issue.rawValue), \(sealed))
      """)
  }

  /// The journal of a mandate already seen, the last line first.
  func usages(of mandat: Mandat, in tx: Transaction) throws -> [UsageDeMandat] {
    try tx.all(
      """
      SELECT id, demarche, par, le, issue, contenu FROM mandat_usage WHERE mandat = \(mandat.id)
      ORDER BY le DESC, id DESC LIMIT 500
      """
    ) { row in try usage(row, of: mandat) }
  }

  fileprivate func usage(_ id: UsageID, of mandat: Mandat, in tx: Transaction) throws -> UsageDeMandat? {
    try tx.first(
      """
      SELECT id, demarche, par, le, issue, contenu FROM mandat_usage WHERE mandat = \(mandat.id) AND id = \(id)
      """
    ) { row in try usage(row, of: mandat) }
  }

  private func usage(_ row: Row, of mandat: Mandat) throws -> UsageDeMandat {
    let id: UsageID = try row[0]
    return UsageDeMandat(
      id: id, demarche: Demarche(rawValue: try row[1]), par: try row[2], le: try row[3],
      issue: .init(rawValue: try row[4]) ?? .refuse,
      contenu: try open(row[5], of: mandat.owner, at: Place("mandat_usage.contenu", id)))
  }
}
