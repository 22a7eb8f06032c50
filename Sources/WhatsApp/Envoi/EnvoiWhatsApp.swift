/// Something we send, as the Graph API takes it: `POST /{version}/{phone_number_id}/messages`.
package struct EnvoiWhatsApp: Sendable, Hashable {
  package let vers: Destinataire
  package let contenu: Contenu
  /// Ours: comes back with every status, even one told before the send was answered. Never a name nor a number.
  package let notre: String?

  package enum Destinataire: Sendable, Hashable {
    /// With the country's digits: without them, Meta would add those of the business and reach somebody else.
    case numero(String)
    case bsuid(String)

    /// The number when both are known: Meta itself prefers it. nil when neither is.
    package init?(_ identite: Identite) {
      if let numero = identite.numero {
        self = .numero("+" + numero)
      } else if let bsuid = identite.bsuid {
        self = .bsuid(bsuid)
      } else {
        return nil
      }
    }
  }

  package enum Contenu: Sendable, Hashable {
    /// Within twenty-four hours of the other's last words.
    /// - Parameter a: the message that it answers, which WhatsApp then quotes.
    case texte(String, a: String?)
    /// At any time: a text that Meta has approved, with its blanks filled in their order.
    case gabarit(nom: String, langue: String, mots: [String])
  }

  package init(_ contenu: Contenu, to vers: Destinataire, notre: String? = nil) {
    self.contenu = contenu
    self.vers = vers
    self.notre = notre
  }

  package var json: Json {
    var champs: [String: Json] = ["messaging_product": "whatsapp", "recipient_type": "individual"]
    switch vers {
    case .numero(let numero): champs["to"] = .texte(numero)
    case .bsuid(let bsuid): champs["recipient"] = .texte(bsuid)
    }
    champs["biz_opaque_callback_data"] = notre.map(Json.texte)
    switch contenu {
    case .texte(let texte, let wamid):
      champs["type"] = "text"
      // A preview would make Meta fetch the link.
      champs["text"] = ["body": .texte(texte), "preview_url": false]
      if let wamid { champs["context"] = ["message_id": .texte(wamid)] }
    case .gabarit(let nom, let langue, let mots):
      champs["type"] = "template"
      champs["template"] = Self.gabarit(nom, langue, mots)
    }
    return .objet(champs)
  }

  private static func gabarit(_ nom: String, _ langue: String, _ mots: [String]) -> Json {
    var champs: [String: Json] = ["name": .texte(nom), "language": ["code": .texte(langue)]]
    let parameters = mots.map { Json.objet(["type": "text", "text": .texte($0)]) }
    if !parameters.isEmpty { champs["components"] = [["type": "BODY", "parameters": .liste(parameters)]] }
    return .objet(champs)
  }
}
