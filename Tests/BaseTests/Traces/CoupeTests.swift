import Base
import Temps
import Testing
import Troupe

@Suite struct CoupeTests {
  private static let start = Fondation.autrefois
  private static let terme = start + TraceChain.garde

  @Test(arguments: Engine.allCases) func `une ligne part douze mois après, pas une milliseconde avant`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(3, from: Self.start)
      #expect(try await fondation.purge(at: Self.terme) == 0)
      #expect(try await fondation.purge(at: Self.terme + .milliseconds(1)) == 1)
      #expect(try await fondation.purge(at: Self.terme + .milliseconds(1)) == 0)
      #expect(try await Chaine(in: fondation.database).lignes.map(\.rang) == [2, 3])
      #expect(try await fondation.check() == [])
    }
  }

  @Test(arguments: Engine.allCases) func `la purge est tracée, et la chaîne continue derrière elle`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(10, from: Self.start)
      _ = try await TraceChain.sign(at: Self.start, in: fondation.house)
      // By pages, until nothing is due: all of it, here.
      for expected in [4, 4, 2, 0] {
        #expect(try await fondation.purge(at: Self.terme + .days(1), limit: 4) == expected)
      }
      #expect(try await Chaine(in: fondation.database).lignes == [])
      #expect(try await fondation.check() == [])
      #expect(try await TraceChain.append(in: fondation.database) == 3)
      let chaine = try await Chaine(in: fondation.database)
      #expect(chaine.lignes.map(\.rang) == [11, 12, 13])
      #expect(chaine.lignes.map(\.geste) == ["traces:coupe", "traces:coupe", "traces:coupe"])
      #expect(chaine.lignes.map(\.objet) == ["1-4", "5-8", "9-10"])
      #expect(chaine.lignes.map(\.acteur) == ["maison:echeances", "maison:echeances", "maison:echeances"])
      #expect(chaine.coupes.map(\.maillon.rang) == [4, 8, 10])
      #expect(try await TraceChain.holdsItsHead(in: fondation.database))
      _ = try await TraceChain.sign(at: Self.terme + .days(2), in: fondation.house)
      #expect(try await fondation.check() == [])
      #expect(try await TraceChain.holdsItsHead(in: fondation.database))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui était abîmé part à son terme, et la coupe dit où`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(6, from: Self.start)
      var chaine = try await Chaine(in: fondation.database)
      chaine.lignes[3].objet = "autre chose"
      try await chaine.write(in: fondation.database)
      #expect(try await fondation.check() == [.ligne(rang: 4)])
      #expect(try await fondation.purge(at: Self.terme + .days(1)) == 6)
      let constat = try await TraceChain.check(cle: fondation.clePublique, in: fondation.database)
      #expect(constat.holds)
      #expect(constat.coupesRompues.map(\.rompue) == [4])
    }
  }

  @Test(arguments: Engine.allCases) func `une chaîne refaite contre sa tête se voit avant de partir`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(6, from: Self.start)
      _ = try await TraceChain.sign(at: Self.start, in: fondation.house)
      #expect(try await TraceChain.holdsItsHead(in: fondation.database))
      var chaine = try await Chaine(in: fondation.database)
      chaine.lignes[3].objet = "autre chose"
      chaine.lignes.rechain(from: 3, after: .origine)
      try await chaine.write(in: fondation.database)
      #expect(try await !TraceChain.holdsItsHead(in: fondation.database))
      #expect(try await fondation.purge(at: Self.terme + .days(1)) == 6)
      #expect(
        try await TraceChain.check(in: fondation.database).coupesRompues.map(\.rompue) == [6])
    }
  }

  @Test func `PostgreSQL regarde aussi sa propre horloge`() async throws {
    try await withFondation(.postgres) { fondation in
      // These lines are to come, whatever this node believes.
      try await fondation.chain(3, from: Instant(milliseconds: 4_000_000_000_000))
      await #expect(throws: TraceChain.HorlogesEnDesaccord.self) {
        try await fondation.purge(at: Instant(milliseconds: 4_000_000_000_000) + .days(500))
      }
      #expect(try await Chaine(in: fondation.database).lignes.count == 3)
      #expect(try await Chaine(in: fondation.database).coupes == [])
    }
  }

  @Test func `deux nœuds qui purgent ensemble n’ôtent rien deux fois`() async throws {
    try await withFondation(.postgres) { fondation in
      try await fondation.chain(40, from: Self.start)
      try await fondation.withNodes { nodes in
        try await together(4) { rang in
          let house = House(
            database: nodes[rang % 2], vault: fondation.vault, faits: Faits(), keepsSentMail: false)
          while true {
            do {
              let count = try await TraceChain.purge(
                for: .house(.echeances), at: Self.terme + .days(1), limit: 3, in: house)
              if count == 0 { return }
            } catch DatabaseError.busy {} catch DatabaseError.unique {}
          }
        }
      }
      while try await TraceChain.append(in: fondation.database) > 0 {}
      let chaine = try await Chaine(in: fondation.database)
      #expect(chaine.coupes.last?.maillon.rang == 40)
      #expect(chaine.lignes.map(\.geste).allSatisfy { $0 == "traces:coupe" })
      #expect(chaine.lignes.count == chaine.coupes.count)
      #expect(try await fondation.check() == [])
    }
  }
}

extension Fondation {
  fileprivate func purge(at now: Instant, limit: Int = 5_000) async throws -> Int {
    try await TraceChain.purge(for: .house(.echeances), at: now, limit: limit, in: house)
  }

  fileprivate func check() async throws -> [Rupture] {
    try await TraceChain.check(cle: clePublique, page: 3, in: database).ruptures
  }
}
