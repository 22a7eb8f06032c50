import Base
import Foundation

/// A mail address, as far as a server can judge one: the link that arrives is the proof.
package struct Adresse: Sendable, Equatable {
  package let text: String

  /// nil when no mail could be delivered to it.
  package init?(_ typed: String) {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else { return nil }
    self.text = text
  }

  /// The same mailbox, however its letters are cased.
  var folded: String { text.lowercased() }

  private static func isLocal(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.count <= 64
      && part.utf8.allSatisfy { unit in unit > 0x20 && unit < 0x7f && !"()<>[]:;,\\\"".utf8.contains(unit) }
  }

  private static func isDomain(_ part: Substring) -> Bool {
    let labels = part.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { unit in
            (0x61...0x7a).contains(unit | 0x20) || (0x30...0x39).contains(unit) || unit == UInt8(ascii: "-")
          }
      }
  }
}
