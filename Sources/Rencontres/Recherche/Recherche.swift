import Base
import Personnes

/// An expert as the search shows them.
struct Trouvaille: Sendable, Equatable {
  let expert: PersonneID
  let prenom: Prenom
  let metier: String
  let presentation: String
}

extension RencontresStore {
  /// Experts of the viewer's dispositifs whose job or sheet holds every word, accents ignored. At most 50.
  func search(_ words: String, for viewer: Viewer, in tx: Transaction) throws -> [Trouvaille] {
    guard let reader = viewer.personne else { return [] }
    let matches = words.folded.split(separator: " ").prefix(8).reduce(SQL("TRUE")) { sql, word in
      sql + " AND p.recherche LIKE \("%\(word)%")"
    }
    let found = try tx.all(
      """
      SELECT p.expert, p.metier, p.presentation FROM profil p WHERE \(sql: matches) AND p.expert <> \(reader)
        AND EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = p.dispositif AND a.personne = \(reader)
          AND a.role = 'explorateur' AND a.suspendue IS NULL)
        AND EXISTS (SELECT 1 FROM appartenance e WHERE e.dispositif = p.dispositif AND e.personne = p.expert
          AND e.role = 'expert' AND e.suspendue IS NULL)
      ORDER BY p.recherche, p.expert LIMIT 50
      """
    ) { row in (expert: try row[0] as PersonneID, metier: try row[1] as String, presentation: try row[2] as String) }
    let prenoms = try personnes.prenoms(of: found.map(\.expert), for: viewer, in: tx)
    return found.compactMap { line in
      prenoms[line.expert].map {
        Trouvaille(expert: line.expert, prenom: $0, metier: line.metier, presentation: line.presentation)
      }
    }
  }
}
