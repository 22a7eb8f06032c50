import Html
import Temps

/// Moments as one of a pair reads them: on their own clocks, and on the other's where these differ.
struct Heures: Sendable {
  let t: Langue
  let fuseau: Fuseau
  /// Where the mentor's hours are meant.
  let autre: Fuseau
  let now: Instant

  private var today: Jour { Jour(now, in: fuseau) }

  /// "lundi 23 novembre à 08:00 (heure de Paris)"; with the mentor's clocks besides, from elsewhere.
  func quand(_ instant: Instant) -> String {
    let here = t.dateEtHeure(instant, fuseau, reference: today)
    guard fuseau.offset(at: instant) != autre.offset(at: instant) else { return here }
    return here + t(", soit ", ", that is ") + "\(t.heure(instant, autre)) (\(t(autre.heure)))"
  }
}
