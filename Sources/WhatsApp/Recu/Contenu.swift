/// What a message carries.
package enum Contenu: Sendable, Hashable {
  case texte(String)
  /// An image, a recording, a document: only what was written under it. Its identifier is not even read: nothing fetches it.
  case media(Media, legende: String?)
  /// A quick answer to a message of ours.
  case bouton(titre: String, charge: String?)
  /// nil takes a former one back.
  case reaction(String?, a: String?)
  /// An answer to a form of WhatsApp's.
  case formulaire
  case position
  case fiches
  case commande
  /// A kind that we do not know, or that WhatsApp says it cannot carry.
  case autre(String)

  package enum Media: String, Sendable, CaseIterable {
    case image, video, document, audio, sticker
  }

  /// - Parameter message: the object that bears `type`.
  init(_ message: Json) {
    let type = message["type"].mots ?? "unknown"
    let corps = message[type]
    switch type {
    case "text": self = corps["body"].mots.map(Contenu.texte) ?? .autre(type)
    case "button": self = .bouton(titre: corps["text"].mots ?? "", charge: corps["payload"].mots)
    case "interactive": self = Self.interactive(corps)
    case "reaction":
      let signe = corps["emoji"].mots.flatMap { $0.isEmpty ? nil : $0 }
      self = .reaction(signe, a: corps["message_id"].mots)
    case "location": self = .position
    case "contacts": self = .fiches
    case "order": self = .commande
    default:
      if let media = Media(rawValue: type) {
        self = .media(media, legende: corps["caption"].mots)
      } else {
        self = .autre(type)
      }
    }
  }

  private static func interactive(_ corps: Json) -> Contenu {
    for genre in ["button_reply", "list_reply"] where corps[genre].estObjet {
      return .bouton(titre: corps[genre]["title"].mots ?? "", charge: corps[genre]["id"].mots)
    }
    return corps["nfm_reply"].estObjet ? .formulaire : .autre("interactive")
  }
}
