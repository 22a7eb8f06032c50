import Crypto
import Foundation

/// What a monitor presents to read the measures. Only its fingerprint is kept.
package struct JetonDeMesure: Sendable {
  private let empreinte: SHA256.Digest

  /// nil when it is too short not to be guessed.
  package init?(_ text: String) {
    guard text.count >= 20 else { return nil }
    empreinte = SHA256.hash(data: Data(text.utf8))
  }

  /// - Parameter header: the whole `Authorization`. Digests are compared in constant time.
  func accepts(_ header: String?) -> Bool {
    guard let words = header?.split(separator: " ", maxSplits: 1), words.count == 2,
      words[0].lowercased() == "bearer"
    else { return false }
    return SHA256.hash(data: Data(words[1].utf8)) == empreinte
  }
}
