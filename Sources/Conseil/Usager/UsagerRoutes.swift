import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showUsagers(_ visit: Visit) async throws -> Answer { .page(try await usagersPage(visit)) }

  /// The words typed go in the body: a first name does not stand in an address.
  func searchUsagers(_ visit: Visit) async throws -> Answer { .page(try await usagersPage(visit)) }

  private func usagersPage(_ visit: Visit, saisie: Saisie = Saisie()) async throws -> UsagersPage {
    let visitor = try visit.person()
    let mots = visit.form.text("mots")
    let (found, ends) = try await house.database.read { [store] tx in
      let found = try store.usagers(for: visitor.viewer, in: tx)
      return (found, try store.nearTheirEnd(found, at: visit.now, in: tx))
    }
    let folded = mots.plain
    return UsagersPage(
      seal: visit.seal,
      usagers: found.filter {
        folded.isEmpty || $0.identite.court.plain.contains(folded) || $0.identite.nom.plain.contains(folded)
          || String($0.numero) == folded
      }, mots: mots, form: visit.form, saisie: saisie, fuseau: visit.fuseau, now: visit.now,
      bientot: mots.isEmpty ? ends : [], fait: visit.query.text("fait"))
  }

  func openUsager(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    do {
      let identite = try Identite(visit.form, le: Jour(visit.now, in: visit.fuseau))
      let id = UsagerID.make(at: visit.now)
      return .redirect(
        try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
          let (dispositif, _) = try engaged(visitor, at: visit.now, in: tx)
          try store.insert(id, identite, in: dispositif.id, by: visitor.personne, at: visit.now, tx: tx)
          try tx.record(Trace("usager", on: id, by: visitor.viewer, at: visit.now))
          return "/usagers/\(id)"
        })
    } catch let saisie as Saisie {
      return .again(try await usagersPage(visit, saisie: saisie))
    } catch let refus as Refus {
      return .again(try await journeePage(visit, lieu: nil, motif: refus.motif))
    }
  }

  func showUsager(_ visit: Visit) async throws -> Answer { .page(try await usagerPage(visit, Retour())) }

  func usagerPage(_ visit: Visit, _ retour: Retour) async throws -> UsagerPage {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.write { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx)
      let echeance = try store.echeance(of: usager, at: visit.now, in: tx)
      return UsagerPage(
        seals: Seals(visit), usager: usager, besoins: try store.besoins(of: usager, in: tx),
        entretiens: try store.entretiens(of: usager, for: visitor.viewer, in: tx), retour: retour,
        fait: visit.query.text("fait"), fuseau: visit.fuseau, now: visit.now,
        suites: [
          Lien(
            "/journee/ateliers?usager=\(usager.id)", visit.langue("L’inscrire à un atelier", "Enrol in a workshop")),
          Lien("/usagers/\(id)/mandats", visit.langue("Agir sous mandat", "Act under a mandate")),
        ] + relaisSuites(of: id, visit.langue),
        fin: echeance.annoncee.flatMap { jour in echeance.motif.map { (jour, $0) } })
    }
  }

  // MARK: Who it is

  func showIdentite(_ visit: Visit) async throws -> Answer {
    let usager = try await usager(visit)
    return .page(
      IdentitePage(seal: visit.seal, usager: usager, form: usager.identite.form, saisie: Saisie(), depasse: nil))
  }

  func keepIdentite(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    let revision = visit.form.integer("revision") ?? 0
    do {
      let identite = try Identite(visit.form, le: Jour(visit.now, in: visit.fuseau))
      return .redirect(
        try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
          let (usager, _) = try touched(id, by: visitor, at: visit.now, in: tx)
          try store.update(usager, to: identite, from: revision, in: tx)
          try tx.record(Trace("usager:identite", on: id, by: visitor.viewer, at: visit.now))
          return "/usagers/\(id)?fait=identite"
        })
    } catch let saisie as Saisie {
      return .again(
        IdentitePage(
          seal: visit.seal, usager: try await usager(visit), form: visit.form, saisie: saisie, depasse: nil))
    } catch is Depasse {
      let usager = try await usager(visit)
      return .again(
        IdentitePage(
          seal: visit.seal, usager: usager, form: visit.form, saisie: Saisie(), depasse: usager.identite))
    }
  }

  private func usager(_ visit: Visit) async throws -> Usager {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.write { [store] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      try store.remember(usager, for: visitor.viewer, at: visit.now, in: tx)
      return usager
    }
  }

  // MARK: With a colleague

  func showPartage(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return .page(
      try await house.database.read { [self] tx in
        let usager = try store.usager(id, for: visitor.viewer, in: tx)
        let suiveurs = try store.suiveurs(of: usager, in: tx)
        let tous = try personnes.personnes(
          as: .conseillerNumerique, of: usager.dispositif, for: visitor.viewer, in: tx)
        let prenoms = try personnes.prenoms(of: suiveurs + tous, for: visitor.viewer, in: tx)
        return PartagePage(
          seal: visit.seal, usager: usager, suiveurs: suiveurs.compactMap { prenoms[$0]?.court },
          collegues: tous.filter { !suiveurs.contains($0) }.compactMap { id in
            prenoms[id].map { Option(id.text, $0.court) }
          })
      })
  }

  func shareUsager(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    guard let conseiller = PersonneID(visit.form.text("conseiller")), visit.form.text("accord") == "oui" else {
      return try await showPartage(visit)
    }
    return .redirect(
      try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
        let (usager, _) = try touched(id, by: visitor, at: visit.now, in: tx)
        let tous = try personnes.personnes(
          as: .conseillerNumerique, of: usager.dispositif, for: visitor.viewer, in: tx)
        guard tous.contains(conseiller) else { throw Absent() }
        try store.share(id, with: conseiller, at: visit.now, in: tx)
        try tx.record(Trace("usager:partage", on: id, by: visitor.viewer, at: visit.now))
        return "/usagers/\(id)?fait=partage"
      })
  }
}

extension String {
  /// Without accents or capitals, for looking something up.
  var plain: String { folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil) }
}
