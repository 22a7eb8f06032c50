import Base
import Html
import Temps
import Testing
import Troupe

@Suite struct OutboxTests {
  private struct Empechement: Error {}

  @Test(arguments: Engine.allCases) func `un acte défait n’écrit à personne`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      await #expect(throws: Empechement.self) {
        try await fondation.database.write { tx in
          try outbox.post("un", in: tx)
          throw Empechement()
        }
      }
      let envoi = try await outbox.claim(in: fondation.database, at: Fondation.now)
      #expect(envoi == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `le porteur reçoit chaque mot, et le calendrier`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      try await fondation.database.write { try outbox.post("Noël\n\u{1f9d1}‍🔧 <b>\0", in: $0) }
      let envoi = try #require(try await outbox.claim(in: fondation.database, at: Fondation.now))
      #expect(envoi.courriel == Courriel.essai("Noël\n\u{1f9d1}‍🔧 <b>\0"))
      #expect(envoi.tentatives == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `un rappel ne part pas avant son heure, le plus ancien part d’abord`(
    engine: Engine
  ) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { tx in
        try outbox.post("demain", from: now + .days(1), in: tx)
        try outbox.post("hier", from: now - .days(1), in: tx)
        try outbox.post("maintenant", from: now, in: tx)
      }
      for sujet in ["hier", "maintenant"] {
        let envoi = try #require(try await outbox.claim(in: db, at: now))
        #expect(envoi.courriel.sujet == sujet)
        try await outbox.settle(envoi, .sent, in: db)
      }
      #expect(try await outbox.claim(in: db, at: now + .days(1) - .milliseconds(1)) == nil)
      #expect(try await outbox.claim(in: db, at: now + .days(1))?.courriel.sujet == "demain")
    }
  }

  @Test(arguments: Engine.allCases) func `on ne reprend que ce qui n’est pas parti`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { tx in
        for sujet in ["envoyé", "en route"] { try outbox.post(sujet, about: "rencontre", from: now - .days(1), in: tx) }
      }
      try await outbox.settle(#require(try await outbox.claim(in: db, at: now)), .sent, in: db)
      _ = try await outbox.claim(in: db, at: now)
      try await db.write { tx in
        try outbox.post("confirmation", about: "rencontre", from: now, in: tx)
        try outbox.post("rappel", about: "rencontre", from: now + .milliseconds(1), in: tx)
        try outbox.post("autre rappel", about: "autre", from: now + .days(1), in: tx)
        try outbox.withdraw(about: "rencontre", after: now, in: tx)
      }
      #expect(try await fondation.number("SELECT count(*) FROM courrier") == 4)
      #expect(
        try await fondation.number("SELECT count(*) FROM courrier WHERE sujet = 'rencontre' AND etat = 'attend'") == 1)
      #expect(try await outbox.claim(in: db, at: now)?.courriel.sujet == "confirmation")
      #expect(try await fondation.number("SELECT count(*) FROM courrier WHERE sujet = 'autre'") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `on n’écrit plus à une personne effacée`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      let (gone, here) = (Owner.personne(.someone()), Owner.personne(.someone()))
      try await db.write { tx in
        try outbox.post("à elle", to: gone, from: now - .hours(1), in: tx)
        try outbox.post("à l’autre", to: here, in: tx)
      }
      try await fondation.onThread { try fondation.vault.erase(gone) }
      #expect(try await outbox.claim(in: db, at: now)?.courriel.sujet == "à l’autre")
      #expect(try await fondation.number("SELECT count(*) FROM courrier") == 1)
      await #expect(throws: VaultError.erased) {
        try await db.write { try outbox.post("encore", to: gone, in: $0) }
      }
    }
  }
}

/// An outbox as a real server has it: sent words are erased.
func withOutbox(
  _ engine: Engine, keepsSent: Bool = false, _ body: (Fondation, Outbox) async throws -> Void
) async throws {
  try await withFondation(engine) { fondation in
    try await body(fondation, Outbox(vault: fondation.vault, keepsSent: keepsSent))
  }
}

extension Outbox {
  /// A mail of one word.
  func post(
    _ mot: String, to owner: Owner = .personne(.someone()), about sujet: String = "sujet",
    from instant: Instant = Fondation.now, in tx: Transaction
  ) throws {
    try enqueue(.essai(mot), as: .make(at: Fondation.now), to: owner, about: sujet, from: instant, in: tx)
  }
}

extension Courriel {
  static func essai(_ mot: String) -> Courriel {
    Courriel(
      destinataire: "lea@example.org", sujet: mot, texte: "\(mot)\n", html: "<p>\(mot)</p>", langue: .en,
      calendrier: Piece(methode: "REQUEST", contenu: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
  }
}
