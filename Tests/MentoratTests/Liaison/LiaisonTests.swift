import Base
import FauxMeta
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

@Suite struct LiaisonTests {
  @Test(arguments: Engine.allCases) func `rien n’est coché, et il faut les deux pour choisir`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let nour = telephone.lieu.nour
      let page = try await telephone.page(of: nour)
      #expect(page.contains("Meta") && page.contains("hors de l’Union européenne"))
      #expect(page.contains("dix-huit ans") && !page.contains("checked"))
      for accords in [[], ["majeur"], ["compris"]] {
        #expect(try await telephone.choose(nour, accords).code == 422)
        #expect(try await telephone.liaison(of: nour) == nil)
      }
      #expect(try await telephone.choose(nour).code == 303)
      #expect(try await telephone.page(of: nour).contains(FauxGraph.numero))
      #expect(try await telephone.liaison(of: telephone.lieu.marc) == nil, "chacun pour soi")
    }
  }

  @Test(arguments: Engine.allCases) func `le code envoyé de là-bas relie le numéro, une fois`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let nour = telephone.lieu.nour
      _ = try await telephone.choose(nour)
      let code = try await telephone.code(of: nour)
      #expect(!(try await scene.holds(code.replacing("-", with: ""))), "il ne se lit pas dans la base")
      try await telephone.receive(Meta.texte(" \(code.lowercased()) ", "wamid.A", from: Telephone.deNour))
      #expect(try await telephone.page(of: nour).contains("Votre numéro finit par 1111"))
      #expect(telephone.said(since: 0).count == 1 && telephone.said(since: 0)[0].contains("WhatsApp est relié"))
      #expect(telephone.graph.pris.first?["to"] == .texte("+" + Telephone.deNour))
      #expect(!(try await scene.holds(Telephone.deNour)), "scellé")
      // Used, it links no other telephone.
      try await telephone.receive(Meta.texte(code, "wamid.B", from: "33699999999"))
      #expect(try await telephone.liaison(of: nour)?.identite == Identite(numero: Telephone.deNour))
    }
  }

  @Test(arguments: Engine.allCases) func `un code trop vieux, deviné, ou d’un numéro qui sert déjà, ne relie rien`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let (nour, marc) = (telephone.lieu.nour, telephone.lieu.marc)
      _ = try await telephone.choose(nour)
      let code = try await telephone.code(of: nour)
      let late = Scene.now + .minutes(30)
      try await telephone.receive(Meta.texte(code, "wamid.A", from: Telephone.deNour), at: late)
      try await telephone.receive(Meta.texte("ABCD-EFGH", "wamid.B", from: "33688888888"))
      #expect(try await telephone.liaison(of: nour)?.reliee == nil)
      // Marc's telephone sends Nour's code: nothing is linked, and it is no message of his.
      try await telephone.link(marc, Telephone.deMarc)
      _ = try await telephone.choose(nour)
      let before = telephone.graph.pris.count
      try await telephone.receive(
        Meta.texte(try await telephone.code(of: nour), "wamid.C", from: Telephone.deMarc))
      #expect(try await telephone.liaison(of: nour)?.reliee == nil)
      #expect(try await telephone.fil(of: marc).isEmpty)
      #expect(telephone.said(since: before).contains { $0.contains("sert déjà") })
    }
  }

  @Test(arguments: Engine.allCases) func `on l’enlève sans finir le binôme, et rien du numéro ne reste`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let nour = telephone.lieu.nour
      try await telephone.link(nour, Telephone.deNour)
      // Something is about to leave.
      try await telephone.room.keep(
        Meta.texte("Bonjour, comment dire non au 06 12 34 56 78 ?", "wamid.A", from: Telephone.deNour), at: Scene.now)
      _ = try await telephone.room.readAvis(for: .house(.echeances), at: Scene.now)
      let before = telephone.graph.pris.count
      _ = try await telephone.room.leaveWhatsApp(telephone.lieu.visit(by: nour))
      try await telephone.carry(at: Scene.now)
      #expect(telephone.graph.pris.count == before, "ce qui allait partir ne part pas")
      #expect(try await telephone.liaison(of: nour) == nil)
      #expect(try await telephone.lieu.fil(of: nour).contains("Écrire un message"), "le binôme continue")
      try await telephone.write("Encore moi.", "wamid.B")
      #expect(try await telephone.fil(of: nour).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `un numéro ou un nom qui change est suivi, sans jamais mêler deux personnes`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let (nour, marc) = (telephone.lieu.nour, telephone.lieu.marc)
      try await telephone.link(nour, Telephone.deNour)
      try await telephone.link(marc, Telephone.deMarc)
      func system(_ champs: [String: Json], _ wamid: String) async throws {
        try await telephone.send("system", ["system": .objet(champs)], wamid)
      }
      // The other name is learnt from a body that says both.
      try await telephone.receive(
        Meta.corps(
          messages: [
            [
              "id": "wamid.1", "from": .texte(Telephone.deNour), "from_user_id": "FR.1", "type": "text",
              "text": ["body": "Comment dire non ?"],
            ]
          ]))
      try await system(["type": "user_changed_user_id", "previous_user_id": "FR.1", "user_id": "FR.2"], "wamid.2")
      #expect(
        try await telephone.liaison(of: nour)?.identite == Identite(numero: Telephone.deNour, bsuid: "FR.2"))
      // To a number that is Marc's: nothing moves, on either side.
      try await system(["type": "user_changed_number", "wa_id": .texte(Telephone.deMarc)], "wamid.3")
      #expect(try await telephone.liaison(of: nour)?.identite?.numero == Telephone.deNour)
      #expect(try await telephone.liaison(of: marc)?.identite?.numero == Telephone.deMarc)
      try await system(["type": "user_changed_number", "wa_id": "33633333333"], "wamid.4")
      #expect(try await telephone.liaison(of: nour)?.identite == Identite(numero: "33633333333", bsuid: "FR.2"))
      // One body that names both people is nobody's.
      let before = try await telephone.fil(of: nour).count
      try await telephone.receive(
        Meta.corps(
          messages: [
            [
              "id": "wamid.5", "from": .texte(Telephone.deMarc), "from_user_id": "FR.2", "type": "text",
              "text": ["body": "Qui suis-je ?"],
            ]
          ]))
      #expect(try await telephone.fil(of: nour).count == before)
      #expect(try await telephone.liaison(of: marc)?.identite?.bsuid == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `un autre appareil doit redonner un code, et la fin du binôme retire le numéro`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let telephone = try await Telephone(scene)
      let (nour, marc) = (telephone.lieu.nour, telephone.lieu.marc)
      try await telephone.link(nour, Telephone.deNour)
      try await telephone.link(marc, Telephone.deMarc)
      try await telephone.send("system", ["system": ["type": "customer_identity_changed"]], "wamid.1")
      #expect(try await telephone.liaison(of: nour) == nil)
      _ = try await telephone.room.endBinome(telephone.lieu.visit(by: nour))
      #expect(try await telephone.liaison(of: marc) == nil)
      // A minute later, they are of no pair.
      let before = telephone.graph.pris.count
      try await telephone.write("Comment dire non ?", "wamid.2", from: Telephone.deMarc, at: Scene.now + .minutes(1))
      #expect(try await telephone.fil(of: marc).isEmpty)
      #expect(telephone.said(since: before).count == 1 && telephone.said(since: before)[0].contains("Ce numéro sert"))
    }
  }

  @Test func `chacun emporte son numéro, et lui seul`() async throws {
    try await withScene(.sqlite) { scene in
      let telephone = try await Telephone(scene)
      try await telephone.link(telephone.lieu.nour, Telephone.deNour)
      let room = telephone.room.donneesPersonnelles
      #expect(try await scene.rendre(telephone.lieu.nour, room).words.contains(Telephone.deNour))
      #expect(!(try await scene.rendre(telephone.lieu.marc, room).words.contains(Telephone.deNour)))
    }
  }
}
