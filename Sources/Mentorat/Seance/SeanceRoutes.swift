import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  func showSeances(_ visit: Visit) async throws -> Answer {
    .page(try await seancesPage(visit, saisie: Saisie()))
  }

  func suggestDate(_ visit: Visit) async throws -> Answer {
    do {
      guard
        let debut = DateSaisie.read(
          jour: visit.form.text("jour"), heure: visit.form.text("heure"), in: visit.fuseau)
      else { throw Saisie("jour", DateSaisie.attendue) }
      return .redirect(
        try await suggest(debut, in: visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await seancesPage(visit, saisie: saisie))
    }
  }

  func agreeToDate(_ visit: Visit) async throws -> Answer {
    guard let debut = Int64(visit.form.text("debut")) else { throw Absent() }
    return .redirect(
      try await agree(
        to: Instant(milliseconds: debut), in: visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func seancesPage(
    _ visit: Visit, saisie: Saisie, fait: String? = nil, aide: Aide? = nil
  ) async throws -> SeancesPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let cadre = try store.cadre(of: visit.id("id"), for: visitor, at: visit.now, in: tx)
      let binome = cadre.binome
      return SeancesPage(
        // After an act its key has served: the form that follows is another one.
        seal: fait == nil ? visit.seal : visit.fresh, accord: visit.fresh, binome: binome.id, moi: visitor.personne,
        autre: try personnes.prenom(of: binome.other(than: visitor.personne), for: visitor.viewer, visit.langue, in: tx)
          .prenom,
        // What the other wrote is not told by a button that is gone.
        seances: cadre.isOpen(at: visit.now) ? cadre.seances : cadre.seances.withoutSummaries,
        // What was written is read at the hours agreed, here too.
        syntheses: cadre.isOpen(at: visit.now) ? try store.syntheses(of: binome, in: tx) : [],
        parametres: cadre.parametres, form: visit.form, saisie: saisie, clos: binome.clos != nil,
        fuseau: visit.fuseau, fuseauDuMentor: cadre.convention.termes.fuseau,
        fait: fait ?? visit.query.text("fait"), aide: aide)
    }
  }
}
