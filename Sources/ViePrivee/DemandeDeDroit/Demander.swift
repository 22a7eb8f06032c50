import Base
import Html
import Personnes
import Temps
import Web

/// What somebody writes to ask.
struct DemandeSaisie: Sendable, Equatable {
  let droit: Droit
  let mots: String

  init(_ form: FormData, among droits: [Droit]) throws {
    var saisie = Saisie()
    let droit = Droit(rawValue: form.text("droit")).flatMap { droits.contains($0) ? $0 : nil }
    saisie.note("droit", unless: droit != nil, Phrase("Choisissez ce qui est demandé.", "Choose what is asked."))
    mots = form.text("mots")
    saisie.note("mots", unless: !mots.isEmpty, Phrase("Dites-le en quelques mots.", "Say it in a few words."))
    saisie.note(
      "mots", unless: mots.count <= DemandeDeDroit.motsAuPlus,
      Phrase(
        "C’est un peu long\u{a0}: \(DemandeDeDroit.motsAuPlus) signes au plus.",
        "It is a little long: \(DemandeDeDroit.motsAuPlus) characters at most."))
    try saisie.throwIfAny()
    guard let droit else { throw saisie }
    self.droit = droit
  }
}

/// What a coordinator notes of a request that came on paper, by telephone, at a door.
struct DemandeNotee: Sendable, Equatable {
  let demande: DemandeSaisie
  let qui: String
  let recue: Instant

  /// - Parameter fuseau: of the programme, whose days count.
  init(_ form: FormData, in fuseau: Fuseau, at now: Instant) throws {
    var saisie = Saisie()
    let jour = Jour(form.text("recue"))
    let aujourdhui = Jour(now, in: fuseau)
    let age = jour.map { $0.distance(to: aujourdhui) }
    saisie.note(
      "recue", unless: age.map { (0...365).contains($0) } ?? false,
      Phrase(
        "Donnez le jour où elle est arrivée, aujourd’hui au plus tard.", "Give the day it came, today at the latest."))
    qui = form.text("qui")
    saisie.note(
      "qui", unless: (1...60).contains(qui.count) && !qui.contains(where: \.isNewline),
      Phrase(
        "Écrivez son prénom et l’initiale de son nom.", "Write their first name and the initial of their last name."))
    do { demande = try DemandeSaisie(form, among: Droit.allCases) } catch let other as Saisie {
      saisie.merge(other)
      throw saisie
    }
    try saisie.throwIfAny()
    guard let jour else { throw saisie }
    recue = min(jour.start(in: fuseau), now)
  }
}

extension ViePriveeRoom {
  /// Asks, for oneself; whoever coordinates is told.
  func askDroit(_ saisie: DemandeSaisie, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let id = DemandeDeDroitID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (dispositif, fuseau) = try whoAnswers(visitor.personne, in: tx)
      let demande = DemandeDeDroit(
        id: id, dispositif: dispositif, personne: visitor.personne, qui: "", droit: saisie.droit, mots: saisie.mots,
        recue: now, terme: DemandeDeDroit.terme(from: now, in: fuseau), etat: .ouverte, reponse: "", close: nil)
      try DemandesStore(house).insert(demande, notedBy: nil, in: tx)
      try tx.record(Trace("demande-de-droit", on: id, by: visitor.viewer, at: now))
      try tell(demande, at: now, in: tx) { $0.demandeRecue(demande, fuseau) }
      return "/mes-donnees/demandes/\(id)?fait=envoyee"
    }
  }

  /// Notes what somebody without an account asked.
  func noteDroit(
    _ notee: DemandeNotee, in dispositif: Dispositif, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = DemandeDeDroitID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [house] tx in
      let demande = DemandeDeDroit(
        id: id, dispositif: dispositif.id, personne: nil, qui: notee.qui, droit: notee.demande.droit,
        mots: notee.demande.mots, recue: notee.recue,
        terme: DemandeDeDroit.terme(from: notee.recue, in: dispositif.fuseau), etat: .ouverte, reponse: "", close: nil)
      try DemandesStore(house).insert(demande, notedBy: visitor.personne, in: tx)
      try tx.record(Trace("demande-de-droit:notee", on: id, by: visitor.viewer, at: now))
      return "/demandes-de-droits/\(id)?fait=notee"
    }
  }

  /// Answers; the person is told that an answer is there, never what it says.
  func answer(
    _ id: DemandeDeDroitID, with reponse: String, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let store = DemandesStore(house)
      let demande = try store.toAnswer(id, for: visitor.viewer, in: tx)
      guard demande.etat == .ouverte,
        try store.close(demande, with: reponse, by: visitor.personne, at: now, in: tx)
      else { return "/demandes-de-droits/\(id)" }
      try tx.record(Trace("demande-de-droit:reponse", on: id, by: visitor.viewer, at: now))
      if let personne = demande.personne {
        try personnes.store.write(to: personne, about: id, from: now, in: tx) {
          Lettres(destinataire: $0, origin: origin, now: now).reponse(to: demande)
        }
      }
      return "/demandes-de-droits/\(id)?fait=repondue"
    }
  }

  /// Reminds whoever coordinates of what waits for an answer; answers how many were owed.
  /// - Parameter viewer: the house; a schedule calls this.
  package func remindDemandes(for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    return try await house.database.write { [self] tx in
      let store = DemandesStore(house)
      let due = try store.toRemind(for: viewer, at: now, in: tx)
      for (demande, rappel) in due where try store.noteReminder(rappel, of: demande, in: tx) {
        let fuseau = try self.fuseau(of: demande.dispositif, in: tx)
        try tell(demande, at: now, in: tx) { $0.rappel(of: demande, fuseau) }
      }
      return due.count
    }
  }

  private func tell(
    _ demande: DemandeDeDroit, at now: Instant, in tx: Transaction, _ compose: (Lettres) -> Courriel
  ) throws {
    for coordination in try personnes.store.coordination(of: demande.dispositif, in: tx) {
      try personnes.store.write(to: coordination, about: demande.id, from: now, in: tx) {
        compose(Lettres(destinataire: $0, origin: origin, now: now))
      }
    }
  }
}

extension ViePriveeRoom {
  /// The programme whose coordinator answers this person: their oldest place, or the oldest programme of the house.
  private func whoAnswers(_ personne: PersonneID, in tx: Transaction) throws -> (DispositifID, Fuseau) {
    let found = try tx.first(
      """
      SELECT d.id FROM dispositif d LEFT JOIN appartenance a ON a.dispositif = d.id AND a.personne = \(personne)
      ORDER BY CASE WHEN a.personne IS NULL THEN 1 ELSE 0 END, a.depuis, d.cree, d.id LIMIT 1
      """
    ) { row in try row[0] as DispositifID }
    guard let found else { throw Absent() }
    return (found, try fuseau(of: found, in: tx))
  }

  func fuseau(of dispositif: DispositifID, in tx: Transaction) throws -> Fuseau {
    let found = try tx.first(
      "SELECT s.fuseau FROM dispositif d JOIN structure s ON s.id = d.structure WHERE d.id = \(dispositif)"
    ) { row in try row[0] as String }
    return found.flatMap(Fuseau.init) ?? .paris
  }
}
