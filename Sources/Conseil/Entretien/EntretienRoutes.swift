import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func receive(_ visit: Visit) async throws -> Answer {
    do {
      return .redirect(
        try await receive(Venue(visit.form), by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let refus as Refus {
      return .again(try await journeePage(visit, lieu: nil, motif: refus.motif))
    }
  }

  func showEntretien(_ visit: Visit) async throws -> Answer { .page(try await entretienPage(visit, Retour())) }

  func keepEntretien(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: EntretienID = try visit.id("entretien")
    let closes = visit.form.text("suivant") == "clore"
    do {
      let entretien = try await house.database.read { [store] tx in
        try store.entretien(id, for: visitor.viewer, in: tx)
      }
      let allowed = try await names(of: entretien, for: visitor)
      let notes = NotesRelues(visit.form, champs: ["fait", "suite"], allowed: allowed, relecteur)
      return .redirect(
        try await keep(
          notes, themes: visit.form.all("theme"), adaptations: visit.form.all("adaptation"),
          of: id, from: visit.form.integer("revision") ?? 0, closes: closes, by: visitor, geste: visit.geste(),
          at: visit.now))
    } catch let relire as ARelire {
      return .again(
        try await entretienPage(
          visit, Retour(form: relire.form(visit.form), motif: relire.motif, relire: relire)))
    } catch is Depasse {
      let phrase = Phrase(
        "Cet entretien a changé dans un autre onglet. Votre texte est toujours là\u{a0}: relisez, puis gardez à nouveau.",
        "This interview changed in another tab. Your text is still here: read it again, then save again.")
      return .again(try await entretienPage(visit, Retour(form: visit.form, saisie: Saisie("fait", phrase))))
    }
  }

  private func keep(
    _ notes: NotesRelues, themes: [String], adaptations: [String], of id: EntretienID, from revision: Int,
    closes: Bool, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let entretien = try mine(id, visitor, in: tx)
      let p = try parametres(of: entretien.dispositif, at: now, in: tx)
      let words = try notes.enforced(p)
      var contenu = entretien.contenu
      contenu.fait = words["fait"]
      contenu.suite = words["suite"]
      contenu.themes = themes.filter { Thematique(rawValue: $0) != nil }
      contenu.adaptations = adaptations.filter { Adaptation(rawValue: $0) != nil }
      try store.update(entretien, to: contenu, from: revision, in: tx)
      if let usager = entretien.usager { try store.touch(usager, at: now, in: tx) }
      guard closes else { return "/entretiens/\(id)?fait=garde" }
      if try store.close(entretien, at: now, in: tx) {
        try tx.record(Trace("entretien:cloture", on: id, by: visitor.viewer, at: now))
      }
      return "/comptes-rendus/nouveau?entretien=\(id)"
    }
  }

  /// Only who held it writes in it.
  private func mine(_ id: EntretienID, _ visitor: Visitor, in tx: Transaction) throws -> Entretien {
    let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
    guard entretien.conseiller == visitor.personne else { throw Absent() }
    return entretien
  }

  private func names(of entretien: Entretien, for visitor: Visitor) async throws -> [String] {
    guard let usager = entretien.usager else { return [entretien.contenu.prenom].filter { !$0.isEmpty } }
    return try await house.database.read { [store] tx in
      try store.usager(usager, for: visitor.viewer, in: tx).identite.permis
    }
  }

  /// Somebody one follows, or somebody new: from now on the interview stands in their thread.
  func attachEntretien(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: EntretienID = try visit.id("entretien")
    do {
      let identite = try Identite(visit.form, le: Jour(visit.now, in: visit.fuseau))
      let known = UsagerID(visit.form.text("usager"))
      let fresh = UsagerID.make(at: visit.now)
      return .redirect(
        try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
          let entretien = try mine(id, visitor, in: tx)
          guard entretien.usager == nil else { return "/entretiens/\(id)" }
          if let known {
            try store.attach(entretien, to: store.usager(known, for: visitor.viewer, in: tx).id, in: tx)
            try store.touch(known, at: visit.now, in: tx)
          } else {
            try store.insert(
              fresh, identite, in: entretien.dispositif, by: visitor.personne, at: visit.now, tx: tx)
            try store.attach(entretien, to: fresh, in: tx)
          }
          try tx.record(Trace("entretien:rattachement", on: id, by: visitor.viewer, at: visit.now))
          return "/entretiens/\(id)?fait=rattache"
        })
    } catch let saisie as Saisie {
      return .again(try await entretienPage(visit, Retour(form: visit.form, saisie: saisie)))
    }
  }

  func showRecapitulatif(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: EntretienID = try visit.id("entretien")
    return .page(
      try await house.database.write { [self] tx in
        let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
        let usager = try entretien.usager.map { try store.usager($0, for: visitor.viewer, in: tx) }
        if let usager { try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx) }
        return RecapitulatifPage(
          entretien: entretien, usager: usager, besoins: try usager.map { try store.besoins(of: $0, in: tx) } ?? [],
          lieu: try entretien.lieu.map { try store.lieu($0, for: visitor.viewer, in: tx) },
          conseiller: try personnes.prenom(of: entretien.conseiller, for: visitor.viewer, visit.langue, in: tx).court,
          fuseau: visit.fuseau)
      })
  }

  private func entretienPage(_ visit: Visit, _ retour: Retour) async throws -> EntretienPage {
    let visitor = try visit.person()
    let id: EntretienID = try visit.id("entretien")
    return try await house.database.write { [self] tx in
      let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
      let usager = try entretien.usager.map { try store.usager($0, for: visitor.viewer, in: tx) }
      if let usager { try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx) }
      let mien = entretien.conseiller == visitor.personne
      let connus =
        mien && usager == nil
        ? try store.usagers(for: visitor.viewer, in: tx).prefix(200).map { Option($0.id.text, $0.court(visit.langue)) }
        : []
      return EntretienPage(
        seals: Seals(visit), entretien: entretien, usager: usager,
        besoins: try usager.map { try store.besoins(of: $0, in: tx) } ?? [],
        adapte: try usager.map { try store.adapted(before: entretien, of: $0, for: visitor.viewer, in: tx) } ?? [],
        connus: connus,
        lieu: try entretien.lieu.map { try store.lieu($0, for: visitor.viewer, in: tx) },
        compteRendu: try store.compteRendu(of: id, in: tx), mien: mien, retour: retour,
        fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now)
    }
  }
}
