import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// One of the two cannot come. Always possible until the end; classed by the notice that was signed.
struct Annulation: Sendable, Equatable {
  let par: PersonneID
  let classe: TenirSesRendezVous.Classe
  let mot: String
  let le: Instant
}

/// The words written on the spot to the other one.
struct AnnulationSaisie: Sendable, Equatable {
  let mot: String

  init(_ form: FormData) throws {
    mot = form.text("mot")
    var saisie = Saisie()
    saisie.note(
      "mot", unless: !mot.isEmpty,
      Phrase("Écrivez un mot à la personne qui vous attend.", "Write a note to the person who expects you."))
    saisie.note("mot", unless: mot.count <= 2000, .tropLong(2000))
    try saisie.throwIfAny()
  }
}

extension RencontresRoom {
  /// Cancels, frees the time of both, tells both calendars, and takes back the reminders.
  func cancel(
    _ id: RencontreID, _ saisie: AnnulationSaisie, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.canBeCancelled(by: visitor.personne, at: now) else { return "/rencontres/\(id)?fait=trop-tard" }
      let p = try personnes.version(rencontre.version, of: rencontre.dispositif, in: tx).parametres
      let situation = TenirSesRendezVous.Situation(debut: rencontre.debut, now: now)
      try TenirSesRendezVous.judge(situation, p).enforced()
      // Nobody waits for a meeting that was never agreed, and whoever waited in the room was not absent.
      let blameless = try rencontre.etat == .demandee || store.hasArrived(visitor.personne, in: rencontre, tx: tx)
      let classe = blameless ? .aTemps : TenirSesRendezVous.classe(situation, p)
      let annulation = Annulation(par: visitor.personne, classe: classe, mot: saisie.mot, le: now)
      guard try store.move(rencontre, to: .annulee, in: tx) else { throw Absent() }
      try store.insert(annulation, of: rencontre, in: tx)
      try store.free(id, in: tx)
      try house.outbox.withdraw(about: id, after: now, in: tx)
      try house.faits.record(
        Fait(.annulation, of: rencontre.explorateur, about: id, by: visitor.viewer, at: now), in: tx)
      try announce(
        annulation, of: try store.own(id, of: visitor.personne, in: tx), wasAgreed: rencontre.etat == .acceptee, in: tx)
      return "/rencontres/\(id)?fait=annulee"
    }
    let rencontre = try await house.database.read { [store] tx in try store.rencontre(id, for: visitor.viewer, in: tx) }
    sieges.end(id, people: [rencontre.explorateur, rencontre.expert])
    try await tell(rencontre)
    return next
  }

  /// A request that was never agreed is in nobody's calendar: only the other one is told.
  private func announce(
    _ annulation: Annulation, of rencontre: Rencontre, wasAgreed: Bool, in tx: Transaction
  ) throws {
    let other = rencontre.other(than: annulation.par)
    let prenom = try personnes.prenom(of: annulation.par, for: .person(other), in: tx)
    try personnes.write(to: other, about: rencontre.id, from: annulation.le, in: tx) {
      let lettres = Lettres(rencontre, origin, $0, annulation.le)
      return wasAgreed
        ? lettres.annulation(by: prenom.prenom, mot: annulation.mot)
        : lettres.retrait(by: prenom.prenom, mot: annulation.mot)
    }
    guard wasAgreed else { return }
    try personnes.write(to: annulation.par, about: rencontre.id, from: annulation.le, in: tx) {
      Lettres(rencontre, origin, $0, annulation.le).annulation(by: nil, mot: "")
    }
  }
}

extension Rencontre {
  /// A meeting agreed, by either of the two, until it is over; a request, by whoever asked: the other one declines it.
  func canBeCancelled(by personne: PersonneID, at now: Instant) -> Bool {
    (etat == .acceptee || etat == .demandee && personne == explorateur) && now < fin
  }
}

extension RencontresStore {
  func insert(_ annulation: Annulation, of rencontre: Rencontre, in tx: Transaction) throws {
    let place = Place("annulation.mot", rencontre.id)
    let mot = try house.vault.seal(annulation.mot, of: .personne(annulation.par), at: place)
    try tx.execute(
      """
      INSERT INTO annulation (rencontre, par, classe, mot, le)
      VALUES (\(rencontre.id), \(annulation.par), \(annulation.classe.rawValue), \(mot), \(annulation.le))
      """)
  }

  /// For whoever may see the meeting.
  func annulation(of rencontre: Rencontre, in tx: Transaction) throws -> Annulation? {
    let found = try tx.first("SELECT par, classe, mot, le FROM annulation WHERE rencontre = \(rencontre.id)") { row in
      (
        par: try row[0] as PersonneID, classe: TenirSesRendezVous.Classe(rawValue: try row[1]) ?? .aTemps,
        mot: try row[2] as Sealed, le: try row[3] as Instant
      )
    }
    guard let found else { return nil }
    let mot =
      found.mot == .vide
      ? nil : try house.vault.open(found.mot, of: .personne(found.par), at: Place("annulation.mot", rencontre.id))
    return Annulation(par: found.par, classe: found.classe, mot: mot ?? "", le: found.le)
  }
}
