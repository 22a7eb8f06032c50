import Base
import Chartes
import Html
import Personnes
import Temps
import Web
import WhatsApp

extension MentoratRoom {
  func showLiaison(_ visit: Visit) async throws -> Answer { .page(try await liaisonPage(visit, Saisie())) }

  /// Chooses WhatsApp beside the site, for oneself, and gives the code to send from there.
  func chooseWhatsApp(_ visit: Visit) async throws -> Answer {
    guard whatsApp != nil else { throw Absent() }
    let visitor = try visit.person()
    let chosen = visit.form.all("accord")
    do {
      var saisie = Saisie()
      saisie.note(
        "accord", unless: Set(LiaisonPage.accords).isSubset(of: Set(chosen)),
        Phrase("Cochez les deux pour choisir WhatsApp.", "Tick both to choose WhatsApp."))
      try saisie.throwIfAny()
    } catch let saisie as Saisie { return .again(try await liaisonPage(visit, saisie)) }
    let id: BinomeID = try visit.id("id")
    let liaison = LiaisonID.make(at: visit.now)
    let now = visit.now
    return .redirect(
      try await house.database.act(visit.geste(), by: visitor.viewer, at: now) { [store] tx in
        let cadre = try store.cadre(of: id, for: visitor, at: now, in: tx)
        guard cadre.binome.clos == nil else { throw Absent() }
        try store.choose(liaison, visitor.personne, in: cadre.binome, at: now, tx: tx)
        try tx.record(Trace("whatsapp:choix", on: visitor.personne, by: visitor.viewer, at: now))
        return "/binomes/\(id)/whatsapp"
      })
  }

  func leaveWhatsApp(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: BinomeID = try visit.id("id")
    let now = visit.now
    return .redirect(
      try await house.database.act(visit.geste(), by: visitor.viewer, at: now) { [store] tx in
        let binome = try store.binome(id, for: visitor.viewer, in: tx)
        // A pair that has ended took it away already.
        guard binome.role(of: visitor.personne) != nil, binome.clos == nil else { throw Absent() }
        if try store.unlink(visitor.personne, in: binome, tx: tx) {
          try tx.record(Trace("whatsapp:retrait", on: visitor.personne, by: visitor.viewer, at: now))
        }
        return "/binomes/\(id)/whatsapp?fait=retire"
      })
  }

  private func liaisonPage(_ visit: Visit, _ saisie: Saisie) async throws -> LiaisonPage {
    guard let whatsApp else { throw Absent() }
    let visitor = try visit.person()
    return try await house.database.read { [store, personnes, vault = house.vault] tx in
      let cadre = try store.cadre(of: visit.id("id"), for: visitor, at: visit.now, in: tx)
      let binome = cadre.binome
      let liaison = try store.liaison(of: visitor.personne, in: binome, tx: tx)
      let ennui = try liaison.flatMap { try store.ennui(of: $0, in: tx) }
      return LiaisonPage(
        seal: visit.seal, binome: binome.id,
        autre: try personnes.prenom(
          of: binome.other(than: visitor.personne), for: visitor.viewer, visit.langue, in: tx
        ).prenom,
        etat: .init(liaison, ennui, close: binome.clos != nil, vault, at: visit.now), numero: whatsApp.numero,
        choisis: Set(visit.form.all("accord")), saisie: saisie, fuseau: visit.fuseau, now: visit.now,
        fait: visit.query.text("fait"))
    }
  }
}

extension LiaisonPage.Etat {
  fileprivate init(
    _ liaison: Liaison?, _ ennui: Erreur.Classe?, close: Bool, _ vault: Vault, at now: Instant
  ) {
    if close {
      self = .closed
    } else if let liaison, let identite = liaison.identite, let depuis = liaison.reliee {
      self = .linked(depuis, fin: identite.numero.map { String($0.suffix(4)) }, ennui: ennui)
    } else if let liaison, liaison.codeExpire > now {
      self = .waiting(CodeDeLiaison(of: liaison.id, vault: vault).affiche, until: liaison.codeExpire)
    } else {
      self = .none
    }
  }
}
