import Crypto
import Foundation

/// One body that Meta posted, read: all that it tells, flat, each once. Bodies hold up to a thousand things, in any
/// order, and tell again what another body told.
package struct CorpsLu: Sendable, Equatable {
  package let nouvelles: [Nouvelle]

  /// - Throws: `Json.Illisible`. What is JSON but unlike anything known is read all the same, as `.autre`.
  package init(_ corps: [UInt8]) throws {
    let json = try Json(corps)
    var seen: Set<String> = []
    let read = json["entry"].elements.flatMap { entry in
      entry["changes"].elements.flatMap { Self.read($0, entry: entry) }
    }
    let told = read.isEmpty ? [Nouvelle(unknown: json, champ: "-", entry: .rien)] : read
    nouvelles = told.filter { seen.insert($0.cle).inserted }
  }

  private static func read(_ change: Json, entry: Json) -> [Nouvelle] {
    let value = change["value"]
    let ligne = value["metadata"]["phone_number_id"].mots
    let contacts = value["contacts"].elements.map(Identite.init(contact:))
    var nouvelles = value["messages"].elements.map {
      Nouvelle(message: $0, contacts, ligne: ligne) ?? Nouvelle(unknown: $0, champ: "messages", entry: entry)
    }
    nouvelles += value["statuses"].elements.map {
      Nouvelle(statut: $0, contacts, ligne: ligne) ?? Nouvelle(unknown: $0, champ: "statuses", entry: entry)
    }
    nouvelles += value["message_echoes"].elements.map {
      Nouvelle(echo: $0, ligne: ligne) ?? Nouvelle(unknown: $0, champ: "message_echoes", entry: entry)
    }
    nouvelles += value["errors"].elements.map { Nouvelle(unknown: $0, champ: "errors", entry: entry) }
    if !nouvelles.isEmpty { return nouvelles }
    return [Nouvelle(change, champ: change["field"].mots ?? "-", entry: entry)]
  }
}

extension Identite {
  init(contact: Json) {
    self.init(
      numero: contact["wa_id"].mots, bsuid: contact["user_id"].mots, parent: contact["parent_user_id"].mots)
  }

  /// - Parameters:
  ///   - own: what the message or the status says of somebody itself.
  ///   - contacts: those of the whole body part. They complete it when they can only be about the same person.
  fileprivate init(own: Identite, contacts: [Identite]) {
    if own.estVide {
      self = contacts.count == 1 ? contacts[0] : own
      return
    }
    let same = contacts.filter { contact in
      contact.agrees(with: own)
        && (contact.numero != nil && contact.numero == own.numero
          || contact.bsuid != nil && contact.bsuid == own.bsuid || contacts.count == 1)
    }
    self = same.count == 1 ? own.completed(by: same[0]) : own
  }
}

extension Nouvelle {
  fileprivate init?(message: Json, _ contacts: [Identite], ligne: String?) {
    guard let wamid = message["id"].mots else { return nil }
    let own = Identite(
      numero: message["from"].mots, bsuid: message["from_user_id"].mots, parent: message["from_parent_user_id"].mots)
    let type = message["type"].mots
    let sorte: Sorte =
      switch type {
      case "edit":
        .modification(
          wamid: wamid, de: message["edit"]["original_message_id"].mots, Contenu(message["edit"]["message"]))
      case "revoke": .retrait(wamid: wamid, de: message["revoke"]["original_message_id"].mots)
      case "system": .changement(wamid: wamid, Changement(message["system"]))
      default: .message(wamid: wamid, Contenu(message), a: message["context"]["id"].mots)
      }
    self.init(
      cle: "message:\(wamid)", ligne: ligne, identite: Identite(own: own, contacts: contacts),
      instant: message["timestamp"].entier, sorte: sorte)
  }

  fileprivate init?(statut: Json, _ contacts: [Identite], ligne: String?) {
    guard let wamid = statut["id"].mots, let word = statut["status"].mots, let known = Statut(rawValue: word) else {
      return nil
    }
    let own = Identite(
      numero: statut["recipient_id"].mots, bsuid: statut["recipient_user_id"].mots,
      parent: statut["recipient_parent_user_id"].mots)
    let code = statut["errors"].elements.first?["code"].entier.map { Int($0) }
    self.init(
      cle: "statut:\(wamid):\(word)", ligne: ligne, identite: Identite(own: own, contacts: contacts),
      instant: statut["timestamp"].entier,
      sorte: .statut(known, wamid: wamid, notre: statut["biz_opaque_callback_data"].mots, code: code))
  }

  fileprivate init?(echo: Json, ligne: String?) {
    guard let wamid = echo["id"].mots else { return nil }
    let identite = Identite(
      numero: echo["to"].mots, bsuid: echo["to_user_id"].mots, parent: echo["to_parent_user_id"].mots)
    self.init(
      cle: "echo:\(wamid)", ligne: ligne, identite: identite, instant: echo["timestamp"].entier,
      sorte: .echo(wamid: wamid, Contenu(echo)))
  }

  /// A change that holds neither messages nor statuses.
  fileprivate init(_ change: Json, champ: String, entry: Json) {
    let value = change["value"]
    let evenement = value["event"].mots
    let sorte: Sorte
    switch champ {
    case "message_template_status_update":
      sorte = .gabarit(
        nom: value["message_template_name"].mots, langue: value["message_template_language"].mots,
        evenement: evenement ?? "-", raison: value["reason"].mots)
    case _ where champ.hasPrefix("account_") || champ.hasPrefix("phone_number_") || champ == "security":
      sorte = .compte(champ: champ, evenement: evenement)
    default: sorte = .autre(champ: champ, type: nil)
    }
    self.init(
      cle: Self.cle(of: change, entry: entry), ligne: value["metadata"]["phone_number_id"].mots,
      identite: Identite(), instant: entry["time"].entier, sorte: sorte)
  }

  fileprivate init(unknown json: Json, champ: String, entry: Json) {
    self.init(
      cle: Self.cle(of: json, entry: entry), ligne: nil, identite: Identite(), instant: entry["time"].entier,
      sorte: .autre(champ: champ, type: json["type"].mots ?? json["status"].mots))
  }

  /// What bears no name of its own is named by all that it says.
  private static func cle(of json: Json, entry: Json) -> String {
    let whole = Json.objet(["compte": entry["id"], "le": entry["time"], "dit": json]).withoutNumbers
    return "dit:" + SHA256.hash(data: Data(whole.octets)).hexadecimal
  }
}

extension Nouvelle.Changement {
  fileprivate init(_ system: Json) {
    switch system["type"].mots {
    case "user_changed_number": self = .numero(nouveau: system["wa_id"].mots ?? system["new_wa_id"].mots)
    case "user_changed_user_id":
      self = .bsuid(
        de: Identite(bsuid: system["previous_user_id"].mots, parent: system["previous_parent_user_id"].mots),
        vers: Identite(bsuid: system["user_id"].mots, parent: system["parent_user_id"].mots))
    case "customer_identity_changed": self = .appareil
    case let type: self = .autre(type ?? "-")
    }
  }
}

extension Json {
  /// The same with every number as a text: one value, however it is written.
  fileprivate var withoutNumbers: Json {
    switch self {
    case .nombre(let chiffres): .texte(chiffres)
    case .liste(let elements): .liste(elements.map(\.withoutNumbers))
    case .objet(let champs): .objet(champs.mapValues(\.withoutNumbers))
    case .rien, .vrai, .texte: self
    }
  }
}
