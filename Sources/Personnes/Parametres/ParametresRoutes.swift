import Base
import Chartes
import Html
import Web

extension PersonnesRoom {
  func showParametres(_ visit: Visit) async throws -> Answer {
    let (dispositif, version) = try await versionInForce(visit)
    return .page(
      ParametresPage(
        seal: visit.seal, dispositif: dispositif.nom, charte: try charte(of: dispositif), version: version,
        form: .empty, saisie: Saisie(), fait: visit.query.text("fait")))
  }

  func changeParametres(_ visit: Visit) async throws -> Answer {
    let (dispositif, version) = try await versionInForce(visit)
    let charte = try charte(of: dispositif)
    do {
      let parametres = try Self.read(visit.form, charte, from: version.parametres)
      let next = try await publish(
        parametres, of: dispositif, by: visit.person(), geste: visit.geste(), at: visit.now)
      return .redirect(next)
    } catch let saisie as Saisie {
      let page = ParametresPage(
        seal: visit.seal, dispositif: dispositif.nom, charte: charte, version: version, form: visit.form,
        saisie: saisie, fait: "")
      return .again(page)
    }
  }

  private func versionInForce(_ visit: Visit) async throws -> (Dispositif, Version) {
    let (dispositif, _) = try await coordinated(by: visit.person())
    let version = try await house.database.read { [store] tx in
      try store.version(of: dispositif.id, at: visit.now, in: tx)
    }
    return (dispositif, version)
  }

  private func charte(of dispositif: Dispositif) throws -> Charte {
    guard let charte = Charte.named(dispositif.charte) else { throw Absent() }
    return charte
  }

  private static func read(_ form: FormData, _ charte: Charte, from current: Parametres) throws -> Parametres {
    var saisie = Saisie()
    var parametres = current
    for parametre in charte.parametres where form.has(parametre.cle) {
      if let value = form.integer(parametre.cle), let changed = parametres.setting(parametre, to: value) {
        parametres = changed
      } else {
        saisie.note(parametre.cle, parametre.attendu)
      }
    }
    try saisie.throwIfAny()
    return parametres
  }
}
