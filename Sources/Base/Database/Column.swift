import Temps

/// What can be read out of one column. `Optional` adds NULL to any of them.
package protocol Column {
  /// - Throws: `DatabaseError.decoding` when the column holds something else, or NULL.
  init(_ cell: Cell) throws
}

extension String: Column {
  package init(_ cell: Cell) throws { self = try cell.text() }
}

extension Int64: Column {
  package init(_ cell: Cell) throws { self = try cell.integer() }
}

extension Int: Column {
  package init(_ cell: Cell) throws { self = Int(try cell.integer()) }
}

extension Double: Column {
  package init(_ cell: Cell) throws { self = try cell.real() }
}

extension Bool: Column {
  package init(_ cell: Cell) throws { self = try cell.bool() }
}

extension Array: Column where Element == UInt8 {
  package init(_ cell: Cell) throws { self = try cell.bytes() }
}

extension Instant: Column {
  package init(_ cell: Cell) throws { self.init(milliseconds: try cell.integer()) }
}

extension Optional: Column where Wrapped: Column {
  package init(_ cell: Cell) throws { self = cell.isNull ? nil : try Wrapped(cell) }
}
