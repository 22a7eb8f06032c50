import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  var mandatRoutes: [Route] {
    [
      .get("/usagers/{usager}/mandats", .role(.conseillerNumerique), on: .usager, trace: .lecture, showMandats),
      .get("/usagers/{usager}/mandats/nouveau", .role(.conseillerNumerique), on: .usager, showNewMandat),
      .post("/usagers/{usager}/mandats/nouveau", .role(.conseillerNumerique), on: .usager, trace: .acte, writeMandat),
      .get("/mandats/{mandat}", .role(.conseillerNumerique), on: .mandat, trace: .lecture, showMandat),
      .get("/mandats/{mandat}/signature", .role(.conseillerNumerique), on: .mandat, trace: .lecture, showSignature),
      .post(
        "/mandats/{mandat}/signature", .role(.conseillerNumerique), on: .mandat, trace: .acte, preuve: .meilleure,
        signMandat),
      .post("/mandats/{mandat}/usages", .role(.conseillerNumerique), on: .mandat, trace: .acte, useMandat),
      .post("/mandats/{mandat}/retrait", .role(.conseillerNumerique), on: .mandat, trace: .acte, withdrawMandat),
      .get(
        "/mandats/{mandat}/attestation", .role(.conseillerNumerique), on: .mandat, trace: .lecture, showAttestation),
      .get("/mandats/{mandat}/acte", .role(.conseillerNumerique), on: .mandat, trace: .lecture, giveActeDeMandat),
    ]
  }

  // MARK: Writing one

  func showMandats(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return .page(
      try await house.database.write { [self] tx in
        let usager = try store.usager(id, for: visitor.viewer, in: tx)
        try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx)
        let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
        return MandatsPage(
          usager: usager, mandats: try store.mandats(of: usager, in: tx), fuseau: dispositif.fuseau, now: visit.now)
      })
  }

  func showNewMandat(_ visit: Visit) async throws -> Answer { .page(try await newMandatPage(visit, Retour())) }

  func writeMandat(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    let (usager, jour) = try await house.database.read { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
      return (usager, Jour(visit.now, in: dispositif.fuseau))
    }
    let saisi = MandatSaisi(visit.form, le: jour)
    let noms = usager.identite.permis + [saisi.termes.prenom, saisi.termes.nom, saisi.termes.complet]
    let notes = NotesRelues(visit.form, champs: ["note"], allowed: noms.filter { !$0.isEmpty }, relecteur)
    do {
      return .redirect(
        try await write(saisi, notes, for: id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let refus as Refus {
      if let exclu = saisi.exclu { return .page(AilleursPage(usager: usager, exclu: exclu, motif: refus.motif)) }
      // What is missing is said at once with why it is refused.
      return .again(
        try await newMandatPage(visit, Retour(form: visit.form, saisie: saisi.saisie, motif: refus.motif)))
    } catch {
      return .again(try await newMandatPage(visit, Retour(error, visit.form)))
    }
  }

  private func newMandatPage(_ visit: Visit, _ retour: Retour) async throws -> NouveauMandatPage {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.read { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      let former = try MandatID(visit.query.text("depuis")).map { try store.mandat($0, for: visitor.viewer, in: tx) }
      let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
      let known = former?.usager == id ? former?.form : usager.identite.form
      return NouveauMandatPage(
        seal: visit.seal, usager: usager, form: retour.form.has("prenom") ? retour.form : known ?? .empty,
        retour: retour, parametres: try parametres(of: usager.dispositif, at: visit.now, in: tx),
        aujourdhui: Jour(visit.now, in: dispositif.fuseau))
    }
  }

  // MARK: Signing it

  func showSignature(_ visit: Visit) async throws -> Answer {
    let vu = try await seen(visit)
    guard vu.mandat.etat(at: visit.now) == .aSigner else { return .redirect("/mandats/\(vu.mandat.id)") }
    return .page(SignaturePage(seals: Seals(visit), vu: vu, retour: Retour()))
  }

  func signMandat(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let vu = try await seen(visit)
    let notes = NotesRelues(visit.form, champs: ["coffre"], allowed: [], relecteur)
    do {
      return .redirect(
        try await sign(vu.mandat.id, visit.form, notes, by: visitor, geste: visit.geste(), at: visit.now))
    } catch {
      return .again(SignaturePage(seals: Seals(visit), vu: vu, retour: try Retour(error, visit.form)))
    }
  }

  // MARK: Living with it

  func showMandat(_ visit: Visit) async throws -> Answer {
    .page(
      MandatPage(
        seals: Seals(visit), vu: try await seen(visit), retour: Retour(), fait: visit.query.text("fait"),
        now: visit.now))
  }

  func useMandat(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: MandatID = try visit.id("mandat")
    do {
      let termes = try await seen(visit).mandat.termes
      guard let demarche = Demarche(rawValue: visit.form.text("demarche")) else {
        throw Saisie("demarche", Phrase("Choisissez la démarche.", "Choose the procedure."))
      }
      let notes = NotesRelues(
        visit.form, champs: ["fait"], allowed: [termes.prenom, termes.nom, termes.complet], relecteur)
      switch try await act(under: id, for: demarche, notes, by: visitor, geste: visit.geste(), at: visit.now) {
      case .fait(let path): return .redirect(path)
      case .refuse(let motif): throw Refus(motif)
      }
    } catch {
      let retour = try Retour(error, visit.form)
      return .again(
        MandatPage(seals: Seals(visit), vu: try await seen(visit), retour: retour, fait: "", now: visit.now))
    }
  }

  func withdrawMandat(_ visit: Visit) async throws -> Answer {
    let code = visit.form.text("demarche")
    let demarche = Demarche(rawValue: code)
    guard demarche != nil || code == "toutes" else { throw Absent() }
    return .redirect(
      try await withdraw(
        demarche, of: visit.id("mandat"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func showAttestation(_ visit: Visit) async throws -> Answer {
    let vu = try await seen(visit)
    guard let acte = vu.acte else { throw Absent() }
    return .page(AttestationPage(vu: vu, acte: acte, now: visit.now))
  }

  /// The canonical bytes of the record, exactly.
  func giveActeDeMandat(_ visit: Visit) async throws -> Answer {
    guard let acte = try await seen(visit).acte else { throw Absent() }
    return .file(Array(acte.contenu.utf8), type: "text/plain; charset=utf-8", name: "mandat.txt")
  }

  private func seen(_ visit: Visit) async throws -> MandatVu {
    let visitor = try visit.person()
    let id: MandatID = try visit.id("mandat")
    return try await house.database.write { [self] tx in
      try see(id, for: visitor.viewer, at: visit.now, in: tx)
    }
  }
}
