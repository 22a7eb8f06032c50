import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// A workshop is prepared, announced, or cancelled. Whoever is enrolled and left an address is written to.
extension ConseilRoom {
  /// - Parameter existing: nil for a new one, which begins as a draft.
  func keepAtelier(
    _ form: FormData, as existing: AtelierID?, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = existing ?? AtelierID.make(at: now)
    let notes = NotesRelues(form, champs: ProgrammeSaisi.mots, allowed: [], relecteur)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (dispositif, version) = try engaged(visitor, at: now, in: tx)
      let known = try existing.map { try store.atelier($0, for: visitor.viewer, in: tx) }
      if let known, known.etat == .annule || known.etat == .tenu { return "/journee/ateliers/\(id)" }
      let annonce = known?.etat == .publie ? known?.programme : nil
      let saisi = try ProgrammeSaisi(form, notes.enforced(version.parametres), annonce: annonce != nil)
      guard let place = annonce?.lieu ?? saisi.quand?.lieu else { throw Absent() }
      let lieu = try store.lieu(place, for: visitor.viewer, in: tx)
      let programme = try saisi.programme(at: lieu, annonce: annonce, now: now)
      try RendreAutonome.judge(.ouvrir(places: programme.places), version.parametres).enforced()
      guard let known else {
        let atelier = Atelier(
          id: id, dispositif: dispositif.id, conseiller: visitor.personne, programme: programme, etat: .brouillon,
          arrivees: 0, pointe: nil, revision: 1)
        try store.insert(atelier, at: now, in: tx)
        try tx.record(Trace("atelier", on: id, by: visitor.viewer, at: now))
        return "/journee/ateliers/\(id)?fait=garde"
      }
      try change(known, to: programme, from: form.integer("revision") ?? 0, by: visitor, at: now, in: tx)
      return "/journee/ateliers/\(id)?fait=garde"
    }
  }

  /// Seats that are added go to those who wait; those that are taken stay.
  private func change(
    _ atelier: Atelier, to programme: Atelier.Programme, from revision: Int, by visitor: Visitor, at now: Instant,
    in tx: Transaction
  ) throws {
    let assis = try store.effectif(of: atelier, in: tx).assis
    if programme.places < assis {
      throw Saisie(
        "places",
        Phrase(
          "\(assis) personnes ont déjà une place\u{a0}: gardez-en au moins \(assis).",
          "\(assis) people have a seat already: keep at least \(assis)."))
    }
    try store.update(atelier, to: programme, from: revision, in: tx)
    try fillSeats(of: try store.atelier(atelier.id, for: visitor.viewer, in: tx), at: now, in: tx)
  }

  /// Announces it to anybody.
  func publish(_ id: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (_, version) = try engaged(visitor, at: now, in: tx)
      let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
      guard atelier.etat == .brouillon else { return "/journee/ateliers/\(id)" }
      guard now < atelier.debut else {
        throw Saisie(
          "atelier",
          Phrase(
            "Son jour est passé. Donnez-lui une nouvelle date, puis publiez.",
            "Its day is past. Give it a new date, then publish."))
      }
      try RendreAutonome.judge(.ouvrir(places: atelier.programme.places), version.parametres).enforced()
      guard try store.move(atelier, to: .publie, in: tx) else { return "/journee/ateliers/\(id)" }
      try tellWhereTheyStand(in: try store.atelier(id, for: visitor.viewer, in: tx), at: now, in: tx)
      try tx.record(Trace("atelier:publication", on: id, by: visitor.viewer, at: now))
      return "/journee/ateliers/\(id)?fait=publie"
    }
  }

  /// Those who were enrolled before it was announced.
  private func tellWhereTheyStand(in atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    let inscrits = try store.inscrits(of: atelier, in: tx)
    for inscrit in inscrits.assis + inscrits.enAttente {
      try write(to: inscrit, rang: inscrits.rang(of: inscrit.id), of: atelier, liberee: false, at: now, in: tx)
    }
  }

  /// It will not take place; or, once its hour is past, it did not: then nobody is written to.
  func cancelAtelier(_ id: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
      guard atelier.etat == .brouillon || atelier.etat == .publie, try store.move(atelier, to: .annule, in: tx) else {
        return "/journee/ateliers/\(id)"
      }
      let inscrits = try store.inscrits(of: atelier, in: tx)
      for inscrit in inscrits.assis + inscrits.enAttente {
        try house.outbox.withdraw(about: inscrit.id, after: now, in: tx)
        if now < atelier.debut { try sayCancelled(inscrit, of: atelier, at: now, in: tx) }
      }
      try tx.record(Trace("atelier:annulation", on: id, by: visitor.viewer, at: now))
      return "/journee/ateliers/\(id)?fait=annule"
    }
  }

  private func sayCancelled(_ inscrit: Inscrit, of atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    if let courriel = try lettres(of: atelier, for: inscrit, at: now, in: tx).annulation() {
      try post(courriel, about: inscrit.id, from: now, in: tx)
    } else {
      try store.mark(inscrit.id, aAppeler: now, in: tx)
    }
  }
}
