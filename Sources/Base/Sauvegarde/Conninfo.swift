import CPostgres
import Foundation

/// An address of PostgreSQL, taken apart by libpq itself.
enum Conninfo {
  /// What a program of PostgreSQL needs to reach it: libpq's own variables, never a word on a command line. A word that
  /// has no variable (keepalives…) is left out.
  static func environment(_ conninfo: String) throws -> [String: String] {
    let ours = ProcessInfo.processInfo.environment
    var environment = ours.filter { $0.key.hasPrefix("PG") || ["PATH", "HOME"].contains($0.key) }
    environment["LC_ALL"] = "C.UTF-8"
    for word in try words(conninfo) {
      if let variable = word.variable { environment[variable] = word.value }
    }
    return environment
  }

  static func base(_ conninfo: String) throws -> String? { try words(conninfo).first { $0.name == "dbname" }?.value }

  /// The same server and role, another base.
  static func replacing(base: String, in conninfo: String) throws -> String {
    let kept = try words(conninfo).filter { $0.name != "dbname" }.map { ($0.name, $0.value) }
    return (kept + [("dbname", base)]).map { name, value in
      let escaped = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      return "\(name)='\(escaped)'"
    }.joined(separator: " ")
  }

  private struct Word {
    let name: String
    let variable: String?
    let value: String
  }

  /// The words that were given.
  private static func words(_ conninfo: String) throws -> [Word] {
    try PostgresConnection.requireReadable(conninfo)
    guard let options = PQconninfoParse(conninfo, nil) else { throw OpeningError.unreadable(reason: "") }
    defer { PQconninfoFree(options) }
    var words: [Word] = []
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        words.append(
          Word(
            name: String(cString: keyword), variable: option.pointee.envvar.map { String(cString: $0) },
            value: String(cString: value)))
      }
      option += 1
    }
    return words
  }
}
