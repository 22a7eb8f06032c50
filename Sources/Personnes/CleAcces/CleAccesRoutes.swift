import Base
import Foundation
import Html
import Temps
import Web

extension PersonnesRoom {
  func showCles(_ visit: Visit) async throws -> Answer {
    .page(try await clesPage(visit, saisie: Saisie()))
  }

  /// What a device needs to make a key for this person.
  func giveDefiDInscription(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let poignee = Data(house.vault.fingerprint(visitor.personne.text, for: "poignee").prefix(32).utf8).base64URL
    return try await giveDefi(for: .inscription, visit, visitor.personne) { [store] tx in
      let personne = try store.personne(visitor.personne, for: visitor.viewer, in: tx)
      let titulaire = OptionsDeCle.Titulaire(
        poignee: poignee, nom: personne.adresse.isEmpty ? personne.court : personne.adresse, prenom: personne.prenom,
        algorithmes: Webauthn.algorithms)
      return (try store.cleIdentifiers(of: visitor.personne, in: tx), titulaire)
    }
  }

  /// Options for the browser's own dialogue, as JSON.
  /// - Parameters:
  ///   - personne: who must answer; nil when nobody has entered yet.
  ///   - options: the keys it may use, or must not make again; and for a new key, whose it is.
  func giveDefi(
    for usage: Defi.Usage, _ visit: Visit, _ personne: PersonneID?,
    options: @escaping @Sendable (Transaction) throws -> (identifiants: [String], titulaire: OptionsDeCle.Titulaire?)
  ) async throws -> Answer {
    let defi = Token.random()
    let (identifiants, titulaire) = try await house.database.write { [store] tx in
      try store.insert(defi, for: usage, of: personne, in: visit.browser, at: visit.now, in: tx)
      return try options(tx)
    }
    return .json(
      try OptionsDeCle(
        defi: defi.challenge, domaine: webauthn.domaine, identifiants: identifiants, personne: titulaire
      ).json)
  }

  func addCle(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let nom = visit.form.text("nom")
    let jeton = Token.random()
    let outcome: Inscription =
      if let reponse = Attestation(visit.form.raw("reponse")) {
        try await register(
          reponse, nom: nom.isName(upTo: 40) ? nom : visit.navigateur, by: visitor, jeton: jeton, in: visit.browser,
          at: visit.now)
      } else { .refusee }
    guard let phrase = outcome.phrase else {
      return .redirect("/compte/cles?fait=ajoutee").setting(.connexion(jeton))
    }
    return .again(try await clesPage(visit, saisie: Saisie("reponse", phrase)))
  }

  func renameCle(_ visit: Visit) async throws -> Answer {
    let nom = visit.form.text("nom")
    let id: CleAccesID = try visit.id("id")
    guard nom.isName(upTo: 40) else {
      let page = try await clesPage(
        visit, saisie: Saisie("nom-\(id)", Phrase("Écrivez un nom court.", "Write a short name.")))
      guard page.cles.contains(where: { $0.id == id }) else { throw Absent() }
      return .again(page)
    }
    try await rename(id, nom, by: visit.person())
    return .redirect("/compte/cles?fait=nommee")
  }

  func removeCle(_ visit: Visit) async throws -> Answer {
    try await remove(visit.id("id"), of: visit.person(), at: visit.now)
    return .redirect("/compte/cles?fait=retiree")
  }

  func declineCle(_ visit: Visit) async throws -> Answer {
    try await declineCle(by: visit.person())
    return .redirect(Reprise(suite: visit.form.raw("suite")).suite)
  }

  // MARK: Entering

  func giveDefiDeConnexion(_ visit: Visit) async throws -> Answer {
    try await giveDefi(for: .connexion, visit, nil) { _ in ([], nil) }
  }

  func enterWithCle(_ visit: Visit) async throws -> Answer {
    if let reponse = Assertion(visit.form.raw("reponse")),
      let jeton = try await enter(with: reponse, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
    {
      return try await welcome(jeton, visit)
    }
    let saisie = Saisie(
      "reponse",
      Phrase(
        "Cette clé n’a pas ouvert de compte. Réessayez, ou entrez avec votre adresse e-mail.",
        "This passkey did not open an account. Try again, or come in with your e-mail address."))
    return .again(connexionPage(visit, saisie: saisie))
  }

  private func clesPage(_ visit: Visit, saisie: Saisie) async throws -> ClesPage {
    let visitor = try visit.person()
    let cles = try await house.database.read { [store] tx in
      try store.cles(of: visitor.personne, for: visitor.viewer, in: tx)
    }
    return ClesPage(
      seal: visit.seal, cles: cles, ici: visit.navigateur, fuseau: visitor.fuseau, saisie: saisie,
      fait: visit.query.text("fait"))
  }
}

extension PersonnesRoom.Inscription {
  /// Why no key was kept, and what to do; nil when one was.
  fileprivate var phrase: Phrase? {
    switch self {
    case .gardee: nil
    case .connue: Phrase("Cet appareil a déjà sa clé.", "This device already has its key.")
    case .tropDeCles:
      Phrase(
        "Vous avez déjà \(CleAcces.maximum) clés. Retirez-en une, puis recommencez.",
        "You already have \(CleAcces.maximum) keys. Remove one, then start again.")
    case .refusee:
      Phrase(
        "La clé n’a pas pu être gardée. Recommencez\u{a0}: rien n’a changé.",
        "The key could not be kept. Start again: nothing has changed.")
    }
  }
}
