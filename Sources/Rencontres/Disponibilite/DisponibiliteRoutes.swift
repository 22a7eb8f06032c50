import Base
import Html
import Temps
import Web

extension RencontresRoom {
  func showDisponibilite(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let semaine = try await house.database.read { [store] tx in try store.semaine(of: visitor.personne, in: tx) }
    return .page(
      DisponibilitePage(
        seal: visit.seal, lignes: LigneDeSemaine.lignes(semaine, visit.langue), fuseau: visitor.fuseau,
        saisie: Saisie(), fait: visit.query.text("fait")))
  }

  func changeDisponibilite(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    do {
      let semaine = try SemaineSaisie(visit.form).semaine
      return .redirect(try await keep(semaine, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      let page = DisponibilitePage(
        seal: visit.seal, lignes: LigneDeSemaine.lignes(visit.form), fuseau: visitor.fuseau, saisie: saisie, fait: ""
      )
      return .again(page)
    }
  }
}
