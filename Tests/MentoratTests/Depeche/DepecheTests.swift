import Base
import FauxMeta
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

/// What is said on WhatsApp: within its twenty-four hours, at the hours agreed, and tried again by kind.
@Suite struct DepecheTests {
  @Test(arguments: Engine.allCases) func `une réponse arrive sur WhatsApp quand elle arrive ici, pas avant`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let lieu = telephone.lieu
      try await telephone.write("Comment dire non ?", "wamid.A", at: .fevrier(1, 9))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 10)).first)
      _ = try await lieu.answer(question, "Qu’est-ce qui vous retient ?", at: .fevrier(1, 10))
      // Two opening hours for thought, from the question's arrival.
      for now in [Instant.fevrier(1, 10, 30), .fevrier(1, 11) - .milliseconds(1)] {
        try await telephone.announce(at: now)
      }
      #expect(telephone.said(since: 1) == [])
      try await telephone.announce(at: .fevrier(1, 11))
      try await telephone.announce(at: .fevrier(1, 12))
      #expect(telephone.said(since: 1) == ["Marc vous répond :\n\nQu’est-ce qui vous retient ?"])
    }
  }

  @Test(arguments: Engine.allCases) func `passé vingt-quatre heures, seul le texte approuvé dit qu’une réponse attend`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let lieu = telephone.lieu
      try await telephone.write("Comment dire non ?", "wamid.A", at: .fevrier(1, 9))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 10)).first)
      // The mentor is told before writing.
      func page(_ now: Instant) async throws -> String {
        try await telephone.room.showReponse(
          lieu.visit(by: lieu.marc, ["message": question.id.text], at: now)
        ).html()
      }
      #expect(try await page(.fevrier(1, 12)).contains("WhatsApp, ouvert jusqu’à mardi 2 février à 09:00"))
      #expect(try await page(.fevrier(2, 9, 30)).contains("WhatsApp sera fermé à ce moment-là"))
      _ = try await lieu.answer(question, "Canarireponse, plus tard.", at: .fevrier(2, 9, 30))
      try await telephone.announce(at: .fevrier(2, 9, 30))
      #expect(telephone.said(since: 1) == ["[\(Meta.gabarit)]"])
      #expect(telephone.graph.pris.last?["template"]["language"]["code"] == "fr")
    }
  }

  @Test(arguments: Engine.allCases) func `fermé entre-temps, le texte approuvé part à la place`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      telephone.graph.fail(400, 131047)
      try await telephone.say("Bonjour")
      #expect(telephone.said(since: 1) == ["[\(Meta.gabarit)]"])
      // The same, told later by a status.
      try await telephone.say("Encore")
      let rang = telephone.graph.pris.count - 1
      try await telephone.receive(Meta.statut("failed", of: FauxGraph.wamid(rang), code: 131047))
      try await telephone.receive(Meta.statut("failed", of: FauxGraph.wamid(rang), code: 131047))
      #expect(telephone.said(since: rang) == ["Encore", "[\(Meta.gabarit)]"])
    }
  }

  @Test(
    arguments: zip(
      [(503, 131016), (400, 130429), (400, 131056), (401, 190), (400, 131026), (400, 100)],
      [true, true, true, true, false, false]))
  func `un refus se reprend ou non, selon ce qu’il est`(refus: (http: Int, code: Int), again: Bool) async throws {
    try await withTelephone(.sqlite) { telephone in
      telephone.graph.fail(refus.http, refus.code)
      try await telephone.say("Bonjour", carried: false)
      let due = Scene.now + .seconds(6)
      while try await telephone.room.carryDepeche(for: .house(.echeances), at: due) {}
      #expect(telephone.graph.demandes == 2)
      #expect(telephone.said(since: 1) == [])
      try await telephone.carry(at: Scene.now + .days(1))
      #expect(telephone.said(since: 1) == (again ? ["Bonjour"] : []))
      let left = try await telephone.lieu.scene.house.database.read { tx in
        try tx.all("SELECT etat, code FROM depeche WHERE code IS NOT NULL") { row in
          (try row[0] as String, try row[1] as Int)
        }
      }
      #expect(left.count == 1 && left[0] == (again ? "partie" : "echouee", refus.code))
    }
  }

  @Test(arguments: Engine.allCases) func `qui n’a pas reçu son mot l’apprend ici, avec sa raison`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let nour = telephone.lieu.nour
      func page() async throws -> String { try await telephone.page(of: nour) }
      #expect(!(try await page().contains("Le dernier mot n’est pas arrivé")))
      telephone.graph.fail(400, 131026)
      try await telephone.say("Bonjour")
      #expect(try await page().contains("Le dernier mot n’est pas arrivé là-bas"))
      #expect(try await page().contains("Ce numéro ne reçoit pas nos messages sur WhatsApp. La réponse attend ici"))
      // The other of the two learns nothing of it.
      #expect(!(try await telephone.page(of: telephone.lieu.marc).contains("dernier mot")))
      telephone.graph.fail(503, 131016)
      try await telephone.say("Encore", carried: false)
      while try await telephone.room.carryDepeche(for: .house(.echeances), at: Scene.now + .seconds(12)) {}
      #expect(try await page().contains("Nous réessayons : rien n’est perdu"))
      try await telephone.carry(at: Scene.now + .hours(1))
      #expect(!(try await page().contains("Le dernier mot n’est pas arrivé")))
      // Taken, then refused by a status.
      let name = FauxGraph.wamid(telephone.graph.pris.count - 1)
      try await telephone.receive(Meta.statut("failed", of: name, code: 131049))
      #expect(try await page().contains("Ce numéro ne reçoit pas nos messages"))
    }
  }

  @Test func `un refus qui dure finit par cesser`() async throws {
    try await withTelephone(.sqlite) { telephone in
      telephone.graph.fail(503, 131016, times: 100)
      try await telephone.say("Bonjour")
      for day in 1...40 { try await telephone.carry(at: Scene.now + .days(day)) }
      #expect(telephone.graph.demandes == 1 + 20 && telephone.said(since: 1) == [])
    }
  }

  @Test(arguments: Engine.allCases) func `les statuts montent seulement, et peuvent venir avant la réponse`(
    engine: Engine
  )
    async throws
  {
    try await withTelephone(engine) { telephone in
      try await telephone.say("Bonjour", carried: false)
      let id = try #require(try await telephone.depeches().last).id
      // Told by our own mark, before its name is known here.
      try await telephone.room.keep(Meta.statut("delivered", of: "wamid.pas-encore", notre: id), at: Scene.now)
      _ = try await telephone.room.readAvis(for: .house(.echeances), at: Scene.now)
      #expect(try await telephone.depeches().last?.etape == "delivered")
      try await telephone.carry(at: Scene.now)
      let name = FauxGraph.wamid(telephone.graph.pris.count - 1)
      for (statut, etape) in [("sent", "delivered"), ("read", "read"), ("delivered", "read")] {
        try await telephone.receive(Meta.statut(statut, of: name))
        #expect(try await telephone.depeches().last?.etape == etape, "\(statut)")
      }
      // Of something that is not ours: nothing.
      try await telephone.receive(Meta.statut("read", of: "wamid.inconnu", notre: "n’importe quoi"))
    }
  }

  @Test(arguments: Engine.allCases) func `le bouton du texte approuvé dit ce qui attendait, une fois`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let lieu = telephone.lieu
      try await telephone.answerWhenClosed()
      #expect(telephone.said(since: 1) == ["[\(Meta.gabarit)]"])
      func touch(_ wamid: String, at now: Instant) async throws {
        try await telephone.send("button", ["button": ["payload": "Lire ici", "text": "Lire ici"]], wamid, at: now)
      }
      try await touch("wamid.B", at: .fevrier(3, 7))
      #expect(telephone.said(since: 2) == ["Marc vous répond :\n\nQu’est-ce qui vous retient ?"])
      // Touched again, it leads to the page; told again by Meta, it is the same touch.
      try await touch("wamid.C", at: .fevrier(3, 7, 5))
      try await touch("wamid.C", at: .fevrier(3, 7, 5))
      #expect(telephone.said(since: 3) == ["Vos échanges sont ici : \(Scene.origin)/binomes/\(lieu.binome)"])
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse retirée avant d’être demandée ne part plus`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let lieu = telephone.lieu
      try await telephone.answerWhenClosed()
      try await lieu.scene.house.database.write { tx in
        try tx.execute("UPDATE message SET retire = \(Instant.fevrier(2, 10)) WHERE auteur = \(lieu.marc.personne)")
      }
      try await telephone.send("button", ["button": ["text": "Lire ici"]], "wamid.B", at: .fevrier(3, 7))
      #expect(telephone.said(since: 2) == ["Vos échanges sont ici : \(Scene.origin)/binomes/\(lieu.binome)"])
    }
  }

  @Test(arguments: Engine.allCases) func `vingt mots partent dans une seconde, les autres dans la suivante`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let now = Scene.now + .hours(1)
      try await telephone.lieu.scene.house.database.write { [room = telephone.room] tx in
        for rang in 0..<45 {
          try room.say("Bonjour", toStranger: Identite(numero: "336000000\(rang + 10)"), at: now, in: tx)
        }
      }
      var counts: [Int] = []
      for second in 0...2 {
        let before = telephone.graph.pris.count
        while try await telephone.room.carryDepeche(for: .house(.echeances), at: now + .seconds(second)) {}
        counts.append(telephone.graph.pris.count - before)
      }
      #expect(counts == [20, 20, 5])
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui serait refusé à tous n’est pas redemandé pour chacun`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let now = Scene.now + .hours(1)
      try await telephone.lieu.scene.house.database.write { [room = telephone.room] tx in
        for rang in 0..<9 {
          try room.say("Bonjour", toStranger: Identite(numero: "3360000000\(rang)"), at: now, in: tx)
        }
      }
      let before = telephone.graph.demandes
      // The access is over for three days: one question every quarter of an hour, and nothing is given up.
      telephone.graph.fail(401, 190, times: 300)
      for quarter in 0..<(3 * 96) {
        let then = now + .minutes(15 * quarter)
        while try await telephone.room.carryDepeche(for: .house(.echeances), at: then) {}
      }
      #expect(telephone.graph.demandes - before == 3 * 96)
      telephone.graph.recover()
      try await telephone.carry(at: now + .days(3))
      #expect(telephone.said(since: 1) == Array(repeating: "Bonjour", count: 9))
    }
  }

  @Test func `un accès qui ne revient pas de la semaine finit par laisser tomber`() async throws {
    try await withTelephone(.sqlite) { telephone in
      telephone.graph.fail(401, 190, times: 10_000)
      try await telephone.say("Bonjour")
      for hour in 1...(8 * 24) {
        while try await telephone.room.carryDepeche(for: .house(.echeances), at: Scene.now + .hours(hour)) {}
      }
      let after = telephone.graph.demandes
      telephone.graph.recover()
      try await telephone.carry(at: Scene.now + .days(9))
      #expect(telephone.graph.demandes == after && telephone.said(since: 1) == [])
    }
  }

  @Test(arguments: Engine.allCases) func `deux mots à une même personne gardent leurs distances`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      try await telephone.say("Un", carried: false)
      try await telephone.say("Deux", carried: false)
      var moments: [Int64] = []
      for second in 0...40 {
        let before = telephone.graph.pris.count
        let now = Scene.now + .seconds(second)
        while try await telephone.room.carryDepeche(for: .house(.echeances), at: now) {}
        for _ in before..<telephone.graph.pris.count { moments.append(Int64(second)) }
      }
      #expect(moments.count == 2 && moments[1] - moments[0] == 6)
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui part attend scellé, et n’est plus là une fois parti`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      try await telephone.say("Canarimot", carried: false)
      #expect(!(try await telephone.lieu.scene.holds("Canarimot")))
      try await telephone.carry(at: Scene.now)
      #expect(telephone.said(since: 1) == ["Canarimot"])
      let left = try await telephone.lieu.scene.house.database.read { tx in
        try tx.all("SELECT contenu FROM depeche") { try $0[0] as Sealed }
      }
      #expect(!left.isEmpty && left.allSatisfy { $0 == .vide })
    }
  }

  @Test(arguments: Engine.allCases) func `un mentor qui a choisi WhatsApp y apprend, à l’ouverture, que l’on attend`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      try await telephone.link(telephone.lieu.marc, Telephone.deMarc)
      let before = telephone.graph.pris.count
      try await telephone.write("Canariquestion, comment dire non ?", "wamid.A", at: .fevrier(1, 19))
      try await telephone.announce(at: .fevrier(1, 22))
      try await telephone.announce(at: .fevrier(2, 8))
      let toMarc = telephone.graph.pris.dropFirst(before).filter { $0["to"] == .texte("+" + Telephone.deMarc) }
      #expect(toMarc.count == 1 && toMarc[0]["text"]["body"].mots?.contains("Canari") == false)
      // What he writes from there is a message too.
      try await telephone.write("Qu’en pensez-vous ?", "wamid.B", from: Telephone.deMarc, at: .fevrier(2, 8, 30))
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: .fevrier(2, 8, 31)).last == "Qu’en pensez-vous ?")
    }
  }
}

extension Telephone {
  /// Nour asks; a day and a half hour later WhatsApp is closed, and Marc answers.
  fileprivate func answerWhenClosed() async throws {
    try await write("Comment dire non ?", "wamid.A", at: .fevrier(1, 9))
    let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 10)).first)
    _ = try await lieu.answer(question, "Qu’est-ce qui vous retient ?", at: .fevrier(2, 9, 30))
    try await announce(at: .fevrier(2, 9, 30))
  }

  /// The schedule that announces, then the one that carries.
  fileprivate func announce(at now: Instant) async throws {
    _ = try await room.announceArrivals(for: .house(.echeances), at: now)
    try await carry(at: now)
  }

  fileprivate func depeches() async throws -> [(id: String, etape: String?)] {
    try await lieu.scene.house.database.read { tx in
      try tx.all("SELECT id, etape FROM depeche ORDER BY id") { row in (try row[0] as String, try row[1] as String?) }
    }
  }
}
