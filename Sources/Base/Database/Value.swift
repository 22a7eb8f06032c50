/// What a column holds or a statement is given, before an engine writes it its own way.
package enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bool(Bool)
  case bytes([UInt8])
}

/// What may be written inside an `SQL` interpolation: it becomes a bound parameter, never text of the statement.
package protocol Bindable {
  var bound: Value { get }
}

extension Value {
  /// Why no engine takes it, or nil: PostgreSQL has no NUL in text, SQLite turns a NaN into NULL. Both refuse both.
  var refusal: DatabaseError? {
    switch self {
    case .text(let text) where text.holdsNUL: .other(code: "NUL in text")
    case .real(let number) where number.isNaN: .other(code: "NaN")
    default: nil
    }
  }
}

extension String {
  fileprivate var holdsNUL: Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0)
  }
}
