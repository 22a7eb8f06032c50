import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  var effacementRoutes: [Route] {
    [
      .get("/usagers/{usager}/effacement", .role(.conseillerNumerique), on: .usager, showEffacement),
      .post("/usagers/{usager}/effacement", .role(.conseillerNumerique), on: .usager, chooseEffacement),
      .post(
        "/usagers/{usager}/effacement/confirmation", .role(.conseillerNumerique), on: .usager, trace: .acte,
        preuve: .meilleure, eraseUsager),
      .get("/effacements", .role(.coordinateur), showEffacements),
    ]
  }

  func showEffacement(_ visit: Visit) async throws -> Answer { .page(try await effacementPage(visit)) }

  /// The second step: nothing is erased yet.
  func chooseEffacement(_ visit: Visit) async throws -> Answer {
    do {
      return .page(try await effacementPage(visit, raison: EffacementSaisi(visit.form).raison))
    } catch let saisie as Saisie {
      return .again(try await effacementPage(visit, saisie: saisie))
    }
  }

  func eraseUsager(_ visit: Visit) async throws -> Answer {
    do {
      return .redirect(
        try await erase(
          visit.id("usager"), EffacementSaisi(visit.form), by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await effacementPage(visit, saisie: saisie))
    } catch is Depasse {
      return .again(try await effacementPage(visit, change: true))
    }
  }

  private func effacementPage(
    _ visit: Visit, raison: RaisonDEffacement? = nil, saisie: Saisie = Saisie(), change: Bool = false
  ) async throws -> EffacementPage {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.read { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      return EffacementPage(
        seal: visit.fresh, usager: usager, reste: try reste(of: usager, for: visitor.viewer, at: visit.now, in: tx),
        raison: raison, saisie: saisie, change: change, fuseau: visit.fuseau, now: visit.now)
    }
  }

  func showEffacements(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let dispositif = try dispositif(of: visitor, as: .coordinateur, in: tx)
        return EffacementsPage(
          effacements: try store.effacements(of: dispositif.id, for: visitor.viewer, in: tx),
          fuseau: dispositif.fuseau, now: visit.now)
      })
  }
}
