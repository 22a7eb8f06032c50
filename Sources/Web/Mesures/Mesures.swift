import Base
import HTTPTypes
import Temps

/// What `/metrics` answers with, where it is open.
package struct Mesures: Sendable {
  let jeton: JetonDeMesure
  /// What the house, the process and the live streams say at this moment.
  let read: @Sendable (Instant) async -> [Grandeur]

  package init(jeton: JetonDeMesure, read: @escaping @Sendable (Instant) async -> [Grandeur]) {
    self.jeton = jeton
    self.read = read
  }
}

extension Route {
  /// For a monitor that has the token. For everybody else, and where no token was given, there is no such page.
  static func metrics(_ mesures: Mesures?, _ frequentation: Frequentation) -> Route {
    .get("/metrics", .everyone) { visit in
      guard let mesures, mesures.jeton.accepts(visit.authorization) else { throw Absent() }
      return .text(
        Exposition.text(frequentation.grandeurs + (await mesures.read(visit.now))), type: Exposition.type)
    }
  }
}
