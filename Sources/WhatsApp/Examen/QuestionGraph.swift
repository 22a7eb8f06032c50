/// Something asked of the Graph API: nothing changes there.
package enum QuestionGraph: Sendable, Hashable {
  /// The number itself (`phone_number_id`).
  case numero(ligne: String)
  /// The approved texts that bear a name, in a business account (`WABA`).
  case gabarits(compte: String, nom: String)
  /// The applications that a business account tells what it gets.
  case abonnements(compte: String)

  /// What follows the version in the address: "106540352242922?fields=display_phone_number,verified_name".
  package var chemin: String {
    switch self {
    case .numero(let ligne): "\(ligne)?fields=display_phone_number,verified_name,quality_rating"
    case .gabarits(let compte, let nom): "\(compte)/message_templates?name=\(nom)&fields=name,language,status"
    case .abonnements(let compte): "\(compte)/subscribed_apps"
    }
  }
}

/// What it answers.
package enum Dit<Chose: Sendable & Hashable>: Sendable, Hashable {
  case dit(Chose)
  case refuse(Erreur)

  /// - Parameters:
  ///   - reponse: the HTTP status, and the body.
  ///   - read: nil for a body that says nothing of the kind.
  package init(_ reponse: (code: Int, corps: [UInt8]), _ read: (Json) -> Chose?) {
    let json = (try? Json(reponse.corps)) ?? .rien
    if (200..<300).contains(reponse.code), let chose = read(json) {
      self = .dit(chose)
    } else {
      self = .refuse(Erreur(json["error"], http: reponse.code))
    }
  }
}

/// A number, as Meta knows it.
package struct NumeroConnu: Sendable, Hashable {
  /// As one dials it.
  package let affiche: String
  /// The name that people see beside it; nil before Meta has verified one.
  package let nom: String?

  package init?(_ json: Json) {
    guard let affiche = json["display_phone_number"].mots else { return nil }
    self.affiche = affiche
    nom = json["verified_name"].mots
  }

  /// Whether it is dialled like another, however both are spaced.
  package func isDialled(_ autre: String) -> Bool { affiche.filter(\.isNumber) == autre.filter(\.isNumber) }
}

/// A text submitted to Meta, in one language.
package struct GabaritDeMeta: Sendable, Hashable {
  package let nom: String
  package let langue: String
  package let etat: Etat

  package enum Etat: String, Sendable, Hashable, CaseIterable {
    case approuve
    /// Meta looks at it.
    case enAttente
    /// Meta does not want it.
    case refuse
    /// For some hours: too many people complained.
    case suspendu
    /// It is there no more.
    case retire

    /// As a page of Meta's lists it, or as an event tells it; nil for a word that says nothing of it.
    package init?(meta mot: String) {
      switch mot {
      case "APPROVED", "REINSTATED", "FLAGGED": self = .approuve
      case "PENDING", "IN_APPEAL", "PENDING_REVIEW": self = .enAttente
      case "REJECTED": self = .refuse
      case "PAUSED", "LIMIT_EXCEEDED": self = .suspendu
      case "DISABLED", "DELETED", "PENDING_DELETION", "ARCHIVED": self = .retire
      default: return nil
      }
    }
  }

  init?(_ json: Json) {
    guard let nom = json["name"].mots, let langue = json["language"].mots,
      let etat = json["status"].mots.flatMap(Etat.init(meta:))
    else { return nil }
    (self.nom, self.langue, self.etat) = (nom, langue, etat)
  }

  /// Those of a list; nil when it is none.
  package static func liste(_ json: Json) -> [GabaritDeMeta]? {
    guard case .liste(let elements) = json["data"] else { return nil }
    return elements.compactMap(GabaritDeMeta.init)
  }
}

/// How many applications a business account tells what it gets; nil when that is no list.
package func abonnements(_ json: Json) -> Int? {
  guard case .liste(let elements) = json["data"] else { return nil }
  return elements.count
}
