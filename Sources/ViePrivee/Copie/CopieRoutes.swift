import Base
import Html
import Web

extension ViePriveeRoom {
  func showCopie(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let copie = try await house.database.read { [house] tx in try CopieStore(house).copie(of: visitor.viewer, in: tx) }
    let page = Answer.page(
      CopiePage(seal: visit.seal, copie: copie, fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now))
    return copie?.etat == .demandee ? page.returning(to: "/mes-donnees/copie", after: 4) : page
  }

  func askCopie(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await askCopie(by: visit.person(), visit.langue, geste: visit.geste(), at: visit.now))
  }

  /// The file, to its owner: taking it along is remembered.
  func giveCopie(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let octets = try await house.database.write { [house] tx -> [UInt8]? in
      guard let (copie, octets) = try CopieStore(house).fichier(of: visitor.viewer, at: visit.now, in: tx) else {
        return nil
      }
      try tx.record(Trace("copie:remise", on: copie.id, by: visitor.viewer, at: visit.now))
      return octets
    }
    guard let octets else { return .redirect("/mes-donnees/copie?fait=absente") }
    return .file(octets, type: "application/zip", name: visit.langue("mes-donnees.zip", "my-data.zip"))
  }
}
