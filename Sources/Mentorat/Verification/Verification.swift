import Base
import Chartes
import Html
import Temps
import Web

/// What the public page answers about a record: whether it is ours, and since when. Never a name.
enum Verification: Sendable, Equatable {
  case concorde(Instant)
  case neConcordePas
}

extension MentoratRoom {
  /// Compares a text, byte for byte, with the records kept here.
  func verify(_ texte: String) async throws -> Verification {
    // Copied by hand, a text may lose or gain its last line break; nothing else is forgiven.
    let contenu = texte.trimmingLineBreaksAtEnd + "\n"
    let found = try await house.database.read { tx in
      try tx.first(
        "SELECT signature, cle_publique, le FROM acte WHERE empreinte = \(Empreinte.of(contenu))"
      ) { row in (cachet: Cachet(signature: try row[0], clePublique: try row[1]), le: try row[2] as Instant) }
    }
    guard let found, found.cachet.holds(for: Array(contenu.utf8)) else { return .neConcordePas }
    return .concorde(found.le)
  }
}

extension String {
  fileprivate var trimmingLineBreaksAtEnd: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
