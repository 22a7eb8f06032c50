import Dispatch
import GRDB
import GRDBSQLite

/// How long a page waits for the next row of a file: as long as a server would let it (`statement_timeout`). Beyond, the
/// statement is cut off and `.busy`: nobody waits minutes for a figure.
final class SQLitePatience {
  private static let usual = DispatchTimeInterval.seconds(10)
  /// Between two looks at the clock; a few tenths of a millisecond.
  private static let operations: Int32 = 10_000

  private var deadline = DispatchTime.distantFuture
  private var isEndless = false

  /// A row is asked for.
  func begin() { if !isEndless { deadline = .now() + Self.usual } }

  func takeTime() {
    isEndless = true
    deadline = .distantFuture
  }

  /// Watches one connection while `body` reads from it.
  static func watching<T>(_ database: GRDB.Database, _ body: (SQLitePatience) throws -> T) rethrows -> T {
    let patience = SQLitePatience()
    let connection = database.sqliteConnection
    sqlite3_progress_handler(
      connection, operations,
      { context in
        guard let context else { return 0 }
        return Unmanaged<SQLitePatience>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(patience).toOpaque())
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(patience) { try body(patience) }
  }

  private var isOver: Bool { DispatchTime.now() > deadline }
}
