import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  /// Publishes a new version with other values. People sign it before their next act; what was agreed goes on as it was.
  func publish(
    _ parametres: Parametres, of dispositif: Dispositif, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house] tx in
      guard let charte = Charte.named(dispositif.charte),
        visitor.appartenances.contains(Appartenance(dispositif: dispositif.id, role: .coordinateur))
      else { throw Absent() }
      let current = try store.version(of: dispositif.id, at: now, in: tx)
      guard current.parametres != parametres else { return "/parametres?fait=rien" }
      try store.publish(parametres, of: dispositif.id, charte, from: now, in: tx)
      try house.faits.record(
        Fait(.version, of: visitor.personne, about: dispositif.id, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("version", on: dispositif.id, by: visitor.viewer, at: now))
      return "/parametres?fait=publiee"
    }
  }

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

extension Parametre {
  /// What may be typed here.
  var attendu: Phrase {
    let bounds = Phrase("entre \(bornes.lowerBound) et \(bornes.upperBound)", "between \(bornes.lowerBound) and \(bornes.upperBound)")
    if pas == 1 { return Phrase("Un nombre \(bounds.fr).", "A number \(bounds.en).") }
    return Phrase("Un multiple de \(pas), \(bounds.fr).", "A multiple of \(pas), \(bounds.en).")
  }
}
