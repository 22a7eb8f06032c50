import GRDB

/// Runs transactions on GRDB's pool: readers side by side, each on its own snapshot; one writer.
final class SQLiteStation: Station {
  enum Access { case read, write }

  private let holdings: SQLiteHoldings
  private let access: Access
  private let counters: Counters

  init(_ holdings: SQLiteHoldings, _ access: Access, counters: Counters) {
    self.holdings = holdings
    self.access = access
    self.counters = counters
  }

  func run<T>(_ body: (Transaction) throws -> T) throws -> T {
    do {
      let result = try access == .read ? holdings.pool.read { try perform(body, $0) } : write(body)
      counters.add(to: \.transactions)
      return result
    } catch let error as GRDB.DatabaseError {
      throw DatabaseError(error)
    }
  }

  private func write<T>(_ body: (Transaction) throws -> T) throws -> T {
    try holdings.pool.writeWithoutTransaction { database in
      var result: T?
      try database.inTransaction(.immediate) {
        result = try perform(body, database)
        return .commit
      }
      guard let result else { throw DatabaseError.unavailable }
      return result
    }
  }

  private func perform<T>(_ body: (Transaction) throws -> T, _ database: GRDB.Database) throws -> T {
    let transaction = Transaction(SQLiteSession(database))
    defer { transaction.end() }
    let result = try body(transaction)
    try transaction.requireSound()
    return result
  }
}
