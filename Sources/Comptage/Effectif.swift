/// Figures that add up, and take away.
package protocol Additif: Sendable, Equatable {
  static var zero: Self { get }
  static func += (left: inout Self, right: Self)
  /// The same, `n` times.
  static func * (left: Self, n: Int) -> Self
}

/// How many reports, and how many people they speak of (the same person as often as she came).
package struct Effectif: Additif {
  package var rapports: Int
  package var participants: Int
  package static let zero = Effectif(rapports: 0, participants: 0)

  package init(rapports: Int, participants: Int) {
    self.rapports = rapports
    self.participants = participants
  }

  package static func += (left: inout Effectif, right: Effectif) {
    left.rapports += right.rapports
    left.participants += right.participants
  }

  package static func * (left: Effectif, n: Int) -> Effectif {
    Effectif(rapports: left.rapports * n, participants: left.participants * n)
  }
}

/// An `Effectif` and the minutes it took.
package struct Volume: Additif {
  package var rapports: Int
  package var participants: Int
  package var minutes: Int
  package static let zero = Volume(rapports: 0, participants: 0, minutes: 0)

  package init(rapports: Int, participants: Int, minutes: Int) {
    self.rapports = rapports
    self.participants = participants
    self.minutes = minutes
  }

  package static func += (left: inout Volume, right: Volume) {
    left.rapports += right.rapports
    left.participants += right.participants
    left.minutes += right.minutes
  }

  package static func * (left: Volume, n: Int) -> Volume {
    Volume(rapports: left.rapports * n, participants: left.participants * n, minutes: left.minutes * n)
  }
}
