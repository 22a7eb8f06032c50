import Base
import Web

extension ViePriveeRoom {
  func showMesDonnees(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let tenu = try tenu(of: visitor.personne, at: visit.now, in: tx)
        return MesDonneesPage(
          rubriques: tenu.flatMap(\.rubriques).map { (titre: $0.titre, nombre: $0.fiches.count) },
          traitements: tenu.flatMap(\.donnees.traitements),
          lectures: try lectures(of: visitor.personne, visit.langue, in: tx),
          demandes: try DemandesStore(house).demandes(of: visitor.viewer, in: tx), fuseau: visit.fuseau,
          now: visit.now)
      })
  }
}
