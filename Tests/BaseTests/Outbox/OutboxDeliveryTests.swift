import Base
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@Suite struct OutboxDeliveryTests {
  @Test(arguments: Engine.allCases) func `huit porteurs ne prennent jamais le même courrier`(engine: Engine)
    async throws
  {
    try await withOutbox(engine) { fondation, outbox in
      try await fondation.database.write { tx in
        for rang in 0..<40 { try outbox.post("\(rang)", in: tx) }
      }
      let carried = NIOLockedValueBox<[String]>([])
      try await fondation.withNodes { nodes in
        try await together(8) { rang in
          while true {
            do {
              guard let envoi = try await outbox.claim(in: nodes[rang % 2], at: Fondation.now) else { return }
              carried.withLockedValue { $0.append(envoi.courriel.sujet) }
            } catch DatabaseError.busy {}
          }
        }
      }
      #expect(carried.withLockedValue { $0.sorted() } == (0..<40).map { "\($0)" }.sorted())
    }
  }

  @Test(arguments: Engine.allCases) func `un courrier pris puis perdu revient après trois minutes`(
    engine: Engine
  ) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { try outbox.post("un", in: $0) }
      let lost = try #require(try await outbox.claim(in: db, at: now))
      #expect(try await outbox.claim(in: db, at: now + .minutes(3) - .milliseconds(1)) == nil)
      let found = try #require(try await outbox.claim(in: db, at: now + .minutes(3)))
      #expect(found.id == lost.id && found.courriel == lost.courriel)
      try await outbox.settle(found, .sent, in: db)
      #expect(try await outbox.claim(in: db, at: now + .days(1)) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `une fois parti, un courrier ne garde pas ses mots`(engine: Engine)
    async throws
  {
    try await withOutbox(engine) { fondation, outbox in
      try await fondation.send("un", by: outbox)
      #expect(
        try await fondation.number("SELECT count(*) FROM courrier WHERE etat = 'parti' AND length(contenu) = 0") == 1)
      #expect(try await fondation.database.read { try outbox.sent(limit: 10, in: $0).count } == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `la démonstration garde les mots, le plus récent d’abord`(
    engine: Engine
  ) async throws {
    try await withOutbox(engine, keepsSent: true) { fondation, outbox in
      for rang in 1...3 { try await fondation.send("\(rang)", at: Fondation.now + .minutes(rang), by: outbox) }
      try await fondation.database.write { try outbox.post("pas encore", in: $0) }
      let kept = try await fondation.database.read { try outbox.sent(limit: 2, in: $0).map(\.courriel) }
      #expect(kept == [.essai("3"), .essai("2")])
    }
  }

  @Test(arguments: Engine.allCases) func `un porteur empêché dit quand revenir`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { try outbox.post("un", in: $0) }
      for essai in 0..<3 {
        let moment = now + .hours(essai)
        let envoi = try #require(try await outbox.claim(in: db, at: moment))
        #expect(envoi.tentatives == essai)
        try await outbox.settle(envoi, .later(moment + .hours(1)), in: db)
        #expect(try await outbox.claim(in: db, at: moment + .hours(1) - .milliseconds(1)) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un courrier abandonné se compte et ne repart pas`(engine: Engine) async throws
  {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { tx in for rang in 0..<4 { try outbox.post("\(rang)", in: tx) } }
      try await outbox.settle(#require(try await outbox.claim(in: db, at: now)), .failed(code: "550"), in: db)
      try await outbox.settle(#require(try await outbox.claim(in: db, at: now)), .sent, in: db)
      // In a carrier's hands, it still waits.
      _ = try await outbox.claim(in: db, at: now)
      let counts = try await db.read { try outbox.counts(in: $0) }
      #expect(counts == (waiting: 2, failed: 1))
      #expect(try await fondation.number("SELECT count(*) FROM courrier WHERE code = '550' AND tentatives = 1") == 1)
      let later = now + .days(30)
      #expect(try await outbox.claim(in: db, at: later) != nil)
      #expect(try await outbox.claim(in: db, at: later) != nil)
      #expect(try await outbox.claim(in: db, at: later) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `une boîte vide ne compte rien`(engine: Engine) async throws {
    try await withOutbox(engine) { fondation, outbox in
      let counts = try await fondation.database.read { try outbox.counts(in: $0) }
      #expect(counts == (waiting: 0, failed: 0))
    }
  }

  @Test(arguments: Engine.allCases) func `un courrier illisible ne retient pas les suivants`(engine: Engine)
    async throws
  {
    try await withOutbox(engine) { fondation, outbox in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { tx in
        try outbox.post("abîmé", about: "abîmé", from: now - .hours(1), in: tx)
        try outbox.post("lisible", in: tx)
        try tx.execute("UPDATE courrier SET contenu = \([UInt8](repeating: 7, count: 64)) WHERE sujet = 'abîmé'")
      }
      #expect(try await outbox.claim(in: db, at: now)?.courriel.sujet == "lisible")
      #expect(try await db.read { try outbox.counts(in: $0).failed } == 1)
      #expect(try await fondation.number("SELECT count(*) FROM courrier WHERE code = 'illisible'") == 1)
    }
  }
}

extension Fondation {
  /// Posts a mail and carries it at once.
  fileprivate func send(_ mot: String, at moment: Instant = now, by outbox: Outbox) async throws {
    try await database.write { try outbox.post(mot, from: moment, in: $0) }
    try await outbox.settle(#require(try await outbox.claim(in: database, at: moment)), .sent, in: database)
  }
}
