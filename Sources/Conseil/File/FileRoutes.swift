import Base
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// An adviser adds somebody who has just come in.
  func addToQueue(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    let lieu = try await house.database.read { [self] tx in try store.lieu(id, for: visitor.viewer, in: tx) }
    do {
      let arrivant = Arrivant(visit.form)
      try arrivant.saisie(requiresPrenom: false).throwIfAny()
      let numero = try await queueUp(arrivant, at: lieu, by: visitor, geste: visit.geste(), at: visit.now)
      return .redirect("/journee?lieu=\(id)&numero=\(numero)")
    } catch let saisie as Saisie {
      return .again(try await journeePage(visit, lieu: id, saisie: saisie))
    } catch let refus as Refus {
      return .again(try await journeePage(visit, lieu: id, motif: refus.motif))
    }
  }

  func callNumber(_ visit: Visit) async throws -> Answer {
    .redirect(try await call(visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func letNumberGo(_ visit: Visit) async throws -> Answer {
    .redirect(try await letGo(visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }
}
