/// A statement and its bound values: `"SELECT nom FROM personne WHERE id = \(id)"`.
///
/// Every interpolation binds. The words themselves are literals of the source code: there is no way to make them from a
/// `String`, so nothing that somebody typed can become part of a statement.
///
/// A value is sent with its type: write `substr(nom, 1, 3)`, or `CAST(\(n) AS INTEGER)` where an engine wants a smaller
/// integer. A `nil` has no type: `\(x) IS NULL` is for Swift to decide, not for the statement.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The words, with `mark` where a value stands: each engine puts its own placeholder there.
  private(set) var text: String
  private(set) var values: [Value]

  /// NUL: the one character that no statement can hold.
  static let mark: Unicode.Scalar = "\0"

  package init(stringLiteral words: StaticString) {
    text = words.description
    values = []
  }

  package init(stringInterpolation words: StringInterpolation) { self = words.sql }

  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.append(right)
    return sum
  }

  fileprivate mutating func append(_ other: SQL) {
    text += other.text
    values += other.values
  }

  fileprivate mutating func append(_ value: Value) {
    text.unicodeScalars.append(SQL.mark)
    values.append(value)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql: SQL = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      sql.text.reserveCapacity(literalCapacity + interpolationCount)
      sql.values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ words: StaticString) { sql.text += words.description }

    /// A bound value.
    package mutating func appendInterpolation(_ value: some Bindable) { sql.append(value.bound) }

    /// A bound value, or NULL. Its own overload: the compiler suspects every optional in a text.
    package mutating func appendInterpolation(_ value: (some Bindable)?) { sql.append(value.bound) }

    /// Another statement, or a piece of one, with its values.
    package mutating func appendInterpolation(sql other: SQL) { sql.append(other) }

    /// A bound list with its parentheses: `WHERE id IN \(list: ids)`.
    ///
    /// An empty list is `(NULL)`: `IN` matches nothing, and neither does `NOT IN`.
    /// At most 32,000 values; above some hundreds, prefer a join.
    package mutating func appendInterpolation(list values: some Sequence<some Bindable>) {
      sql.append(list: values.map(\.bound))
    }
  }
}

extension SQL {
  /// Repeats the last value up to a power of two, so that lists of every length share a dozen prepared statements.
  fileprivate mutating func append(list values: [Value]) {
    guard let last = values.last else { return append("(NULL)") }
    text += "("
    for (rank, value) in values.enumerated() {
      if rank > 0 { text += ", " }
      append(value)
    }
    for _ in values.count..<Self.paddedCount(values.count) {
      text += ", "
      append(last)
    }
    text += ")"
  }

  private static func paddedCount(_ count: Int) -> Int {
    guard count <= 1024 else { return count }
    var padded = 1
    while padded < count { padded *= 2 }
    return padded
  }
}
