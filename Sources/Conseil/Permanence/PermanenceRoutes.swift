import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showPermanences(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let dispositif = try dispositif(of: visitor, in: tx)
        let mine = try store.permanences(of: visitor.viewer, in: tx)
        let lieux = try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx).map { lieu in
          (lieu: lieu, plages: mine.filter { $0.lieu == lieu.id }.map(\.plage))
        }
        return PermanencesPage(lieux: lieux, fait: visit.query.text("fait"))
      })
  }

  func showPermanence(_ visit: Visit) async throws -> Answer {
    .page(try await permanencePage(visit, lignes: nil, saisie: Saisie(), motif: nil))
  }

  func keepPermanence(_ visit: Visit) async throws -> Answer {
    let typed = LigneDeSemaine.lignes(visit.form)
    do {
      let semaine = try SemaineSaisie(visit.form).semaine
      return .redirect(
        try await keep(semaine, at: visit.id("lieu"), by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await permanencePage(visit, lignes: typed, saisie: saisie, motif: nil))
    } catch let refus as Refus {
      return .again(try await permanencePage(visit, lignes: typed, saisie: Saisie(), motif: refus.motif))
    }
  }

  private func permanencePage(
    _ visit: Visit, lignes: [LigneDeSemaine]?, saisie: Saisie, motif: Motif?
  ) async throws -> PermanencePage {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    return try await house.database.read { [self] tx in
      let lieu = try store.lieu(id, for: visitor.viewer, in: tx)
      let mine = try store.permanences(of: visitor.viewer, in: tx).filter { $0.lieu == id }.map(\.plage)
      return PermanencePage(
        seal: visit.seal, lieu: lieu,
        lignes: lignes ?? LigneDeSemaine.lignes((try? Semaine(mine)) ?? .vide, visit.langue), saisie: saisie,
        motif: motif)
    }
  }
}
