/// What the Graph API answers to a send.
package enum Reponse: Sendable, Hashable {
  /// Taken, not delivered yet: statuses will bear this name.
  case acceptee(wamid: String, Identite)
  case refusee(Erreur)

  /// - Parameter code: the HTTP status. A body that says nothing known is judged by it alone.
  package init(code: Int, corps: [UInt8]) {
    let json = (try? Json(corps)) ?? .rien
    if (200..<300).contains(code), let wamid = json["messages"].elements.first?["id"].mots {
      let contact = json["contacts"].elements.first ?? .rien
      self = .acceptee(wamid: wamid, Identite(contact: contact))
    } else {
      self = .refusee(Erreur(json["error"], http: code))
    }
  }
}

/// Why WhatsApp did not take something, or did not deliver it.
package struct Erreur: Sendable, Hashable {
  /// Meta's own; 0 when it gave none.
  package let code: Int
  package let classe: Classe

  package init(code: Int) {
    self.code = code
    classe = Classe.of(code) ?? .jamais
  }

  init(_ json: Json, http: Int) {
    code = json["code"].entier.flatMap { Int(exactly: $0) } ?? 0
    classe = Classe.of(code) ?? Classe.of(http: http)
  }

  /// What is to be done about it.
  package enum Classe: String, Sendable, CaseIterable {
    /// WhatsApp was not well: the same thing, later.
    case plusTard
    /// Too fast for our number; too fast for this one person.
    case cadence, cadencePaire
    /// More than twenty-four hours since the other's last words: a template only.
    case fenetreFermee
    /// The template is unknown, refused, paused, or its blanks do not fit.
    case gabarit
    /// Our right to send is over: whoever runs the server is told, and everything waits.
    case jeton
    /// The account of the association is stopped, or owes: the same.
    case compte
    /// This person cannot be reached there: no account, or they refuse.
    case destinataire
    /// What we sent makes no sense there: sent again, it would make no more.
    case jamais

    /// nil for a code that we do not know.
    static func of(_ code: Int) -> Classe? {
      switch code {
      case 1, 2, 131000, 131016, 131057, 133004, 133016: .plusTard
      case 4, 80007, 130429, 131048: .cadence
      case 131056: .cadencePaire
      case 131047: .fenetreFermee
      case 132000...132099: .gabarit
      case 3, 10, 190, 200...299, 131005: .jeton
      case 368, 131031, 131037, 131042, 131045, 133000...133010: .compte
      case 130472, 130497, 131021, 131026, 131030, 131049, 131050, 131062: .destinataire
      case 33, 100, 131008, 131009, 131051, 131052, 131053: .jamais
      default: nil
      }
    }

    static func of(http: Int) -> Classe {
      switch http {
      case 401, 403: .jeton
      case 429: .cadence
      case 408, 500...: .plusTard
      // A success without a name for what was taken: it may have left, and sending it twice is worse than once too few.
      default: .jamais
      }
    }

    /// Whether the same thing may be sent again.
    package var seReprend: Bool {
      switch self {
      case .plusTard, .cadence, .cadencePaire, .jeton, .compte: true
      case .fenetreFermee, .gabarit, .destinataire, .jamais: false
      }
    }

    /// Whether it is said to our number, whoever we write to: nothing else of ours would pass meanwhile.
    package var vautPourTous: Bool { self == .cadence || attendQuelquUn }

    /// Whether somebody of ours has to do something first: it is not for the message to be given up.
    package var attendQuelquUn: Bool { self == .jeton || self == .compte }

    /// Seconds to wait before that, after so many tries; nil when it is not to be sent again.
    package func attente(after tentatives: Int) -> Int64? {
      guard seReprend else { return nil }
      let rang = min(max(0, tentatives), 12)
      switch self {
      // Meta asks for 4, 16, 64… seconds between two tries to one person.
      case .cadencePaire: return Int64(1) << (2 * min(rang + 1, 6))
      case .jeton, .compte: return 900
      default: return min(Int64(5) << rang, 3600)
      }
    }
  }
}
