import Base
import Temps
import Testing
import Troupe

@Suite struct FaitTests {
  private struct Empechement: Error {}
  private static let accord = Fait.Nom(rawValue: "accord")
  private static let lecture = Fait.Nom(rawValue: "lecture")
  private let faits = Faits(owed: [Self.accord: ["prevenir", "rappeler"]])
  private let personne = PersonneID.someone()

  private func fait(_ nom: Fait.Nom = accord, by viewer: Viewer? = nil, at le: Instant = Fondation.now) -> Fait {
    Fait(nom, of: personne, about: "sujet", by: viewer ?? .person(personne), at: le)
  }

  @Test(arguments: Engine.allCases) func `un fait s’écrit avec tout ce qu’il doit, ou pas du tout`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let (fait, silent) = (fait(), fait(Self.lecture))
      await #expect(throws: Empechement.self) {
        try await fondation.database.write { tx in
          try faits.record(fait, in: tx)
          throw Empechement()
        }
      }
      #expect(try await fondation.number("SELECT count(*) FROM fait") == 0)
      #expect(try await fondation.number("SELECT count(*) FROM reaction") == 0)
      try await fondation.database.write { tx in
        try faits.record(fait, in: tx)
        try faits.record(silent, in: tx)
      }
      #expect(try await fondation.number("SELECT count(*) FROM fait") == 2)
      #expect(try await fondation.number("SELECT count(*) FROM reaction WHERE etat = 'due' AND fait = \(fait.id)") == 2)
      #expect(try await fondation.number("SELECT count(*) FROM reaction") == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `le même fait ne s’écrit pas deux fois`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let fait = fait()
      try await fondation.database.write { try faits.record(fait, in: $0) }
      await #expect(throws: DatabaseError.unique(table: "fait")) {
        try await fondation.database.write { try faits.record(fait, in: $0) }
      }
      #expect(try await fondation.number("SELECT count(*) FROM reaction") == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `le parcours d’une personne se lit dans l’ordre, et c’est le sien`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let (other, counsellor) = (PersonneID.someone(), PersonneID.someone())
      let path = [
        fait(at: Fondation.now - .days(2)), fait(Self.lecture, by: .person(counsellor), at: Fondation.now - .days(1)),
        fait(by: .house(.echeances)),
      ]
      let stranger = Fait(Self.accord, of: other, about: "sujet", by: .person(personne), at: Fondation.now)
      try await fondation.database.write { tx in
        for fait in [path[2], stranger, path[0], path[1]] { try faits.record(fait, in: tx) }
      }
      let read = try await fondation.database.read { try faits.path(of: personne, seen: "1 = 1", in: $0) }
      #expect(read == path)
      #expect(read.map(\.acteur) == [personne, counsellor, nil])
      #expect(try await fondation.database.read { try faits.path(of: other, seen: "1 = 1", in: $0) } == [stranger])
      #expect(try await fondation.database.read { try faits.path(of: .someone(), seen: "1 = 1", in: $0) } == [])
    }
  }

  @Test(arguments: Engine.allCases) func `un fait qui disparaît emporte ce qu’il devait`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let fait = fait()
      try await fondation.database.write { try faits.record(fait, in: $0) }
      try await fondation.database.write { try $0.execute("DELETE FROM fait WHERE id = \(fait.id)") }
      #expect(try await fondation.number("SELECT count(*) FROM reaction") == 0)
    }
  }
}
