import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The shared screen of a place: a tablet on the counter, where nobody is signed in. The browser itself is known, by its
/// fingerprint, so that no secret stands in an address.
extension ConseilRoom {
  /// Turns this browser into the shared screen of a place, and signs its adviser out of it.
  func openComptoir(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    let (geste, ended) = (try visit.geste(), visitor.connexion)
    _ = try await house.database.act(geste, by: visitor.viewer, at: visit.now) { [self] tx in
      _ = try store.lieu(id, for: visitor.viewer, in: tx)
      let mark = visit.browser.fingerprint
      // One place at a time: the screen that was elsewhere is no longer there.
      try tx.execute("UPDATE lieu SET comptoir = NULL WHERE comptoir = \(mark)")
      try tx.execute("UPDATE lieu SET comptoir = \(mark) WHERE id = \(id)")
      _ = try personnes.endConnexions("id = \(ended)", in: tx)
      try tx.record(Trace("comptoir:ouverture", on: id, by: visitor.viewer, at: visit.now))
      return "/comptoir"
    }
    live.dismiss(ended.text)
    return .redirect("/comptoir").setting(.forget(.connexion))
  }

  /// Whichever browser was the screen of this place is not any more.
  func closeComptoir(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    return .redirect(
      try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
        _ = try store.lieu(id, for: visitor.viewer, in: tx)
        try tx.execute("UPDATE lieu SET comptoir = NULL WHERE id = \(id)")
        try tx.record(Trace("comptoir:fermeture", on: id, by: visitor.viewer, at: visit.now))
        return "/lieux/\(id)/comptoir"
      })
  }

  func showComptoirSettings(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    let lieu = try await house.database.read { [self] tx in try store.lieu(id, for: visitor.viewer, in: tx) }
    return .page(ComptoirReglagePage(seal: visit.seal, autre: visit.fresh, lieu: lieu))
  }

  /// Reads itself again every half minute: a screen that slept wakes up right.
  func showComptoir(_ visit: Visit) async throws -> Answer {
    let page = try await house.database.read { [self] tx in
      let lieu = try store.lieu(comptoir: visit.browser, in: tx)
      return ComptoirPage(
        seal: visit.seal, lieu: lieu, appeles: try store.called(at: lieu, at: visit.now, in: tx),
        enAttente: try store.waiting(at: lieu, at: visit.now, in: tx), now: visit.now, form: visit.form,
        saisie: Saisie(), motif: nil)
    }
    return Answer.page(page).returning(to: "/comptoir", after: 30)
  }

  func takeNumber(_ visit: Visit) async throws -> Answer {
    let lieu = try await house.database.read { [self] tx in try store.lieu(comptoir: visit.browser, in: tx) }
    do {
      let arrivant = Arrivant(visit.form)
      try arrivant.saisie(requiresPrenom: false).throwIfAny()
      let numero = try await queueUp(arrivant, at: lieu, by: nil, geste: visit.geste(), at: visit.now)
      let before = try await house.database.read { [self] tx in
        try store.waiting(before: numero, at: lieu, at: visit.now, in: tx)
      }
      // The next person at the screen must not read the one before.
      return Answer.page(NumeroPage(lieu: lieu, numero: numero, avant: before)).returning(to: "/comptoir", after: 20)
    } catch let saisie as Saisie {
      return .again(try await comptoirAgain(visit, lieu, saisie, nil)).returning(to: "/comptoir", after: 90)
    } catch let refus as Refus {
      return .again(try await comptoirAgain(visit, lieu, Saisie(), refus.motif)).returning(to: "/comptoir", after: 60)
    }
  }

  private func comptoirAgain(_ visit: Visit, _ lieu: Lieu, _ saisie: Saisie, _ motif: Motif?) async throws
    -> ComptoirPage
  {
    try await house.database.read { [self] tx in
      ComptoirPage(
        seal: visit.seal, lieu: lieu, appeles: try store.called(at: lieu, at: visit.now, in: tx),
        enAttente: try store.waiting(at: lieu, at: visit.now, in: tx), now: visit.now, form: visit.form,
        saisie: saisie, motif: motif)
    }
  }
}
