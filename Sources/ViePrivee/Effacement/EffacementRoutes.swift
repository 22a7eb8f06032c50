import Base
import Html
import Web

extension ViePriveeRoom {
  func showEffacement(_ visit: Visit) async throws -> Answer {
    .page(try await effacementPage(visit, saisie: Saisie()))
  }

  /// A strong proof is asked of whoever has one, on the team or not: what goes does not come back.
  func leave(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let typed = visit.form.text("mot").lowercased()
    guard EffacementPage.mots.contains(typed) else {
      let saisie = Saisie(
        "mot",
        Phrase(
          "Écrivez le mot «\u{a0}effacer\u{a0}». Rien n’est encore effacé.",
          "Write the word “erase”. Nothing is erased yet."))
      return .again(try await effacementPage(visit, saisie: saisie))
    }
    try visitor.demand(visitor.preuve.possedeForte ? .forte : .recente, at: visit.now)
    do {
      return .redirect(try await erase(visitor, geste: visit.geste(), at: visit.now))
        .setting(.forget(.connexion))
    } catch is Empechements {
      return .again(try await effacementPage(visit, saisie: Saisie()))
    }
  }

  func showAuRevoir(_ visit: Visit) async throws -> Answer { .page(AuRevoirPage()) }

  private func effacementPage(_ visit: Visit, saisie: Saisie) async throws -> EffacementPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let tenu = try tenu(of: visitor.personne, at: visit.now, in: tx).map(\.donnees)
      return EffacementPage(
        seal: visit.seal, traitements: tenu.flatMap(\.traitements), tables: tenu.flatMap(\.tables),
        empechements: try empechements(of: visitor.personne, at: visit.now, in: tx), saisie: saisie,
        typed: visit.form.raw("mot"))
    }
  }
}
