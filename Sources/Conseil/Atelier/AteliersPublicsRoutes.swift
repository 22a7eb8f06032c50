import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showAteliers(_ visit: Visit) async throws -> Answer {
    .page(
      try await house.database.read { [self] tx in
        AteliersPage(
          ateliers: try store.ateliersPublics(at: visit.now, in: tx).map { try annonce($0, in: tx) }, now: visit.now)
      })
  }

  private func annonce(_ atelier: Atelier, in tx: Transaction) throws -> AtelierAnnonce {
    AtelierAnnonce(
      atelier: atelier, lieu: try store.lieu(of: atelier, in: tx),
      effectif: try store.effectif(of: atelier, in: tx))
  }

  func showAtelier(_ visit: Visit) async throws -> Answer { .page(try await atelierPage(visit, Retour())) }

  private func atelierPage(_ visit: Visit, _ retour: Retour) async throws -> AtelierPage {
    let id: AtelierID = try visit.id("atelier")
    return try await house.database.read { [self] tx in
      let atelier = try store.atelierPublic(id, in: tx)
      return AtelierPage(
        seal: visit.seal, annonce: try annonce(atelier, in: tx),
        parametres: try parametres(of: atelier.dispositif, at: visit.now, in: tx), retour: retour, now: visit.now)
    }
  }

  func enrolOneself(_ visit: Visit) async throws -> Answer {
    do {
      let geste = try visit.geste()
      let id = try await enrol(
        InscriptionSaisie(public: visit.form, visit.langue), in: visit.id("atelier"), by: nil, geste: geste,
        at: visit.now)
      return .page(try await inscriptionPage(id, code(of: geste), visit, auTelephone: false))
    } catch let saisie as Saisie {
      return .again(try await atelierPage(visit, Retour(form: visit.form, saisie: saisie)))
    } catch let refus as Refus {
      return .again(try await atelierPage(visit, Retour(form: visit.form, motif: refus.motif)))
    }
  }

  /// A seat or a rank, and the code to come back with.
  func inscriptionPage(
    _ id: InscritID, _ code: CodeEcrit, _ visit: Visit, auTelephone: Bool
  ) async throws -> InscriptionPage {
    let atelierID: AtelierID = try visit.id("atelier")
    return try await house.database.read { [self] tx in
      let atelier =
        try auTelephone
        ? store.atelier(atelierID, for: visit.person().viewer, in: tx) : store.atelierPublic(atelierID, in: tx)
      let trouve = try trouve(store.inscrit(id, of: atelier, in: tx), in: atelier, tx: tx)
      return InscriptionPage(trouve: trouve, code: code, now: visit.now, auTelephone: auTelephone)
    }
  }

  private func trouve(_ inscrit: Inscrit, in atelier: Atelier, tx: Transaction) throws -> InscritTrouve {
    InscritTrouve(
      inscrit: inscrit, atelier: atelier, lieu: try store.lieu(of: atelier, in: tx),
      rang: try store.inscrits(of: atelier, in: tx).rang(of: inscrit.id))
  }

  // MARK: Coming back with a code

  func showInscription(_ visit: Visit) async throws -> Answer {
    .page(
      RetourAtelierPage(
        seal: visit.seal, trouve: nil, code: "", saisie: Saisie(), fait: visit.query.text("fait"), now: visit.now))
  }

  func findInscription(_ visit: Visit) async throws -> Answer {
    let typed = visit.form.text("code")
    let found = try await house.database.read { [self] tx -> InscritTrouve? in
      guard let code = CodeEcrit(typed: typed, letters: Self.lettresDuCode),
        let found = try store.inscrit(bearing: code, at: visit.now, in: tx)
      else { return nil }
      return try trouve(found.inscrit, in: found.atelier, tx: tx)
    }
    guard let found else { return .again(try await unknownInscription(typed, visit)) }
    return .page(
      RetourAtelierPage(
        seal: visit.fresh, trouve: found, code: typed, saisie: Saisie(), fait: "", now: visit.now))
  }

  func giveUpWithCode(_ visit: Visit) async throws -> Answer {
    let typed = visit.form.text("code")
    guard let code = CodeEcrit(typed: typed, letters: Self.lettresDuCode),
      try await giveUp(with: code, geste: visit.geste(), at: visit.now)
    else { return .again(try await unknownInscription(typed, visit)) }
    return .redirect("/ateliers/retour?fait=annule")
  }

  private func unknownInscription(_ typed: String, _ visit: Visit) async throws -> RetourAtelierPage {
    try await rememberRefusal("refus:code-atelier", at: visit.now)
    return RetourAtelierPage(
      seal: visit.seal, trouve: nil, code: typed,
      saisie: Saisie(
        "code",
        Phrase(
          "Aucune inscription à venir n’a ce code. Relisez-le, ou appelez le lieu.",
          "No enrolment to come has this code. Read it again, or telephone the place.")),
      fait: "", now: visit.now)
  }
}
