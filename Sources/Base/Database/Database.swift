import GRDB
import NIOConcurrencyHelpers

/// A database, on either engine, under one set of promises.
///
/// Closures are synchronous and run in one transaction on a thread of the database's own. They **may run again** (writers
/// that met, a lost connection): nothing in them but the database; instants, ids and tokens come in as values. What a
/// closure throws undoes everything it did. Do not call the same database from inside one of its closures.
package final class Database: Sendable {
  package let engine: Engine
  private let reads: Lane
  let writes: Lane
  private let counters: Counters
  private let holdings: SQLiteHoldings?
  private let lossSignal: Losses
  /// How another connection reaches the same server; nil on SQLite.
  let conninfo: String?

  init(
    _ engine: Engine, reads: Lane, writes: Lane, counters: Counters, holdings: SQLiteHoldings? = nil,
    losses: Losses = Losses(), conninfo: String? = nil
  ) {
    self.engine = engine
    lossSignal = losses
    self.conninfo = conninfo
    self.reads = reads
    self.writes = writes
    self.counters = counters
    self.holdings = holdings
  }

  deinit {
    reads.close()
    writes.close()
  }

  /// Runs `body` on one consistent snapshot. It cannot write.
  /// - Throws: what `body` throws, or `DatabaseError`.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await reads.run(body)
  }

  /// Runs `body` as if it were alone (serialisable), and answers once it is on disk.
  /// - Throws: what `body` throws, or `DatabaseError`.
  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await writes.run(body)
  }

  /// `read`, blocking the calling thread: at start-up, or inside a transaction of another database. Never from a task.
  package func readNow<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) throws -> T {
    try reads.runNow(body)
  }

  /// `write`, blocking the calling thread, as `readNow`.
  @discardableResult
  package func writeNow<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) throws -> T {
    try writes.runNow(body)
  }

  /// Empties SQLite's journal into its file, so that what was erased stands nowhere any more, not even beside the file.
  /// On a server, and while somebody still reads an older state, nothing happens: the next time will do it.
  package func emptyJournal() async {
    try? await holdings?.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// The same, blocking the calling thread, as `writeNow`.
  package func emptyJournalNow() {
    try? holdings?.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  package var statistics: Statistics { counters.withLockedValue { $0 } }

  /// A word when the disk refuses to keep what was written: nothing can be promised any more, the server has to start
  /// anew. For one reader. A PostgreSQL server judges its own disk, and starts anew by itself.
  package var losses: AsyncStream<Void> { lossSignal.stream }
  package var hasLost: Bool { lossSignal.isDeclared }

  /// Refuses new work with `.unavailable`, lets what runs end, and lets go of the file or the connections. Blocks.
  package func close() {
    reads.close()
    writes.close()
    reads.waitUntilClosed()
    writes.waitUntilClosed()
    try? holdings?.pool.close()
    holdings?.lock?.release()
  }
}

/// What an open file holds: its connections, and the right to be alone. Stations share it, so that both last as long
/// as the last of them.
struct SQLiteHoldings: Sendable {
  let pool: DatabasePool
  /// nil for whoever only reads.
  let lock: FileLock?
}
