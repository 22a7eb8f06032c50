import Base
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@Suite struct ReactionTests {
  private struct Empechement: Error {}
  private static let accord = Fait.Nom(rawValue: "accord")
  private let faits = Faits(owed: [Self.accord: ["prevenir", "rappeler"]])
  private let simple = Faits(owed: [Self.accord: ["prevenir"]])

  private static func fait(_ sujet: String, at le: Instant = Fondation.now) -> Fait {
    Fait(accord, of: .someone(), about: sujet, by: .house(.echeances), at: le)
  }

  private static func marking(_ nom: String) -> Reaction {
    Reaction(nom) { fait, tx in try Fondation.mark("\(fait.sujet) \(nom)", in: tx) }
  }

  /// Leaves its mark, then fails: the mark must not stay.
  private static let failing = Reaction("prevenir") { fait, tx in
    try Fondation.mark("à moitié", in: tx)
    throw Empechement()
  }

  @Test(arguments: Engine.allCases) func `huit ouvriers font chaque réaction une seule fois`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.database.write { tx in
        for rang in 0..<30 { try faits.record(Self.fait("\(rang)"), in: tx) }
      }
      let reactions = [Self.marking("prevenir"), Self.marking("rappeler")]
      try await fondation.withNodes { nodes in
        try await together(8) { rang in
          while try await patiently({ try await faits.reactOnce(reactions, in: nodes[rang % 2], at: Fondation.now) }) {}
        }
      }
      let expected = (0..<30).flatMap { ["\($0) prevenir", "\($0) rappeler"] }
      #expect(try await fondation.effets().sorted() == expected.sorted())
      #expect(try await fondation.number("SELECT count(*) FROM reaction WHERE etat = 'faite'") == 60)
    }
  }

  @Test(arguments: Engine.allCases) func `une réaction empêchée attend cinq minutes, sans rien laisser`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let (db, now) = (fondation.database, Fondation.now)
      try await db.write { try simple.record(Self.fait("un"), in: $0) }
      #expect(try await simple.reactOnce([Self.failing], in: db, at: now))
      #expect(try await fondation.effets() == [])
      #expect(try await !simple.reactOnce([Self.marking("prevenir")], in: db, at: now + .minutes(5) - .milliseconds(1)))
      #expect(try await simple.reactOnce([Self.marking("prevenir")], in: db, at: now + .minutes(5)))
      #expect(try await !simple.reactOnce([Self.marking("prevenir")], in: db, at: now + .days(1)))
      #expect(try await fondation.effets() == ["un prevenir"])
    }
  }

  @Test(arguments: Engine.allCases) func `après dix empêchements une réaction reste visible comme manquée`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let db = fondation.database
      try await db.write { try simple.record(Self.fait("un"), in: $0) }
      for essai in 0..<10 {
        #expect(try await fondation.number("SELECT count(*) FROM reaction WHERE etat = 'manquee'") == 0)
        let moment = Fondation.now + .minutes(5 * essai)
        #expect(try await simple.reactOnce([Self.failing], in: db, at: moment), "essai \(essai)")
      }
      #expect(
        try await fondation.number("SELECT count(*) FROM reaction WHERE etat = 'manquee' AND tentatives = 10") == 1)
      #expect(try await !simple.reactOnce([Self.marking("prevenir")], in: db, at: Fondation.now + .days(365)))
      #expect(try await fondation.effets() == [])
    }
  }

  @Test(arguments: Engine.allCases) func `une réaction empêchée ne retient pas les autres`(engine: Engine) async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.database.write { tx in
        for rang in 0..<5 { try faits.record(Self.fait("\(rang)"), in: tx) }
      }
      let reactions = [Self.failing, Self.marking("rappeler")]
      while try await faits.reactOnce(reactions, in: fondation.database, at: Fondation.now) {}
      #expect(try await fondation.effets() == (0..<5).map { "\($0) rappeler" })
    }
  }

  @Test(arguments: Engine.allCases) func `un fait plus ancien écrit après les autres n’est pas oublié`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let db = fondation.database
      let early = Self.fait("tôt", at: Fondation.now - .minutes(10))
      let late = Self.fait("tard")
      #expect(early.id < late.id)
      for fait in [late, early] {
        try await db.write { try simple.record(fait, in: $0) }
        #expect(try await simple.reactOnce([Self.marking("prevenir")], in: db, at: Fondation.now))
      }
      #expect(try await fondation.effets() == ["tard prevenir", "tôt prevenir"])
    }
  }

  @Test(arguments: Engine.allCases) func `rien n’est dû avant l’heure du fait`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let db = fondation.database
      try await db.write { try simple.record(Self.fait("un", at: Fondation.now + .hours(1)), in: $0) }
      #expect(try await !simple.reactOnce([Self.marking("prevenir")], in: db, at: Fondation.now))
      #expect(try await simple.reactOnce([Self.marking("prevenir")], in: db, at: Fondation.now + .hours(1)))
    }
  }

  @Test(arguments: Engine.allCases) func `un serveur laisse due la réaction qu’il ne connaît pas`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      let db = fondation.database
      try await db.write { try faits.record(Self.fait("un"), in: $0) }
      while try await faits.reactOnce([Self.marking("rappeler")], in: db, at: Fondation.now) {}
      #expect(try await !faits.reactOnce([], in: db, at: Fondation.now))
      #expect(try await fondation.number("SELECT count(*) FROM reaction WHERE nom = 'prevenir' AND etat = 'due'") == 1)
      #expect(try await faits.reactOnce([Self.marking("prevenir")], in: db, at: Fondation.now))
      #expect(try await fondation.effets() == ["un prevenir", "un rappeler"])
    }
  }
}

/// Two servers that met too often: a worker simply goes on.
private func patiently(_ body: () async throws -> Bool) async throws -> Bool {
  do { return try await body() } catch DatabaseError.busy { return true }
}
