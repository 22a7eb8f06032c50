import Base
import Temps
import Web

/// What somebody can show, here and now, that it is really them.
struct MoyensDePreuve: Sendable, Equatable {
  let cle: Bool
  let code: Bool
  /// A link by mail: enough when nothing stronger is asked for.
  let courriel: Bool
  /// A linked account of public servants: coming in again by it is the proof.
  var proConnect = false

  var estVide: Bool { !cle && !code && !courriel && !proConnect }
  var aUneForte: Bool { cle || code || proConnect }
}

extension PersonnesStore {
  /// - Parameter proConnect: whether the provider can be reached from here at all.
  func moyens(
    of visitor: Visitor, for exigence: Web.Preuve.Exigence, proConnect: Bool, in tx: Transaction
  ) throws -> MoyensDePreuve {
    let personne = visitor.personne
    let cle = try !cleIdentifiers(of: personne, in: tx).isEmpty
    let code = try codeTemporaire(of: personne, in: tx) != nil
    let adresse = try self.personne(personne, for: visitor.viewer, in: tx).adresse
    let forte =
      exigence == .forte || visitor.preuve.attendue == .seconde || exigence == .meilleure && visitor.preuve.equipe
    let relie = try proConnect && visitor.estEquipe && linked(personne, in: tx) != nil
    return MoyensDePreuve(
      cle: cle, code: code, courriel: !adresse.isEmpty && !(forte && (cle || code || relie)), proConnect: relie)
  }

  /// The connexion is proven, from now on and under a new token: the earlier one opens nothing any more.
  func prove(_ visitor: Visitor, forte: Bool, by jeton: Token, at now: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE connexion SET jeton = \(jeton.fingerprint), prouvee = \(now), paisible = \(now), doute = \(false),
        verrouillee = NULL
      WHERE id = \(visitor.connexion)
      """)
    if forte { try tx.execute("UPDATE connexion SET forte = \(now) WHERE id = \(visitor.connexion)") }
    try tx.record(Trace("preuve", on: visitor.connexion, by: visitor.viewer, at: now))
  }
}

extension PersonnesRoom {
  /// The new token of a connexion that was proven by a code, of the application or of recovery; nil for a wrong one.
  func prove(with typed: String, by visitor: Visitor, navigateur: String, at now: Instant) async throws -> Token? {
    let jeton = Token.random()
    return try await house.database.write { [store] tx in
      guard try store.isRight(typed, from: visitor, at: now, in: tx) else {
        try tx.record(Trace("refus:preuve", on: visitor.connexion, by: visitor.viewer, at: now))
        return nil
      }
      try store.prove(visitor, forte: true, by: jeton, at: now, in: tx)
      try store.recognise(navigateur, on: visitor.connexion, in: tx)
      return jeton
    }
  }

  /// The same, by a passkey.
  func prove(
    with reponse: Assertion, by visitor: Visitor, in browser: Token, navigateur: String, at now: Instant
  ) async throws -> Token? {
    let jeton = Token.random()
    return try await house.database.write { [store, webauthn] tx in
      let owner = try store.owner(
        of: reponse, to: .preuve, asked: visitor.personne, webauthn: webauthn, in: browser, at: now, tx: tx)
      guard owner == visitor.personne else { return nil }
      try store.prove(visitor, forte: true, by: jeton, at: now, in: tx)
      try store.recognise(navigateur, on: visitor.connexion, in: tx)
      return jeton
    }
  }
}

extension PersonnesStore {
  fileprivate func isRight(_ typed: String, from visitor: Visitor, at now: Instant, in tx: Transaction) throws -> Bool {
    if let code = ShortCode(typed: typed) {
      return try use(code, of: visitor.personne, at: now, in: tx)
    }
    guard let code = CodeEcrit(typed: typed, letters: 12),
      try use(code, of: visitor.personne, at: now, in: tx)
    else { return false }
    try tx.record(Trace("code-secours", on: visitor.personne, by: visitor.viewer, at: now))
    return true
  }

  /// Whoever proved it from another browser family is at home there now.
  fileprivate func recognise(_ navigateur: String, on connexion: ConnexionID, in tx: Transaction) throws {
    try tx.execute("UPDATE connexion SET navigateur = \(navigateur) WHERE id = \(connexion)")
  }
}
