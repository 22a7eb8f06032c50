import Testing
import Troupe

@testable import WhatsApp

@Suite struct CorpsLuTests {
  private static let elle = Identite(
    numero: "972987654321", bsuid: "US.13491208655302741918", parent: "US.ENT.11815799212886844830")

  /// What each shape says, written here: so that these tests say the same where the folder is not.
  private static func sorte(_ message: Json) throws -> Nouvelle.Sorte? {
    try CorpsLu(body(messages: [message])).nouvelles.first?.sorte
  }

  private static func body(messages: [Json], contacts: [Json]? = nil, field: String? = "messages") -> [UInt8] {
    var value: [String: Json] = ["metadata": ["phone_number_id": "277"], "messages": .liste(messages)]
    value["contacts"] = contacts.map(Json.liste)
    var change: [String: Json] = ["value": .objet(value)]
    change["field"] = field.map(Json.texte)
    return Json.objet(["object": "whatsapp_business_account", "entry": [["id": "1", "changes": [.objet(change)]]]])
      .octets
  }

  private static func message(_ type: String, _ champs: [String: Json], id: String = "wamid.A") -> Json {
    .objet(
      ["id": .texte(id), "from": "33600000000", "timestamp": "1697043223", "type": .texte(type)].merging(champs) { $1 })
  }

  @Test func `chaque genre de message se lit`() throws {
    let cases: [(Json, Contenu)] = [
      (Self.message("text", ["text": ["body": "Bonjour"]]), .texte("Bonjour")),
      (
        Self.message("image", ["image": ["id": "9", "caption": "Mon dossier"]]), .media(.image, legende: "Mon dossier")
      ),
      (Self.message("video", ["video": ["id": "9"]]), .media(.video, legende: nil)),
      (Self.message("document", ["document": ["filename": "a.pdf"]]), .media(.document, legende: nil)),
      (Self.message("audio", ["audio": ["voice": true]]), .media(.audio, legende: nil)),
      (Self.message("sticker", ["sticker": [:]]), .media(.sticker, legende: nil)),
      (Self.message("location", ["location": [:]]), .position),
      (Self.message("contacts", ["contacts": []]), .fiches),
      (Self.message("order", ["order": [:]]), .commande),
      (Self.message("reaction", ["reaction": ["message_id": "wamid.B", "emoji": "😮"]]), .reaction("😮", a: "wamid.B")),
      (Self.message("reaction", ["reaction": ["message_id": "wamid.B", "emoji": ""]]), .reaction(nil, a: "wamid.B")),
      (Self.message("reaction", ["reaction": ["message_id": "wamid.B"]]), .reaction(nil, a: "wamid.B")),
      (Self.message("button", ["button": ["payload": "q", "text": "Oui"]]), .bouton(titre: "Oui", charge: "q")),
      (
        Self.message(
          "interactive", ["interactive": ["type": "button_reply", "button_reply": ["id": "q", "title": "Oui"]]]),
        .bouton(titre: "Oui", charge: "q")
      ),
      (
        Self.message(
          "interactive", ["interactive": ["type": "list_reply", "list_reply": ["id": "q", "title": "Oui"]]]),
        .bouton(titre: "Oui", charge: "q")
      ),
      (
        Self.message(
          "interactive", ["interactive": ["type": "nfm_reply", "nfm_reply": ["response_json": "{pas du json"]]]),
        .formulaire
      ),
      (Self.message("interactive", ["interactive": ["type": "call_permission_reply"]]), .autre("interactive")),
      (Self.message("unsupported", ["errors": [["code": .nombre("131051")]]]), .autre("unsupported")),
      (Self.message("hologram", ["hologram": ["id": "9"]]), .autre("hologram")),
      // A kind that its own object does not bear out.
      (Self.message("text", ["text": "Bonjour"]), .autre("text")),
    ]
    for (message, contenu) in cases {
      #expect(try Self.sorte(message) == .message(wamid: "wamid.A", contenu, a: nil), "\(contenu)")
    }
  }

  @Test func `une réponse nomme ce qu’elle cite, un transfert rien`() throws {
    let reply = Self.message("text", ["text": ["body": "Oui"], "context": ["from": "277", "id": "wamid.B"]])
    #expect(try Self.sorte(reply) == .message(wamid: "wamid.A", .texte("Oui"), a: "wamid.B"))
    let forward = Self.message("text", ["text": ["body": "Oui"], "context": ["forwarded": true]])
    #expect(try Self.sorte(forward) == .message(wamid: "wamid.A", .texte("Oui"), a: nil))
  }

  @Test func `une modification et un retrait nomment le message d’avant`() throws {
    let edit = Self.message(
      "edit", ["edit": ["original_message_id": "wamid.B", "message": ["type": "text", "text": ["body": "Mieux"]]]])
    #expect(try Self.sorte(edit) == .modification(wamid: "wamid.A", de: "wamid.B", .texte("Mieux")))
    let revoke = Self.message("revoke", ["revoke": ["original_message_id": "wamid.B"]])
    #expect(try Self.sorte(revoke) == .retrait(wamid: "wamid.A", de: "wamid.B"))
  }

  @Test func `un changement de numéro, de nom ou d’appareil se lit`() throws {
    func system(_ champs: [String: Json]) throws -> Nouvelle.Sorte? {
      try Self.sorte(Self.message("system", ["system": .objet(champs)]))
    }
    #expect(
      try system(["type": "user_changed_number", "wa_id": "33611111111"])
        == .changement(wamid: "wamid.A", .numero(nouveau: "33611111111")))
    #expect(
      try system(["type": "user_changed_user_id", "previous_user_id": "FR.1", "user_id": "FR.2"])
        == .changement(wamid: "wamid.A", .bsuid(de: Identite(bsuid: "FR.1"), vers: Identite(bsuid: "FR.2"))))
    #expect(try system(["type": "customer_identity_changed"]) == .changement(wamid: "wamid.A", .appareil))
    #expect(try system(["type": "autre_chose"]) == .changement(wamid: "wamid.A", .autre("autre_chose")))
  }

  @Test func `deux personnes dans un même corps ne se mêlent pas`() throws {
    let contacts: [Json] = [
      ["wa_id": "33600000000", "user_id": "FR.1"], ["wa_id": "33611111111", "user_id": "FR.2"],
    ]
    let first = Self.message("text", ["text": ["body": "a"]], id: "wamid.1")
    let second = Self.message("text", ["text": ["body": "b"], "from": "33611111111"], id: "wamid.2")
    let third = Self.message("text", ["text": ["body": "c"], "from": "33622222222"], id: "wamid.3")
    let read = try CorpsLu(Self.body(messages: [first, second, third], contacts: contacts)).nouvelles.map(\.identite)
    #expect(
      read == [
        Identite(numero: "33600000000", bsuid: "FR.1"), Identite(numero: "33611111111", bsuid: "FR.2"),
        Identite(numero: "33622222222"),
      ])
    // One body that says two numbers for one person: the message is believed, and nothing is added to it.
    let conflict = try CorpsLu(Self.body(messages: [third], contacts: [contacts[0]])).nouvelles.map(\.identite)
    #expect(conflict == [Identite(numero: "33622222222")])
  }

  @Test func `ce qui manque ou change de type n’empêche pas de lire`() throws {
    let numeric = Self.message(
      "text", ["text": ["body": "a"], "timestamp": .nombre("1697043223"), "from": .nombre("33600000000")])
    let textual = Self.message("text", ["text": ["body": "a"]])
    #expect(try CorpsLu(Self.body(messages: [numeric])) == CorpsLu(Self.body(messages: [textual])))
    #expect(try CorpsLu(Self.body(messages: [textual], field: nil)) == CorpsLu(Self.body(messages: [textual])))
    #expect(
      try CorpsLu(Self.body(messages: [textual], contacts: [["wa_id": "33600000000"]]))
        == CorpsLu(Self.body(messages: [textual])))
  }

  @Test(arguments: [
    "{}", "[]", "null", #""texte""#, "12", #"{"entry":12}"#, #"{"entry":[{"changes":[]}]}"#,
    #"{"entry":[{"changes":[{"field":"history","value":{}}]}]}"#, #"{"entry":[{"changes":[{}]}]}"#,
    #"{"entry":[{"changes":[{"value":{"messages":[{}]}}]}]}"#,
    #"{"entry":[{"changes":[{"value":{"messages":[{"id":{},"type":[]}]}}]}]}"#,
    #"{"entry":[{"changes":[{"value":{"statuses":[{"id":"wamid.A","status":"warped"}]}}]}]}"#,
    #"{"entry":[{"changes":[{"value":{"errors":[{"code":131000}]}}]}]}"#,
  ]) func `ce qui ne ressemble à rien est gardé comme autre`(_ corps: String) throws {
    let nouvelles = try CorpsLu(Array(corps.utf8)).nouvelles
    #expect(nouvelles.count == 1 && nouvelles.first?.genre == .autre)
  }

  @Test func `un statut se lit, et deux statuts d’un même message sont deux choses`() throws {
    func status(_ word: String, _ more: [String: Json] = [:]) -> Json {
      .objet(["id": "wamid.S", "status": .texte(word), "recipient_id": "33600000000"].merging(more) { $1 })
    }
    let corps = Json.objet([
      "entry": [
        [
          "changes": [
            [
              "value": [
                "statuses": .liste([
                  status("delivered"), status("sent"), status("sent"),
                  status(
                    "failed", ["errors": [["code": .nombre("131049")]], "biz_opaque_callback_data": "0199"]),
                ])
              ]
            ]
          ]
        ]
      ]
    ])
    let nouvelles = try CorpsLu(corps.octets).nouvelles
    #expect(
      nouvelles.map(\.sorte) == [
        .statut(.remis, wamid: "wamid.S", notre: nil, code: nil),
        .statut(.envoye, wamid: "wamid.S", notre: nil, code: nil),
        .statut(.echoue, wamid: "wamid.S", notre: "0199", code: 131049),
      ])
    #expect(nouvelles.allSatisfy { $0.identite == Identite(numero: "33600000000") })
  }

  // MARK: Bodies seen in the wild

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `chaque corps connu se lit, aucun comme autre`() throws {
    #expect(Charge.recues.count > 35)
    for charge in Charge.recues {
      let nouvelles = try CorpsLu(charge.octets).nouvelles
      #expect(!nouvelles.isEmpty && nouvelles.allSatisfy { $0.genre != .autre }, "\(charge)")
    }
    func first(_ nom: String) throws -> Nouvelle? {
      try Charge.named(nom).flatMap { try CorpsLu($0.octets).nouvelles.first }
    }
    #expect(try first("in_text")?.sorte == .message(wamid: "wamid.xyzxyz", .texte("Body Text"), a: nil))
    #expect(try first("in_text")?.identite == Self.elle)
    #expect(
      try first("in_text_bsuid_only_meta_doc")?.identite == Identite(bsuid: Self.elle.bsuid, parent: Self.elle.parent))
    #expect(try first("in_edit_image")?.genre == .modification && first("in_revoke")?.genre == .retrait)
    #expect(try first("status_failed_phone_meta_doc")?.identite == Identite(numero: "16505551234"))
    #expect(try first("template_approved")?.genre == .gabarit && first("account_violation")?.genre == .compte)
    #expect(try first("echo_text")?.genre == .echo)
    #expect(try first("in_system_user_changed_number_legacy")?.instant == 1_669_233_778)
    #expect(try first("sig_escaped_body")?.sorte == .message(wamid: "wamid.SIG2", .texte("Déjà vu 🙂 / café"), a: nil))
  }

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `seuls, mêlés, répétés ou réunis, ils disent les mêmes choses`() throws {
    let bodies = try Charge.recues.map { try $0.json.renamed($0.nom) }
    let alone = try Set(bodies.flatMap { try CorpsLu($0.octets).nouvelles })
    #expect(Set(alone.map(\.cle)).count == alone.count, "une clé, une chose")
    let lot = Lot(bodies)
    var hasard = Hasard(graine: 12)
    for most in [1, 3, 7, lot.count, 1000] {
      for times in [1, 3] {
        let told = try lot.dealt(most: most, times: times, with: &hasard).flatMap { try CorpsLu($0).nouvelles }
        #expect(Set(told) == alone, "\(most) \(times)")
      }
    }
    #expect(try Set(CorpsLu(lot.ensemble).nouvelles) == alone)
  }

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `mille choses dans un corps en font mille`() throws {
    let bodies = try (0..<40).flatMap { rang in try Charge.recues.map { try $0.json.renamed("\(rang)-\($0.nom)") } }
    let lot = Lot(Array(bodies.prefix(1000)))
    #expect(lot.count >= 1000)
    let keys = try CorpsLu(lot.ensemble).nouvelles.map(\.cle)
    #expect(keys.count == Set(keys).count && keys.count >= 900)
  }

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `un nombre écrit en lettres de chiffres dit la même chose`() throws {
    for charge in Charge.recues {
      let json = try charge.json
      #expect(try CorpsLu(json.withNumbers().octets).nouvelles == CorpsLu(json.octets).nouvelles, "\(charge)")
    }
  }
}

extension Json {
  /// Every text of digits becomes a number, where it may be one.
  fileprivate func withNumbers() -> Json {
    switch self {
    case .texte(let texte) where texte.wholeMatch(of: /[1-9][0-9]*/) != nil: .nombre(texte)
    case .liste(let elements): .liste(elements.map { $0.withNumbers() })
    case .objet(let champs): .objet(champs.mapValues { $0.withNumbers() })
    case .rien, .vrai, .nombre, .texte: self
    }
  }
}
