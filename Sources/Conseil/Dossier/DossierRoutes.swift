import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// What a person may have of their own thread, by the hand of who follows them.
  var dossierRoutes: [Route] {
    [
      .get("/usagers/{usager}/dossier", .role(.conseillerNumerique), on: .usager, trace: .lecture, showDossier),
      .get(
        "/usagers/{usager}/dossier/donnees", .role(.conseillerNumerique), on: .usager, trace: .lecture, giveDossier),
    ]
  }

  func showDossier(_ visit: Visit) async throws -> Answer {
    .page(DossierPage(dossier: try await dossier(visit)))
  }

  func giveDossier(_ visit: Visit) async throws -> Answer {
    let json = try await dossier(visit).json
    return .file(
      Array(json.utf8), type: "application/json", name: visit.langue("ce-qui-est-garde.json", "what-is-kept.json"))
  }

  private func dossier(_ visit: Visit) async throws -> Dossier {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.write { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx)
      try tx.record(Trace("lecture:dossier", on: id, by: visitor.viewer, at: visit.now))
      return try dossier(of: usager, by: visitor.viewer, at: visit.now, in: tx)
    }
  }
}
