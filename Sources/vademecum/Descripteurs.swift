import Foundation

/// How many files and connections the system lets this process hold at once.
struct Descripteurs {
  let limit: Int

  /// Kept for the bases, the mail and the backups, which visitors must never starve.
  private static let reserve = 96
  /// Where no limit is set, one is still wanted: a connection costs memory.
  private static let ceiling: rlim_t = 65_536

  /// Asks for all that is allowed: systems begin with a soft limit of 1,024, which two thousand open pages exceed.
  static func raise() -> Descripteurs {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var current = rlimit()
    guard getrlimit(files, &current) == 0 else { return Descripteurs(limit: 1024) }
    let wanted = min(current.rlim_max, ceiling)
    if wanted > current.rlim_cur {
      var raised = rlimit(rlim_cur: wanted, rlim_max: current.rlim_max)
      if setrlimit(files, &raised) == 0 { current.rlim_cur = wanted }
    }
    return Descripteurs(limit: Int(min(current.rlim_cur, ceiling)))
  }

  /// Those that visitors may hold. Beyond, they wait at the door until one leaves.
  var connections: Int { max(8, limit - Self.reserve) }
}
