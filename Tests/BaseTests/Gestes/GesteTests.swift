import Base
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@Suite struct GesteTests {
  private struct Empechement: Error {}
  private let geste = Geste.make(at: Fondation.now)
  private let viewer = Viewer.person(.someone())

  @Test(arguments: Engine.allCases) func `la même clé deux fois fait un acte et une réponse`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      for rang in 1...3 {
        let answer = try await fondation.database.act(geste, by: viewer, at: Fondation.now) { tx in
          try Fondation.mark("acte \(rang)", in: tx)
          return "/rencontres/\(rang)"
        }
        #expect(answer == "/rencontres/1")
      }
      #expect(try await fondation.effets() == ["acte 1"])
      let other = try await fondation.database.act(.make(at: Fondation.now), by: viewer, at: Fondation.now) { _ in "/2"
      }
      #expect(other == "/2")
    }
  }

  @Test(arguments: Engine.allCases) func `trente-deux envois ensemble font un seul acte`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      try await fondation.withNodes { nodes in
        for _ in 0..<5 {
          try await fondation.database.write { try $0.execute("DELETE FROM effet") }
          let geste = Geste.make(at: Fondation.now)
          let answers = NIOLockedValueBox<[String]>([])
          try await together(32) { rang in
            let answer = try await patiently {
              try await nodes[rang % 2].act(geste, by: viewer, at: Fondation.now) { tx in
                try Fondation.mark("acte \(rang)", in: tx)
                return "acte \(rang)"
              }
            }
            answers.withLockedValue { $0.append(answer) }
          }
          #expect(try await fondation.effets().count == 1)
          #expect(Set(answers.withLockedValue { $0 }) == Set(try await fondation.effets()))
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `la clé d’une autre personne n’apprend rien et ne fait rien`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      _ = try await fondation.database.act(geste, by: viewer, at: Fondation.now) { _ in "/chez-elle" }
      for other in [Viewer.person(.someone()), .house(.echeances)] {
        await #expect(throws: Absent()) {
          try await fondation.database.act(geste, by: other, at: Fondation.now) { tx in
            try Fondation.mark("intrus", in: tx)
            return "/intrus"
          }
        }
      }
      #expect(try await fondation.effets() == [])
    }
  }

  @Test(arguments: Engine.allCases) func `un acte empêché ne laisse rien, et sa clé sert encore`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      await #expect(throws: Empechement.self) {
        try await fondation.database.act(geste, by: viewer, at: Fondation.now) { tx in
          try Fondation.mark("à moitié", in: tx)
          throw Empechement()
        }
      }
      #expect(try await fondation.effets() == [])
      let answer = try await fondation.database.act(geste, by: viewer, at: Fondation.now) { tx in
        try Fondation.mark("corrigé", in: tx)
        return "/fait"
      }
      #expect(answer == "/fait")
      #expect(try await fondation.effets() == ["corrigé"])
    }
  }

  @Test(arguments: Engine.allCases) func `les clés anciennes s’oublient, les autres restent`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      let recent = Geste.make(at: Fondation.now)
      _ = try await fondation.database.act(geste, by: viewer, at: Fondation.now - .milliseconds(1)) { _ in "ancienne" }
      _ = try await fondation.database.act(recent, by: viewer, at: Fondation.now) { _ in "récente" }
      let house = House(
        database: fondation.database, vault: fondation.vault, faits: Faits(), keepsSentMail: false)
      let tenue = try #require(house.donneesPersonnelles.tables.first { $0.nom == "geste" })
      guard case .apres(_, let due) = tenue.terme else { throw Absent() }
      try await fondation.database.write { tx in for sql in due(Fondation.now) { try tx.execute(sql) } }
      #expect(try await fondation.database.act(recent, by: viewer, at: Fondation.now) { _ in "autre" } == "récente")
      #expect(try await fondation.database.act(geste, by: viewer, at: Fondation.now) { _ in "nouvelle" } == "nouvelle")
    }
  }
}

/// Two servers that met too often are told to come again: a browser does.
private func patiently(_ body: () async throws -> String) async throws -> String {
  for _ in 0..<50 {
    do { return try await body() } catch DatabaseError.busy {}
  }
  return try await body()
}
