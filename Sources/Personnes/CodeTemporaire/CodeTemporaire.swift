import Base
import Crypto
import Foundation
import Temps
import Web

/// A time-based code (TOTP, RFC 6238): six digits that an application shows for thirty seconds.
struct CodeTemporaire: Sendable, Equatable {
  /// Seconds that a code lasts.
  static let pas = 30
  /// RFC 4226 asks for 128 bits at least, and recommends 160.
  static let octets = 20

  let secret: [UInt8]

  static func random() -> CodeTemporaire {
    var generator = SystemRandomNumberGenerator()
    return CodeTemporaire(secret: (0..<octets).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The number of the step that holds this instant.
  static func step(at now: Instant) -> Int { Int(now.milliseconds / 1000) / pas }

  /// RFC 4226 § 5.3, on the number of a step.
  func digits(at step: Int, count: Int = 6) -> String {
    let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
    let code = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(code[19] & 0x0f)
    let number = code[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    let modulus = (0..<count).reduce(1) { product, _ in product * 10 }
    let text = String(Int(number) % modulus)
    return String(repeating: "0", count: count - text.count) + text
  }

  /// The step whose code was typed: this one, or a neighbour for a clock that is a little off; never one already used.
  func step(of typed: ShortCode, after last: Int, at now: Instant) -> Int? {
    let current = Self.step(at: now)
    return [current, current - 1, current + 1].first { $0 > last && digits(at: $0) == typed.text }
  }

  /// Base32 (RFC 4648), in groups of four for who copies it by hand.
  var texte: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (text, buffer, bits) = ("", 0, 0)
    for octet in secret {
      buffer = buffer << 8 | Int(octet)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[buffer >> bits & 31])
        buffer &= (1 << bits) - 1
      }
    }
    return text
  }

  var texteEspace: String { texte.groupedByFour(" ") }

  /// What the QR code says to the application (the "otpauth" format of key URIs).
  func adresse(compte: String, site: String) -> String {
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~@"))
    let label = "\(site):\(compte)".addingPercentEncoding(withAllowedCharacters: allowed) ?? "Vademecum"
    let issuer = site.addingPercentEncoding(withAllowedCharacters: allowed) ?? "Vademecum"
    return "otpauth://totp/\(label)?secret=\(texte)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(Self.pas)"
  }
}

extension PersonnesStore {
  private struct Stored {
    let code: CodeTemporaire
    let connexion: ConnexionID
    let prepare: Instant
    let confirme: Instant?
    let dernier: Int
    let echecs: Int
    let echec: Instant
  }

  /// How long a secret waits for its first code, in the connexion that asked for it: nobody confirms what another prepared.
  private static let attente = Duration.minutes(10)
  /// Wrong codes in a row after which each next try waits, twice as long every time, up to most of a day.
  private static let echecsPermis = 10

  private func stored(of personne: PersonneID, in tx: Transaction) throws -> Stored? {
    try tx.first(
      """
      SELECT secret, connexion, prepare, confirme, dernier, echecs, echec FROM code_temporaire
      WHERE personne = \(personne)
      """
    ) { row in
      let text = try house.vault.open(
        try row[0] as Sealed, of: .personne(personne), at: Place("code_temporaire.secret", personne))
      guard let secret = text.flatMap({ Data(base64Encoded: $0) }) else { return nil as Stored? }
      return Stored(
        code: CodeTemporaire(secret: Array(secret)), connexion: try row[1], prepare: try row[2], confirme: try row[3],
        dernier: try row[4], echecs: try row[5], echec: try row[6])
    }.flatMap { $0 }
  }

  /// The secret that waits here for its first code; nil when there is none, or when it serves already: it is never shown
  /// again.
  func pendingCodeTemporaire(of visitor: Visitor, at now: Instant, in tx: Transaction) throws -> CodeTemporaire? {
    guard let stored = try stored(of: visitor.personne, in: tx), stored.confirme == nil,
      stored.connexion == visitor.connexion, now - stored.prepare < Self.attente
    else { return nil }
    return stored.code
  }

  /// Since when a time-based code serves; nil when none does.
  func codeTemporaire(of personne: PersonneID, in tx: Transaction) throws -> Instant? {
    try tx.first("SELECT confirme FROM code_temporaire WHERE personne = \(personne)") { try $0[0] as Instant? }
      .flatMap { $0 }
  }

  func prepare(_ code: CodeTemporaire, of visitor: Visitor, at now: Instant, in tx: Transaction) throws {
    let personne = visitor.personne
    let sealed = try house.vault.seal(
      Data(code.secret).base64EncodedString(), of: .personne(personne),
      at: Place("code_temporaire.secret", personne))
    try tx.execute("DELETE FROM code_temporaire WHERE personne = \(personne) AND confirme IS NULL")
    try tx.execute(
      """
      INSERT INTO code_temporaire (personne, secret, connexion, prepare, dernier, echecs, echec)
      VALUES (\(personne), \(sealed), \(visitor.connexion), \(now), 0, 0, 0) ON CONFLICT DO NOTHING
      """)
    try tx.record(Trace("code-temporaire:preparation", on: personne, by: visitor.viewer, at: now))
  }

  /// True for the one first code that shows that the application holds the secret.
  func confirm(_ typed: ShortCode, by visitor: Visitor, at now: Instant, in tx: Transaction) throws -> Bool {
    guard let code = try pendingCodeTemporaire(of: visitor, at: now, in: tx),
      let step = code.step(of: typed, after: 0, at: now)
    else { return false }
    return try tx.execute(
      """
      UPDATE code_temporaire SET dernier = \(step), confirme = \(now)
      WHERE personne = \(visitor.personne) AND confirme IS NULL
      """) == 1
  }

  /// True for the one use of a good code. Wrong ones in a row make the next ones wait; the mailbox hears of it.
  func use(_ typed: ShortCode, of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Bool {
    guard let stored = try stored(of: personne, in: tx), stored.confirme != nil,
      now - stored.echec >= Self.wait(after: stored.echecs)
    else { return false }
    guard let step = stored.code.step(of: typed, after: stored.dernier, at: now) else {
      try tx.execute(
        "UPDATE code_temporaire SET echecs = echecs + 1, echec = \(now) WHERE personne = \(personne)")
      if stored.echecs + 1 == Self.echecsPermis {
        try tellSecurityChange(.codesFaux, to: personne, at: now, in: tx)
      }
      return false
    }
    return try tx.execute(
      """
      UPDATE code_temporaire SET dernier = \(step), echecs = 0, echec = 0
      WHERE personne = \(personne) AND dernier < \(step)
      """) == 1
  }

  private static func wait(after echecs: Int) -> Duration {
    echecs < echecsPermis ? .zero : .minutes(1 << min(echecs - echecsPermis, 10))
  }
}

extension PersonnesRoom {
  /// Draws a new secret, that serves once a first code has shown that the application holds it.
  func prepareCodeTemporaire(by visitor: Visitor, at now: Instant) async throws {
    let code = CodeTemporaire.random()
    try await house.database.write { [store] tx in
      if try store.codeTemporaire(of: visitor.personne, in: tx) != nil { throw Absent() }
      try store.prepare(code, of: visitor, at: now, in: tx)
    }
  }

  /// The recovery codes that come with it, to be shown once; nil when the code is not the right one.
  /// - Parameter jeton: the connexion's token from now on: a copy of the earlier one does not become strong with it.
  func confirmCodeTemporaire(
    _ typed: ShortCode, by visitor: Visitor, jeton: Token, at now: Instant
  ) async throws -> [CodeSecours]? {
    let codes = CodeSecours.fresh()
    return try await house.database.write { [store] tx in
      guard try store.confirm(typed, by: visitor, at: now, in: tx) else {
        try tx.record(Trace("refus:code-temporaire", on: visitor.connexion, by: visitor.viewer, at: now))
        return nil
      }
      try store.replaceCodesSecours(of: visitor.personne, by: codes, in: tx)
      try store.prove(visitor, forte: true, by: jeton, at: now, in: tx)
      try tx.record(Trace("code-temporaire:ajout", on: visitor.personne, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.codeAjoute, to: visitor.personne, at: now, in: tx)
      return codes
    }
  }

  func removeCodeTemporaire(by visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { [store] tx in
      let removed = try tx.execute("DELETE FROM code_temporaire WHERE personne = \(visitor.personne)")
      guard removed == 1 else { throw Absent() }
      try tx.execute("DELETE FROM code_secours WHERE personne = \(visitor.personne)")
      try tx.record(Trace("code-temporaire:retrait", on: visitor.personne, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.codeRetire, to: visitor.personne, at: now, in: tx)
    }
  }
}
