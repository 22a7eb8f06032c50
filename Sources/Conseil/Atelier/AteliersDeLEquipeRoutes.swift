import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showAteliersDeLEquipe(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let dispositif = try dispositif(of: visitor, in: tx)
        let ateliers = try store.ateliers(of: dispositif.id, for: visitor.viewer, in: tx)
        let usager = try UsagerID(visit.query.text("usager")).map {
          try store.usager($0, for: visitor.viewer, in: tx)
        }
        return AteliersDeLEquipePage(
          ateliers: try ateliers.map { ($0, try store.effectif(of: $0, in: tx)) },
          lieux: Dictionary(
            uniqueKeysWithValues: try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx).map { ($0.id, $0) }),
          moi: visitor.personne, usager: usager, fuseau: dispositif.fuseau, now: visit.now)
      })
  }

  // MARK: The programme

  func showNewAtelier(_ visit: Visit) async throws -> Answer {
    .page(try await programmePage(visit, nil, Retour(form: FormData(pairs: [("places", "8")]))))
  }

  func keepNewAtelier(_ visit: Visit) async throws -> Answer { try await keepProgramme(visit, as: nil) }

  func showProgramme(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: AtelierID = try visit.id("atelier")
    let form = try await house.database.read { [self] tx in
      let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
      return atelier.form(in: try store.lieu(of: atelier, in: tx).fuseau)
    }
    return .page(try await programmePage(visit, id, Retour(form: form)))
  }

  func keepProgramme(_ visit: Visit) async throws -> Answer { try await keepProgramme(visit, as: visit.id("atelier")) }

  private func keepProgramme(_ visit: Visit, as id: AtelierID?) async throws -> Answer {
    do {
      return .redirect(
        try await keepAtelier(visit.form, as: id, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch is Depasse {
      let phrase = Phrase(
        "Ce programme a changé dans un autre onglet. Votre texte est toujours là\u{a0}: relisez, puis gardez à nouveau.",
        "This programme changed in another tab. Your text is still here: read it again, then save again.")
      return .again(try await programmePage(visit, id, Retour(form: visit.form, saisie: Saisie("titre", phrase))))
    } catch {
      return .again(try await programmePage(visit, id, Retour(error, visit.form)))
    }
  }

  private func programmePage(_ visit: Visit, _ id: AtelierID?, _ retour: Retour) async throws -> ProgrammePage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let dispositif = try dispositif(of: visitor, in: tx)
      return ProgrammePage(
        seal: visit.fresh, atelier: try id.map { try store.atelier($0, for: visitor.viewer, in: tx) },
        lieux: try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx),
        places: try parametres(of: dispositif.id, at: visit.now, in: tx)[RendreAutonome.places], retour: retour)
    }
  }

  // MARK: One workshop

  func showAtelierSuivi(_ visit: Visit) async throws -> Answer { .page(try await suiviPage(visit, Retour())) }

  func publishAtelier(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await publish(id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func cancelAtelier(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await cancelAtelier(id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func enrolSomebody(_ visit: Visit) async throws -> Answer {
    do {
      let (visitor, geste) = (try visit.person(), try visit.geste())
      let id = try await enrol(
        InscriptionSaisie(conseiller: visit.form, visit.langue), in: visit.id("atelier"), by: visitor, geste: geste,
        at: visit.now)
      return .page(try await inscriptionPage(id, code(of: geste), visit, auTelephone: true))
    } catch { return .again(try await suiviPage(visit, Retour(error, visit.form))) }
  }

  func removeInscrit(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await giveUp(visit.id("inscrit"), of: id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func noteCall(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await noteCall(visit.id("inscrit"), of: id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func tickPresences(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await tick(visit.form, in: id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func reportAtelier(_ visit: Visit) async throws -> Answer {
    try await suivi(visit) { id, visitor, geste in
      try await report(id, by: visitor, geste: geste, at: visit.now)
    }
  }

  func showFeuille(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: AtelierID = try visit.id("atelier")
    return .page(
      try await house.database.write { [self] tx in
        let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
        try tx.record(Trace("lecture:inscrits", on: id, by: visitor.viewer, at: visit.now))
        return FeuillePage(
          atelier: atelier, lieu: try store.lieu(of: atelier, in: tx),
          inscrits: try store.inscrits(of: atelier, in: tx).assis,
          conseiller: try personnes.prenom(of: atelier.conseiller, for: visitor.viewer, visit.langue, in: tx).court)
      })
  }

  /// An act on the page of one workshop: it leads on, or the page comes back with why not.
  private func suivi(
    _ visit: Visit, _ act: (AtelierID, Visitor, Geste) async throws -> String
  ) async throws -> Answer {
    do {
      return .redirect(try await act(visit.id("atelier"), visit.person(), visit.geste()))
    } catch { return .again(try await suiviPage(visit, Retour(error, visit.form))) }
  }

  private func suiviPage(_ visit: Visit, _ retour: Retour) async throws -> AtelierSuiviPage {
    let visitor = try visit.person()
    let id: AtelierID = try visit.id("atelier")
    return try await house.database.write { [self] tx in
      let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
      try tx.record(Trace("lecture:inscrits", on: id, by: visitor.viewer, at: visit.now))
      return AtelierSuiviPage(
        seals: Seals(visit), atelier: atelier,
        lieu: try store.lieu(of: atelier, in: tx),
        inscrits: try store.inscrits(of: atelier, in: tx),
        connus: try store.usagers(for: visitor.viewer, in: tx).prefix(200)
          .map { Option($0.id.text, $0.court(visit.langue)) },
        usager: UsagerID(visit.query.text("usager")), mien: atelier.conseiller == visitor.personne,
        conseiller: try personnes.prenom(of: atelier.conseiller, for: visitor.viewer, visit.langue, in: tx).court,
        compteRendu: try store.compteRendu(of: id, in: tx), retour: retour, fait: visit.query.text("fait"),
        now: visit.now)
    }
  }
}
