/// What became of a message of ours, as WhatsApp tells it.
package enum Statut: String, Sendable, CaseIterable {
  case envoye = "sent"
  case remis = "delivered"
  case lu = "read"
  case ecoute = "played"
  case echoue = "failed"

  /// How far it went; failing is no step.
  fileprivate var marche: Int? {
    switch self {
    case .envoye: 1
    case .remis: 2
    case .lu: 3
    case .ecoute: 4
    case .echoue: nil
    }
  }
}

/// How far a message went. Statuses come in any order and more than once: the ladder only goes up, and one that failed
/// says so apart, for a later word may still say that it arrived.
package struct Parcours: Sendable, Hashable {
  /// The farthest step; nil before any.
  package private(set) var etape: Statut?
  /// The code of its failure; nil when none was told.
  package private(set) var echec: Int?

  package init(etape: Statut? = nil, echec: Int? = nil) {
    self.etape = etape?.marche == nil ? nil : etape
    self.echec = echec
  }

  /// It failed, and nothing says that it arrived after all.
  package var estPerdu: Bool { echec != nil && (etape?.marche ?? 0) < 2 }

  /// - Parameter code: why it failed.
  package mutating func note(_ statut: Statut, code: Int? = nil) {
    guard let marche = statut.marche else {
      // Two reasons told in any order leave the same one.
      echec = max(echec ?? 0, code ?? 0)
      return
    }
    if marche > etape?.marche ?? 0 { etape = statut }
  }
}
