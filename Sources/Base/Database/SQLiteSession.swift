import GRDB

/// Statements on one SQLite connection, inside a transaction.
final class SQLiteSession: Session {
  let engine = Engine.sqlite
  private let database: GRDB.Database
  /// Statements whose rows are being read.
  private var underWay: Set<String> = []

  /// nil while writing: what an act changes is never cut in the middle by us.
  private let patience: SQLitePatience?

  init(_ database: GRDB.Database, _ patience: SQLitePatience? = nil) {
    self.database = database
    self.patience = patience
  }

  func forEachRow(of sql: SQL, _ body: (Row) throws -> Bool) throws {
    let text = sql.text(for: .sqlite)
    let prepared = try translated { try statement(text, valueCount: sql.values.count) }
    let isFirstUse = underWay.insert(text).inserted
    defer { if isFirstUse { underWay.remove(text) } }
    let rows = try translated { try GRDB.Row.fetchCursor(prepared, arguments: arguments(sql)) }
    while let row = try translated({ try next(rows) }) {
      guard try body(Row(source: .sqlite(row))) else { return }
    }
  }

  private func next(_ rows: RowCursor) throws -> GRDB.Row? {
    patience?.begin()
    return try rows.next()
  }

  func change(_ sql: SQL) throws -> Int {
    try translated {
      // A statement that changes nothing, such as CREATE TABLE, leaves the count of the one before.
      let before = database.totalChangesCount
      try statement(sql.text(for: .sqlite), valueCount: sql.values.count).execute(arguments: arguments(sql))
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func takeTime() { patience?.takeTime() }

  /// A closure that reads rows may ask the same question again meanwhile: it then gets a statement of its own.
  /// So does a long list, whose length will not come again.
  private func statement(_ text: String, valueCount: Int) throws -> Statement {
    if underWay.contains(text) || valueCount > 1024 { return try database.makeStatement(sql: text) }
    return try database.cachedStatement(sql: text)
  }

  private func arguments(_ sql: SQL) -> StatementArguments { StatementArguments(sql.values.map(\.sqlite)) }

  private func translated<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as GRDB.DatabaseError {
      let refusal = DatabaseError(error)
      if error.resultCode == .SQLITE_ERROR { refusal.report(error.sql, error.message) }
      throw refusal
    }
  }
}
