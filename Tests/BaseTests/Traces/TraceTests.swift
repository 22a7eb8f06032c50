import Base
import Temps
import Testing
import Troupe

@Suite struct TraceTests {
  private struct Empechement: Error {}

  @Test(arguments: Engine.allCases) func `une trace vit et meurt avec son acte`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let personne = PersonneID.someone()
      await #expect(throws: Empechement.self) {
        try await fondation.database.write { tx in
          try tx.record(Trace("lecture:bilan", on: "b1", by: .person(personne), at: Fondation.now))
          throw Empechement()
        }
      }
      #expect(try await TraceChain.append(in: fondation.database) == 0)
      try await fondation.database.write { tx in
        try tx.record(Trace("lecture:bilan", on: "b2", by: .person(personne), at: Fondation.now))
        try tx.record(Trace("rappel", on: "b3", by: .house(.echeances), at: Fondation.now + .seconds(1)))
      }
      #expect(try await TraceChain.append(in: fondation.database) == 2)
      let chaine = try await Chaine(in: fondation.database)
      #expect(chaine.lignes.map(\.acteur) == [personne.text, "maison:echeances"])
      #expect(chaine.lignes.map(\.geste) == ["lecture:bilan", "rappel"])
      #expect(chaine.lignes.map(\.objet) == ["b2", "b3"])
      #expect(chaine.lignes.map(\.le) == [Fondation.now, Fondation.now + .seconds(1)])
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui attend passe dans la chaîne, par parts, sans rien perdre`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let db = fondation.database
      #expect(try await TraceChain.check(in: db).ruptures == [])
      try await fondation.trace(25)
      for expected in [10, 10, 5, 0] { #expect(try await TraceChain.append(limit: 10, in: db) == expected) }
      #expect(try await fondation.number("SELECT count(*) FROM trace_attente") == 0)
      #expect(try await Chaine(in: db).lignes.map(\.rang) == Array(1...25))
      #expect(try await TraceChain.check(in: db).ruptures == [])
      // The chain goes on from where it was.
      try await fondation.trace(5)
      #expect(try await TraceChain.append(in: db) == 5)
      #expect(try await Chaine(in: db).lignes.map(\.rang) == Array(1...30))
      #expect(try await TraceChain.check(in: db).ruptures == [])
    }
  }

  @Test(arguments: Engine.allCases) func `huit greffiers ensemble tiennent une seule chaîne`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.trace(120)
      try await fondation.withNodes { nodes in
        try await together(8) { rang in
          while true {
            do {
              if try await TraceChain.append(limit: 7, in: nodes[rang % 2]) == 0 { return }
            } catch DatabaseError.busy {}
          }
        }
      }
      let chaine = try await Chaine(in: fondation.database)
      #expect(chaine.lignes.map(\.rang) == Array(1...120))
      #expect(Set(chaine.lignes.map(\.objet)).count == 120)
      #expect(try await TraceChain.check(in: fondation.database).ruptures == [])
    }
  }
}

extension Fondation {
  /// So many acts traced, each about another thing.
  func trace(_ count: Int) async throws {
    let before = try await number("SELECT count(*) FROM trace")
    try await database.write { tx in
      for rang in 0..<count {
        let le = Self.now + .seconds(before + rang)
        try tx.record(Trace("lecture:bilan", on: "objet \(before + rang)", by: .person(.someone()), at: le))
      }
    }
  }
}
