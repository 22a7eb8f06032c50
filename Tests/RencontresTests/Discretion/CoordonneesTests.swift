import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

@Suite struct CoordonneesTests {
  @Test(arguments: Engine.allCases) func `aucune coordonnée ne passe d’un côté à l’autre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.wholeStory()
      let asked = try await scene.ask(scene.bruno, by: scene.amina, at: scene.now + .days(11))
      let agreed = try await scene.ask(
        scene.bruno, by: scene.yanis, after: scene.now + .days(12), at: scene.now + .days(11))
      try await scene.answer(agreed, true, by: scene.bruno, at: scene.now + .days(11))
      let secrets = try await scene.secrets()

      let plis = try await scene.plis()
      #expect(Set(plis.map(\.courriel.sujet).map { $0.split(separator: ",")[0] }).count >= 8, "chaque sorte de lettre")
      for pli in plis {
        for (owner, words) in secrets where pli.proprietaire != "personne:\(owner)" {
          for word in words { #expect(!pli.words.lowercased().contains(word), "\(pli.courriel.sujet)") }
        }
      }

      var pages = 0
      let moments = [scene.now + .days(11), try await scene.rencontre(agreed).debut, scene.now + .days(25)]
      for reader in [scene.amina, scene.yanis, scene.bruno, scene.ines, scene.claire, scene.karim] {
        for langue in Langue.allCases {
          for now in moments {
            for (path, html) in try await scene.pages(of: [id, asked, agreed], for: reader, langue, at: now) {
              pages += 1
              for (owner, words) in secrets where owner != reader.personne {
                for word in words { #expect(!html.lowercased().contains(word), "\(path)") }
              }
            }
          }
        }
      }
      #expect(pages > 100, "les pages des deux côtés sont lues")
    }
  }

  @Test(arguments: Engine.allCases) func `l’agenda ne nomme que son propriétaire`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      _ = try await scene.agree()
      for person in [scene.amina, scene.bruno] {
        let pli = try #require(try await scene.plis(to: person.personne).first { $0.courriel.calendrier != nil })
        let file = try #require(pli.courriel.calendrier?.contenu.replacing("\r\n ", with: ""))
        #expect(file.contains(try await scene.personne(person).adresse))
        for other in scene.people where other != person {
          #expect(!file.contains(try await scene.personne(other).prenom))
        }
        #expect(file.contains("ORGANIZER") && file.contains("@accompagner.example"))
      }
    }
  }
}

extension Scene {
  /// What nobody else may read of each: last name and address, in lower case.
  fileprivate func secrets() async throws -> [PersonneID: [String]] {
    var secrets: [PersonneID: [String]] = [:]
    for visitor in people {
      let personne = try await personne(visitor)
      secrets[visitor.personne] = [personne.nom.lowercased(), personne.adresse.lowercased()]
    }
    return secrets
  }

  /// Every page of this room that opens for this reader.
  fileprivate func pages(
    of ids: [RencontreID], for reader: Visitor, _ langue: Langue, at now: Instant
  ) async throws -> [(String, String)] {
    var pages: [(String, String)] = []
    let people = [bruno, ines, amina, yanis]
    let parameters =
      ids.map { ["id": $0.text] } + people.map { ["expert": $0.personne.text, "personne": $0.personne.text] }
    let routes = rencontres.routes.filter { "\($0.method)" == "GET" && !$0.path.hasSuffix("/flux") }
    for route in routes {
      for parameters in parameters {
        do {
          let answer = try await route.answer(visit(by: reader, parameters, at: now, langue))
          let html = answer.html(langue)
          if !html.isEmpty { pages.append((route.path, html)) }
        } catch is Absent {}
      }
    }
    return pages
  }
}
