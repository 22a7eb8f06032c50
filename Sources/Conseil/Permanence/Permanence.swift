import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The hours an adviser gives to appointments each week, at a place.
struct Permanence: Sendable, Equatable {
  let conseiller: PersonneID
  let lieu: LieuID
  let semaine: Semaine
}

extension ConseilStore {
  /// Those of one place.
  func permanences(at lieu: LieuID, in tx: Transaction) throws -> [Permanence] {
    let rows = try tx.all(
      "SELECT conseiller, jour, debut, fin FROM permanence WHERE lieu = \(lieu) ORDER BY conseiller, jour, debut"
    ) { row in (try row[0] as PersonneID, PlageHebdomadaire(weekday: try row[1], start: try row[2], end: try row[3])) }
    return Dictionary(grouping: rows, by: \.0).map { conseiller, plages in
      Permanence(conseiller: conseiller, lieu: lieu, semaine: (try? Semaine(plages.compactMap(\.1))) ?? .vide)
    }.sorted { $0.conseiller < $1.conseiller }
  }

  /// One's own, place by place.
  func permanences(of viewer: Viewer, in tx: Transaction) throws -> [(lieu: LieuID, plage: PlageHebdomadaire)] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      "SELECT lieu, jour, debut, fin FROM permanence WHERE conseiller = \(conseiller) ORDER BY jour, debut"
    ) { row in
      (try row[0] as LieuID, PlageHebdomadaire(weekday: try row[1], start: try row[2], end: try row[3]))
    }.compactMap { row in row.1.map { (row.0, $0) } }
  }
}

extension ConseilRoom {
  /// Keeps one's hours at a place as typed; those at other places stay. Nobody is in two places at once.
  func keep(
    _ semaine: Semaine, at lieu: LieuID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try engaged(visitor, at: now, in: tx)
      _ = try store.lieu(lieu, for: visitor.viewer, in: tx)
      let elsewhere = try store.permanences(of: visitor.viewer, in: tx).filter { $0.lieu != lieu }.map(\.plage)
      if let clash = semaine.plages.first(where: { plage in elsewhere.contains { $0.overlaps(plage) } }) {
        throw Saisie(
          "plages",
          Phrase(
            "Vous êtes déjà dans un autre lieu\u{a0}: \(Langue.fr.plage(clash)).",
            "You are at another place then: \(Langue.en.plage(clash))."))
      }
      try tx.execute("DELETE FROM permanence WHERE conseiller = \(visitor.personne) AND lieu = \(lieu)")
      for plage in semaine.plages {
        try tx.execute(
          """
          INSERT INTO permanence (conseiller, lieu, jour, debut, fin)
          VALUES (\(visitor.personne), \(lieu), \(plage.weekday), \(plage.start), \(plage.end))
          """)
      }
      return "/permanences?fait=garde"
    }
  }
}
