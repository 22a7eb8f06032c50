import Base
import FauxMeta
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

/// What one writes on WhatsApp obeys what was signed.
@Suite struct EcouteTests {
  private static let question = "Comment demander du temps sans me justifier ?"

  @Test(arguments: Engine.allCases) func `ce qui n’identifie personne devient un message du fil, et dit d’où il vient`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      try await telephone.write(Self.question, "wamid.A")
      #expect(try await telephone.fil(of: telephone.lieu.marc) == [Self.question])
      #expect(try await telephone.lieu.fil(of: telephone.lieu.marc).contains("par WhatsApp"))
      #expect(telephone.said(since: 1) == [], "ni accusé de lecture, ni réponse qui n’en est pas une")
      // Told again, and again with something else: one message.
      try await telephone.write(Self.question, "wamid.A")
      try await telephone.receive(
        Meta.texte([(Self.question, "wamid.A"), ("Et ensuite ?", "wamid.B")], from: Telephone.deNour))
      #expect(try await telephone.fil(of: telephone.lieu.marc) == [Self.question, "Et ensuite ?"])
      // Both ways of writing are one conversation.
      _ = try await telephone.lieu.send("Et d’ici ?", at: Scene.now + .minutes(1))
      #expect(
        try await telephone.fil(of: telephone.lieu.marc, at: Scene.now + .minutes(1))
          == [Self.question, "Et ensuite ?", "Et d’ici ?"])
    }
  }

  @Test(arguments: Engine.allCases) func `une horloge qui avance ou retarde n’ouvre WhatsApp ni plus ni moins`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let now = Scene.now + .hours(1)
      for (wamid, told) in [("wamid.A", now + .days(3)), ("wamid.B", now - .days(3))] {
        let message: Json = [
          "id": .texte(wamid), "from": .texte(Telephone.deNour), "type": "text",
          "text": ["body": .texte(Self.question)],
        ]
        try await telephone.receive(Meta.corps(messages: [message], at: told), at: now)
        #expect(try await telephone.liaison(of: telephone.lieu.nour)?.fermeture == now + .days(1))
      }
      // Both are in the thread, at the hour they came here.
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: now) == [Self.question, Self.question])
    }
  }

  @Test(arguments: Engine.allCases)
  func `ce qui identifie n’est ni gardé ni transmis, et l’on apprend comment l’écrire`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      try await telephone.write("Comment répondre à Canarimot, joignable au 06 12 34 56 78 ?", "wamid.A")
      #expect(try await telephone.fil(of: telephone.lieu.marc).isEmpty)
      #expect(try await telephone.fil(of: telephone.lieu.nour).isEmpty)
      #expect(!(try await telephone.lieu.scene.holds("Canarimot")))
      #expect(telephone.said(since: 1).count == 1)
      let said = try #require(telephone.said(since: 1).first)
      #expect(said.contains("/binomes/\(telephone.lieu.binome)#ecrire"))
      #expect(!said.contains("Canarimot") && !said.contains("06 12"), "rien n’est répété")
    }
  }

  @Test(arguments: Engine.allCases) func `une image n’est jamais demandée, et refusée avec sa raison`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let before = telephone.graph.demandes
      for (rang, type) in ["image", "video", "audio", "document", "sticker"].enumerated() {
        try await telephone.send(type, [type: ["id": "9", "caption": "Canarilegende"]], "wamid.\(rang)")
      }
      let said = telephone.said(since: 1)
      #expect(said.count == 5 && said.allSatisfy { $0.contains("n’a pas été ouvert") })
      #expect(telephone.graph.demandes == before + 5, "rien d’autre n’est demandé à Meta")
      #expect(try await telephone.fil(of: telephone.lieu.nour).isEmpty)
      #expect(!(try await telephone.lieu.scene.holds("Canarilegende")))
    }
  }

  @Test(arguments: Engine.allCases) func `le reste reçoit un mot poli, une réaction aucun`(engine: Engine) async throws
  {
    try await withTelephone(engine) { telephone in
      try await telephone.send("reaction", ["reaction": ["message_id": "wamid.X", "emoji": "😮"]], "wamid.0")
      #expect(telephone.said(since: 1) == [])
      for (rang, type) in ["location", "contacts", "order", "hologram", "unsupported"].enumerated() {
        try await telephone.send(type, [:], "wamid.\(rang + 1)")
      }
      #expect(telephone.said(since: 1).count == 5)
      #expect(telephone.said(since: 1).allSatisfy { $0.contains("Ici ne passent que des mots") })
    }
  }

  @Test(arguments: Engine.allCases) func `hors des heures, un mot par jour dit quand on sera lu`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      for (rang, now) in [Instant.fevrier(1, 19), .fevrier(1, 20), .fevrier(2, 19)].enumerated() {
        try await telephone.write("Une question, la \(rang + 1)e.", "wamid.\(rang)", at: now)
      }
      let said = telephone.said(since: 1)
      #expect(said.count == 2 && said[0].contains("mardi 2 février à 08:00") && said[1].contains("mercredi 3 février"))
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: .fevrier(1, 21)).isEmpty)
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: .fevrier(2, 8)).count == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `les lignes d’aide répondent à toute heure, même quand le message est retenu`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let danger = "Je n’en peux plus, je veux mourir ce soir."
      for (rang, now) in [Instant.fevrier(1, 10), .fevrier(1, 23), .fevrier(1, 23, 5)].enumerated() {
        let before = telephone.graph.pris.count
        try await telephone.write(danger, "wamid.\(rang)", at: now)
        #expect(telephone.said(since: before).first?.contains("3114") == true, "\(rang)")
      }
      let before = telephone.graph.pris.count
      try await telephone.write("\(danger) Kevin Lebrun m’a fait attendre.", "wamid.9", at: .fevrier(1, 23, 10))
      let said = telephone.said(since: before)
      #expect(said.count == 2 && said[0].contains("3114") && said[1].contains("#ecrire") && !said[1].contains("Kevin"))
    }
  }

  @Test(arguments: Engine.allCases) func `modifié ou retiré avant d’arriver, le message l’est ; après, on le dit`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      let night = Instant.fevrier(1, 20)
      func edit(_ mots: String, of wamid: String, _ name: String, at now: Instant) async throws {
        try await telephone.send(
          "edit",
          [
            "edit": [
              "original_message_id": .texte(wamid), "message": ["type": "text", "text": ["body": .texte(mots)]],
            ]
          ], name, at: now)
      }
      func revoke(_ wamid: String, _ name: String, at now: Instant) async throws {
        try await telephone.send("revoke", ["revoke": ["original_message_id": .texte(wamid)]], name, at: now)
      }
      try await telephone.write("Comment dire non ?", "wamid.A", at: night)
      try await telephone.write("Et si l’on insiste ?", "wamid.B", at: night)
      try await edit("Comment dire non sans blesser ?", of: "wamid.A", "wamid.C", at: night + .minutes(1))
      try await edit("Comment dire non à M. Kevin Lebrun ?", of: "wamid.A", "wamid.D", at: night + .minutes(2))
      try await revoke("wamid.B", "wamid.E", at: night + .minutes(3))
      let opening = Instant.fevrier(2, 8)
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: opening) == ["Comment dire non sans blesser ?"])
      let before = telephone.graph.pris.count
      try await edit("Trop tard.", of: "wamid.A", "wamid.F", at: opening)
      try await revoke("wamid.A", "wamid.G", at: opening)
      #expect(telephone.said(since: before).filter { $0.contains("venait d’être remis") }.count == 2)
      #expect(try await telephone.fil(of: telephone.lieu.marc, at: opening) == ["Comment dire non sans blesser ?"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `qui n’est d’aucun binôme reçoit une seule réponse, et rien de lui n’est gardé`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      for rang in 1...3 { try await telephone.write("Canaristranger \(rang)", "wamid.\(rang)", from: "33677777777") }
      #expect(telephone.said(since: 1).count == 1 && telephone.said(since: 1)[0].contains("Hello."))
      #expect(!(try await telephone.lieu.scene.holds("Canaristranger")))
      #expect(!(try await telephone.lieu.scene.holds("33677777777")))
      #expect(try await telephone.fil(of: telephone.lieu.nour).isEmpty)
      // What another number of the account is told is not for us.
      let message: Json = ["id": "wamid.9", "from": "33655555555", "type": "text", "text": ["body": "Bonjour"]]
      try await telephone.receive(Meta.corps(messages: [message], ligne: "999"))
      #expect(telephone.said(since: 2) == [])
    }
  }

  @Test(arguments: Engine.allCases) func `écrire de là-bas laisse le texte commencé ici`(engine: Engine) async throws {
    try await withTelephone(engine) { telephone in
      _ = try await telephone.room.readAgain(
        telephone.lieu.visit(
          by: telephone.lieu.nour, form: [("libre", "Canaribrouillon, comment ?"), ("objet", "nouveau")]))
      try await telephone.write(Self.question, "wamid.A")
      #expect(try await telephone.lieu.fil(of: telephone.lieu.nour).contains("Canaribrouillon"))
    }
  }
}
