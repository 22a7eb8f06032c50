import Base
import Foundation
import Web

extension Scene {
  /// Whether these words stand in clear anywhere in the bases, in any case of ASCII letters.
  package func holds(_ words: String) async throws -> Bool {
    let needles = [words, words.lowercased(), words.uppercased()].map { Data($0.utf8) }
    let hexadecimal = needles.map { Data($0.hexadecimal.utf8) }
    return try await everything().contains { haystack in
      (needles + hexadecimal).contains { haystack.range(of: $0) != nil }
    }
  }

  /// Erases somebody's key for good.
  package func erase(_ visitor: Visitor) async throws {
    try await house.database.write { [vault = house.vault] _ in try vault.erase(.personne(visitor.personne)) }
  }
}
