import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showPorte(_ visit: Visit) async throws -> Answer {
    .page(
      try await house.database.read { [self] tx in
        let lieux = try store.lieuxPublics(in: tx).map { lieu in
          let p = try parametres(of: lieu.dispositif, at: visit.now, in: tx)
          return (
            lieu: lieu, enAttente: try store.waiting(at: lieu, at: visit.now, in: tx),
            prochain: try store.freeSlots(at: lieu, p, at: visit.now, in: tx).first?.creneau
          )
        }
        return PortePage(lieux: lieux, now: visit.now)
      })
  }

  func showReservation(_ visit: Visit) async throws -> Answer {
    .page(try await reservationPage(visit, by: nil))
  }

  func reserve(_ visit: Visit) async throws -> Answer { try await reserve(visit, by: nil) }

  func showTelephone(_ visit: Visit) async throws -> Answer {
    .page(try await reservationPage(visit, by: visit.person()))
  }

  func noteByTelephone(_ visit: Visit) async throws -> Answer { try await reserve(visit, by: visit.person()) }

  private func reserve(_ visit: Visit, by visitor: Visitor?) async throws -> Answer {
    let lieu: LieuID = try visit.id("lieu")
    do {
      let arrivant = Arrivant(visit.form)
      var saisie = arrivant.saisie(requiresPrenom: true)
      let debut = Instant(creneau: visit.form.text("creneau"))
      saisie.note("creneau", unless: debut != nil, Phrase("Choisissez un moment.", "Choose a time."))
      guard saisie.isEmpty, let debut else { throw saisie }
      let geste = try visit.geste()
      let id = try await book(
        arrivant, at: debut, in: lieu, by: visitor, langue: visit.langue, geste: geste, at: visit.now)
      return .page(try await prisPage(id, code(of: geste), visit, auTelephone: visitor != nil))
    } catch let saisie as Saisie {
      return .again(try await reservationPage(visit, by: visitor, saisie: saisie))
    } catch let refus as Refus {
      return .again(try await reservationPage(visit, by: visitor, motif: refus.motif))
    } catch is CreneauPris {
      return .again(try await reservationPage(visit, by: visitor, pris: true))
    }
  }

  private func prisPage(
    _ id: RendezVousID, _ code: CodeEcrit, _ visit: Visit, auTelephone: Bool
  ) async throws -> RendezVousPrisPage {
    try await house.database.read { [self] tx in
      guard let rendezVous = try store.rendezVous(bearing: code, at: visit.now, in: tx), rendezVous.id == id else {
        throw Absent()
      }
      return RendezVousPrisPage(
        rendezVous: rendezVous, lieu: try store.lieuPublic(rendezVous.lieu, in: tx), code: code, now: visit.now,
        auTelephone: auTelephone)
    }
  }

  private func reservationPage(
    _ visit: Visit, by visitor: Visitor?, saisie: Saisie = Saisie(), motif: Motif? = nil, pris: Bool = false
  ) async throws -> ReservationPage {
    let id: LieuID = try visit.id("lieu")
    return try await house.database.read { [self] tx in
      let lieu = try visitor.map { try store.lieu(id, for: $0.viewer, in: tx) } ?? store.lieuPublic(id, in: tx)
      let p = try parametres(of: lieu.dispositif, at: visit.now, in: tx)
      return ReservationPage(
        seal: visit.seal, lieu: lieu, libres: try store.freeSlots(at: lieu, p, at: visit.now, in: tx),
        form: visit.form, saisie: saisie, motif: motif, pris: pris, now: visit.now, auTelephone: visitor != nil)
    }
  }

  // MARK: Coming back with a code

  func showRetour(_ visit: Visit) async throws -> Answer {
    .page(
      RetourPage(
        seal: visit.seal, trouve: nil, code: "", saisie: Saisie(), fait: visit.query.text("fait"), now: visit.now))
  }

  func findRendezVous(_ visit: Visit) async throws -> Answer {
    let typed = visit.form.text("code")
    let found = try await house.database.read { [self] tx -> (rendezVous: RendezVous, lieu: Lieu)? in
      guard let code = CodeEcrit(typed: typed, letters: Self.lettresDuCode),
        let rendezVous = try store.rendezVous(bearing: code, at: visit.now, in: tx)
      else { return nil }
      return (rendezVous, try store.lieuPublic(rendezVous.lieu, in: tx))
    }
    guard let found else { return .again(try await unknownCode(typed, visit)) }
    return .page(
      RetourPage(
        seal: visit.fresh, trouve: found, code: typed, saisie: Saisie(), fait: "", now: visit.now))
  }

  func cancelWithCode(_ visit: Visit) async throws -> Answer {
    let typed = visit.form.text("code")
    guard let code = CodeEcrit(typed: typed, letters: Self.lettresDuCode),
      try await cancel(with: code, langue: visit.langue, geste: visit.geste(), at: visit.now)
    else { return .again(try await unknownCode(typed, visit)) }
    return .redirect("/rendez-vous/retour?fait=annule")
  }

  private func unknownCode(_ typed: String, _ visit: Visit) async throws -> RetourPage {
    try await rememberRefusal("refus:code-rendez-vous", at: visit.now)
    return RetourPage(
      seal: visit.seal, trouve: nil, code: typed,
      saisie: Saisie(
        "code",
        Phrase(
          "Aucun rendez-vous à venir n’a ce code. Relisez-le, ou appelez le lieu.",
          "No appointment to come has this code. Read it again, or telephone the place.")),
      fait: "", now: visit.now)
  }

  // MARK: On the day

  func cancelRendezVous(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await cancel(visit.id("id") as RendezVousID, by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func noteAbsence(_ visit: Visit) async throws -> Answer {
    .redirect(try await noteAbsence(visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }
}

extension Instant {
  /// What can be the start of a slot, in milliseconds: after 1970, before the year 2500. Anything else was not offered.
  fileprivate init?(creneau text: String) {
    guard let milliseconds = Int64(text), (0...16_725_225_600_000).contains(milliseconds) else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
