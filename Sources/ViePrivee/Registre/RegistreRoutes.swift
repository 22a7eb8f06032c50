import Base
import Personnes
import Web

extension ViePriveeRoom {
  func showRegistre(_ visit: Visit) async throws -> Answer {
    let structures = try await house.database.read { [store = personnes.store] tx in
      try (visit.visitor?.appartenances ?? []).map {
        try store.dispositif($0.dispositif, for: .person(visit.visitor?.personne ?? .nobody), in: tx).structure
      }
    }
    return .page(
      RegistrePage(structures: Array(Set(structures)).sorted(), traitements: traitements, tables: tables))
  }
}
