/// Statements on one PostgreSQL connection, inside a transaction.
final class PostgresSession: Session {
  let engine = Engine.postgres
  private let connection: PostgresConnection

  init(_ connection: PostgresConnection) { self.connection = connection }

  func forEachRow(of sql: SQL, _ body: (Row) throws -> Bool) throws {
    let result = try connection.run(sql)
    for row in 0..<result.rowCount {
      guard try body(Row(source: .postgres(result, row: row))) else { return }
    }
  }

  func change(_ sql: SQL) throws -> Int { try connection.run(sql).changeCount }

  func takeTime() { connection.patience = nil }
}
