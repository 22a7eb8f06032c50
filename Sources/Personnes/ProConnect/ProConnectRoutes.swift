import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  /// Leaves for the provider, to come back signed in; or, signed in already, to come back proven.
  func leaveForProConnect(_ visit: Visit) async throws -> Answer {
    guard let address = try await departure(visit, linking: nil) else {
      return .gone(ProConnectManquePage(raison: .injoignable))
    }
    return .redirect(address)
  }

  func showProConnect(_ visit: Visit) async throws -> Answer {
    guard fournisseur != nil else { throw Absent() }
    let visitor = try visit.person()
    let depuis = try await house.database.read { [store] tx in try store.linked(visitor.personne, in: tx) }
    return .page(
      ProConnectPage(
        seal: visit.seal, depuis: depuis, fuseau: visitor.fuseau, fait: visit.query.text("fait")))
  }

  /// Shows the way to the provider, to come back with one's identity there linked to this account. A form begins it, so
  /// that no other site can; a link leaves, because a form of ours leads nowhere else.
  func linkProConnect(_ visit: Visit) async throws -> Answer {
    guard let address = try await departure(visit, linking: visit.person().personne) else {
      return .gone(ProConnectManquePage(raison: .injoignable))
    }
    return .page(ProConnectDepartPage(adresse: address))
  }

  func unlinkProConnect(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    try await house.database.write { [store] tx in try store.unlink(visitor, at: visit.now, in: tx) }
    return .redirect("/compte/proconnect?fait=retire")
  }

  /// Comes back. Whatever went wrong, the page is the same, and the link by mail is still there.
  func comeBackFromProConnect(_ visit: Visit) async throws -> Answer {
    guard let fournisseur else { throw Absent() }
    guard let etat = Token(presented: visit.query.raw("state")),
      let but = try await house.database.write({ [store] tx in
        try store.consume(etat, in: visit.browser, at: visit.now, in: tx)
      })
    else { return .gone(ProConnectManquePage(raison: .perdu)) }
    do {
      let identite = try await fournisseur.identify(
        code: visit.query.raw("code"), AllerProConnect(etat, vault: house.vault), at: visit.now)
      return try await arrive(identite, but, visit)
    } catch let failure as Fournisseur.Failure {
      try await house.database.write { tx in
        try tx.record(Trace("refus:proconnect", on: "proconnect", by: .person(.nobody), at: visit.now))
      }
      return .gone(ProConnectManquePage(raison: failure == .unreachable ? .injoignable : .perdu))
    }
  }

  /// Where to send the browser; nil when the provider does not answer.
  private func departure(_ visit: Visit, linking personne: PersonneID?) async throws -> String? {
    guard let fournisseur else { throw Absent() }
    let aller = AllerProConnect(.random(), vault: house.vault)
    let address: String
    do { address = try await fournisseur.authorization(aller) } catch is Fournisseur.Failure { return nil }
    try await house.database.write { [store] tx in
      try store.insert(aller, linking: personne, in: visit.browser, at: visit.now, in: tx)
    }
    return address
  }

  private func arrive(
    _ identite: Fournisseur.Identite, _ but: PersonnesStore.But, _ visit: Visit
  ) async throws -> Answer {
    switch but {
    case .relier(let personne):
      guard let visitor = visit.visitor, visitor.personne == personne, visitor.estEquipe,
        visitor.preuve.attendue == nil
      else { return .gone(ProConnectManquePage(raison: .perdu)) }
      let linked = try await house.database.write { [store] tx in
        guard try store.link(identite, to: personne, at: visit.now, in: tx) else { return false }
        try tx.record(Trace("proconnect:ajout", on: personne, by: .person(personne), at: visit.now))
        try store.tellSecurityChange(.proConnectAjoute, to: personne, at: visit.now, in: tx)
        return true
      }
      return linked ? .redirect("/compte/proconnect?fait=relie") : .gone(ProConnectManquePage(raison: .prise))
    case .entrer:
      let connexion = NewConnexion(
        by: .proconnect, in: visit.browser, visit.navigateur, forte: ReglagesProConnect.isStrong(identite.niveau),
        at: visit.now)
      let known = try await house.database.write { [store] tx in
        // For staff only: whoever has lost every role of that kind enters as everybody does.
        guard let personne = try store.personne(known: identite, in: tx),
          try store.appartenances(of: personne, in: tx).contains(where: { $0.role.estEquipe })
        else { return false }
        try store.insert(connexion, of: personne, in: tx)
        return true
      }
      guard known else { return .gone(ProConnectManquePage(raison: .inconnu)) }
      return try await welcome(connexion.jeton, visit)
    }
  }
}
