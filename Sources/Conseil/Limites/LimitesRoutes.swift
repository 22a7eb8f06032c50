import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  var limitesRoutes: [Route] {
    [
      .get("/limites", .everyone, showLimites),
      .get("/mes-limites", .role(.conseillerNumerique), showMesLimites),
      .post("/mes-limites", .role(.conseillerNumerique), trace: .acte, keepMesLimites),
    ]
  }

  func showLimites(_ visit: Visit) async throws -> Answer {
    .page(
      LimitesPage(services: try await house.database.read { [store] tx in try store.partenairesMontres(in: tx) }))
  }

  func showMesLimites(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let texte = try await house.database.read { [self] tx in
      try store.limites(of: visitor.personne, in: dispositif(of: visitor, in: tx).id, tx: tx)
    }
    return .page(
      MesLimitesPage(
        seal: visit.seal, retour: Retour(form: FormData(pairs: [("limites", texte ?? "")])),
        fait: visit.query.text("fait")))
  }

  func keepMesLimites(_ visit: Visit) async throws -> Answer {
    let notes = NotesRelues(visit.form, champs: ["limites"], allowed: [], relecteur)
    do {
      return .redirect(try await keep(limites: notes, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(MesLimitesPage(seal: visit.seal, retour: Retour(form: visit.form, saisie: saisie), fait: ""))
    } catch let relire as ARelire {
      let retour = Retour(form: relire.form(visit.form), motif: relire.motif, relire: relire)
      return .again(MesLimitesPage(seal: visit.seal, retour: retour, fait: ""))
    }
  }
}
