import Base
import Conseil
import Personnes
import Temps
import ViePrivee

/// What is done in a house that has just come back from a backup, before anybody enters. Harmless when run again.
struct ApresRestauration: Sendable {
  let house: House
  let rooms: Rooms
  let now: Instant

  func run() async throws {
    try await house.database.write { [house, now] tx in
      try PersonnesStore(house).closeEveryDoor(in: tx)
      try Tour.forgetUnderWay(in: tx)
      try tx.record(Trace("restauration", on: "vademecum", by: .house(.exploitation), at: now))
    }
    // Erased people have no key any more; here goes what their rows still say without one.
    _ = try await rooms.conseil.replay(for: .house(.exploitation), at: now)
    _ = try await rooms.viePrivee.replay(for: .house(.exploitation), at: now)
  }
}
