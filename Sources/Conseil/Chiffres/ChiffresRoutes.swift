import Base
import Chartes
import Classeur
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showChiffres(_ visit: Visit) async throws -> Answer {
    .page(try await chiffres(visit.query, for: visit.person(), at: visit.now))
  }

  func chiffres(_ query: FormData, for visitor: Visitor, at now: Instant) async throws -> ChiffresPage {
    var page = try await house.database.read { [self] tx in
      let (releve, dispositif, lieux) = try releve(query, for: visitor, at: now, in: tx)
      let ids = try personnes.personnes(
        as: .conseillerNumerique, of: dispositif.id, for: visitor.viewer, in: tx)
      let prenoms = try personnes.prenoms(of: ids, for: visitor.viewer, in: tx)
      return ChiffresPage(
        releve: releve, lieux: lieux,
        conseillers: ids.compactMap { id in prenoms[id].map { (id: id, nom: $0.court) } })
    }
    page.releve.personnes = try await differentPeople(of: page.releve)
    return page
  }

  func exportChiffres(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let format = Format(rawValue: visit.parameters["format"] ?? "") else { throw Absent() }
    let exported: Cahier = try await house.database.read { [self] tx in
      try cahier(visit.query, for: visitor, visit.langue, at: visit.now, in: tx)
    }
    try await house.database.write { tx in
      try tx.record(Trace("export:comptes-rendus", on: visitor.personne, by: visitor.viewer, at: visit.now))
    }
    return .file(
      try exported.bytes(format), type: format.mediaType, name: "comptes-rendus.\(format.rawValue)")
  }
}
