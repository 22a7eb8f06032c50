import Base
import Chartes
import Temps
import Web

/// A programme of a structure, held by one charter.
package struct Dispositif: Sendable, Equatable {
  package let id: DispositifID
  package let nom: String
  package let structure: String
  package let fuseau: Fuseau
  package let charte: String

  package init(id: DispositifID, nom: String, structure: String, fuseau: Fuseau, charte: String) {
    self.id = id
    self.nom = nom
    self.structure = structure
    self.fuseau = fuseau
    self.charte = charte
  }

  /// Those who may have a place here.
  package var roles: [Role] { Charte.named(charte)?.roles ?? [] }
}

extension PersonnesStore {
  private static let dispositif: SQL =
    "SELECT d.id, d.nom, s.nom, s.fuseau, d.charte FROM dispositif d JOIN structure s ON s.id = d.structure"

  /// A dispositif to which the viewer belongs.
  package func dispositif(_ id: DispositifID, for viewer: Viewer, in tx: Transaction) throws -> Dispositif {
    let belongs: SQL =
      viewer.personne.map { reader -> SQL in
        """
        EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = d.id AND a.personne = \(reader)
          AND a.suspendue IS NULL)
        """
      } ?? "TRUE"
    let found = try tx.first("\(sql: Self.dispositif) WHERE d.id = \(id) AND \(sql: belongs)", decodeDispositif)
    guard let found else { throw Absent() }
    return found
  }

  /// The charters of the dispositifs that these roles coordinate.
  func coordinated(in appartenances: [Appartenance], tx: Transaction) throws -> Set<String> {
    let ids = appartenances.filter { $0.role == .coordinateur }.map(\.dispositif)
    guard !ids.isEmpty else { return [] }
    return Set(
      try tx.all("SELECT charte FROM dispositif WHERE id IN \(list: ids)") { row in try row[0] as String })
  }

  /// Every dispositif, for the house.
  package func dispositifs(in tx: Transaction) throws -> [Dispositif] {
    try tx.all("\(sql: Self.dispositif) ORDER BY d.cree, d.id", decodeDispositif)
  }

  private func decodeDispositif(_ row: Row) throws -> Dispositif {
    try Dispositif(
      id: row[0], nom: row[1], structure: row[2], fuseau: Fuseau(row[3]) ?? .paris, charte: row[4])
  }

  /// Whether somebody has opened a structure here yet.
  package func isOpen(in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM structure LIMIT 1") { _ in true } ?? false
  }
}
