import CPostgres
import Foundation
import Logging

extension PostgresConnection {
  /// The operator's words win over ours, but for the encoding.
  static func open(_ conninfo: String) -> OpaquePointer? {
    let settings: [(String, String)] = [
      ("connect_timeout", "5"),
      // A server that vanished without a word is noticed within half a minute.
      ("tcp_user_timeout", "20000"), ("keepalives_idle", "20"),
      ("fallback_application_name", "vademecum"),
      ("dbname", conninfo),
      ("client_encoding", "UTF8"),
    ]
    let words = settings.flatMap { [strdup($0.0), strdup($0.1)] }
    defer { for word in words { free(word) } }
    var keys = stride(from: 0, to: words.count, by: 2).map { UnsafePointer(words[$0]) }
    var values = stride(from: 1, to: words.count, by: 2).map { UnsafePointer(words[$0]) }
    keys.append(nil)
    values.append(nil)
    return PQconnectdbParams(keys, values, 1)
  }

  static func requireReadable(_ conninfo: String) throws {
    var reason: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(conninfo, &reason)
    defer {
      PQconninfoFree(options)
      PQfreemem(reason)
    }
    guard options == nil else { return }
    throw OpeningError.unreadable(reason: reason.map { String(cString: $0) } ?? "")
  }

  /// libpq's reason names the server and the role, never the password.
  static func reportSilence(of pointer: OpaquePointer) {
    let reason = String(cString: PQerrorMessage(pointer)).split(separator: "\n").joined(separator: " ")
    Logger(label: "vademecum.base").warning("PostgreSQL does not answer", metadata: ["reason": "\(reason)"])
  }
}
