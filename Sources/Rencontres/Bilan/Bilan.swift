import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What the explorer keeps of a meeting.
struct Bilan: Sendable, Equatable {
  let tenue: Bool
  let humeur: Humeur?
  let projet: Projet
  let appris: String
  let remerciement: String
  let remis: Instant
  /// When whoever accompanies read it, and what they answered.
  let lu: Instant?
  let reponse: String

  /// How the exchange felt.
  enum Humeur: String, Sendable, CaseIterable {
    case enjouee, bonne, calme, difficile

    var titre: Phrase {
      switch self {
      case .enjouee: Phrase("Enjouée", "Joyful")
      case .bonne: Phrase("Bonne", "Good")
      case .calme: Phrase("Calme", "Calm")
      case .difficile: Phrase("Difficile", "Difficult")
      }
    }
  }

  /// Where this job stands now in the person's project.
  enum Projet: String, Sendable, CaseIterable {
    case confirme
    case aExplorer = "a-explorer"
    case ecarte

    var titre: Phrase {
      switch self {
      case .confirme: Phrase("Ce métier me plaît, je continue", "I like this job, I am going on with it")
      case .aExplorer: Phrase("Je veux encore explorer", "I want to explore further")
      case .ecarte: Phrase("Ce n’est pas pour moi", "It is not for me")
      }
    }
  }
}

/// What was typed in a review.
struct BilanSaisi: Sendable, Equatable {
  let tenue: Bool
  let humeur: Bilan.Humeur?
  let projet: Bilan.Projet
  let appris: String
  let remerciement: String

  init(_ form: FormData) throws {
    var saisie = Saisie()
    tenue = form.text("tenue") != "non"
    humeur = Bilan.Humeur(rawValue: form.text("humeur"))
    appris = form.text("appris")
    remerciement = form.text("remerciement")
    let projet = Bilan.Projet(rawValue: form.text("projet"))
    saisie.note(
      "projet", unless: projet != nil,
      Phrase("Choisissez où vous en êtes avec ce métier.", "Choose where you stand with this job."))
    saisie.note(
      "appris", unless: !appris.isEmpty,
      Phrase("Écrivez ce que vous retenez, même en une phrase.", "Write what you take away, even in one sentence."))
    saisie.note("appris", unless: appris.count <= 8000, .tropLong(8000))
    saisie.note("remerciement", unless: remerciement.count <= 2000, .tropLong(2000))
    try saisie.throwIfAny()
    guard let projet else { throw saisie }
    self.projet = projet
  }
}

extension RencontresRoom {
  /// Hands in the review once, after the meeting; the thanks leave for the expert in the same transaction.
  func handIn(
    _ saisi: BilanSaisi, of id: RencontreID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.explorateur == visitor.personne, rencontre.moment(at: now) == .passee else { throw Absent() }
      guard try store.bilan(of: rencontre, for: visitor.viewer, in: tx) == nil else { return "/rencontres/\(id)/bilan" }
      let p = try personnes.version(rencontre.version, of: rencontre.dispositif, in: tx).parametres
      try Remercier.judge(.init(tenue: saisi.tenue, mot: saisi.remerciement), p).enforced()
      try store.insert(saisi, of: rencontre, at: now, in: tx)
      try store.forget(.bilan(of: id), of: visitor.personne, in: tx)
      try house.faits.record(Fait(.bilan, of: visitor.personne, about: id, by: visitor.viewer, at: now), in: tx)
      try house.outbox.withdraw(about: id, after: now, in: tx)
      if saisi.tenue { try thank(rencontre, saisi.remerciement, at: now, in: tx) }
      return "/rencontres/\(id)?fait=bilan"
    }
    try await tell(try await house.database.read { [store] tx in try store.own(id, of: visitor.personne, in: tx) })
    return next
  }

  private func thank(_ rencontre: Rencontre, _ mot: String, at now: Instant, in tx: Transaction) throws {
    let explorateur = Viewer.person(rencontre.explorateur)
    let prenom = try personnes.prenom(of: rencontre.explorateur, for: .person(rencontre.expert), in: tx)
    try house.faits.record(
      Fait(.remerciement, of: rencontre.explorateur, about: rencontre.id, by: explorateur, at: now), in: tx)
    try personnes.write(to: rencontre.expert, about: rencontre.id, from: now, in: tx) {
      Lettres(rencontre, origin, $0, now).remerciement(from: prenom.prenom, mot: mot)
    }
  }

  /// Whoever accompanies has read it, and answers if they wish.
  func read(
    _ id: RencontreID, answering reponse: String, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rencontre = try store.rencontre(id, for: visitor.viewer, in: tx)
      guard !rencontre.isPart(visitor.personne) else { throw Absent() }
      let place = Place("bilan.reponse", id)
      let sealed = try house.vault.seal(reponse, of: .personne(rencontre.explorateur), at: place)
      let changed = try tx.execute(
        """
        UPDATE bilan SET lu = \(now), lu_par = \(visitor.personne), reponse = \(sealed)
        WHERE rencontre = \(id) AND lu IS NULL
        """)
      // Read already, in another tab perhaps: the first answer stays.
      guard changed == 1 else { return "/rencontres/\(id)/bilan" }
      try house.faits.record(Fait(.lecture, of: rencontre.explorateur, about: id, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("bilan:lecture", on: id, by: visitor.viewer, at: now))
      return "/rencontres/\(id)/bilan?fait=lu"
    }
    try await tell(try await house.database.read { [store] tx in try store.rencontre(id, for: visitor.viewer, in: tx) })
    return next
  }
}
