/// What a push service answers to a send.
package enum ReponseDuPasseur: Sendable, Hashable {
  case prise
  /// The browser has unsubscribed, or is no more: nothing will ever arrive there.
  case finie
  /// This send makes no sense to it: sent again, it would make no more.
  case jamais(code: Int)
  /// The same thing, later.
  /// - Parameter dans: seconds, as it asked.
  case plusTard(dans: Int64?)

  /// - Parameters:
  ///   - code: the HTTP status.
  ///   - attendre: `Retry-After`. Seconds only: a date there is read as nothing.
  package init(code: Int, attendre: String? = nil) {
    switch code {
    case 200, 201, 202, 204: self = .prise
    case 404, 410: self = .finie
    case 408, 429, 500...599:
      let dans = attendre.flatMap { Int64($0) }.map { min(max(0, $0), Self.jour) }
      self = .plusTard(dans: dans)
    default: self = .jamais(code: code)
    }
  }

  private static let jour: Int64 = 86_400

  /// Seconds before trying again, after so many tries; nil when it is not to be tried again.
  package func attente(after tentatives: Int) -> Int64? {
    guard case .plusTard(let dans) = self else { return nil }
    return max(dans ?? 0, min(Int64(5) << min(max(0, tentatives - 1), 12), 3600))
  }
}
