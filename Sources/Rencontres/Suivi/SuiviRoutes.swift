import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  /// The people one follows, each with where they are and the next step.
  func showSuivi(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let lignes = try await house.database.read { [store, personnes] tx in
      let followed = try personnes.suivies(by: visitor.viewer, in: tx)
      let prenoms = try personnes.prenoms(of: followed, for: visitor.viewer, in: tx)
      return try followed.compactMap { id -> SuiviPage.Ligne? in
        guard let prenom = prenoms[id] else { return nil }
        let rencontres = try store.rencontres(of: id, for: visitor.viewer, in: tx)
        return SuiviPage.Ligne(
          personne: id, prenom: prenom, rencontres: rencontres,
          bilans: try store.bilans(of: rencontres.map(\.id), for: visitor.viewer, in: tx))
      }
    }
    return .page(SuiviPage(lignes: lignes, now: visit.now, fuseau: visitor.fuseau))
  }

  /// The path of one of them: what happened, step by step.
  func showChemin(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let personne: PersonneID = try visit.id("personne")
    let page = try await house.database.read { [store, personnes] tx in
      guard try personnes.suivies(by: visitor.viewer, in: tx).contains(personne) else { throw Absent() }
      let rencontres = try store.rencontres(of: personne, for: visitor.viewer, in: tx)
      return CheminPage(
        personne: personne, prenom: try personnes.prenom(of: personne, for: visitor.viewer, in: tx),
        rencontres: rencontres,
        experts: try personnes.prenoms(of: rencontres.map(\.expert), for: visitor.viewer, in: tx),
        faits: try store.chemin(of: personne, for: visitor.viewer, in: tx), now: visit.now, fuseau: visitor.fuseau)
    }
    try await house.database.write { tx in
      try tx.record(Trace("lecture:chemin", on: personne, by: visitor.viewer, at: visit.now))
    }
    return .page(page)
  }
}
