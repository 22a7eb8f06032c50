import FauxMeta
import Foundation
import Testing
import Troupe

@testable import WhatsApp

/// A client of somebody else's, pywa, against our false Graph API, and reading what we sign.
@Suite struct PairTests {
  private struct Entendu: Decodable, Equatable {
    var mots: String?
    var wa_id: String?
    var bsuid: String?
    var statut: String?
    var id: String
  }

  private struct Refus: Decodable, Equatable {
    let genre: String
    let code: Int
  }

  private struct Trouve: Decodable {
    let partis: [String]
    let lu: Bool
    let numero: String
    let nom: String
    let gabarits: [[String]]
    let jeton: Refus?
    let ferme: Refus?
    let sans_pays: Refus?
    let signes: [Bool]
    let entendus: [Entendu]
  }

  @Test func `un client sans lien avec nous se sert du faux Graph, et lit ce que nous signons`() async throws {
    let graph = FauxGraph()
    graph.fail(400, 131047)
    graph.judge("reponse_attend", "fr", "APPROVED")
    let bsuid = "FR.13491208655302741918"
    let texte = Meta.corps(
      messages: [
        [
          "id": "wamid.A", "from": "33600000000", "from_user_id": .texte(bsuid), "type": "text",
          "text": ["body": "Ça « va » : \u{1f331}"],
        ]
      ],
      contacts: [["profile": ["name": "Nour"], "wa_id": "33600000000", "user_id": .texte(bsuid)]])
    let statut = Meta.corps(
      statuts: [
        ["id": "wamid.B", "status": "delivered", "recipient_id": "33600000000", "recipient_user_id": .texte(bsuid)]
      ],
      contacts: [["profile": ["name": "Nour"], "wa_id": "33600000000", "user_id": .texte(bsuid)]])
    let signed = [texte, statut].map { ($0, SignatureDeMeta.make(of: $0, secret: FauxGraph.secret)) }
    // One that was not signed by us.
    let avis = signed + [(texte, SignatureDeMeta.make(of: texte, secret: "autre"))]
    try await graph.serve { port, _ in
      let found = try await Self.run(port, avis)
      #expect(found.partis == (0..<6).map(FauxGraph.wamid))
      #expect(found.lu && graph.lus.count == 1)
      #expect(found.numero == FauxGraph.numero && found.nom == "Accompagner")
      #expect(found.gabarits == [["reponse_attend", "fr", "APPROVED"]])
      #expect(found.jeton?.code == 190)
      #expect(found.ferme == Refus(genre: "ReEngagementMessage", code: 131047))
      #expect(found.sans_pays?.code == 100)
      #expect(found.signes == [true, true, false])
      #expect(
        found.entendus == [
          Entendu(mots: "Ça « va » : \u{1f331}", wa_id: "33600000000", bsuid: bsuid, id: "wamid.A"),
          Entendu(statut: "delivered", id: "wamid.B"),
        ])
    }
    #expect(graph.pris.map { $0["type"].mots } == ["text", "text", "interactive", "image", "reaction", "template"])
  }

  private static func run(_ port: Int, _ avis: [([UInt8], String)]) async throws -> Trouve {
    let bodies = Json.liste(
      avis.map { ["corps": .texte(String(decoding: $0.0, as: UTF8.self)), "signature": .texte($0.1)] })
    let read = try await Python.runAside(
      "pair.py",
      [String(port), FauxGraph.jeton, FauxGraph.secret, FauxGraph.ligne, FauxGraph.compte],
      input: Data(bodies.octets))
    return try JSONDecoder().decode(Trouve.self, from: read)
  }
}
