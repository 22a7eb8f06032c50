import Foundation
import GRDB

/// The two engines. One SQL text serves both; whatever differs between them stands in this file, and in
/// `DialecteTraces.swift` for what keeps the traces from being changed.
package enum Engine: String, Sendable, CaseIterable {
  case sqlite, postgres
}

// MARK: Statements

extension SQL {
  /// The words with the engine's placeholders: `?` in order for SQLite, `$1`, `$2`… for PostgreSQL.
  func text(for engine: Engine) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(text.utf8.count + 2 * values.count)
    var rank = 0
    for unit in text.utf8 {
      guard unit == 0 else {
        units.append(unit)
        continue
      }
      rank += 1
      switch engine {
      case .sqlite: units.append(UInt8(ascii: "?"))
      case .postgres: units.append(contentsOf: "$\(rank)".utf8)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }
}

extension Engine {
  /// Keeps two nodes from running one migration twice: taken first in its transaction. SQLite has a single writer.
  /// Building an index may take longer than any statement of a page.
  var migrationLock: [SQL] {
    switch self {
    case .sqlite: []
    case .postgres:
      [
        "SET LOCAL statement_timeout = 0", "SET LOCAL lock_timeout = '60s'", "LOCK TABLE migration IN EXCLUSIVE MODE",
      ]
    }
  }
}

extension Engine {
  /// Said first in a transaction that reads for as long as it takes.
  var longRead: [SQL] {
    switch self {
    case .sqlite: []
    case .postgres: ["SET LOCAL statement_timeout = 0", "SET LOCAL idle_in_transaction_session_timeout = 0"]
    }
  }

  /// The same, for a copy to be restored. A snapshot beside serialisable writers may show a state that no order of
  /// their acts explains: this one waits for a moment when it cannot. SQLite has a single writer, hence no such state.
  var longCopy: [SQL] {
    switch self {
    case .sqlite: []
    case .postgres: ["SET TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE"] + longRead
    }
  }
}

extension Engine {
  /// Wakes the nodes that listen, once the transaction is committed.
  var wake: [SQL] {
    switch self {
    case .sqlite: []
    case .postgres: ["SELECT pg_notify('vademecum', '')"]
    }
  }

  /// What a PostgreSQL connection says to hear that call.
  static let listen: StaticString = "LISTEN vademecum"
}

extension Transaction {
  /// Whether a table of this name is there, for whoever asks.
  func has(table name: String) throws -> Bool {
    let question: SQL =
      switch engine {
      case .sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = \(name)"
      case .postgres: "SELECT 1 FROM pg_class WHERE oid = to_regclass(\(name))"
      }
    return try first(question) { _ in true } ?? false
  }
}

extension DatabaseError {
  /// The account that opened the base has no right to do this.
  var isForbidden: Bool { self == .other(code: "42501") }
}

// MARK: SQLite

extension Value {
  var sqlite: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bool(let bool): (bool ? 1 : 0).databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}

extension DatabaseValue {
  var asInteger: Int64? { if case .int64(let number) = storage { number } else { nil } }
  var asText: String? { if case .string(let text) = storage { text } else { nil } }
  var asBytes: [UInt8]? { if case .blob(let data) = storage { Array(data) } else { nil } }

  var asReal: Double? {
    switch storage {
    case .double(let number): number
    case .int64(let number): Double(number)
    default: nil
    }
  }

  var asBool: Bool? {
    switch storage {
    case .int64(0): false
    case .int64(1): true
    default: nil
    }
  }
}

extension DatabaseError {
  init(_ error: GRDB.DatabaseError) {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      self = .unique(table: Self.table(in: error.message ?? ""))
    case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
    case .SQLITE_CONSTRAINT_NOTNULL: self = .notNull
    case .SQLITE_CONSTRAINT_CHECK: self = .check
    default: self.init(primary: error)
    }
  }

  private init(primary error: GRDB.DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_INTERRUPT: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full
    case .SQLITE_IOERR where Self.losses.contains(error.extendedResultCode): self = .undurable
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_CANTOPEN: self = .unavailable
    default: self = .other(code: String(error.extendedResultCode.rawValue))
    }
  }

  /// What was written may not be on the disk. The system says it once, then forgets: asking again proves nothing.
  private static let losses: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
  ]

  /// "UNIQUE constraint failed: personne.courriel" → "personne".
  private static func table(in message: String) -> String {
    guard let start = message.range(of: ": ")?.upperBound, let dot = message[start...].firstIndex(of: ".") else {
      return ""
    }
    return String(message[start..<dot])
  }
}

// MARK: PostgreSQL

/// Types of parameters and columns, as the server numbers them.
enum PostgresType {
  static let bool: UInt32 = 16
  static let bytes: UInt32 = 17
  static let bigint: UInt32 = 20
  static let text: UInt32 = 25
  static let double: UInt32 = 701

  /// SMALLINT, INTEGER, BIGINT; NUMERIC is what `sum` of BIGINT answers.
  static func isInteger(_ type: UInt32) -> Bool { type == bigint || type == 23 || type == 21 || type == 1700 }
  static func isNumber(_ type: UInt32) -> Bool { type == double || type == 700 || isInteger(type) }
  /// TEXT, VARCHAR, CHAR, the server's names, an untyped literal.
  static func isText(_ type: UInt32) -> Bool { type == text || [1043, 1042, 19, 705].contains(type) }
}

extension Value {
  /// Sent with every value, so that `\(x) * 1000` is computed in 64 bits as on SQLite. 0: the server decides, for NULL.
  var postgresType: UInt32 {
    switch self {
    case .null: 0
    case .integer: PostgresType.bigint
    case .real: PostgresType.double
    case .text: PostgresType.text
    case .bool: PostgresType.bool
    case .bytes: PostgresType.bytes
    }
  }
}

extension DatabaseError {
  init(sqlstate: String, table: String) {
    switch sqlstate {
    case "23505": self = .unique(table: table)
    case "23503": self = .foreignKey
    case "23502": self = .notNull
    case "23514": self = .check
    // Met another writer; a lock or the statement itself took too long.
    case "40001", "40P01", "55P03", "57014": self = .busy
    case "25006": self = .readOnly
    case "53100": self = .full
    case "53300", "57P01", "57P02", "57P03": self = .unavailable
    case _ where sqlstate.isEmpty || sqlstate.hasPrefix("08"): self = .unavailable
    default: self = .other(code: sqlstate)
    }
  }
}
