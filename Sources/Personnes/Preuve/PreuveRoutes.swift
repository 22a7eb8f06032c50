import Base
import Html
import Temps
import Web

extension PersonnesRoom {
  /// The page that a route puts in the way: what was typed goes along.
  package func preuvePage(_ visit: Visit, _ visitor: Visitor, _ needed: ProofNeeded) async throws -> any Page {
    try await preuvePage(visit, visitor, needed.exigence, Reprise(stopping: visit), saisie: Saisie())
  }

  func showPreuve(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await preuvePage(visit, visitor, .recente, Reprise(suite: visit.query.raw("suite")), saisie: Saisie()))
  }

  /// Proves by what the form brings: an answer of a passkey, or a code.
  func prove(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let reprise = Reprise(visit.form)
    let jeton: Token?
    if visit.form.has("reponse"), !visit.form.text("reponse").isEmpty {
      jeton =
        if let reponse = Assertion(visit.form.raw("reponse")) {
          try await prove(
            with: reponse, by: visitor, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
        } else { nil }
    } else {
      jeton = try await prove(
        with: visit.form.text("code"), by: visitor, navigateur: visit.navigateur, at: visit.now)
    }
    guard let jeton else {
      let saisie = Saisie("code", visit.form.text("reponse").isEmpty ? .mauvaisCode : .cleInconnue)
      // Only what the page shows: the route itself asks again.
      let exigence = Preuve.Exigence(rawValue: visit.form.raw("exigence")) ?? .recente
      return .again(try await preuvePage(visit, visitor, exigence, reprise, saisie: saisie))
    }
    let answer: Answer =
      if let geste = reprise.geste {
        .page(ReprisePage(seal: Sceau(csrf: visit.seal.csrf, geste: geste), reprise: reprise))
      } else { .redirect(reprise.suite) }
    return answer.setting(.connexion(jeton))
  }

  /// What a passkey is asked to sign.
  func giveDefiDePreuve(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return try await giveDefi(for: .preuve, visit, visitor.personne) { [store] tx in
      (try store.cleIdentifiers(of: visitor.personne, in: tx), nil)
    }
  }

  /// A link to one's own mailbox, which leads back to where one was going.
  func askLienDePreuve(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let personne = try await house.database.read { [store] tx in
      try store.personne(visitor.personne, for: visitor.viewer, in: tx)
    }
    guard let adresse = Adresse(personne.adresse) else { throw Absent() }
    try await askLien(
      adresse, visit.langue, browser: visit.browser, suite: Reprise(suite: visit.form.raw("suite")).suite,
      at: visit.now)
    return .redirect("/preuve/attente")
  }

  func showAttenteDePreuve(_ visit: Visit) async throws -> Answer {
    .page(AttentePage(seal: visit.seal, saisie: Saisie(), preuve: true))
  }

  private func preuvePage(
    _ visit: Visit, _ visitor: Visitor, _ exigence: Web.Preuve.Exigence, _ reprise: Reprise, saisie: Saisie
  ) async throws -> PreuvePage {
    let moyens = try await house.database.read { [store, fournisseur] tx in
      try store.moyens(of: visitor, for: exigence, proConnect: fournisseur != nil, in: tx)
    }
    return PreuvePage(
      seal: visit.seal, pourquoi: visitor.preuve.attendue, exigence: exigence, moyens: moyens, reprise: reprise,
      saisie: saisie)
  }
}
