import Temps

/// How long a connexion lasts. Staff roles open onto other people's paths: their connexions are short, and a device left
/// open for the night asks again in the morning. The others come back after weeks, often on a telephone of their own.
struct Duree: Sendable, Equatable {
  /// From the sign-in to the end, whatever is done in between.
  let entiere: Duration
  /// Without any sign of life.
  let inactive: Duration

  static let equipe = Duree(entiere: .days(7), inactive: .hours(12))
  static let autres = Duree(entiere: .days(30), inactive: .days(14))

  static func of(equipe isStaff: Bool) -> Duree { isStaff ? equipe : autres }

  func isOver(ouverte: Instant, vue: Instant, at now: Instant) -> Bool {
    now - ouverte >= entiere || now - vue >= inactive
  }
}
