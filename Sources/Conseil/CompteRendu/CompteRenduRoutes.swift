import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showComptesRendus(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let depose = CompteRenduID(visit.query.text("depose"))
    return .page(
      try await house.database.read { [self] tx in
        let dispositif = try dispositif(of: visitor, in: tx)
        let lieux = try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx)
        return ComptesRendusPage(
          seal: visit.seal, manquants: try missing(for: visitor, visit.langue, at: visit.now, in: tx),
          couvertures: try store.couvertures(of: visitor.viewer, in: dispositif, at: visit.now, in: tx),
          rendus: try store.comptesRendus("TRUE", limit: 40, for: visitor.viewer, in: tx),
          lieux: Dictionary(uniqueKeysWithValues: lieux.map { ($0.id, $0.nom) }),
          depose: depose, fait: visit.query.text("fait"),
          conseil: try adviceAfter(depose, for: visitor, at: visit.now, in: tx),
          fuseau: visit.fuseau, now: visit.now)
      })
  }

  /// Interviews and workshops that no report tells of, oldest first.
  func missing(
    for visitor: Visitor, _ t: Langue, at now: Instant, in tx: Transaction
  ) throws -> [ComptesRendusPage.Manquant] {
    let entretiens = try store.unreported(of: visitor.viewer, in: tx).map { entretien in
      let usager = entretien.usager.flatMap { try? store.usager($0, for: visitor.viewer, in: tx) }
      return ComptesRendusPage.Manquant(
        vers: "/comptes-rendus/nouveau?entretien=\(entretien.id)", debut: entretien.debut,
        quoi: usager?.court(t) ?? entretien.contenu.prenom)
    }
    let ateliers = try store.unreportedAteliers(of: visitor.viewer, at: now, in: tx).map { atelier in
      ComptesRendusPage.Manquant(
        vers: "/journee/ateliers/\(atelier.id)", debut: atelier.debut,
        quoi: t("atelier «\u{a0}\(atelier.titre)\u{a0}»", "workshop “\(atelier.titre)”"))
    }
    return (entretiens + ateliers).sorted { $0.debut < $1.debut }
  }

  func showNewCompteRendu(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let source = Source(visit.query)
    // Who came to a workshop is ticked on its own page, which makes the report.
    if case .atelier(let id) = source { return .redirect("/journee/ateliers/\(id)") }
    let (filed, form) = try await house.database.read { [self] tx -> (CompteRenduID?, FormData) in
      if case .entretien(let id) = source, let filed = try store.compteRendu(of: id, in: tx) { return (filed, .empty) }
      return (nil, try prefilled(source, by: visitor, at: visit.now, in: tx))
    }
    if let filed { return .redirect("/comptes-rendus/\(filed)") }
    return .page(try await compteRenduPage(visit, source, Retour(form: form)))
  }

  func fileCompteRendu(_ visit: Visit) async throws -> Answer {
    let source = Source(visit.query)
    do {
      return .redirect(
        try await file(visit.form, of: source, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch {
      return .again(try await compteRenduPage(visit, source, Retour(error, visit.form)))
    }
  }

  func showCompteRendu(_ visit: Visit) async throws -> Answer {
    let rendu = try await compteRendu(visit)
    return .page(try await compteRenduPage(visit, rendu, Retour(form: rendu.teneur.form)))
  }

  func correctCompteRendu(_ visit: Visit) async throws -> Answer {
    let id: CompteRenduID = try visit.id("id")
    do {
      return .redirect(
        try await correct(id, visit.form, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch {
      let retour = try Retour(error, visit.form)
      return .again(try await compteRenduPage(visit, try await compteRendu(visit), retour))
    }
  }

  /// Taken back: the form comes again with all that it said, as if it had not been sent yet.
  func withdrawCompteRendu(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let (rendu, source) = try await withdraw(visit.id("id"), by: visitor, at: visit.now)
    return .page(try await compteRenduPage(visit, source, Retour(form: rendu.teneur.form)))
  }

  private func compteRendu(_ visit: Visit) async throws -> CompteRendu {
    let visitor = try visit.person()
    let id: CompteRenduID = try visit.id("id")
    return try await house.database.read { [store] tx in try store.compteRendu(id, for: visitor.viewer, in: tx) }
  }

  private func compteRenduPage(_ visit: Visit, _ source: Source, _ retour: Retour) async throws -> CompteRenduPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      var qui: String?
      if case .entretien(let id) = source {
        let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
        qui =
          try entretien.usager.map { try store.usager($0, for: visitor.viewer, in: tx).court(visit.langue) }
          ?? entretien.contenu.prenom
      }
      return CompteRenduPage(
        seal: visit.fresh, vers: "/comptes-rendus\(source.query)", personne: qui.flatMap { $0.isEmpty ? nil : $0 },
        revision: nil,
        lieux: try store.lieux(of: dispositif(of: visitor, in: tx).id, for: visitor.viewer, in: tx), retour: retour,
        depose: nil, autre: visit.fresh)
    }
  }

  private func compteRenduPage(_ visit: Visit, _ rendu: CompteRendu, _ retour: Retour) async throws -> CompteRenduPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let usager = rendu.usager.flatMap { try? store.usager($0, for: visitor.viewer, in: tx) }
      return CompteRenduPage(
        seal: visit.fresh, vers: "/comptes-rendus/\(rendu.id)", personne: usager?.court(visit.langue),
        revision: rendu.revision,
        lieux: try store.lieux(of: rendu.dispositif, for: visitor.viewer, in: tx), retour: retour, depose: rendu.id,
        autre: visit.fresh)
    }
  }
}

extension ConseilRoom.Source {
  init(_ query: FormData) {
    if let id = EntretienID(query.text("entretien")) {
      self = .entretien(id)
    } else if let id = AtelierID(query.text("atelier")) {
      self = .atelier(id)
    } else if let id = CompteRenduID(query.text("modele")) {
      self = .modele(id)
    } else {
      self = .rien(TypeDeCompteRendu(rawValue: query.text("type")) ?? .individuel)
    }
  }

  /// Where its form is sent: what it tells of goes along.
  var query: String {
    switch self {
    case .entretien(let id): "?entretien=\(id)"
    case .atelier(let id): "?atelier=\(id)"
    case .modele, .rien: ""
    }
  }
}

extension Retour {
  /// What was held back, with what was typed; anything else goes on as it is.
  init(_ error: any Error, _ form: FormData) throws {
    switch error {
    case let saisie as Saisie: self.init(form: form, saisie: saisie)
    case let refus as Refus: self.init(form: form, motif: refus.motif)
    case let relire as ARelire: self.init(form: relire.form(form), motif: relire.motif, relire: relire)
    case is Depasse:
      self.init(
        form: form,
        saisie: Saisie(
          "notes",
          Phrase(
            "Ce compte rendu a changé dans un autre onglet. Votre texte est toujours là\u{a0}: relisez, puis gardez à nouveau.",
            "This report changed in another tab. What you typed is still here: read it again, then save again.")))
    default: throw error
    }
  }
}
