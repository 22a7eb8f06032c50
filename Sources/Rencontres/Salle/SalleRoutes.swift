import Base
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showSalle(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    let page = try await house.database.read { [store, personnes] tx -> SallePage? in
      let salle = try store.salle(id, for: visitor.personne, in: tx)
      guard salle.canTry(at: visit.now) else { return nil }
      let other = salle.rencontre.other(than: visitor.personne)
      return SallePage(
        seal: visit.seal, salle: salle, ouverte: salle.isOpen(at: visit.now),
        poli: visitor.personne == salle.rencontre.explorateur,
        prenom: try personnes.prenom(of: other, for: visitor.viewer, in: tx),
        questions: try store.demande(of: salle.rencontre, in: tx).questions, fuseau: visitor.fuseau,
        aujourdhui: Jour(visit.now, in: visitor.fuseau))
    }
    guard let page else { return .redirect("/rencontres/\(id)?fait=trop-tard") }
    return .page(page)
  }

  func listen(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let salle = try await salle(visit)
    // A page left open hears that it is over, instead of knocking for ever.
    guard visit.now < salle.fermeture, salle.rencontre.etat == .acceptee else { return .stream(Sieges.over) }
    guard salle.isOpen(at: visit.now) else { throw Absent() }
    let other = salle.rencontre.other(than: visitor.personne)
    // A tick made during a cut was heard by nobody: coming back tells them all again.
    let questions = try await house.database.read { [store] tx in
      try store.demande(of: salle.rencontre, in: tx).questions
    }
    let stream = sieges.take(
      visitor.personne, by: visitor.connexion.text, facing: other, in: salle.rencontre.id,
      state: questions.map { .question($0.rang, posee: $0.posee) })
    try await personnes.dismissIfClosed(visitor.connexion, from: live)
    return .stream(stream)
  }

  /// Passes a message on without reading it: it belongs to the two browsers.
  func relay(_ visit: Visit) async throws -> Answer {
    let (salle, visitor) = try await openRoom(visit)
    guard visit.body.count <= 64 * 1024, let first = visit.body.first, first == UInt8(ascii: "{") else {
      throw Absent()
    }
    let other = salle.rencontre.other(than: visitor.personne)
    let message = String(decoding: visit.body, as: UTF8.self)
    return sieges.relay(message, to: other, in: salle.rencontre.id) ? .nothing : .nobodyThere
  }

  func giveRelais(_ visit: Visit) async throws -> Answer {
    _ = try await openRoom(visit)
    return .json(try relais.json(at: visit.now))
  }

  func arrive(_ visit: Visit) async throws -> Answer {
    try await arrive(in: visit.id("id"), by: visit.person(), at: visit.now)
    return .nothing
  }

  func leave(_ visit: Visit) async throws -> Answer {
    let id: RencontreID = try visit.id("id")
    try await leave(id, by: visit.person(), at: visit.now)
    return .redirect("/rencontres/\(id)")
  }

  func tick(_ visit: Visit) async throws -> Answer {
    let id: RencontreID = try visit.id("id")
    let posee = ["oui", "true"].contains(visit.form.text("posee"))
    let rang = try visit.number("rang")
    try await tick(rang, of: id, posee: posee, by: visit.person())
    return visit.wantsJSON ? .json(#"{"rang":\#(rang),"posee":\#(posee)}"#) : .redirect("/rencontres/\(id)/salle")
  }

  private func openRoom(_ visit: Visit) async throws -> (Salle, Visitor) {
    let salle = try await salle(visit)
    guard salle.isOpen(at: visit.now) else { throw Absent() }
    return (salle, try visit.person())
  }

  private func salle(_ visit: Visit) async throws -> Salle {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    return try await house.database.read { [store] tx in try store.salle(id, for: visitor.personne, in: tx) }
  }
}
