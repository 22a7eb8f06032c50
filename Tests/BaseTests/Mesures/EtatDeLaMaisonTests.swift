import Temps
import Testing
import Troupe

@testable import Base

@Suite struct EtatDeLaMaisonTests {
  private static let now = Instant(milliseconds: 1_795_906_800_000)

  @Test(arguments: Engine.allCases) func `le courrier se compte par état, et dit depuis quand il attend`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { db in
      try db.migrate(baseMigrations, at: Self.now)
      try await db.write { tx in
        #expect(try EtatDeLaMaison(at: Self.now, in: tx) == EtatDeLaMaison())
        let mails: [(etat: String, tentatives: Int, apres: Instant)] = [
          ("attend", 0, Self.now - .minutes(7)), ("envoi", 2, Self.now - .minutes(3)),
          ("attend", 1, Self.now + .minutes(5)), ("attend", 0, Self.now + .days(3)),
          ("echoue", 9, Self.now - .days(2)), ("parti", 0, Self.now - .days(9)),
        ]
        for mail in mails {
          try tx.execute(
            """
            INSERT INTO courrier (id, proprietaire, sujet, contenu, etat, tentatives, apres)
            VALUES (\(CourrierID.make(at: Self.now)), 'maison', 'essai', \([UInt8]()), \(mail.etat), \(mail.tentatives),
              \(mail.apres))
            """)
        }
        let etat = try EtatDeLaMaison(at: Self.now, in: tx)
        #expect(etat.courrierDu == 2 && etat.courrierPlusTard == 2 && etat.courrierRepris == 2)
        #expect(etat.courrierEchoue == 1 && etat.courrierDuDepuis == Self.now - .minutes(7))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une sauvegarde manquée ne passe pas pour une bonne`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { db in
      try db.migrate(baseMigrations, at: Self.now)
      let (bonne, manquee) = (Self.now - .hours(3), Self.now - .hours(1))
      try await db.write { tx in
        for (instant, issue) in [(bonne, Tour.Issue.restauree), (manquee, .manquee)] {
          let id = SauvegardeID.make(at: instant)
          #expect(try Tour.take(id, every: .hours(1), at: instant, in: tx))
          try Tour.end(id, issue, at: instant, in: tx)
        }
        try tx.record(Trace("essai", on: "vademecum", by: .house(.demarrage), at: manquee))
        let etat = try EtatDeLaMaison(at: Self.now, in: tx)
        #expect(etat.sauvegarde == bonne && etat.sauvegardesManquees == 1)
        #expect(etat.tete == nil && etat.tracesEnAttente == 1 && etat.tracesEnAttenteDepuis == manquee)
      }
    }
  }
}
