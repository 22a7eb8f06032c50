import Banc
import Base

/// What others wait for meanwhile: a small write every few milliseconds, beside something long.
struct Attente: Sendable {
  let database: Database

  /// - Returns: what `body` answers, and how long each small write took from asking to being on disk.
  func during<R: Sendable>(_ body: @Sendable @escaping () async throws -> R) async throws -> (R, waits: Durees) {
    let writer = Task { [database] in
      var waits: [Duration] = []
      while !Task.isCancelled {
        let start = ContinuousClock.now
        try await database.write { tx in
          _ = try tx.execute("UPDATE structure SET nom = nom WHERE id IN (SELECT structure FROM dispositif)")
        }
        waits.append(ContinuousClock.now - start)
        try? await Task.sleep(for: .milliseconds(5))
      }
      return waits
    }
    let result: Result<R, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    writer.cancel()
    let waits = try await writer.value
    return (try result.get(), Durees(waits))
  }
}
