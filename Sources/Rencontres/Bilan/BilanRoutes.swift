import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  /// The form for whoever explores, until it is handed in; afterwards the review itself.
  func showBilan(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    let written = try await bilanPage(visit, form: .empty, saisie: Saisie())
    if let written {
      if written.accompagne { try await trace("lecture:bilan", on: id, by: visitor, at: visit.now) }
      return .page(written)
    }
    let draft = try await house.database.read { [store] tx in
      try store.form(.bilan(of: id), of: visitor.personne, in: tx)
    }
    return .page(try await bilanForm(visit, form: draft, saisie: Saisie(), motif: nil))
  }

  func handIn(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    if visit.form.text("suite") == "garder" { return try await keepBilan(visit) }
    do {
      let saisi = try BilanSaisi(visit.form)
      return .redirect(try await handIn(saisi, of: id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await bilanForm(visit, form: visit.form, saisie: saisie, motif: nil))
    } catch let refus as Refus {
      let page = try await bilanForm(visit, form: visit.form, saisie: Saisie(), motif: refus.motif)
      return .again(page)
    }
  }

  func keepBilan(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    try await house.database.write { [store] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.explorateur == visitor.personne else { throw Absent() }
      let kept = try store.keep(visit.form, as: .bilan(of: id), of: visitor.personne, at: visit.now, in: tx)
      if !kept { throw TooLarge() }
    }
    return visit.wantsJSON ? .nothing : .redirect("/rencontres/\(id)/bilan?fait=garde")
  }

  func read(_ visit: Visit) async throws -> Answer {
    let reponse = visit.form.text("reponse")
    let id: RencontreID = try visit.id("id")
    guard reponse.count <= 4000 else {
      let saisie = Saisie("reponse", .tropLong(4000))
      guard let page = try await bilanPage(visit, form: visit.form, saisie: saisie) else { throw Absent() }
      return .again(page)
    }
    return .redirect(
      try await read(id, answering: reponse, by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  /// The review as it was handed in; nil while it is not.
  private func bilanPage(_ visit: Visit, form: FormData, saisie: Saisie) async throws -> BilanPage? {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    return try await house.database.read { [store, personnes] tx -> BilanPage? in
      let rencontre = try store.rencontre(id, for: visitor.viewer, in: tx)
      guard rencontre.expert != visitor.personne else { throw Absent() }
      guard let bilan = try store.bilan(of: rencontre, for: visitor.viewer, in: tx) else { return nil }
      return BilanPage(
        seal: visit.seal, rencontre: rencontre, bilan: bilan, accompagne: !rencontre.isPart(visitor.personne),
        explorateur: try personnes.prenom(of: rencontre.explorateur, for: visitor.viewer, visit.langue, in: tx),
        expert: try personnes.prenom(of: rencontre.expert, for: visitor.viewer, visit.langue, in: tx),
        fuseau: visitor.fuseau,
        saisie: saisie, fait: visit.query.text("fait"), form: form)
    }
  }

  private func bilanForm(_ visit: Visit, form: FormData, saisie: Saisie, motif: Motif?) async throws -> BilanFormPage {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    return try await house.database.read { [store, personnes] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.explorateur == visitor.personne, rencontre.moment(at: visit.now) == .passee else {
        throw Absent()
      }
      return BilanFormPage(
        seal: visit.seal, rencontre: rencontre,
        expert: try personnes.prenom(of: rencontre.expert, for: visitor.viewer, visit.langue, in: tx),
        moi: visitor.prenom,
        fuseau: visitor.fuseau, aujourdhui: Jour(visit.now, in: visitor.fuseau), form: form, saisie: saisie,
        motif: motif, fait: visit.query.text("fait"))
    }
  }
}
