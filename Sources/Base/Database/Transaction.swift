/// The database as one closure of `read` or `write` sees it. Lives and dies inside that closure.
///
/// A statement that fails ends the transaction on both engines: what follows fails alike, and nothing is kept even
/// if the closure goes on. To expect a conflict, write `ON CONFLICT DO NOTHING` and look at the rows changed.
package final class Transaction {
  package let engine: Engine
  private let session: any Session
  private var failure: DatabaseError?

  init(_ session: any Session) {
    engine = session.engine
    self.session = session
  }

  /// Every row, in order. `decode` only reads its row.
  package func all<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> [T] {
    var found: [T] = []
    try attempt(sql) {
      try session.forEachRow(of: sql) { row in
        found.append(try decode(row))
        return true
      }
    }
    return found
  }

  /// The first row, or nil.
  package func first<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> T? {
    var found: T?
    try attempt(sql) {
      try session.forEachRow(of: sql) { row in
        found = try decode(row)
        return false
      }
    }
    return found
  }

  /// Rows inserted, updated or deleted by the statement itself (cascades not counted).
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int {
    try attempt(sql) { try session.change(sql) }
  }

  /// Says these words first, and lets what follows last as long as it takes: nobody waits for it in front of a page.
  func takeTime(_ words: [SQL]) throws {
    session.takeTime()
    for statement in words { try execute(statement) }
  }

  /// Throws what a closure hid, so that half of its statements are never committed.
  func requireSound() throws {
    if let failure { throw failure }
  }

  /// A transaction kept after its closure answers no more.
  func end() { failure = .other(code: "transaction ended") }

  private func attempt<T>(_ sql: SQL, _ body: () throws -> T) throws -> T {
    try requireSound()
    do {
      for value in sql.values { if let refusal = value.refusal { throw refusal } }
      return try body()
    } catch let error as DatabaseError {
      // The engine did its part when a row was merely not what the reader expected.
      if case .decoding = error { throw error }
      failure = error
      throw error
    }
  }
}

/// One engine's connection inside a transaction.
protocol Session: AnyObject {
  var engine: Engine { get }
  /// Goes on while `body` answers true.
  func forEachRow(of sql: SQL, _ body: (Row) throws -> Bool) throws
  func change(_ sql: SQL) throws -> Int
  /// The engine is waited for as long as it takes, until this transaction ends.
  func takeTime()
}
