/// How a session begins its transactions.
enum PostgresAccess {
  case read, write

  var begin: StaticString {
    switch self {
    case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE"
    }
  }

  /// Once for each connection: no statement holds a page for ever, nor a lock after its node has gone silent.
  static let setup: StaticString =
    """
    SET client_min_messages = error; SET statement_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'
    """
}
