import Base
import Chartes
import Html
import Personnes
import Web

extension ViePriveeRoom {
  // MARK: One's own

  func showNouvelleDemande(_ visit: Visit) async throws -> Answer {
    .page(NouvelleDemandePage(seal: visit.seal, form: visit.form, saisie: Saisie()))
  }

  func askDroit(_ visit: Visit) async throws -> Answer {
    do {
      let saisie = try DemandeSaisie(visit.form, among: Droit.aDemander)
      return .redirect(try await askDroit(saisie, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(NouvelleDemandePage(seal: visit.seal, form: visit.form, saisie: saisie))
    }
  }

  func showMaDemande(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let demande = try await house.database.read { [house] tx in
      try DemandesStore(house).own(visit.id("id"), of: visitor.viewer, in: tx)
    }
    return .page(
      MaDemandePage(demande: demande, fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now))
  }

  // MARK: Those one answers

  func showDemandes(_ visit: Visit) async throws -> Answer {
    .page(try await demandesPage(visit, saisie: Saisie()))
  }

  func noteDroit(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let id = visitor.dispositif(as: .coordinateur) else { throw Absent() }
    let dispositif = try await house.database.read { [store = personnes.store] tx in
      try store.dispositif(id, for: visitor.viewer, in: tx)
    }
    do {
      let notee = try DemandeNotee(visit.form, in: dispositif.fuseau, at: visit.now)
      return .redirect(
        try await noteDroit(notee, in: dispositif, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await demandesPage(visit, saisie: saisie))
    }
  }

  /// Somebody’s words, read by who answers: it is traced, and they can see it.
  func showDemande(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: DemandeDeDroitID = try visit.id("id")
    let page = try await demandePage(id, visit, saisie: Saisie())
    try await house.database.write { tx in
      try tx.record(Trace("lecture:demande-de-droit", on: id, by: visitor.viewer, at: visit.now))
    }
    return .page(page)
  }

  func answerDroit(_ visit: Visit) async throws -> Answer {
    let id: DemandeDeDroitID = try visit.id("id")
    let reponse = visit.form.text("reponse")
    var saisie = Saisie()
    saisie.note("reponse", unless: !reponse.isEmpty, Phrase("Écrivez votre réponse.", "Write your answer."))
    saisie.note(
      "reponse", unless: reponse.count <= DemandeDeDroit.motsAuPlus,
      Phrase(
        "C’est un peu long\u{a0}: \(DemandeDeDroit.motsAuPlus) signes au plus.",
        "It is a little long: \(DemandeDeDroit.motsAuPlus) characters at most."))
    guard saisie.isEmpty else { return .again(try await demandePage(id, visit, saisie: saisie)) }
    return .redirect(
      try await answer(id, with: reponse, by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  // MARK: Pages

  private func demandesPage(_ visit: Visit, saisie: Saisie) async throws -> DemandesPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let demandes = try DemandesStore(house).toAnswer(for: visitor.viewer, in: tx)
      let prenoms = try personnes.store.prenoms(
        of: demandes.compactMap(\.personne), for: visitor.viewer, in: tx)
      return DemandesPage(
        seal: visit.seal,
        lignes: demandes.map { .init(demande: $0, qui: $0.nom(among: prenoms)) }, form: visit.form,
        saisie: saisie, fuseau: visit.fuseau, now: visit.now)
    }
  }

  private func demandePage(_ id: DemandeDeDroitID, _ visit: Visit, saisie: Saisie) async throws -> DemandePage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let demande = try DemandesStore(house).toAnswer(id, for: visitor.viewer, in: tx)
      let prenoms = try personnes.store.prenoms(
        of: [demande.personne].compactMap(\.self), for: visitor.viewer, in: tx)
      return DemandePage(
        seal: visit.seal, demande: demande, qui: demande.nom(among: prenoms), form: visit.form, saisie: saisie,
        fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now)
    }
  }
}

extension DemandeDeDroit {
  fileprivate func nom(among prenoms: [PersonneID: Prenom]) -> String {
    guard let personne else { return qui.isEmpty ? "–" : qui }
    return prenoms[personne]?.court ?? "–"
  }
}
