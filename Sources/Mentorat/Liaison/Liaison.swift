import Base
import Foundation
import Temps
import WhatsApp

enum LiaisonTag {}
typealias LiaisonID = ID<LiaisonTag>

/// Somebody's choice to write and be answered on WhatsApp too, in one pair: theirs alone, and taken back at any time.
struct Liaison: Sendable, Equatable {
  let id: LiaisonID
  let binome: BinomeID
  let personne: PersonneID
  /// How WhatsApp names them; nil until they have sent their code from there.
  let identite: Identite?
  let codeExpire: Instant
  let reliee: Instant?
  /// The last time they wrote from there.
  let recu: Instant?
  /// The day of the last word that said when they will be read.
  let averti: String?

  /// A code serves so long.
  static let dureeDuCode = Duration.minutes(30)
  /// WhatsApp lets us write freely so long after the other's last words.
  private static let fenetre = Duration.hours(24)

  /// Until when one may write to them freely; nil when they never wrote.
  var fermeture: Instant? { recu.map { $0 + Self.fenetre } }

  func isOpen(at now: Instant) -> Bool { fermeture.map { now < $0 } ?? false }
}

/// What one sends from WhatsApp to show that the number is theirs: eight signs that are not confused with others.
struct CodeDeLiaison: Sendable, Equatable {
  private static let signes = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  /// "K7MQ4PT2".
  let texte: String

  /// The code of a choice: nothing of it is stored but a fingerprint.
  init(of liaison: LiaisonID, vault: Vault) {
    let code = vault.fingerprint(liaison.text, for: "code-whatsapp")
    let octets = stride(from: 0, to: 16, by: 2).map { rang -> Int in
      let start = code.index(code.startIndex, offsetBy: rang)
      return Int(code[start...].prefix(2), radix: 16) ?? 0
    }
    texte = String(octets.map { Self.signes[$0 % Self.signes.count] })
  }

  /// nil for any other words.
  init?(typed mots: String) {
    let kept = mots.uppercased().filter { $0 != "-" && !$0.isWhitespace }
    guard kept.count == 8, kept.allSatisfy(Self.signes.contains) else { return nil }
    texte = kept
  }

  /// "K7MQ-4PT2", as it is shown.
  var affiche: String { texte.prefix(4) + "-" + texte.suffix(4) }
}

extension MentoratStore {
  private static let liaisonColumns: SQL =
    "l.id, l.binome, l.personne, l.identite, l.code_expire, l.reliee, l.recu, l.averti"

  private func decodeLiaison(_ row: Row) throws -> Liaison {
    let id: LiaisonID = try row[0]
    let binome: BinomeID = try row[1]
    let json = try house.vault.open(
      try row[3] as Sealed?, of: .binome(binome), at: Place("liaison.identite", id))
    return try Liaison(
      id: id, binome: binome, personne: row[2],
      identite: json.map { try JSONDecoder().decode(Identite.self, from: Data($0.utf8)) }, codeExpire: row[4],
      reliee: row[5], recu: row[6], averti: row[7])
  }

  /// Somebody's own choice in a pair of theirs.
  func liaison(of personne: PersonneID, in binome: Binome, tx: Transaction) throws -> Liaison? {
    try tx.first(
      """
      SELECT \(sql: Self.liaisonColumns) FROM liaison l WHERE l.binome = \(binome.id) AND l.personne = \(personne)
      """, decodeLiaison)
  }

  /// The choice that a code stands for, while it serves.
  func liaison(of code: CodeDeLiaison, at now: Instant, in tx: Transaction) throws -> Liaison? {
    try tx.first(
      """
      SELECT \(sql: Self.liaisonColumns) FROM liaison l
      WHERE l.code = \(empreinte(code)) AND l.code_expire > \(now) AND l.reliee IS NULL
      """, decodeLiaison)
  }

  /// Whose words these are; nil for nobody's, and for those of two people at once: they are never merged.
  func liaison(of identite: Identite, in tx: Transaction) throws -> Liaison? {
    let found = try tx.all(
      """
      SELECT \(sql: Self.liaisonColumns) FROM liaison l
      WHERE l.numero = \(empreinte(numero: identite)) OR l.bsuid = \(empreinte(bsuid: identite))
      """, decodeLiaison)
    return found.count == 1 ? found[0] : nil
  }

  /// Begins a choice, or begins it again with another code.
  func choose(_ id: LiaisonID, _ personne: PersonneID, in binome: Binome, at now: Instant, tx: Transaction) throws {
    try tx.execute("DELETE FROM liaison WHERE binome = \(binome.id) AND personne = \(personne)")
    try tx.execute(
      """
      INSERT INTO liaison (id, binome, personne, code, code_expire, choisie)
      VALUES (\(id), \(binome.id), \(personne), \(empreinte(CodeDeLiaison(of: id, vault: house.vault))),
        \(now + Liaison.dureeDuCode), \(now))
      """)
  }

  /// Takes it back: nothing of the number stays, and what was about to leave does not. False when there was none.
  func unlink(_ personne: PersonneID, in binome: Binome, tx: Transaction) throws -> Bool {
    try tx.execute("DELETE FROM liaison WHERE binome = \(binome.id) AND personne = \(personne)") == 1
  }

  /// Links a number that has just shown the code; false when it, or its other name, serves elsewhere already.
  func link(_ liaison: Liaison, to identite: Identite, at now: Instant, in tx: Transaction) throws -> Bool {
    guard try rename(liaison, to: identite, in: tx) else { return false }
    try tx.execute("UPDATE liaison SET code = NULL, reliee = \(now), recu = \(now) WHERE id = \(liaison.id)")
    return true
  }

  /// Somebody is named otherwise from now on; false, and nothing changes, when that name is another's.
  @discardableResult
  func rename(_ liaison: Liaison, to identite: Identite, in tx: Transaction) throws -> Bool {
    let (numero, bsuid) = (empreinte(numero: identite), empreinte(bsuid: identite))
    let taken = try tx.first(
      "SELECT 1 FROM liaison WHERE id <> \(liaison.id) AND (numero = \(numero) OR bsuid = \(bsuid))"
    ) { _ in true }
    guard taken == nil else { return false }
    let json = String(decoding: try JSONEncoder().encode(identite), as: UTF8.self)
    let sealed = try house.vault.seal(json, of: .binome(liaison.binome), at: Place("liaison.identite", liaison.id))
    // A choice without a number yet gets its date from `link`, in the same transaction; the table wants both at once.
    try tx.execute(
      """
      UPDATE liaison SET identite = \(sealed), numero = \(identite.numero == nil ? nil : numero),
        bsuid = \(identite.bsuid == nil ? nil : bsuid), reliee = coalesce(reliee, choisie) WHERE id = \(liaison.id)
      """)
    return true
  }

  /// They wrote: WhatsApp is open for another day.
  func hear(_ liaison: Liaison, at instant: Instant, in tx: Transaction) throws {
    try tx.execute(
      "UPDATE liaison SET recu = \(instant) WHERE id = \(liaison.id) AND (recu IS NULL OR recu < \(instant))")
  }

  /// These messages, which WhatsApp was closed to, can be asked for from there: the first of them is remembered.
  func keepWaiting(_ messages: [MessageID], for liaison: Liaison, in tx: Transaction) throws {
    for id in messages {
      try tx.execute(
        """
        UPDATE liaison SET attend = (SELECT arrivee FROM message WHERE id = \(id))
        WHERE id = \(liaison.id) AND (attend IS NULL OR attend > (SELECT arrivee FROM message WHERE id = \(id)))
        """)
    }
  }

  /// What was kept waiting, oldest first, and is no more.
  func takeWaiting(for liaison: Liaison, of binome: Binome, at now: Instant, in tx: Transaction) throws -> [MessageID] {
    let waiting: [MessageID] = try tx.all(
      """
      SELECT m.id FROM message m JOIN liaison l ON l.binome = m.binome
      WHERE l.id = \(liaison.id) AND m.auteur = \(binome.other(than: liaison.personne)) AND m.retire IS NULL
        AND m.arrivee >= l.attend AND m.arrivee <= \(now) ORDER BY m.arrivee, m.id
      """
    ) { row in try row[0] }
    try tx.execute("UPDATE liaison SET attend = NULL WHERE id = \(liaison.id)")
    return waiting
  }

  private func empreinte(_ code: CodeDeLiaison) -> String { house.vault.fingerprint(code.texte, for: "liaison-code") }

  /// What nobody has stands for a name that is not told.
  private func empreinte(numero identite: Identite) -> String {
    identite.numero.map { house.vault.fingerprint($0, for: "liaison-numero") } ?? ""
  }

  private func empreinte(bsuid identite: Identite) -> String {
    identite.bsuid.map { house.vault.fingerprint($0, for: "liaison-bsuid") } ?? ""
  }
}
