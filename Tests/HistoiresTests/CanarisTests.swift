import Base
import Chartes
import Foundation
import HTTPTypes
import HummingbirdTesting
import Rencontres
import Temps
import Testing
import Troupe
import Web

@testable import Conseil
@testable import Personnes

/// More than five hundred words that name somebody, planted wherever people write; then looked for where they have no
/// business: logs, measures, addresses, pages of refusal, mails to the other side, pages of the other side, the bases themselves.
@Suite struct CanarisTests {
  /// Every planted word begins so, and nothing else does.
  private static let mark = "zqx"

  /// What a word tells of somebody. Its letter follows the mark.
  private enum Genre: String { case prenom = "p", nom = "n", motivation = "m", question = "q", usager = "u" }

  private static func word(_ genre: Genre, _ number: Int) -> String {
    let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "li", "mo", "nu"]
    let digits = String(format: "%03d", number).compactMap(\.wholeNumberValue)
    return "Zqx\(genre.rawValue)" + digits.map { syllables[$0] }.joined()
  }

  @Test(arguments: Engine.allCases) func `cinq cents mots plantés ne sont nulle part où ils n’ont rien à faire`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let journal = Journal()
      var site = Site(scene, logger: journal.logger("histoire"))
      let jeton = Token.random().text
      site.mesures = Mesures(jeton: try #require(JetonDeMesure(jeton))) { _ in [] }
      let people = try await plantPeople(130, on: scene)
      var planted = 3 * people.count
      planted += try await plantDemandes(by: people, on: scene)
      let lieu = try await scene.guichet()
      var tokens: [String] = []
      try await site.visit { [people, site] client async throws in
        for (number, visitor) in people.prefix(20).enumerated() {
          try await stumble(try await site.enter(visitor, client), number)
        }
        let mesures = try await Navigation(client, secure: true, agent: Site.agent)
          .get("/metrics", [("Authorization", "Bearer \(jeton)")]).text
        #expect(mesures.contains("route=\"/compte\"") && mesures.contains("route=\"-\""))
        #expect(!mesures.lowercased().contains(Self.mark))
      }
      let (followed, entered) = try await site.collect { [site] client async throws in
        var entered: [Navigation] = []
        let lila = try await site.enter(lieu.lila, client)
        for number in 0..<25 { try await plantUsager(number, in: lieu, lila) }
        for visitor in people.prefix(10) { entered.append(try await site.enter(visitor, client)) }
        for navigation in entered { #expect(try await navigation.get("/compte").status == .ok) }
        return (25 * 3, entered.flatMap { [$0.cookie(.connexion), $0.cookie(.visite)] }.compactMap(\.self))
      }
      planted += followed + entered.count
      tokens += entered + [jeton]
      #expect(planted >= 500, "\(planted)")

      #expect(!journal.text.isEmpty && !journal.text.lowercased().contains(Self.mark))
      for token in tokens { #expect(!journal.text.contains(token)) }
      try await expectQuietMails(scene)
      try await expectQuietBases(scene, tokens)
    }
  }

  /// First name, last name, and the address made of both.
  private func plantPeople(_ count: Int, on scene: Scene) async throws -> [Visitor] {
    var people: [Visitor] = []
    for number in 0..<count {
      let figurant = Figurant(Self.word(.prenom, number), Self.word(.nom, number), .explorateur)
      people.append(try await scene.seat(figurant, suivieBy: scene.claire))
    }
    return people
  }

  /// As many as the two experts take in a month; answers how many words were planted.
  private func plantDemandes(by people: [Visitor], on scene: Scene) async throws -> Int {
    var planted = 0
    for (number, visitor) in people.prefix(12).enumerated() {
      let expert = number < 6 ? scene.bruno : scene.ines
      let id = try await scene.rencontres.ask(
        expert, by: visitor,
        motivation: "J’aimerais comprendre ce métier, dit \(Self.word(.motivation, number)) depuis toujours.",
        questions: (0..<3).map { "Que pensez-vous de \(Self.word(.question, 3 * number + $0)) ?" }, after: scene.now,
        at: scene.now)
      if id != nil { planted += 4 }
    }
    return planted
  }

  private func plantUsager(_ number: Int, in lieu: Guichet, _ lila: Navigation) async throws {
    let id = try await lieu.suivre(Self.word(.usager, 10 * number), "Z")
    let path = "/usagers/\(id)/identite"
    let page = try await lila.get(path).text
    let kept = try await lila.post(
      path,
      [
        ("_csrf", page.hidden("_csrf")), ("_geste", page.hidden("_geste")), ("revision", page.hidden("revision")),
        ("prenom", Self.word(.usager, 10 * number)), ("nom", Self.word(.usager, 10 * number + 1)),
        ("courriel", "\(Self.word(.usager, 10 * number + 2).lowercased())@maison.example"),
      ])
    #expect(kept.status == .seeOther, "\(kept.status)")
  }

  /// What goes wrong in front of a person: nothing of it may tell who they are.
  private func stumble(_ navigation: Navigation, _ number: Int) async throws {
    let (prenom, nom) = (Self.word(.prenom, number), Self.word(.nom, number))
    let seal = try await navigation.seal(of: "/compte")
    let refusals = [
      try await navigation.get("/rencontres/\(nom)"), try await navigation.get("/\(prenom)/\(nom)?adresse=\(nom)"),
      try await navigation.get("/invitation/\(nom)"), try await navigation.get("/connexion/lien/\(nom)"),
      try await navigation.post("/compte", [("prenom", prenom), ("nom", nom)]),
      try await navigation.post(
        "/compte", seal + [("prenom", prenom), ("nom", nom)],
        [("Origin", "https://\(nom).example"), ("Sec-Fetch-Site", "cross-site")]),
      try await navigation.post("/invitations", seal + [("adresse", "\(nom)@maison.example")]),
      try await navigation.send(.put, "/compte/\(nom)"),
    ]
    for refusal in refusals where refusal.status != .ok {
      #expect((400..<500).contains(refusal.status.code))
      // Its band greets by the first name whoever is signed in; what was in the address or typed is not said again.
      #expect(!refusal.text.lowercased().contains(Self.mark + Genre.nom.rawValue), "\(refusal.status)")
    }
    // One's own page shows one's own name; no address in it does.
    for path in ["/compte", "/rencontres", "/recherche"] {
      let page = try await navigation.get(path).text
      for match in page.matches(of: /(?:href|action|src|formaction)="([^"]*)"/) {
        #expect(!match.output.1.lowercased().contains(Self.mark), "\(path): \(match.output.1)")
      }
    }
    let again = try await navigation.post("/compte", seal + [("prenom", ""), ("nom", nom), ("fuseau", "Europe/Paris")])
    #expect(again.status.code == 422 && again.text.contains(nom), "what was typed comes back to who typed it")
    #expect(again.header("Location") == nil)
  }

  /// A mail may bear a first name, never a last name, an address, or what somebody wrote.
  private func expectQuietMails(_ scene: Scene) async throws {
    let plis = try await scene.plis()
    #expect(plis.count >= 12)
    for pli in plis {
      let words = pli.words.lowercased()
      for genre in [Genre.nom, .motivation, .question, .usager] {
        #expect(!words.contains(Self.mark + genre.rawValue), "\(pli.courriel.sujet)")
      }
    }
  }

  private func expectQuietBases(_ scene: Scene, _ tokens: [String]) async throws {
    let blobs = try await scene.everything()
    let needles = [Self.mark, Self.mark.uppercased(), Self.mark.capitalized] + tokens
    for needle in needles {
      let forms = [Data(needle.utf8), Data(Data(needle.utf8).hexadecimal.utf8)]
      #expect(!blobs.contains { blob in forms.contains { blob.range(of: $0) != nil } }, "\(needle)")
    }
  }
}
