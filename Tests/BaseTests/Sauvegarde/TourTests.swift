import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@testable import Base

/// One backup at a time, whatever the number of nodes.
@Suite struct TourTests {
  private static let now = Maison.now

  @Test(arguments: Engine.allCases) func `seize nœuds au même instant : un seul prend le tour`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      try await fondation.withNodes { nodes in
        let taken = NIOLockedValueBox(0)
        try await withThrowingTaskGroup { group in
          for rang in 0..<16 {
            group.addTask {
              let id = SauvegardeID.make(at: Self.now)
              let mine = try await nodes[rang % nodes.count].write { tx in
                try Tour.take(id, every: .hours(1), at: Self.now, in: tx)
              }
              if mine { taken.withLockedValue { $0 += 1 } }
            }
          }
          try await group.waitForAll()
        }
        #expect(taken.withLockedValue { $0 } == 1)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `le tour revient à son heure, et plus tôt après un échec`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      func take(_ after: Duration) async throws -> SauvegardeID? {
        let id = SauvegardeID.make(at: Self.now + after)
        return try await fondation.database.write { tx in
          try Tour.take(id, every: .hours(2), at: Self.now + after, in: tx) ? id : nil
        }
      }
      func end(_ id: SauvegardeID?, _ issue: Tour.Issue) async throws {
        let id = try #require(id)
        try await fondation.database.write { tx in try Tour.end(id, issue, at: Self.now, in: tx) }
      }
      let first = try await take(.zero)
      #expect(try await take(.hours(3)) == nil, "elle est encore en cours")
      try await end(first, .restauree)
      #expect(try await take(.minutes(119)) == nil)
      let second = try await take(.minutes(121))
      try await end(second, .manquee)
      #expect(try await take(.minutes(130)) == nil)
      #expect(try await take(.minutes(137)) != nil)
      // A node died in the middle: another one goes on, later.
      #expect(try await take(.hours(8)) == nil)
      #expect(try await take(.hours(9)) != nil)
    }
  }
}
