import Base
import Temps
import Testing
import Troupe

@Suite struct TeteTests {
  @Test(arguments: Engine.allCases) func `une tête ne se signe que si la chaîne a bougé`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let house = fondation.house
      #expect(try await TraceChain.sign(at: Fondation.now, in: house) == nil)
      #expect(try await TraceChain.newestTete(in: fondation.database) == nil)
      try await fondation.chain(3, from: Fondation.now)
      let first = try #require(try await TraceChain.sign(at: Fondation.now, in: house))
      #expect(first.numero == 1 && first.maillon.rang == 3 && first.isSigned)
      #expect(first.cachet.clePublique == (try fondation.clePublique))
      #expect(try await TraceChain.sign(at: Fondation.now + .hours(1), in: house) == nil)
      try await fondation.chain(2, from: Fondation.now + .hours(1))
      let second = try #require(try await TraceChain.sign(at: Fondation.now + .hours(2), in: house))
      #expect(second.numero == 2 && second.maillon.rang == 5)
      #expect(try await TraceChain.newestTete(in: fondation.database) == second)
      let constat = try await TraceChain.check(temoins: [first, second], in: fondation.database)
      #expect(constat.ruptures == [] && constat.tetes == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `huit nœuds qui signent ensemble numérotent sans trou`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(5, from: Fondation.now)
      try await fondation.withNodes { nodes in
        try await together(8) { rang in
          let house = House(
            database: nodes[rang % 2], vault: fondation.vault, faits: Faits(), keepsSentMail: false)
          while true {
            do {
              _ = try await TraceChain.sign(at: Fondation.now, in: house)
              return
            } catch DatabaseError.busy {} catch DatabaseError.unique {}
          }
        }
      }
      #expect(try await Chaine(in: fondation.database).tetes.map(\.numero) == [1])
    }
  }

  @Test func `le texte d’une tête se relit, même replié par un courriel ou parmi d’autres`() async throws {
    try await withFondation(.sqlite) { fondation in
      try await fondation.chain(3, from: Fondation.now)
      let tete = try #require(try await TraceChain.sign(at: Fondation.now, in: fondation.house))
      #expect(!tete.texte.contains("\n"))
      #expect(try Tete.all(in: tete.texte) == [tete])
      #expect(try Tete.all(in: "Bonjour,\n\n\(tete.texte.replacing(" ", with: "\r\n "))\n\nBien à vous") == [tete])
      #expect(try Tete.all(in: "\(tete.texte)\n\(tete.texte)\n") == [tete, tete])
      #expect(try Tete.all(in: "rien") == [])
      #expect(throws: Tete.Illisible.self) { try Tete.all(in: String(tete.texte.dropLast(100))) }
      // One digit of the rank, and the signature no longer holds.
      let forged = try #require(try Tete.all(in: tete.texte.replacing(" 1 3 ", with: " 1 4 ")).first)
      #expect(forged.maillon.rang == 4 && !forged.isSigned)
      let constat = try await TraceChain.check(temoins: [forged], in: fondation.database)
      #expect(constat.ruptures == [.temoin(numero: 1, .sansCachet), .temoinAbsent(numero: 1, rang: 4)])
    }
  }

  @Test func `une tête d’un autre serveur n’est pas crue`() async throws {
    try await withFondation(.sqlite) { fondation in
      try await fondation.chain(3, from: Fondation.now)
      let tete = try #require(try await TraceChain.sign(at: Fondation.now, in: fondation.house))
      let other = Vault(keys: fondation.keys, master: .random())
      let stranger = try Tete(numero: 1, maillon: tete.maillon, le: tete.le, signedBy: other)
      let constat = try await TraceChain.check(
        temoins: [stranger], cle: fondation.clePublique, in: fondation.database)
      #expect(constat.ruptures == [.temoin(numero: 1, .autreCle)])
      // Where no key is known, two keys cannot both be the server’s.
      #expect(try await !TraceChain.check(temoins: [stranger], in: fondation.database).holds)
    }
  }

  @Test(arguments: Engine.allCases) func `une ligne en attente qui est déjà dans la chaîne se dit`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      try await fondation.chain(3, from: Fondation.now)
      try await fondation.trace(2)
      let before = try await TraceChain.check(in: fondation.database)
      #expect(before.holds && before.attente.nombre == 2 && before.attente.depuis != nil)
      try await fondation.database.write { tx in
        try tx.execute(
          "INSERT INTO trace_attente SELECT id, 'autre', geste, objet, le FROM trace WHERE rang = 2")
      }
      #expect(try await TraceChain.check(in: fondation.database).ruptures == [.attente(1)])
    }
  }

  /// SQLite keeps anything in any column.
  @Test func `une colonne qui ne tient plus ce qu’elle doit est une rupture, pas une panne`() async throws {
    try await withFondation(.sqlite) { fondation in
      try await fondation.chain(5, from: Fondation.now)
      for statement in [
        "UPDATE trace SET le = 'hier' WHERE rang = 3", "UPDATE trace SET objet = x'00ff' WHERE rang = 5",
      ] as [SQL] {
        try await fondation.database.write { tx in try tx.withoutLocks { try tx.execute(statement) } }
      }
      let constat = try await TraceChain.check(page: 2, in: fondation.database)
      #expect(constat.ruptures == [.ligneIllisible(rang: 3), .trou(3, 3), .ligneIllisible(rang: 5)])
    }
  }

  @Test(arguments: Engine.allCases) func `les tables d’une version d’avant se disent`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      await #expect(throws: TraceChain.TablesAnciennes.self) { try await TraceChain.check(in: db) }
      let none = try await TraceChain.newestTete(in: db)
      #expect(none == nil)
    }
  }
}
