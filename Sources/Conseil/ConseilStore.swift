import Base
import Chartes
import Personnes
import Temps

/// Advising in SQL. Each read says for whom: an adviser of the programme, somebody who presents a code, or the house.
package struct ConseilStore: Sendable {
  let house: House
  let personnes: PersonnesStore

  /// Whether the viewer is an adviser of the programme named by a column, and not suspended there.
  static func advises(_ dispositif: SQL, _ viewer: Viewer) -> SQL { holds("conseiller-numerique", dispositif, viewer) }

  /// Whether the viewer coordinates it.
  static func coordinates(_ dispositif: SQL, _ viewer: Viewer) -> SQL { holds("coordinateur", dispositif, viewer) }

  /// The alias of the role's row is one that no other table bears: under a common letter, a column of the caller's would
  /// be compared with itself, and let everybody in.
  private static func holds(_ role: String, _ dispositif: SQL, _ viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      EXISTS (SELECT 1 FROM appartenance tenue WHERE tenue.personne = \(reader)
        AND tenue.dispositif = \(sql: dispositif) AND tenue.role = \(role) AND tenue.suspendue IS NULL)
      """
  }
}
