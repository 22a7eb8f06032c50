import Base
import Chartes
import Web

extension PersonnesRoom {
  func showChartes(_ visit: Visit) async throws -> Answer {
    guard let charte = Charte.toutes.first else { throw Absent() }
    return .redirect("/chartes/\(charte.cle)")
  }

  /// The charter in public, with the values of nobody's programme: the defaults.
  func showCharte(_ visit: Visit) async throws -> Answer {
    .page(ChartePage(charte: try charte(visit), parametres: Parametres()))
  }

  func showTenue(_ visit: Visit) async throws -> Answer { .page(TenuePage(charte: try charte(visit))) }

  private func charte(_ visit: Visit) throws -> Charte {
    guard let charte = Charte.named(visit.parameters["charte"] ?? "") else { throw Absent() }
    return charte
  }
}
