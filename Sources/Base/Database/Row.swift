import GRDB

/// One row of an answer, read where the engine keeps it. Valid only inside the closure it is given to.
package struct Row {
  enum Source {
    case sqlite(GRDB.Row)
    case postgres(PostgresResult, row: Int32)
  }

  let source: Source

  /// Columns are counted from 0, in the order of the SELECT.
  /// - Throws: `DatabaseError.decoding`, naming the column, on another type, an unexpected NULL or no such column.
  package subscript<C: Column>(_ index: Int) -> C {
    get throws {
      guard index >= 0, index < count else { throw DatabaseError.decoding("column \(index)") }
      return try C(Cell(source: source, index: index))
    }
  }

  private var count: Int {
    switch source {
    case .sqlite(let row): row.count
    case .postgres(let result, _): result.columnCount
    }
  }
}
