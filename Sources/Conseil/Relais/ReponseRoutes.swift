import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// For a service, without an account: whoever bears the link, or the code printed on the letter.
extension ConseilRoom {
  var reponseDeRelaisRoutes: [Route] {
    [
      .get("/relais/reponse", .everyone, showCodeDeRelais),
      .post("/relais/reponse", .everyone, rate: .access, openWithCode),
      .post("/relais/reponse/envoi", .everyone, rate: .access, trace: .acte, answerWithCode),
      .get("/relais/reponse/{jeton}", .everyone, on: .ouvert, rate: .access, showLien),
      .post("/relais/reponse/{jeton}", .everyone, on: .ouvert, rate: .access, openWithLien),
      .post("/relais/reponse/{jeton}/envoi", .everyone, on: .ouvert, rate: .access, trace: .acte, answerWithLien),
    ]
  }

  // MARK: With the link

  /// Says only that a letter waits: what reads links in mails learns nothing, and marks nothing.
  func showLien(_ visit: Visit) async throws -> Answer {
    let jeton = try visit.token("jeton")
    let relais = try await house.database.read { [store] tx in try store.relais(held: .jeton(jeton), in: tx) }
    guard let relais else { throw Absent() }
    guard relais.isOpen(at: visit.now) else { return .gone(LettreFermeePage(reprise: relais.retire != nil)) }
    return .page(LettreAOuvrirPage(seal: visit.seal, jeton: jeton.text))
  }

  func openWithLien(_ visit: Visit) async throws -> Answer { try await open(.jeton(visit.token("jeton")), visit) }

  func answerWithLien(_ visit: Visit) async throws -> Answer { try await answer(.jeton(visit.token("jeton")), visit) }

  // MARK: With the code

  func showCodeDeRelais(_ visit: Visit) async throws -> Answer {
    .page(CodeDeRelaisPage(seal: visit.seal, code: "", saisie: Saisie()))
  }

  func openWithCode(_ visit: Visit) async throws -> Answer {
    guard let code = code(visit) else { return try await unknownCode(visit) }
    do { return try await open(.code(code), visit) } catch is Absent { return try await unknownCode(visit) }
  }

  func answerWithCode(_ visit: Visit) async throws -> Answer {
    guard let code = code(visit) else { return try await unknownCode(visit) }
    do { return try await answer(.code(code), visit) } catch is Absent { return try await unknownCode(visit) }
  }

  private func code(_ visit: Visit) -> CodeEcrit? {
    CodeEcrit(typed: visit.form.text("code"), letters: Self.lettresDuCode)
  }

  private func unknownCode(_ visit: Visit) async throws -> Answer {
    try await rememberRefusal("refus:code-relais", at: visit.now)
    let phrase = Phrase(
      "Aucune lettre n’a ce code. Relisez-le, ou appelez la personne qui a signé la lettre.",
      "No letter has this code. Read it again, or telephone whoever signed the letter.")
    return .again(
      CodeDeRelaisPage(
        seal: visit.seal, code: String(visit.form.text("code").prefix(40)), saisie: Saisie("code", phrase)))
  }

  // MARK: Both

  private func open(_ porteur: Porteur, _ visit: Visit) async throws -> Answer {
    let relais = try await openLetter(held: porteur, at: visit.now)
    guard relais.isOpen(at: visit.now) else { return .gone(LettreFermeePage(reprise: relais.retire != nil)) }
    // Opening keeps nothing of what would be typed: the answer has a key of its own.
    return .page(try await letterPage(porteur, visit, seal: visit.fresh, Retour()))
  }

  private func answer(_ porteur: Porteur, _ visit: Visit) async throws -> Answer {
    do {
      try await answer(held: porteur, visit.form, geste: visit.geste(), at: visit.now)
      return .page(try await letterPage(porteur, visit, seal: visit.fresh, Retour(), fait: true))
    } catch let saisie as Saisie {
      return .again(
        try await letterPage(porteur, visit, seal: visit.seal, Retour(form: visit.form, saisie: saisie)))
    } catch is DejaRepondu {
      let page = try await letterPage(porteur, visit, seal: visit.fresh, Retour(form: visit.form), deja: true)
      guard page.relais.isOpen(at: visit.now) else {
        return .gone(LettreFermeePage(reprise: page.relais.retire != nil))
      }
      return .again(page)
    }
  }

  private func letterPage(
    _ porteur: Porteur, _ visit: Visit, seal: Sceau, _ retour: Retour, fait: Bool = false, deja: Bool = false
  ) async throws -> LettrePage {
    try await house.database.read { [self] tx in
      guard let relais = try store.relais(held: porteur, in: tx) else { throw Absent() }
      let dispositif = try programme(of: relais, in: tx)
      return LettrePage(
        seal: seal, porteur: porteur, relais: relais, qui: "\(dispositif.nom), \(dispositif.structure)",
        retour: retour, fait: fait, deja: deja, fuseau: dispositif.fuseau, now: visit.now)
    }
  }
}
