import Crypto
import Foundation

/// A change of the tables, forward only, made once and never edited afterwards.
package struct Migration: Sendable {
  /// Its date and a sentence: "2026-11-21 personnes: les structures et les rôles". Unique for ever.
  package let name: String
  let statements: [SQL]

  package init(_ name: String, _ statements: SQL...) {
    self.name = name
    self.statements = statements
  }

  /// SHA-256 of its statements, hexadecimal.
  var fingerprint: String {
    var hash = SHA256()
    for statement in statements {
      hash.update(data: Data(statement.text.utf8))
      hash.update(data: Data("\n\(statement.values)\n".utf8))
    }
    return hash.finalize().hexadecimal
  }
}
