import Base
import Chartes
import Html
import Temps
import Web

/// Somebody's access, as those who may help them with it see it: never the means themselves.
struct Acces: Sendable, Equatable {
  let personne: PersonneID
  /// Where the helper may help.
  let dispositif: DispositifID
  let prenom: Prenom
  let roles: [Role]
  let aUneAdresse: Bool
  let suspendue: Instant?
  /// A recovery that waits for a second person.
  let recuperation: Recuperation?
  /// Whether the helper coordinates the dispositif.
  let coordonne: Bool
}

extension PersonnesStore {
  /// The access of somebody whom the viewer accompanies or coordinates, or who is on the same team; absent for the others,
  /// and for oneself: nobody helps themselves in.
  func acces(of personne: PersonneID, for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Acces {
    guard let helper = viewer.personne, helper != personne else { throw Absent() }
    let place = try tx.first(
      """
      SELECT m.dispositif, max(CASE WHEN m.role = 'coordinateur' THEN 1 ELSE 0 END)
      FROM appartenance m JOIN appartenance p ON p.dispositif = m.dispositif
      WHERE m.personne = \(helper) AND m.suspendue IS NULL AND p.personne = \(personne)
        AND (m.role = 'coordinateur'
          OR m.role IN \(list: Role.equipe) AND (p.suivie_par = m.personne OR p.role IN \(list: Role.equipe)))
      GROUP BY m.dispositif ORDER BY 2 DESC, m.dispositif LIMIT 1
      """
    ) { row in (dispositif: try row[0] as DispositifID, coordonne: try row[1] as Int == 1) }
    guard let place else { throw Absent() }
    let places = try tx.all(
      """
      SELECT role, suspendue FROM appartenance WHERE personne = \(personne) AND dispositif = \(place.dispositif)
      ORDER BY depuis, role
      """
    ) { row in (role: try Role(row, 0), suspendue: try row[1] as Instant?) }
    return Acces(
      personne: personne, dispositif: place.dispositif, prenom: try prenom(of: personne, for: viewer, in: tx),
      roles: places.map(\.role),
      aUneAdresse: try !self.personne(personne, for: .person(personne), in: tx).adresse.isEmpty,
      suspendue: places.compactMap(\.suspendue).max(),
      recuperation: try recuperation(of: personne, at: now, in: tx), coordonne: place.coordonne)
  }
}

extension PersonnesRoom {
  func showAcces(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: PersonneID = try visit.id("personne")
    let acces = try await house.database.write { [store] tx in
      let acces = try store.acces(of: id, for: visitor.viewer, at: visit.now, in: tx)
      try tx.record(Trace("lecture:acces", on: id, by: visitor.viewer, at: visit.now))
      return acces
    }
    return .page(
      AccesPage(
        seal: visit.seal, acces: acces, moi: visitor.personne, fuseau: visitor.fuseau, fait: visit.query.text("fait")))
  }
}
