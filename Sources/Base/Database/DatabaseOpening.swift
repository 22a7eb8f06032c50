import GRDB
import NIOConcurrencyHelpers

extension Database {
  /// Opens or creates the file, for this process alone.
  /// - Parameter patience: how long a closure may wait for its turn before `.busy`.
  /// - Throws: `OpeningError`.
  package static func sqlite(
    path: String, readers: Int = 4, patience: Duration = .seconds(5)
  ) throws -> Database {
    // In this order: nothing is touched before the file is ours.
    let lock = try FileLock(beside: path)
    try DatabasePool.createPrivateFile(path)
    let losses = Losses(watching: path)
    let holdings = try SQLiteHoldings(pool: .opened(path: path, readers: readers), lock: lock)
    return sqlite(holdings, readers: readers, patience: patience, losses: losses)
  }

  /// Opens a file that is there, to read it only: while a server works in it too, and without making anything.
  /// - Throws: `OpeningError`.
  package static func sqlite(toRead path: String) throws -> Database {
    let holdings = try SQLiteHoldings(pool: .openedToRead(path: path), lock: nil)
    return sqlite(holdings, readers: 1, patience: .seconds(5), losses: Losses())
  }

  private static func sqlite(
    _ holdings: SQLiteHoldings, readers: Int, patience: Duration, losses: Losses
  ) -> Database {
    let counters = Counters(Statistics())
    return Database(
      .sqlite,
      reads: Lane("lecture", threads: readers, patience: patience, counters: counters) {
        SQLiteStation(holdings, .read, counters: counters, losses: losses)
      },
      writes: Lane("écriture", threads: 1, patience: patience, counters: counters) {
        SQLiteStation(holdings, .write, counters: counters, losses: losses)
      },
      counters: counters, holdings: holdings, losses: losses)
  }

  /// Connects at the first need, and again whenever the connection is lost: a server that is down gives `.unavailable`.
  ///
  /// One connection writes, the others read. On small tables the server locks whole index pages, so that writers of
  /// unrelated rows seem to meet. 32 tasks, each changing its own rows in 3 tables of 32: retries were 0 % of
  /// transactions with one writer, 10 % with two, 36 % with four, 80 % with eight (1 in 30 given up); 2 % with two
  /// writers on 3,000 rows. Without sequential scans (`enable_seqscan = off`) they were the same. Two nodes make two writers.
  /// - Parameters:
  ///   - conninfo: as libpq reads it, "host=… dbname=…" or a URL.
  ///   - connections: in all, at least 2.
  ///   - patience: how long a closure may wait for its turn before `.busy`.
  /// - Throws: `OpeningError.unreadable` when `conninfo` is not one. The server itself is not asked yet.
  package static func postgres(
    _ conninfo: String, connections: Int = 8, patience: Duration = .seconds(5)
  ) throws -> Database {
    try PostgresConnection.requireReadable(conninfo)
    return postgres(conninfo, readers: max(1, connections - 1), writers: 1, patience: patience)
  }

  static func postgres(_ conninfo: String, readers: Int, writers: Int, patience: Duration) -> Database {
    let counters = Counters(Statistics())
    return Database(
      .postgres,
      reads: Lane("lecture", threads: readers, patience: patience, counters: counters) {
        PostgresStation(conninfo, .read, counters: counters)
      },
      writes: Lane("écriture", threads: writers, patience: patience, counters: counters) {
        PostgresStation(conninfo, .write, counters: counters)
      },
      counters: counters, conninfo: conninfo)
  }
}
