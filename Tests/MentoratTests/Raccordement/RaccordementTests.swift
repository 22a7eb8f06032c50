import Base
import FauxMeta
import Html
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

/// What whoever coordinates learns of the number: whether it works, never who writes.
@Suite struct RaccordementTests {
  @Test(arguments: Engine.allCases) func `un texte d’annonce refusé en cours de semaine se lit sur la page`(
    engine: Engine
  ) async throws {
    try await withTelephone(engine) { telephone in
      #expect(try await telephone.raccordement().contains("Texte d’annonce en français : Meta n’en a rien dit"))
      try await telephone.receive(Meta.gabarit("APPROVED", "fr"))
      try await telephone.receive(Meta.gabarit("REJECTED", "en"))
      var page = try await telephone.raccordement()
      #expect(page.contains("en français : accepté par Meta"))
      #expect(page.contains("en anglais : refusé par Meta. Soumettez de nouveau"))
      // In mid-week, and an older word that comes late.
      try await telephone.receive(Meta.gabarit("PAUSED", "fr", at: Scene.now + .days(2)), at: Scene.now + .days(3))
      try await telephone.receive(Meta.gabarit("APPROVED", "fr", at: Scene.now + .days(1)), at: Scene.now + .days(3))
      page = try await telephone.raccordement()
      #expect(page.contains("en français : suspendu par Meta"))
      // Another text of the association's is not ours, and a word we do not know says nothing.
      try await telephone.receive(Meta.gabarit("APPROVED", "fr", nom: "autre", at: Scene.now + .days(4)))
      try await telephone.receive(Meta.gabarit("SOMETHING_NEW", "fr", at: Scene.now + .days(4)))
      #expect(try await telephone.raccordement().contains("en français : suspendu par Meta"))
    }
  }

  @Test(arguments: Engine.allCases) func `ce que Meta refuse à tous se lit jusqu’à ce qu’elle l’accepte`(engine: Engine)
    async throws
  {
    try await withTelephone(engine) { telephone in
      let (jeton, compte) = ("L’accès de l’association à WhatsApp est terminé", "Meta a arrêté le compte WhatsApp")
      telephone.graph.fail(401, 190)
      try await telephone.say("Bonjour", carried: false)
      while try await telephone.room.carryDepeche(for: .house(.echeances), at: Scene.now + .seconds(6)) {}
      #expect(try await telephone.raccordement().contains(jeton))
      try await telephone.carry(at: Scene.now + .hours(1))
      #expect(!(try await telephone.raccordement().contains(jeton)))
      // One person that cannot be reached is nobody’s business here.
      telephone.graph.fail(400, 131026)
      try await telephone.say("Bonjour")
      let page = try await telephone.raccordement()
      #expect(!page.contains(jeton) && !page.contains(compte) && !page.contains("Ce numéro ne reçoit pas"))
    }
  }

  @Test func `l’essai dit ce qui est en place, et n’envoie rien`() async throws {
    try await withTelephone(.sqlite) { telephone in
      let (graph, before) = (telephone.graph, telephone.graph.demandes)
      graph.judge(Meta.gabarit, "fr", "APPROVED")
      graph.judge(Meta.gabarit + "_2", "en", "APPROVED")
      let page = try await telephone.tryRaccordement()
      #expect(page.contains("Meta reconnaît le numéro \(FauxGraph.numero), au nom de « Accompagner »."))
      #expect(page.contains("Une application est abonnée au compte."))
      #expect(page.contains("en français : accepté par Meta") && page.contains("en anglais : Meta n’en a rien dit"))
      #expect(page.contains("Meta a déjà écrit à cette adresse."))
      #expect(graph.demandes == before)
      // What it said of the text is known from then on.
      #expect(try await telephone.raccordement().contains("en français : accepté par Meta"))
      #expect(!page.contains(FauxGraph.jeton) && !page.contains(FauxGraph.secret) && !page.contains(Meta.motConvenu))
    }
  }

  @Test func `l’essai dit ce qui manque, et comment y remédier`() async throws {
    try await withTelephone(.sqlite) { telephone async throws in
      let graph = telephone.graph
      graph.fail(401, 190)
      #expect(try await telephone.tryRaccordement().contains("Meta refuse le jeton d’accès"))
      graph.fail(503, 2)
      #expect(try await telephone.tryRaccordement().contains("Meta ne répond pas bien en ce moment"))
      graph.fail(400, 100)
      #expect(try await telephone.tryRaccordement().contains("Comparez les identifiants"))
      graph.subscribe(0)
      #expect(try await telephone.tryRaccordement().contains("Aucune application n’est abonnée"))
      // An empty answer, under a success, is none.
      let silent = telephone.lieu.scene.mentorat(
        whatsApp: Meta.reglages({ _ in Reponse(code: 503, corps: []) }, { _ in (200, []) }))
      #expect(try await telephone.tryRaccordement(silent).contains("Comparez les identifiants"))
    }
  }

  @Test func `un autre numéro que celui qui est montré se voit`() {
    let essai = Essai(
      numero: Dit((200, Array(#"{"display_phone_number": "+33 1 99 99 99 99"}"#.utf8)), NumeroConnu.init), compte: nil,
      recu: false)
    let constats = essai.constats(attendu: FauxGraph.numero)
    #expect(constats[0].ton == .refus && constats[0].phrase.fr.contains("+33\u{a0}1\u{a0}99\u{a0}99\u{a0}99\u{a0}99"))
    #expect(constats.map(\.ton) == [.refus, .neutre, .attente])
    let same = Essai(
      numero: Dit((200, Array(#"{"display_phone_number": "+33-1.00 00 00 00"}"#.utf8)), NumeroConnu.init), compte: nil,
      recu: true)
    #expect(same.constats(attendu: FauxGraph.numero).map(\.ton) == [.accord, .neutre, .accord])
  }
}

extension Telephone {
  fileprivate func raccordement() async throws -> String {
    try await room.showRaccordement(lieu.visit(by: lieu.odile)).html()
  }

  fileprivate func tryRaccordement(_ other: MentoratRoom? = nil) async throws -> String {
    try await (other ?? room).tryRaccordement(lieu.visit(by: lieu.odile)).html()
  }
}
