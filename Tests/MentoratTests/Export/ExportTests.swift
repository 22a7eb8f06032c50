import Base
import Chartes
import Foundation
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct ExportTests {
  @Test(arguments: Engine.allCases) func `la personne accompagnée emporte ses échanges`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.writesAWeek()
      let page = try await lieu.mentorat.showExport(lieu.visit(by: lieu.nour, at: now)).html()
      let markdown = String(
        decoding: try await lieu.mentorat.giveMarkdown(lieu.visit(by: lieu.nour, at: now)).file, as: UTF8.self)
      let json = String(
        decoding: try await lieu.mentorat.giveDonnees(lieu.visit(by: lieu.nour, at: now)).file, as: UTF8.self)
      for text in [page, markdown, json] {
        for word in ["Canariseconde", "Canarireponse", "Canarisynthese", "Canarimienne"] {
          #expect(text.contains(word), "\(word)")
        }
        for word in ["Canaribrouillon", "Canarifutur"] { #expect(!text.contains(word), "\(word) is the mentor’s own") }
        for secret in [lieu.marc.personne.text, "Aubrionnet", "Haddadien", lieu.binome.text] where text != page {
          #expect(!text.contains(secret), "\(secret)")
        }
      }
      #expect(json.contains("Canaripremiere"), "one’s own wordings go along")
      #expect(page.contains("Ma marque : Question") && markdown.contains("*Ma marque : Question*".nbsp))
      // What somebody typed does not become a heading.
      #expect(markdown.contains("> # Canarimienne") && !markdown.contains("\n# Canarimienne"))
      #expect(markdown.hasPrefix("# Mes échanges avec Marc\n") && markdown.contains("## Après la séance du "))
    }
  }

  @Test(arguments: Engine.allCases) func `les données se relisent par un programme`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.writesAWeek()
      let file = try await lieu.mentorat.giveDonnees(lieu.visit(by: lieu.nour, at: now)).file
      let donnees = try JSONDecoder().decode(Donnees.self, from: Data(file))
      #expect(donnees.format == "vademecum-echanges-1")
      #expect(donnees.intervalles.map(\.seance) == ["2027-01-29T16:00:00Z", "2027-02-26T16:00:00Z"])
      let messages = donnees.intervalles.flatMap(\.messages)
      #expect(messages.map(\.auteur) == ["moi", "moi", "autre"])
      #expect(messages.map(\.genre) == ["question", "question", "reponse"])
      #expect(
        messages[0].formulations.map { $0["libre"] } == [
          "Canaripremiere, que faire de tout cela ?", "Canariseconde, qu’est-ce qui me retient ?",
        ])
      #expect(messages[0].arrivee == "2027-02-02T07:00:00Z" && messages[0].marque == "question")
      #expect(messages[1].texte == ["libre": "# Canarimienne \"citée\"\n- et </script>"])
      #expect(messages[2].formulations.isEmpty, "the other’s earlier wordings stay with them")
      #expect(donnees.intervalles[1].syntheses == [.init(auteur: "autre", contenu: "Canarisynthese.")])
    }
  }

  @Test(arguments: Engine.allCases) func `personne d’autre ne les emporte`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.exchange()
      for visitor in [lieu.marc, lieu.odile, lieu.elsa] {
        let asked = lieu.visit(by: visitor, at: .fevrier(1, 12))
        await #expect(throws: Absent.self) { _ = try await lieu.mentorat.showExport(asked) }
        await #expect(throws: Absent.self) { _ = try await lieu.mentorat.giveMarkdown(asked) }
        await #expect(throws: Absent.self) { _ = try await lieu.mentorat.giveDonnees(asked) }
      }
      // A trace that leaves asks who one is.
      let routes = lieu.mentorat.routes.filter { $0.path.contains("/export") }
      #expect(routes.count == 3 && routes.allSatisfy { $0.preuve == .recente })
    }
  }

  @Test(arguments: Engine.allCases) func `tout s’emporte, même après des centaines de messages`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      try await lieu.fill(520)
      let file = try await lieu.mentorat.giveDonnees(lieu.visit(by: lieu.nour, at: .fevrier(1, 12))).file
      let donnees = try JSONDecoder().decode(Donnees.self, from: Data(file))
      #expect(donnees.intervalles.flatMap(\.messages).count == 520)
      #expect(try await lieu.search("Canari 0.", by: lieu.nour, at: .fevrier(1, 12)).contains("1 passage trouvé."))
    }
  }
}

private struct Donnees: Decodable {
  struct Intervalle: Decodable {
    let seance: String
    let syntheses: [Synthese]
    let messages: [Message]
  }
  struct Synthese: Decodable, Equatable {
    let auteur: String
    let contenu: String
  }
  struct Message: Decodable {
    let auteur: String
    let genre: String
    let arrivee: String?
    let marque: String?
    let texte: [String: String]
    let formulations: [[String: String]]
  }
  let format: String
  let intervalles: [Intervalle]
}

extension String {
  /// As files hold it: a space that does not break before a colon.
  fileprivate var nbsp: String { replacing(" : ", with: "\u{a0}: ") }
}

extension Accompagnement {
  /// Messages both ways, wordings, a mark, a summary; and what of the mentor's must not be seen. Answers when that is.
  fileprivate func writesAWeek() async throws -> Instant {
    let evening = Instant.fevrier(1, 20)
    _ = try await send("Canaripremiere, que faire de tout cela ?", at: evening, averti: true)
    let question = try await messages(of: nour, at: evening)[0]
    _ = try await mentorat.changeMessage(
      visit(
        by: nour, ["message": question.id.text], form: [("libre", "Canariseconde, qu’est-ce qui me retient ?")],
        at: evening + .minutes(1), geste: .make(at: evening)))
    _ = try await send("# Canarimienne \"citée\"\n- et </script>", at: evening + .minutes(2))
    try await mark(question, "question", by: nour, at: evening + .minutes(3))
    let reading = Instant.fevrier(2, 9)
    try await write("Canaribrouillon.", by: marc, answering: question, at: reading)
    let answer = try await messages(of: marc, at: reading).max { $0.ecrit < $1.ecrit } ?? question
    _ = try await mentorat.changeMessage(
      visit(by: marc, ["message": answer.id.text], form: [("libre", "Canarireponse.")], at: reading + .minutes(1)))
    let after = Accompagnement.seconde + .hours(2)
    try await mentorat.summarize("Canarisynthese.", in: binome, by: marc, at: after)
    try await mentorat.date(after + .days(20), in: binome, by: nour, and: marc, at: after)
    _ = try await write("Canarifutur.", by: marc, at: after + .hours(2))
    return after + .hours(3)
  }

  /// So many messages of Nour's, arrived, without waiting for so many openings.
  fileprivate func fill(_ count: Int) async throws {
    try await scene.house.database.write { [self] tx in
      let pair = try mentorat.store.binome(binome, for: nour.viewer, in: tx)
      let seance = try mentorat.store.seances(of: pair, at: Scene.now, in: tx).toutes[0].id
      for rang in 0..<count {
        let ecrit = Scene.now - .days(2) + .minutes(rang)
        let texte = Texte(FormData(pairs: [("libre", "Canari \(rang).")]))
        try mentorat.store.insert(
          Message(
            id: .make(at: ecrit), binome: binome, seance: seance, auteur: nour.personne, genre: .question,
            reponseA: nil, ecrit: ecrit, arrivee: ecrit, retire: nil, texte: texte, formulations: 1), in: tx)
      }
    }
  }
}
