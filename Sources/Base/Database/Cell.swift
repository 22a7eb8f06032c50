import GRDB

/// One column of one row. A type that stores itself in a column reads one of these in `Column.init(_:)`.
package struct Cell {
  let source: Row.Source
  let index: Int

  package var isNull: Bool {
    switch source {
    case .sqlite(let row): row.hasNull(atIndex: index)
    case .postgres(let result, let row): result.isNull(row, index)
    }
  }

  /// The error that names this column, for a value that cannot be what it should.
  package var unreadable: DatabaseError { .decoding(name) }

  func integer() throws -> Int64 { try read(sqlite: \.asInteger) { $0.integer($1, index) } }
  func real() throws -> Double { try read(sqlite: \.asReal) { $0.real($1, index) } }
  func text() throws -> String { try read(sqlite: \.asText) { $0.text($1, index) } }
  func bool() throws -> Bool { try read(sqlite: \.asBool) { $0.bool($1, index) } }
  func bytes() throws -> [UInt8] { try read(sqlite: \.asBytes) { $0.bytes($1, index) } }

  private func read<T>(
    sqlite: (DatabaseValue) -> T?, postgres: (PostgresResult, Int32) -> T?
  ) throws -> T {
    let value: T? =
      switch source {
      case .sqlite(let row): sqlite(row[index])
      case .postgres(let result, let row): result.isNull(row, index) ? nil : postgres(result, row)
      }
    guard let value else { throw unreadable }
    return value
  }

  private var name: String {
    switch source {
    case .sqlite(let row): Array(row.columnNames)[index]
    case .postgres(let result, _): result.columnName(index)
    }
  }
}
