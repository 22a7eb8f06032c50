import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  var relaisRoutes: [Route] {
    [
      .get("/relais", .role(.conseillerNumerique), showRelais),
      .get(
        "/usagers/{usager}/relais", .role(.conseillerNumerique), on: .usager, trace: .lecture, showRelaisOfUsager),
      .get("/usagers/{usager}/relais/nouveau", .role(.conseillerNumerique), on: .usager, showNewRelais),
      .post("/usagers/{usager}/relais/nouveau", .role(.conseillerNumerique), on: .usager, trace: .acte, referUsager),
      .get("/relais/{relais}", .role(.conseillerNumerique), on: .relais, trace: .lecture, showOneRelais),
      .get("/relais/{relais}/lettre", .role(.conseillerNumerique), on: .relais, trace: .lecture, showPrintedLetter),
      .post("/relais/{relais}/reponse", .role(.conseillerNumerique), on: .relais, trace: .acte, noteReponse),
      .post("/relais/{relais}/retrait", .role(.conseillerNumerique), on: .relais, trace: .acte, withdrawRelais),
    ]
  }

  /// What a thread leads to.
  func relaisSuites(of usager: UsagerID, _ t: Langue) -> [Lien] {
    [
      Lien("/usagers/\(usager)/relais/nouveau", t("Passer le relais", "Hand over")),
      Lien("/usagers/\(usager)/relais", t("Ses relais", "Their referrals")),
    ]
  }

  func showRelais(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let relais = try store.relais(for: visitor.viewer, in: tx)
        return RelaisListePage(
          lignes: try lines(relais, for: visitor, visit.langue, in: tx), usager: nil, fuseau: visit.fuseau,
          now: visit.now)
      })
  }

  func showRelaisOfUsager(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.write { [self] tx in
        let usager = try store.usager(visit.id("usager"), for: visitor.viewer, in: tx)
        try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx)
        let relais = try store.relais(of: usager, for: visitor.viewer, in: tx)
        return RelaisListePage(
          lignes: try lines(relais, for: visitor, visit.langue, in: tx),
          usager: (usager.id, usager.court(visit.langue)), fuseau: visit.fuseau, now: visit.now)
      })
  }

  private func lines(
    _ relais: [Relais], for visitor: Visitor, _ t: Langue, in tx: Transaction
  ) throws -> [RelaisListePage.Ligne] {
    try relais.map { relais in
      RelaisListePage.Ligne(
        relais: relais, usager: try store.usager(relais.usager, for: visitor.viewer, in: tx).court(t),
        partenaire: try store.partenaire(of: relais, in: tx).contenu)
    }
  }

  func showOneRelais(_ visit: Visit) async throws -> Answer { .page(try await relaisPage(visit, Retour())) }

  func showPrintedLetter(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.write { [self] tx in
        let relais = try store.relais(visit.id("relais"), for: visitor.viewer, in: tx)
        try rememberReading(of: relais, by: visitor, at: visit.now, in: tx)
        return LettreImprimeePage(relais: relais, origin: origin)
      })
  }

  func noteReponse(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RelaisID = try visit.id("relais")
    let notes = NotesRelues(
      visit.form, champs: ["mots"], allowed: try await prenomOf(id, for: visitor), relecteur)
    do {
      return .redirect(
        try await note(
          reponse: notes, visit.form, of: id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch is DejaRepondu {
      let phrase = Phrase(
        "Une réponse est arrivée entre-temps. Lisez-la plus haut\u{a0}: votre texte est toujours là.",
        "An answer came in the meantime. Read it above: what you wrote is still here.")
      return .again(try await relaisPage(visit, Retour(form: visit.form, saisie: Saisie("genre", phrase))))
    } catch {
      return .again(try await relaisPage(visit, try Retour(error, visit.form)))
    }
  }

  func withdrawRelais(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await withdraw(visit.id("relais"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  private func prenomOf(_ id: RelaisID, for visitor: Visitor) async throws -> [String] {
    try await house.database.read { [store] tx in
      let relais = try store.relais(id, for: visitor.viewer, in: tx)
      return try store.usager(relais.usager, for: visitor.viewer, in: tx).identite.permis
    }
  }

  /// A letter is a page of somebody's thread.
  @discardableResult
  private func rememberReading(
    of relais: Relais, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> Usager {
    let usager = try store.usager(relais.usager, for: visitor.viewer, in: tx)
    try store.remember(usager, for: visitor.viewer, at: now, in: tx)
    return usager
  }

  private func relaisPage(_ visit: Visit, _ retour: Retour) async throws -> RelaisPage {
    let visitor = try visit.person()
    return try await house.database.write { [self] tx in
      let relais = try store.relais(visit.id("relais"), for: visitor.viewer, in: tx)
      let usager = try rememberReading(of: relais, by: visitor, at: visit.now, in: tx)
      return RelaisPage(
        seals: Seals(visit), seal: visit.seal, relais: relais, usager: usager.court(visit.langue),
        partenaire: try store.partenaire(of: relais, in: tx).contenu, retour: retour,
        fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now)
    }
  }
}
