import Base
import Html
import Web

extension PersonnesRoom {
  func showConnexion(_ visit: Visit) async throws -> Answer {
    if visit.visitor != nil { return .redirect("/accueil") }
    return .page(connexionPage(visit, saisie: Saisie()))
  }

  func connexionPage(_ visit: Visit, adresse: String = "", saisie: Saisie) -> ConnexionPage {
    ConnexionPage(seal: visit.seal, adresse: adresse, saisie: saisie, proConnect: fournisseur != nil)
  }

  func askLien(_ visit: Visit) async throws -> Answer {
    guard let adresse = Adresse(visit.form.text("adresse")) else {
      return .again(
        connexionPage(visit, adresse: visit.form.raw("adresse"), saisie: Saisie("adresse", .adresseAttendue)))
    }
    try await askLien(adresse, visit.langue, browser: visit.browser, at: visit.now)
    return .redirect("/connexion/attente")
  }

  func showAttente(_ visit: Visit) async throws -> Answer {
    if visit.visitor != nil { return .redirect("/accueil") }
    return .page(AttentePage(seal: visit.seal, saisie: Saisie()))
  }

  func useCode(_ visit: Visit) async throws -> Answer {
    if let code = ShortCode(typed: visit.form.text("code")),
      let entree = try await enter(
        with: code, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
    {
      return try await welcome(entree.jeton, to: entree.suite, visit)
    }
    let saisie = Saisie(
      "code",
      Phrase(
        "Ce code n’ouvre pas. Vérifiez les six chiffres, ou demandez un autre lien.",
        "This code does not open. Check the six digits, or ask for another link."))
    return .again(AttentePage(seal: visit.seal, saisie: saisie))
  }

  func showLien(_ visit: Visit) async throws -> Answer {
    let jeton = try visit.token("jeton")
    switch try await opening(of: jeton, in: visit.browser, at: visit.now) {
    case nil: return .gone(LienFiniPage())
    case .ici: return .page(LienPage(seal: visit.seal, jeton: jeton.text))
    case .ailleurs(let code): return .page(CodePage(code: code.spaced))
    }
  }

  func useLien(_ visit: Visit) async throws -> Answer {
    let jeton = try visit.token("jeton")
    let entree = try await enter(by: jeton, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
    // Pressed twice: the first press has signed them in.
    guard let entree else { return visit.visitor == nil ? .gone(LienFiniPage()) : .redirect("/accueil") }
    return try await welcome(entree.jeton, to: entree.suite, visit)
  }

  func signOut(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    try await end(visitor.connexion, of: visitor, at: visit.now)
    return .redirect("/").setting(.forget(.connexion))
  }

  /// Somebody has just entered. Whoever was signed in here before is not any more: what they listened to ends.
  func welcome(_ jeton: Token, to suite: String = "/accueil", _ visit: Visit) async throws -> Answer {
    if let before = visit.visitor {
      let passage = Passage(
        jeton: jeton, browser: visit.browser, navigateur: visit.navigateur, agit: false, now: visit.now)
      if try await identify(passage)?.connexion != before.connexion { dismiss([before.connexion]) }
    }
    return .redirect(suite).setting(.connexion(jeton))
  }
}
