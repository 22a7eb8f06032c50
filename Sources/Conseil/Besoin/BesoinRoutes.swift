import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func noteBesoin(_ visit: Visit) async throws -> Answer {
    try await written(visit) { id, visitor, usager in
      try await note(
        besoin: NotesRelues(visit.form, champs: ["mots"], allowed: usager.identite.permis, relecteur), of: id,
        by: visitor, geste: visit.geste(), at: visit.now)
    }
  }

  func planEtape(_ visit: Visit) async throws -> Answer {
    try await written(visit) { id, visitor, usager in
      try await plan(
        etape: NotesRelues(visit.form, champs: ["etape"], allowed: usager.identite.permis, relecteur),
        for: BesoinID(visit.form.text("besoin")), of: id, by: visitor, geste: visit.geste(), at: visit.now)
    }
  }

  func tickEtape(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await tick(
        visit.id("etape"), done: visit.form.text("faite") == "oui", of: visit.id("usager"), by: visit.person(),
        geste: visit.geste(), at: visit.now))
  }

  func settleBesoin(_ visit: Visit) async throws -> Answer {
    guard let etat = Besoin.Etat(rawValue: visit.form.text("etat")) else { throw Absent() }
    return .redirect(
      try await settle(
        visit.id("besoin"), as: etat, of: visit.id("usager"), by: visit.person(), geste: visit.geste(), at: visit.now)
    )
  }

  /// Something written on a thread: what is held back brings the thread's page again, with the words.
  private func written(
    _ visit: Visit, _ act: (UsagerID, Visitor, Usager) async throws -> String
  ) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    let usager = try await house.database.read { [store] tx in try store.usager(id, for: visitor.viewer, in: tx) }
    do { return .redirect(try await act(id, visitor, usager)) } catch let saisie as Saisie {
      return .again(try await usagerPage(visit, .init(form: visit.form, saisie: saisie)))
    } catch let refus as Refus {
      return .again(try await usagerPage(visit, .init(form: visit.form, motif: refus.motif)))
    } catch let relire as ARelire {
      return .again(
        try await usagerPage(visit, .init(form: relire.form(visit.form), motif: relire.motif, relire: relire)))
    }
  }
}
