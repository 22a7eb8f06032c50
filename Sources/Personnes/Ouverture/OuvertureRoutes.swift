import Base
import Html
import Temps
import Web

extension PersonnesRoom {
  func bienvenue(_ visit: Visit) async throws -> Answer {
    if visit.visitor != nil { return .redirect("/accueil") }
    let open = try await house.database.read { [store] tx in try store.isOpen(in: tx) }
    return open ? .page(BienvenuePage()) : .redirect("/ouverture")
  }

  func showOuverture(_ visit: Visit) async throws -> Answer {
    try await absentOnceOpen()
    return .page(OuverturePage(seal: visit.seal, form: .empty, saisie: Saisie()))
  }

  func open(_ visit: Visit) async throws -> Answer {
    try await absentOnceOpen()
    do {
      // The first page is guarded: whoever comes first from the network is not yet the operator.
      guard let jeton = Token(presented: visit.form.text("jeton")), jeton.fingerprint == ouverture?.fingerprint else {
        throw Saisie(
          "jeton",
          Phrase(
            "Ce n’est pas le code affiché dans le terminal. Recopiez-le en entier.",
            "This is not the code shown in the terminal. Copy all of it."))
      }
      let connexion = try await open(
        Ouverture(visit.form), langue: visit.langue, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
      return try await welcome(connexion, visit)
    } catch let saisie as Saisie {
      return .again(OuverturePage(seal: visit.seal, form: visit.form, saisie: saisie))
    }
  }

  private func absentOnceOpen() async throws {
    let open = try await house.database.read { [store] tx in try store.isOpen(in: tx) }
    if open { throw Absent() }
  }

  /// Keeps the choice in the browser, and for the person in their account.
  func changeLangue(_ visit: Visit) async throws -> Answer {
    let langue = Langue(rawValue: visit.form.text("langue")) ?? .fr
    if let visitor = visit.visitor {
      try await house.database.write { [store] tx in try store.keep(langue, of: visitor.personne, in: tx) }
    }
    return .redirect(Reprise.safe(visit.form.text("retour"), otherwise: "/")).setting(
      BrowserCookie(.langue, langue.rawValue, lasts: .days(400)))
  }

  func accueillir(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let toSign = try await house.database.read { [store] tx in
      try store.toSign(by: visitor.personne, at: visit.now, in: tx).first
    }
    return .redirect(toSign == nil ? accueil(visitor) : "/engagement")
  }

  /// One live stream per person: it says that something changed, never what.
  func direct(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let stream = live.listen(to: "personne:\(visitor.personne)", bearer: visitor.connexion.text)
    try await store.dismissIfClosed(visitor.connexion, from: live)
    return .stream(stream)
  }
}

extension BrowserCookie {
  static func connexion(_ jeton: Token) -> BrowserCookie {
    BrowserCookie(.connexion, jeton.text, lasts: Duree.autres.entiere)
  }
}
