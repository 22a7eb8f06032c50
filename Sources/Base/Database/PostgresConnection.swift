import CPostgres

/// One connection to the server, used by one thread.
final class PostgresConnection {
  /// Why the transaction under way cannot go on, when running it again may help.
  enum Setback {
    /// It met another writer.
    case conflict
    /// A statement was prepared before a migration changed its table.
    case stale
    case lost
    /// Lost while the server was told to commit: nobody knows.
    case lostAtCommit
  }

  private struct StatementKey: Hashable {
    let text: String
    let types: [UInt32]
  }

  private(set) var setback: Setback?
  let pointer: OpaquePointer
  /// The server holds the connection and says nothing more: see `PostgresWaiting`.
  var isSilent = false
  /// Until when its answers are waited for; nil for as long as it takes.
  var patience: Duration? = PostgresConnection.usualPatience
  private var statements: [StatementKey: String] = [:]
  private static let statementLimit = 512

  /// Connects and sets the session up, or throws `.unavailable`.
  init(_ conninfo: String, setup: StaticString) throws {
    guard let pointer = Self.open(conninfo) else { throw DatabaseError.unavailable }
    self.pointer = pointer
    guard PQstatus(pointer) == CONNECTION_OK else {
      Self.reportSilence(of: pointer)
      throw DatabaseError.unavailable
    }
    // Nothing here may wait for a server for ever: sending neither.
    PQsetnonblocking(pointer, 1)
    try command(setup)
  }

  deinit { PQfinish(pointer) }

  func begin(_ words: StaticString) throws {
    setback = nil
    patience = Self.usualPatience
    try command(words)
  }

  func commit() throws {
    do {
      let result = try command("COMMIT")
      // The server answers so, without complaint, to a transaction that had failed.
      guard result.command == "COMMIT" else { throw DatabaseError.other(code: result.command) }
    } catch {
      if isLost { setback = .lostAtCommit }
      throw error
    }
  }

  func rollBack() {
    guard !isLost else { return }
    let before = setback
    _ = try? command("ROLLBACK")
    setback = isLost ? .lost : before
  }

  func run(_ sql: SQL) throws -> PostgresResult {
    let parameters = PostgresParameters(sql.values)
    let name = try prepared(sql, parameters.types)
    let sent = parameters.withPointers {
      PQsendQueryPrepared(pointer, name, Int32(parameters.types.count), $0, nil, nil, 0)
    }
    return try checked(answer(to: sent), sql)
  }

  var isLost: Bool { isSilent || PQstatus(pointer) != CONNECTION_OK }

  /// Statements are prepared again at their next use.
  func forgetStatements() {
    statements.removeAll()
    _ = try? command("DEALLOCATE ALL")
  }

  @discardableResult
  private func command(_ words: StaticString) throws -> PostgresResult {
    try checked(answer(to: PQsendQuery(pointer, words.description)), nil)
  }

  private func prepared(_ sql: SQL, _ types: [UInt32]) throws -> String {
    let key = StatementKey(text: sql.text, types: types)
    if let name = statements[key] { return name }
    if statements.count >= Self.statementLimit { forgetStatements() }
    let name = "s\(statements.count)"
    let sent = PQsendPrepare(pointer, name, sql.text(for: .postgres), Int32(types.count), types)
    _ = try checked(answer(to: sent), sql)
    statements[key] = name
    return name
  }

  private func checked(_ answer: OpaquePointer?, _ sql: SQL?) throws -> PostgresResult {
    guard let answer else {
      setback = .lost
      throw DatabaseError.unavailable
    }
    let result = PostgresResult(answer)
    guard result.isSuccess else { throw refusal(result, sql) }
    return result
  }

  private func refusal(_ result: PostgresResult, _ sql: SQL?) -> DatabaseError {
    let state = result.sqlstate
    if isLost {
      setback = .lost
      return .unavailable
    }
    switch state {
    case "40001", "40P01": setback = .conflict
    case "0A000", "26000": setback = .stale
    default: break
    }
    let error = DatabaseError(sqlstate: state, table: result.table)
    // Class 42: words the server cannot make sense of. Its message names them, never a value.
    if state.hasPrefix("42") { error.report(sql?.text(for: .postgres), result.message) }
    return error
  }
}
