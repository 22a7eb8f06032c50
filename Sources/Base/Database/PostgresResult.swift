import CPostgres

/// What the server answered, freed with its last row.
final class PostgresResult {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var isSuccess: Bool { status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK }
  var rowCount: Int32 { PQntuples(pointer) }
  var columnCount: Int { Int(PQnfields(pointer)) }
  /// Rows changed; 0 for a statement that changes none.
  var changeCount: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
  /// "COMMIT", "ROLLBACK"…
  var command: String { String(cString: PQcmdStatus(pointer)) }

  var sqlstate: String { field("C") }
  var table: String { field("t") }
  var message: String { field("M") }

  private func field(_ code: Unicode.Scalar) -> String {
    PQresultErrorField(pointer, Int32(code.value)).map { String(cString: $0) } ?? ""
  }
}

// MARK: Columns, in text format

extension PostgresResult {
  func columnName(_ column: Int) -> String { String(cString: PQfname(pointer, Int32(column))) }
  func isNull(_ row: Int32, _ column: Int) -> Bool { PQgetisnull(pointer, row, Int32(column)) != 0 }

  func integer(_ row: Int32, _ column: Int) -> Int64? {
    PostgresType.isInteger(type(column)) ? Int64(string(row, column)) : nil
  }

  func real(_ row: Int32, _ column: Int) -> Double? {
    PostgresType.isNumber(type(column)) ? Double(string(row, column)) : nil
  }

  func text(_ row: Int32, _ column: Int) -> String? {
    PostgresType.isText(type(column)) ? string(row, column) : nil
  }

  func bool(_ row: Int32, _ column: Int) -> Bool? {
    type(column) == PostgresType.bool ? units(row, column).first == UInt8(ascii: "t") : nil
  }

  func bytes(_ row: Int32, _ column: Int) -> [UInt8]? {
    guard type(column) == PostgresType.bytes, let start = units(row, column).baseAddress else { return nil }
    var count = 0
    guard let decoded = PQunescapeBytea(start, &count) else { return nil }
    defer { PQfreemem(decoded) }
    return Array(UnsafeBufferPointer(start: decoded, count: count))
  }

  private func type(_ column: Int) -> UInt32 { PQftype(pointer, Int32(column)) }

  private func string(_ row: Int32, _ column: Int) -> String { String(decoding: units(row, column), as: UTF8.self) }

  private func units(_ row: Int32, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = UnsafeRawPointer(PQgetvalue(pointer, row, Int32(column)))?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(PQgetlength(pointer, row, Int32(column))))
  }
}
