import Base
import Chartes
import Web

extension PersonnesRoom {
  func showChartes(_ visit: Visit) async throws -> Answer {
    .page(ChartesPage())
  }

  /// The charter, with the values of the visitor's programme; in public, with the defaults.
  func showCharte(_ visit: Visit) async throws -> Answer {
    let charte = try charte(visit)
    guard let visitor = visit.visitor else { return .page(ChartePage(charte: charte, parametres: Parametres())) }
    let parametres = try await house.database.read { [store] tx in
      let mine = try visitor.appartenances.first { place in
        try store.dispositif(place.dispositif, for: visitor.viewer, in: tx).charte == charte.cle
      }
      return try mine.map { try store.version(of: $0.dispositif, at: visit.now, in: tx).parametres }
    }
    return .page(ChartePage(charte: charte, parametres: parametres ?? Parametres()))
  }

  func showTenue(_ visit: Visit) async throws -> Answer { .page(TenuePage(charte: try charte(visit))) }

  private func charte(_ visit: Visit) throws -> Charte {
    guard let charte = Charte.named(visit.parameters["charte"] ?? "") else { throw Absent() }
    return charte
  }
}
