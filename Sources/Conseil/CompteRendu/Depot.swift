import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Filing a report, correcting it, taking it back: each in one transaction with what it changes among the figures.
extension ConseilRoom {
  /// Where a new report comes from.
  enum Source: Sendable, Equatable {
    case entretien(EntretienID)
    /// A workshop, whose report was taken back and comes again.
    case atelier(AtelierID)
    /// Another report of one's own, as a model.
    case modele(CompteRenduID)
    case rien(TypeDeCompteRendu)
  }

  func file(
    _ form: FormData, of source: Source, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = CompteRenduID.make(at: now)
    let notes = NotesRelues(form, champs: ["titre", "notes"], allowed: [], relecteur)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let dispositif = try dispositif(of: visitor, in: tx)
      let p = try parametres(of: dispositif.id, at: now, in: tx)
      let entretien = try held(source, by: visitor, in: tx)
      if let entretien, let filed = try store.compteRendu(of: entretien.id, in: tx) {
        return "/comptes-rendus/\(filed)"
      }
      let atelier = try heldAtelier(source, by: visitor, at: now, in: tx)
      if let atelier, let filed = try store.compteRendu(of: atelier.id, in: tx) { return "/comptes-rendus/\(filed)" }
      let words = try notes.enforced(p)
      var teneur = try CompteRendu.Teneur(
        form, attente: entretien?.attente, ecrits: .init(titre: words["titre"], notes: words["notes"]))
      if let entretien {
        teneur.issue = try store.issue(of: entretien.id, towards: teneur.redirection, in: tx)
      }
      try judge(teneur, dispositif, p, by: visitor, at: now, in: tx)
      let rendu = CompteRendu(
        id: id, dispositif: dispositif.id, conseiller: visitor.personne, entretien: entretien?.id,
        usager: entretien?.usager, revision: 1, cree: now, modifie: now, teneur: teneur)
      try store.insert(rendu, in: tx)
      if let atelier { try store.link(atelier.id, to: id, in: tx) }
      try house.faits.record(Fait(.compteRendu, of: visitor.personne, about: id, by: visitor.viewer, at: now), in: tx)
      return "/comptes-rendus?depose=\(id)"
    }
  }

  /// Corrects: what was counted is taken back, then counted anew.
  func correct(
    _ id: CompteRenduID, _ form: FormData, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let notes = NotesRelues(form, champs: ["titre", "notes"], allowed: [], relecteur)
    let revision = form.integer("revision")
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let before = try store.compteRendu(id, for: visitor.viewer, in: tx)
      guard before.revision == revision else { throw Depasse() }
      let dispositif = try dispositif(of: visitor, in: tx)
      let p = try parametres(of: dispositif.id, at: now, in: tx)
      let words = try notes.enforced(p)
      var teneur = try CompteRendu.Teneur(
        form, attente: before.teneur.attente, ecrits: .init(titre: words["titre"], notes: words["notes"]))
      teneur.issue = teneur.redirection == before.teneur.redirection ? before.teneur.issue : nil
      // The same day may always be corrected; another day is judged like a new report.
      if teneur.jour != before.teneur.jour { try judge(teneur, dispositif, p, by: visitor, at: now, in: tx) }
      try replace(before, with: teneur, at: now, in: tx)
      return "/comptes-rendus?depose=\(id)&fait=corrige"
    }
  }

  /// The same report, otherwise: a row is replaced and the figures follow.
  func replace(
    _ before: CompteRendu, with teneur: CompteRendu.Teneur, at now: Instant, in tx: Transaction
  ) throws {
    try store.delete(before, at: now, in: tx)
    try store.insert(
      CompteRendu(
        id: before.id, dispositif: before.dispositif, conseiller: before.conseiller, entretien: before.entretien,
        usager: before.usager, revision: before.revision + 1, cree: before.cree, modifie: now, teneur: teneur),
      in: tx)
  }

  /// Takes it back. What it said comes back in the form, so that nothing is typed twice.
  func withdraw(
    _ id: CompteRenduID, by visitor: Visitor, at now: Instant
  ) async throws -> (rendu: CompteRendu, source: Source) {
    try await house.database.write { [self] tx in
      let rendu = try store.compteRendu(id, for: visitor.viewer, in: tx)
      let atelier = try store.atelier(of: id, in: tx)
      if let atelier { try store.unlink(atelier, in: tx) }
      try store.delete(rendu, at: now, in: tx)
      try tx.record(Trace("compte-rendu:retrait", on: id, by: visitor.viewer, at: now))
      let source = rendu.entretien.map { Source.entretien($0) } ?? atelier.map { .atelier($0) }
      return (rendu, source ?? .rien(rendu.teneur.type))
    }
  }

  private func held(_ source: Source, by visitor: Visitor, in tx: Transaction) throws -> Entretien? {
    guard case .entretien(let id) = source else { return nil }
    let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
    guard entretien.conseiller == visitor.personne else { throw Absent() }
    return entretien
  }

  private func heldAtelier(
    _ source: Source, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> Atelier? {
    guard case .atelier(let id) = source else { return nil }
    return try toReport(id, by: visitor, at: now, in: tx)
  }

  func judge(
    _ teneur: CompteRendu.Teneur, _ dispositif: Dispositif, _ p: Parametres, by visitor: Visitor, at now: Instant,
    in tx: Transaction
  ) throws {
    let today = Jour(now, in: dispositif.fuseau)
    try RendreCompte.judge(.deposer(jours: teneur.jour.distance(to: today)), p).enforced()
    if let lieu = teneur.lieu { _ = try store.lieu(lieu, for: visitor.viewer, in: tx) }
  }
}
