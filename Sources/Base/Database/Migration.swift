import Crypto
import Foundation

/// A change of the tables, forward only, made once and never edited afterwards.
package struct Migration: Sendable {
  /// Its date and a sentence: "2026-11-21 personnes: les structures et les rôles". Unique for ever.
  package let name: String
  private let shared: [SQL]
  private let own: [Engine: [SQL]]

  /// - Parameter own: what each engine runs after that in its own words, from `Dialecte…` files only.
  package init(_ name: String, _ shared: SQL..., puis own: (Engine) -> [SQL] = { _ in [] }) {
    self.name = name
    self.shared = shared
    self.own = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, own($0)) })
  }

  func statements(for engine: Engine) -> [SQL] { shared + (own[engine] ?? []) }

  /// SHA-256 of its statements, of both engines, hexadecimal: a base keeps it when it goes from one to the other.
  var fingerprint: String {
    var hash = SHA256()
    for statement in shared + Engine.allCases.flatMap({ own[$0] ?? [] }) {
      hash.update(data: Data(statement.text.utf8))
      hash.update(data: Data("\n\(statement.values)\n".utf8))
    }
    return hash.finalize().hexadecimal
  }
}
