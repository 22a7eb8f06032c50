import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What one adviser says of the limits of their field, in their own words.
extension ConseilStore {
  /// nil as long as nothing of one's own was written: `Limite.defaut` says it then.
  func limites(of conseiller: PersonneID, in dispositif: DispositifID, tx: Transaction) throws -> String? {
    let sealed = try tx.first(
      "SELECT texte FROM limites WHERE conseiller = \(conseiller) AND dispositif = \(dispositif)"
    ) { row in try row[0] as Sealed }
    return try house.vault.open(
      sealed, of: .personne(conseiller), at: Place("limites.texte", "\(conseiller):\(dispositif)"))
  }
}

extension ConseilRoom {
  static let longestLimites = 1000

  /// Keeps one's own words; none goes back to those of the house.
  func keep(limites notes: NotesRelues, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let dispositif = try dispositif(of: visitor, in: tx)
      let texte = try notes.enforced(parametres(of: dispositif.id, at: now, in: tx))["limites"]
      guard texte.count <= Self.longestLimites else {
        throw Saisie(
          "limites",
          Phrase(
            "Dites-le plus court\u{a0}: \(Self.longestLimites) signes au plus.",
            "Say it shorter: \(Self.longestLimites) characters at most."))
      }
      try tx.execute(
        "DELETE FROM limites WHERE conseiller = \(visitor.personne) AND dispositif = \(dispositif.id)")
      if !texte.isEmpty {
        let sealed = try house.vault.seal(
          texte, of: .personne(visitor.personne), at: Place("limites.texte", "\(visitor.personne):\(dispositif.id)"))
        try tx.execute(
          """
          INSERT INTO limites (conseiller, dispositif, texte, le)
          VALUES (\(visitor.personne), \(dispositif.id), \(sealed), \(now))
          """)
      }
      try tx.record(Trace("limites", on: dispositif.id, by: visitor.viewer, at: now))
      return "/mes-limites?fait=garde"
    }
  }
}
