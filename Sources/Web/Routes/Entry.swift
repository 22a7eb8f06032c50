import Chartes
import Temps

/// Who may enter by a URL. Each route says it; a room's acts still look at what its visitor may see.
package enum Entry: Sendable, Equatable {
  /// Anybody, signed in or not.
  case everyone
  /// Signed in, even while a proof is still awaited: adding a first one. Not in doubt.
  case entering
  /// Signed in, even in doubt: proving it, leaving.
  case proving
  case signedIn
  /// Somebody on a team: with a role that opens onto other people's paths. For others the page does not exist.
  case equipe
  /// Somebody with this role in some dispositif; for others the page does not exist.
  case role(Role)
  /// Somebody with one of these roles.
  case oneOf([Role])
  /// Demo and development only; elsewhere the page does not exist.
  case development
  /// Another server, which proves itself by what it signs or knows: its route judges that. It gets no cookie and shows
  /// none, its body bears no seal of ours and is taken as it came, up to so many bytes.
  case machine(octets: Int)

  var isMachine: Bool { if case .machine = self { true } else { false } }
}

/// How often one account, or one address without account, may come.
package enum Rate: Sendable, Hashable, CaseIterable {
  case reading
  case writing
  /// Asking for a link, trying a code: slow on purpose.
  case access
  /// Proving that it is really oneself: a code of six digits must not be guessed.
  case proof
  /// Refusals written down: the first of a series say enough, and nobody fills the log by knocking.
  case remembering
  /// Video signalling: short and frequent.
  case signalling
  /// Another server: it speaks for many people at once, from a few addresses.
  case relaying

  /// So many visits in a row, regained over `period`.
  var allowance: (visits: Int, period: Duration) {
    switch self {
    case .reading: (600, .minutes(1))
    case .writing: (120, .minutes(1))
    // A classroom or a waiting room shares one address, and entering takes three visits.
    case .access: (90, .minutes(10))
    case .remembering: (20, .minutes(1))
    case .proof: (10, .minutes(5))
    case .signalling: (1200, .minutes(1))
    case .relaying: (30_000, .minutes(1))
    }
  }
}
