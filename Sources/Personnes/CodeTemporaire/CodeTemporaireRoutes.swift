import Base
import Html
import Temps
import Web

extension PersonnesRoom {
  func showCodeTemporaire(_ visit: Visit) async throws -> Answer {
    .page(try await codeTemporairePage(visit, saisie: Saisie()))
  }

  func prepareCodeTemporaire(_ visit: Visit) async throws -> Answer {
    try await prepareCodeTemporaire(by: visit.person(), at: visit.now)
    return .redirect("/compte/code-temporaire")
  }

  /// The first code: from now on the application proves who one is, and ten recovery codes are shown, once.
  func confirmCodeTemporaire(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let jeton = Token.random()
    if let code = ShortCode(typed: visit.form.text("code")),
      let codes = try await confirmCodeTemporaire(code, by: visitor, jeton: jeton, at: visit.now)
    {
      return .page(CodesSecoursPage(codes: codes.map(\.texte.imprime), premiers: true)).setting(.connexion(jeton))
    }
    // Pressed twice: it is in place, and its page offers new recovery codes.
    let isInPlace = try await house.database.read { [store] tx in
      try store.codeTemporaire(of: visitor.personne, in: tx) != nil
    }
    if isInPlace { return .redirect("/compte/code-temporaire") }
    let saisie = Saisie(
      "code",
      Phrase(
        "Ce n’est pas le bon code. Vérifiez que votre téléphone se met à l’heure tout seul, puis tapez le code suivant.",
        "This is not the right code. Check that your telephone sets its clock by itself, then type the next code."))
    return .again(try await codeTemporairePage(visit, saisie: saisie))
  }

  func removeCodeTemporaire(_ visit: Visit) async throws -> Answer {
    try await removeCodeTemporaire(by: visit.person(), at: visit.now)
    return .redirect("/compte/code-temporaire?fait=retiree")
  }

  func renewCodesSecours(_ visit: Visit) async throws -> Answer {
    let codes = try await renewCodesSecours(by: visit.person(), at: visit.now)
    return .page(CodesSecoursPage(codes: codes.map(\.texte.imprime), premiers: false))
  }

  private func codeTemporairePage(_ visit: Visit, saisie: Saisie) async throws -> CodeTemporairePage {
    let visitor = try visit.person()
    return try await house.database.read { [store] tx in
      let personne = try store.personne(visitor.personne, for: visitor.viewer, in: tx)
      let etat: CodeTemporairePage.Etat =
        if let depuis = try store.codeTemporaire(of: visitor.personne, in: tx) {
          .sert(depuis: depuis, secours: try store.codesSecours(of: visitor.personne, in: tx))
        } else if let code = try store.pendingCodeTemporaire(of: visitor, at: visit.now, in: tx) {
          .attend(code, compte: personne.adresse.isEmpty ? personne.court : personne.adresse)
        } else { .absent }
      return CodeTemporairePage(
        seal: visit.seal, etat: etat, fuseau: visitor.fuseau, saisie: saisie, fait: visit.query.text("fait"))
    }
  }
}
