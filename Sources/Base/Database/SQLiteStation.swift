import GRDB

/// Runs transactions on GRDB's pool: readers side by side, each on its own snapshot; one writer.
final class SQLiteStation: Station {
  enum Access { case read, write }

  private let holdings: SQLiteHoldings
  private let access: Access
  private let counters: Counters
  private let losses: Losses

  init(_ holdings: SQLiteHoldings, _ access: Access, counters: Counters, losses: Losses) {
    self.holdings = holdings
    self.access = access
    self.counters = counters
    self.losses = losses
  }

  func run<T>(_ body: (Transaction) throws -> T) throws -> T {
    do {
      let result = try access == .read ? holdings.pool.read { try read(body, $0) } : write(body)
      counters.add(to: \.transactions)
      return result
    } catch let error as GRDB.DatabaseError {
      throw noted(DatabaseError(error))
    } catch let error as DatabaseError {
      throw noted(error)
    }
  }

  private func noted(_ error: DatabaseError) -> DatabaseError {
    if error == .undurable { losses.declare() }
    return error
  }

  private func read<T>(_ body: (Transaction) throws -> T, _ database: GRDB.Database) throws -> T {
    try SQLitePatience.watching(database) { try perform(body, SQLiteSession(database, $0)) }
  }

  private func write<T>(_ body: (Transaction) throws -> T) throws -> T {
    // The next one would stand on what may not be there.
    if losses.isDeclared { throw DatabaseError.undurable }
    return try holdings.pool.writeWithoutTransaction { database in
      var result: T?
      try database.inTransaction(.immediate) {
        result = try perform(body, SQLiteSession(database))
        return .commit
      }
      guard let result else { throw DatabaseError.unavailable }
      return result
    }
  }

  private func perform<T>(_ body: (Transaction) throws -> T, _ session: SQLiteSession) throws -> T {
    let transaction = Transaction(session)
    defer { transaction.end() }
    let result = try body(transaction)
    try transaction.requireSound()
    return result
  }
}
