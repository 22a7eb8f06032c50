import Base
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct ChangementAdresseTests {
  fileprivate static func adresse(_ text: String) throws -> Adresse { try #require(Adresse(text)) }
  private let nouvelle = "amina.ailleurs@exemple.fr"

  @Test(arguments: Engine.allCases, [true, false]) func `l’adresse change quand les deux boîtes ont dit oui`(
    engine: Engine, ancienneFirst: Bool
  ) async throws {
    try await withScene(engine) { scene in
      let before = try await scene.adresse(of: scene.amina)
      let (jetonNouvelle, jetonAncienne) = try await scene.change(scene.amina, to: nouvelle)
      let order = ancienneFirst ? [jetonAncienne, jetonNouvelle] : [jetonNouvelle, jetonAncienne]
      let first = try await scene.personnes.confirmAdresse(order[0], at: scene.now)
      #expect(first == .attend(ancienneFirst ? .ancienne : .nouvelle))
      #expect(try await scene.personnes.confirmAdresse(order[0], at: scene.now) == first, "deux fois n’est qu’une")
      #expect(try await scene.adresse(of: scene.amina) == before)
      #expect(try await scene.personnes.confirmAdresse(order[1], at: scene.now) == .faite)
      #expect(try await scene.adresse(of: scene.amina) == nouvelle)
      #expect(try await scene.personnes.confirmAdresse(order[1], at: scene.now) == nil)
      // Both mailboxes hear of it; the new one opens, the earlier one is nobody's.
      let said = try await scene.plis().filter { $0.courriel.sujet == "Votre accès a changé" }
      #expect(Set(said.map(\.courriel.destinataire)) == [before, nouvelle])
      for (adresse, whose) in [(before, nil), (nouvelle, scene.amina.personne)] as [(String, PersonneID?)] {
        let found = try await scene.house.database.read { [store = scene.personnes.store] tx in
          try store.personne(at: Self.adresse(adresse), in: tx)
        }
        #expect(found == whose)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une adresse déjà prise ne se dit qu’à elle`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let taken = try await scene.adresse(of: scene.bruno)
      let free = try await scene.answer(scene.amina, to: nouvelle)
      let same = try await scene.answer(scene.amina, to: taken)
      #expect(free == same)
      let letter = try #require(try await scene.plis().last { $0.courriel.destinataire == taken })
      #expect(letter.courriel.sujet == "Cette adresse a déjà un compte" && !letter.courriel.texte.contains("/adresse/"))
      #expect(!letter.words.contains("Amina"))
    }
  }

  @Test(arguments: Engine.allCases) func `prise entre-temps, l’adresse ne change pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let before = try await scene.adresse(of: scene.amina)
      let jetons = try await scene.change(scene.amina, to: nouvelle)
      _ = try await scene.personnes.confirmAdresse(jetons.ancienne, at: scene.now)
      try await scene.house.database.write { [store = scene.personnes.store] tx in
        try store.move(scene.yanis.personne, to: Self.adresse(nouvelle), in: tx)
      }
      #expect(try await scene.personnes.confirmAdresse(jetons.nouvelle, at: scene.now) == nil)
      #expect(try await scene.adresse(of: scene.amina) == before)
    }
  }

  @Test(arguments: Engine.allCases) func `au bout d’un jour, ou remplacée, une demande n’ouvre plus rien`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let old = try await scene.change(scene.amina, to: nouvelle)
      #expect(try await scene.personnes.confirmAdresse(old.nouvelle, at: scene.now + .hours(24)) == nil)
      let fresh = try await scene.change(scene.amina, to: "encore@exemple.fr")
      #expect(try await scene.personnes.confirmAdresse(old.nouvelle, at: scene.now) == nil)
      #expect(try await scene.personnes.confirmAdresse(fresh.nouvelle, at: scene.now) == .attend(.nouvelle))
    }
  }

  @Test(arguments: Engine.allCases) func `sans boîte aux lettres, la nouvelle suffit`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let (lou, code) = try await scene.personnes.inscribe(
        prenom: "Lou", nom: "Vasseurion", in: scene.dispositif, by: scene.claire, geste: .make(at: scene.now),
        at: scene.now)
      let browser = Token.random()
      let jeton = try #require(try await scene.enter(code.texte, in: browser))
      let visitor = try await scene.visitor(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: jeton))
      _ = try await scene.answer(visitor, to: nouvelle)
      let letter = try #require(try await scene.plis().last)
      #expect(try await scene.personnes.confirmAdresse(letter.jeton, at: scene.now) == .faite)
      #expect(try await scene.adresse(of: visitor) == nouvelle && visitor.personne == lou)
    }
  }

  @Test(arguments: Engine.allCases) func `la lire ne confirme rien`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jetons = try await scene.change(scene.amina, to: nouvelle)
      for jeton in [jetons.nouvelle, jetons.ancienne, jetons.ancienne] {
        let page = try await scene.personnes.showConfirmationAdresse(scene.visit(by: nil, ["jeton": jeton.text]))
        #expect(page.code == 200)
      }
      #expect(try await scene.personnes.confirmAdresse(jetons.nouvelle, at: scene.now) == .attend(.nouvelle))
    }
  }
}

extension Pli {
  /// The token at the end of its link.
  fileprivate var jeton: Token {
    get throws {
      let link = try #require(courriel.texte.split(whereSeparator: \.isWhitespace).first { $0.contains("/adresse/") })
      return try #require(Token(presented: String(link.suffix(32))))
    }
  }
}

extension Scene {
  func adresse(of visitor: Visitor) async throws -> String {
    try await house.database.read { [store = personnes.store] tx in
      try store.personne(visitor.personne, for: visitor.viewer, in: tx).adresse
    }
  }

  fileprivate func answer(_ visitor: Visitor, to adresse: String) async throws -> String {
    try await personnes.askChangementAdresse(
      ChangementAdresseTests.adresse(adresse), by: visitor, geste: .make(at: now), at: now)
  }

  /// What the two letters hold.
  fileprivate func change(
    _ visitor: Visitor, to adresse: String
  ) async throws -> (nouvelle: Token, ancienne: Token) {
    try await emptyOutbox()
    _ = try await answer(visitor, to: adresse)
    let plis = try await plis()
    let (there, here) = (
      plis.first { $0.courriel.destinataire == adresse }, plis.first { $0.courriel.destinataire != adresse }
    )
    return (try #require(there).jeton, try #require(here).jeton)
  }
}
