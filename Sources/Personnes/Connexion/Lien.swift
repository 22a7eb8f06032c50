import Base
import Html
import Temps
import Web

package enum LienTag {}

/// A single-use link by mail, bound to the browser that asked. Opened elsewhere, it shows a short code to type there.
/// Reading it (a GET, a mail scanner) never uses it up.
struct Lien: Sendable, Equatable {
  static let lasts = Duration.minutes(10)
  static let essaisMaximum = 5
  /// Links of one person that may wait at once: nobody's mailbox is filled by a stranger, and a stranger on one address
  /// (see `Rate.access`) cannot use them all up.
  static let ouvertsMaximum = 100

  let id: ID<LienTag>
  let personne: PersonneID
  /// Fingerprint of the browser that asked.
  let navigateur: String
  /// Where to go once entered.
  let suite: String

  enum Ouverture: Sendable, Equatable {
    /// Here, where it was asked for: one button enters.
    case ici
    /// On another device: this code is to be typed where one began.
    case ailleurs(code: ShortCode)
  }
}

extension PersonnesStore {
  /// A link that can still serve; nil when it is unknown, used or too old: one answer for all three.
  func lien(_ jeton: Token, at now: Instant, in tx: Transaction) throws -> Lien? {
    try tx.first(
      """
      SELECT id, personne, navigateur, suite FROM lien
      WHERE jeton = \(jeton.fingerprint) AND servi IS NULL AND expire > \(now)
      """
    ) { row in try Lien(id: row[0], personne: row[1], navigateur: row[2], suite: row[3]) }
  }

  /// The code is derived from the link's own token: it is shown only to who holds the link, and never stored in clear.
  func code(of jeton: Token) -> ShortCode {
    let digest = house.vault.fingerprint(jeton.text, for: "code")
    let number = UInt64(digest.prefix(12), radix: 16) ?? 0
    let digits = String(number % 1_000_000)
    let padded = String(repeating: "0", count: 6 - digits.count) + digits
    return ShortCode(typed: padded) ?? .random()
  }

  /// A link asked for, that waits for its address to be looked up.
  struct Demande: Sendable {
    let id: ID<LienTag>
    let adresse: Sealed
    let navigateur: String
    let langue: Langue
    let suite: String
  }

  func firstDemande(in tx: Transaction) throws -> Demande? {
    try tx.first("SELECT id, adresse, navigateur, langue, suite FROM lien_demande ORDER BY le, id LIMIT 1") { row in
      try Demande(
        id: row[0], adresse: row[1], navigateur: row[2], langue: Langue(rawValue: row[3]) ?? .fr, suite: row[4])
    }
  }

  func openLiens(of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Int {
    try tx.first(
      "SELECT count(*) FROM lien WHERE personne = \(personne) AND servi IS NULL AND expire > \(now)"
    ) { row in try row[0] } ?? 0
  }

  /// True for the one caller that uses it.
  func consume(_ lien: Lien, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute("UPDATE lien SET servi = \(now) WHERE id = \(lien.id) AND servi IS NULL") == 1
  }
}

extension PersonnesRoom {
  /// Whose key seals the addresses that wait: nobody's in particular, and for a second or so.
  private static let attente = Owner.courrier("lien-demande")

  /// Takes note of an address, known or not: who it belongs to is looked up afterwards, so that neither the answer nor
  /// the time it takes says anything.
  /// - Parameter suite: where to go once entered.
  func askLien(
    _ adresse: Adresse, _ langue: Langue, browser: Token, suite: String = "/accueil", at now: Instant
  ) async throws {
    let id = ID<LienTag>.make(at: now)
    try await house.database.write { [house] tx in
      let sealed = try house.vault.seal(adresse.text, of: Self.attente, at: Place("lien_demande.adresse", id))
      try tx.execute(
        """
        INSERT INTO lien_demande (id, adresse, navigateur, langue, suite, le)
        VALUES (\(id), \(sealed), \(browser.fingerprint), \(langue.rawValue), \(suite), \(now))
        """)
      try tx.record(Trace("lien:demande", on: id, by: .person(.nobody), at: now))
    }
  }

  /// Sends one link that was asked for, if somebody has that address; false when none waits.
  package func sendLien(at now: Instant) async throws -> Bool {
    // Most of the time nobody waits: looking is not writing.
    guard try await house.database.read({ [store] tx in try store.firstDemande(in: tx) }) != nil else { return false }
    let jeton = Token.random()
    return try await house.database.write { [store, house, origin] tx in
      guard let demande = try store.firstDemande(in: tx) else { return false }
      try tx.execute("DELETE FROM lien_demande WHERE id = \(demande.id)")
      let adresse = try house.vault.open(
        demande.adresse, of: Self.attente, at: Place("lien_demande.adresse", demande.id))
      guard let adresse = adresse.flatMap(Adresse.init), let personne = try store.personne(at: adresse, in: tx),
        try store.openLiens(of: personne, at: now, in: tx) < Lien.ouvertsMaximum
      else { return true }
      try tx.execute(
        """
        INSERT INTO lien (id, jeton, personne, navigateur, code, suite, ouvert_ailleurs, essais, expire)
        VALUES (\(demande.id), \(jeton.fingerprint), \(personne), \(demande.navigateur),
          \(house.vault.fingerprint(store.code(of: jeton).text, for: "code-tape")), \(demande.suite), \(false), 0,
          \(now + Lien.lasts))
        """)
      try tx.record(Trace("lien", on: demande.id, by: .person(personne), at: now))
      // Somebody whose key was erased is nobody any more: no letter.
      do {
        try house.outbox.enqueue(
          Self.lettreDuLien(jeton, origin: origin, demande.langue).courriel(to: adresse.text), as: .make(at: now),
          to: .personne(personne), about: demande.id, from: now, in: tx)
      } catch VaultError.erased {}
      return true
    }
  }

  private static func lettreDuLien(_ jeton: Token, origin: String, _ t: Langue) -> Lettre {
    Lettre(
      t, sujet: t("Votre lien pour entrer", "Your link to come in"),
      paragraphes: [
        t(
          "Bonjour, voici le lien que vous venez de demander. Il sert une seule fois, dans les dix minutes.",
          "Hello, here is the link you have just asked for. It works only once, within ten minutes.")
      ],
      bouton: (t("Entrer dans Vademecum", "Come in to Vademecum"), "\(origin)/connexion/lien/\(jeton.text)"),
      apres: [
        t(
          "Vous n’avez rien demandé\u{a0}? Laissez ce message de côté\u{a0}: sans vous, personne n’entre.",
          "You did not ask for it? Leave this message aside: nobody comes in without you.")
      ])
  }

  /// How the link opens in this browser; nil when it cannot serve any more.
  func opening(of jeton: Token, in browser: Token, at now: Instant) async throws -> Lien.Ouverture? {
    let here = try await house.database.read { [store] tx in
      try store.lien(jeton, at: now, in: tx).map { $0.navigateur == browser.fingerprint }
    }
    guard let here else { return nil }
    if here { return .ici }
    // From now on the code may be typed where one began: until then no code exists to be guessed.
    try await house.database.write { tx in
      try tx.execute("UPDATE lien SET ouvert_ailleurs = \(true) WHERE jeton = \(jeton.fingerprint)")
    }
    return .ailleurs(code: store.code(of: jeton))
  }

  /// Enters by the link, in the browser that asked; nil when it cannot serve.
  func enter(by jeton: Token, in browser: Token, navigateur: String, at now: Instant) async throws -> Entree? {
    let connexion = NewConnexion(by: .lien, in: browser, navigateur, at: now)
    return try await house.database.write { [store] tx in
      guard let lien = try store.lien(jeton, at: now, in: tx), lien.navigateur == browser.fingerprint,
        try store.consume(lien, at: now, in: tx)
      else {
        try tx.record(Trace("refus:lien", on: "lien", by: .person(.nobody), at: now))
        return nil
      }
      try store.insert(connexion, of: lien.personne, in: tx)
      return Entree(jeton: connexion.jeton, suite: lien.suite)
    }
  }

  /// Enters by the code that the link showed elsewhere. Five tries for all the links this browser asked for.
  func enter(with code: ShortCode, in browser: Token, navigateur: String, at now: Instant) async throws -> Entree? {
    let connexion = NewConnexion(by: .code, in: browser, navigateur, at: now)
    return try await house.database.write { [store, house] tx in
      let candidates = try tx.all(
        """
        SELECT id, personne, navigateur, suite, code FROM lien
        WHERE navigateur = \(browser.fingerprint) AND servi IS NULL AND expire > \(now) AND ouvert_ailleurs
          AND essais < \(Lien.essaisMaximum) ORDER BY expire DESC, id DESC LIMIT 1
        """
      ) { row in
        (lien: try Lien(id: row[0], personne: row[1], navigateur: row[2], suite: row[3]), code: try row[4] as String)
      }
      let typed = house.vault.fingerprint(code.text, for: "code-tape")
      guard let found = candidates.first(where: { $0.code == typed }),
        try store.consume(found.lien, at: now, in: tx)
      else {
        try tx.execute(
          """
          UPDATE lien SET essais = essais + 1
          WHERE navigateur = \(browser.fingerprint) AND servi IS NULL AND essais < \(Lien.essaisMaximum)
          """)
        try tx.record(Trace("refus:code", on: "lien", by: .person(candidates.first?.lien.personne ?? .nobody), at: now))
        return nil
      }
      try store.insert(connexion, of: found.lien.personne, in: tx)
      return Entree(jeton: connexion.jeton, suite: found.lien.suite)
    }
  }
}

/// Somebody has entered: what their browser keeps, and where they go.
struct Entree: Sendable, Equatable {
  let jeton: Token
  let suite: String
}
