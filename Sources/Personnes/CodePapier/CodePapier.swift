import Base
import Html
import Temps
import Web

package enum CodePapierTag {}

/// A code on paper, for somebody without a mailbox: it opens their account once, from any browser.
struct CodePapier: Sendable, Equatable {
  static let lasts = Duration.hours(24)
  /// Forty bits: with one day to live and `Rate.access`, guessing one takes longer than the house will stand.
  static let lettres = 8

  let id: ID<CodePapierTag>
  let texte: CodeEcrit
  /// Erases every other way in when it serves: somebody who had lost them all.
  let recupere: Bool

  /// Drawn from the key of a form and the master key: nobody guesses it, and the form sent twice shows the same one.
  static func drawn(by geste: Geste, recupere: Bool = false, vault: Vault, at now: Instant) -> CodePapier {
    let fingerprint = vault.fingerprint(geste.text, for: "code-papier-tire")
    return CodePapier(
      id: .make(at: now), texte: CodeEcrit(fingerprint: fingerprint, letters: lettres), recupere: recupere)
  }
}

extension PersonnesStore {
  /// The earlier ones of this person open nothing any more.
  func insert(_ code: CodePapier, of personne: PersonneID, from donneur: Viewer, at now: Instant, in tx: Transaction)
    throws
  {
    try tx.execute("DELETE FROM code_papier WHERE personne = \(personne) AND servi IS NULL")
    try tx.execute(
      """
      INSERT INTO code_papier (id, empreinte, personne, remis_par, recupere, cree, expire)
      VALUES (\(code.id), \(fingerprint(of: code.texte)), \(personne), \(donneur.personne), \(code.recupere), \(now),
        \(now + CodePapier.lasts))
      """)
    try tx.record(Trace("code-papier:remise", on: personne, by: donneur, at: now))
    try tellSecurityChange(.codeRemis, to: personne, at: now, in: tx)
  }

  /// Whose code this is, for the one that uses it up.
  fileprivate func use(_ typed: CodeEcrit, at now: Instant, in tx: Transaction) throws -> (PersonneID, recupere: Bool)?
  {
    let found = try tx.first(
      """
      SELECT id, personne, recupere FROM code_papier
      WHERE empreinte = \(fingerprint(of: typed)) AND servi IS NULL AND expire > \(now)
      """
    ) { row in (id: try row[0] as ID<CodePapierTag>, personne: try row[1] as PersonneID, recupere: try row[2] as Bool) }
    guard let found,
      try tx.execute("UPDATE code_papier SET servi = \(now) WHERE id = \(found.id) AND servi IS NULL") == 1
    else { return nil }
    try tx.record(Trace("code-papier", on: found.id, by: .person(found.personne), at: now))
    return (found.personne, recupere: found.recupere)
  }

  private func fingerprint(of code: CodeEcrit) -> String { house.vault.fingerprint(code.brut, for: "code-papier") }
}

extension PersonnesRoom {
  /// A new code for somebody without a mailbox. For the others one person alone is not enough: see `Recuperation`.
  func giveCodePapier(
    to personne: PersonneID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> CodePapier {
    let code = CodePapier.drawn(by: geste, vault: house.vault, at: now)
    _ = try await house.database.act(geste, by: visitor.viewer, at: now) { [store] tx in
      let acces = try store.acces(of: personne, for: visitor.viewer, at: now, in: tx)
      guard !acces.aUneAdresse, acces.suspendue == nil else { throw Absent() }
      try store.insert(code, of: personne, from: visitor.viewer, at: now, in: tx)
      return personne.text
    }
    return code
  }

  /// Enters by a code on paper; nil when it opens nothing.
  func enter(
    with typed: CodeEcrit, in browser: Token, navigateur: String, at now: Instant
  ) async throws -> Token? {
    let connexion = NewConnexion(by: .papier, in: browser, navigateur, at: now)
    let (jeton, ended): (Token?, [ConnexionID]) = try await house.database.write { [store] tx in
      guard let (personne, recupere) = try store.use(typed, at: now, in: tx) else {
        try tx.record(Trace("refus:code-papier", on: "code-papier", by: .person(.nobody), at: now))
        return (nil, [])
      }
      let ended = recupere ? try store.eraseWaysIn(of: personne, at: now, in: tx) : []
      try store.insert(connexion, of: personne, in: tx)
      return (connexion.jeton, ended)
    }
    dismiss(ended)
    return jeton
  }
}
