import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What an explorer sends: why, which questions, for which slot.
struct Demande: Sendable, Equatable {
  let motivation: String
  let questions: [String]
  /// Start of the slot that was chosen.
  let debut: Instant

  static let longest = 4000
  static let questionsMaximum = 10
  /// What can be the start of a slot, in milliseconds: after 1970, before the year 2500. Anything else was not offered.
  private static let moments: ClosedRange<Int64> = 0...16_725_225_600_000

  init(_ form: FormData) throws {
    var saisie = Saisie()
    motivation = form.text("motivation")
    questions = form.all("question").map { $0.trimmed }.filter { !$0.isEmpty }
    saisie.note("motivation", unless: motivation.count <= Self.longest, .tropLong(Self.longest))
    saisie.note(
      "question", unless: questions.count <= Self.questionsMaximum,
      Phrase("Gardez vos dix questions les plus importantes.", "Keep your ten most important questions."))
    saisie.note("question", unless: questions.allSatisfy { $0.count <= 500 }, .tropLong(500))
    let instant = Int64(form.text("creneau")).flatMap { Self.moments.contains($0) ? Instant(milliseconds: $0) : nil }
    saisie.note(
      "creneau", unless: instant != nil,
      Phrase("Choisissez un des moments proposés.", "Choose one of the times offered."))
    try saisie.throwIfAny()
    guard let instant else { throw saisie }
    debut = instant
  }
}

/// The slot was taken, or is no longer offered: the page comes back with those that are left.
struct CreneauPris: Error, Equatable {}

extension RencontresRoom {
  /// Sends a request, which holds its slot until it is answered or expires.
  /// Throws `Refus`, or `CreneauPris` when somebody was quicker.
  func send(
    _ demande: Demande, to expert: PersonneID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = RencontreID.make(at: now)
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      guard let profil = try store.profil(of: expert, for: visitor.viewer, in: tx),
        visitor.appartenances.contains(Appartenance(dispositif: profil.dispositif, role: .explorateur))
      else { throw Absent() }
      let version = try personnes.engaged(
        visitor.personne, as: .explorateur, in: profil.dispositif, at: now, tx: tx)
      try judge(demande, profil, visitor, version.parametres, at: now, in: tx)
      let fuseau = try store.zone(of: expert, in: tx)
      guard let creneau = try store.slot(at: demande.debut, of: profil, version.parametres, at: now, in: tx) else {
        throw CreneauPris()
      }
      let rencontre = Self.rencontre(id, profil, visitor, creneau, version, at: now)
      try store.insert(rencontre, mois: Jour(creneau.start, in: fuseau).monthId, in: tx)
      guard try store.take(creneau, for: rencontre, in: tx) else { throw CreneauPris() }
      try store.insert(demande, of: rencontre, in: tx)
      try store.forget(.demande(to: expert), of: visitor.personne, in: tx)
      try house.faits.record(Fait(.demande, of: visitor.personne, about: id, by: visitor.viewer, at: now), in: tx)
      try announce(rencontre, by: visitor, at: now, in: tx)
      return "/rencontres/\(id)?fait=envoyee"
    }
    live.send(ServerEvent("change", #"{"quoi":"demande"}"#), to: "personne:\(expert)")
    return next
  }

  /// The articles a request rests on, in the order of the charter.
  private func judge(
    _ demande: Demande, _ profil: Profil, _ visitor: Visitor, _ p: Parametres, at now: Instant, in tx: Transaction
  ) throws {
    let attendus = try store.bilansAttendus(of: visitor.personne, in: tx)
    try FaireSonBilan.judge(.init(attendus: attendus, now: now), p).enforced()
    try PreparerLaRencontre.judge(.init(questions: demande.questions), p).enforced()
    let open = try store.openRequests(of: visitor.personne, at: now, in: tx)
    let fuseau = try store.zone(of: profil.expert, in: tx)
    let situation = DemanderParInteret.Situation(
      motivation: demande.motivation, ouvertes: open.count, dejaDemandee: open.contains(profil.expert),
      ceMois: try store.count(of: profil.expert, month: Jour(demande.debut, in: fuseau).monthId, in: tx),
      plafond: profil.plafond, debut: demande.debut, now: now)
    try DemanderParInteret.judge(situation, p).enforced()
  }

  private static func rencontre(
    _ id: RencontreID, _ profil: Profil, _ visitor: Visitor, _ creneau: Creneau, _ version: Version, at now: Instant
  ) -> Rencontre {
    let p = version.parametres
    return Rencontre(
      id: id, dispositif: profil.dispositif, explorateur: visitor.personne, expert: profil.expert,
      debut: creneau.start, fin: creneau.end, etat: .demandee, version: version.numero, sequence: 0, envoyee: now,
      echeance: DemanderParInteret.echeance(envoi: now, debut: creneau.start, p),
      bilanAttendu: FaireSonBilan.echeance(fin: creneau.end, p))
  }

  private func announce(_ rencontre: Rencontre, by visitor: Visitor, at now: Instant, in tx: Transaction) throws {
    let prenom = try personnes.prenom(of: visitor.personne, for: .person(rencontre.expert), in: tx)
    try personnes.write(to: rencontre.expert, about: rencontre.id, from: now, in: tx) { destinataire in
      Lettres(rencontre, origin, destinataire, now).demande(from: prenom.prenom)
    }
  }
}

extension RencontresStore {
  func insert(_ demande: Demande, of rencontre: Rencontre, in tx: Transaction) throws {
    let owner = Owner.personne(rencontre.explorateur)
    let motivation = try house.vault.seal(demande.motivation, of: owner, at: Place("demande.motivation", rencontre.id))
    try tx.execute("INSERT INTO demande (rencontre, motivation) VALUES (\(rencontre.id), \(motivation))")
    for (index, question) in PreparerLaRencontre.retenues(demande.questions).enumerated() {
      let place = Place("question.texte", "\(rencontre.id):\(index + 1)")
      let texte = try house.vault.seal(question, of: owner, at: place)
      try tx.execute(
        """
        INSERT INTO question (rencontre, rang, texte, posee) VALUES (\(rencontre.id), \(index + 1), \(texte), \(false))
        """)
    }
  }

  /// To whom this explorer's requests that wait for an answer are addressed.
  func openRequests(of explorateur: PersonneID, at now: Instant, in tx: Transaction) throws -> [PersonneID] {
    try tx.all(
      "SELECT expert FROM rencontre WHERE explorateur = \(explorateur) AND etat = 'demandee' AND echeance > \(now)"
    ) { row in try row[0] }
  }

  /// When each review that is not written is due, for meetings that were agreed.
  func bilansAttendus(of explorateur: PersonneID, in tx: Transaction) throws -> [Instant] {
    try tx.all(
      """
      SELECT r.bilan_attendu FROM rencontre r WHERE r.explorateur = \(explorateur) AND r.etat = 'acceptee'
        AND NOT EXISTS (SELECT 1 FROM bilan b WHERE b.rencontre = r.id) ORDER BY r.bilan_attendu
      """
    ) { row in try row[0] }
  }

  /// How many meetings the expert gives that month, asked for or agreed.
  func count(of expert: PersonneID, month: String, in tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM rencontre WHERE expert = \(expert) AND mois = \(month) AND etat IN ('demandee', 'acceptee')
      """
    ) { row in try row[0] } ?? 0
  }

  /// The words of a request, for whoever may see the meeting.
  func demande(of rencontre: Rencontre, in tx: Transaction) throws -> (motivation: String, questions: [Question]) {
    let owner = Owner.personne(rencontre.explorateur)
    let motivation = try tx.first("SELECT motivation FROM demande WHERE rencontre = \(rencontre.id)") { row in
      try row[0] as Sealed
    }
    let questions = try tx.all(
      "SELECT rang, texte, posee FROM question WHERE rencontre = \(rencontre.id) ORDER BY rang"
    ) { row in (rang: try row[0] as Int, texte: try row[1] as Sealed, posee: try row[2] as Bool) }
    return (
      try house.vault.open(motivation, of: owner, at: Place("demande.motivation", rencontre.id)) ?? "",
      try questions.map { question in
        let place = Place("question.texte", "\(rencontre.id):\(question.rang)")
        return Question(
          rang: question.rang, texte: try house.vault.open(question.texte, of: owner, at: place) ?? "",
          posee: question.posee)
      }
    )
  }
}

/// One of the questions prepared for a meeting.
struct Question: Sendable, Equatable {
  let rang: Int
  let texte: String
  let posee: Bool
}
