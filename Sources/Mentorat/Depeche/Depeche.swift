import Base
import Html
import Personnes
import Temps
import WhatsApp

enum DepecheTag {}
/// Something to be said on WhatsApp, written in the transaction of what calls for it, and sent afterwards.
typealias DepecheID = ID<DepecheTag>

extension MentoratRoom {
  /// WhatsApp's own bound is 4,096: beyond ours, the words are read on the site.
  static let plusLongTexte = 3500
  /// Between two messages to one person.
  private static let intervalle = Duration.seconds(6)
  private static let dureeDEnvoi = Duration.minutes(3)
  private static let tentativesDEnvoi = 20
  /// What waits for somebody of ours to give Meta what it asks for waits so long.
  private static let attenteDUnAcces = Duration.days(7)
  /// Meta takes eighty messages a second from a number, twenty from one that a telephone shares.
  private static let parSeconde = 20

  /// Says something to somebody who has just written, or not long ago.
  func say(
    _ texte: String, to liaison: Liaison, at now: Instant, in tx: Transaction
  ) throws {
    try post(.texte(texte, a: nil), to: liaison, at: now, in: tx)
  }

  /// The text that Meta has approved: something waits on the site.
  func sayThatSomethingWaits(to liaison: Liaison, at now: Instant, in tx: Transaction) throws {
    guard let whatsApp else { return }
    let personne = try personnes.personne(liaison.personne, for: .person(liaison.personne), in: tx)
    try post(
      .gabarit(nom: whatsApp.gabarit, langue: personne.langue.rawValue, mots: []), to: liaison, at: now, in: tx)
  }

  private func post(
    _ contenu: EnvoiWhatsApp.Contenu, to liaison: Liaison, at now: Instant,
    in tx: Transaction
  ) throws {
    guard let identite = liaison.identite else { return }
    let last = try tx.first("SELECT max(apres) FROM depeche WHERE liaison = \(liaison.id)") { row in
      try row[0] as Instant?
    }
    let from = max(now, (last ?? nil).map { $0 + Self.intervalle } ?? now)
    try store.enqueue(
      contenu, to: identite, owner: .binome(liaison.binome), liaison: liaison, from: from, in: tx)
  }

  /// Says something to somebody who is of no pair.
  func say(_ texte: String, toStranger identite: Identite, at now: Instant, in tx: Transaction) throws {
    try tx.execute("INSERT INTO mois_avis (mois) VALUES (\(now.moisUniversel)) ON CONFLICT DO NOTHING")
    try store.enqueue(
      .texte(texte, a: nil), to: identite, owner: .avis(mois: now.moisUniversel), liaison: nil,
      from: now,
      in: tx)
  }

  private struct Prise: Sendable {
    let id: DepecheID
    /// nil when it no longer opens: its pair was erased.
    let corps: [UInt8]?
    let tentatives: Int
    let ecrite: Instant
    let liaison: LiaisonID?

    /// Whether it is the text that Meta approves, rather than words of ours.
    var estGabarit: Bool { corps.flatMap { try? Json($0) }?["type"] == "template" }
  }

  /// Sends the next thing that is due; false when nothing is.
  /// - Parameter viewer: the house; a schedule calls this.
  package func carryDepeche(for viewer: Viewer, at now: Instant) async throws -> Bool {
    guard viewer.personne == nil, let whatsApp else { return false }
    guard let prise = try await claimDepeche(at: now) else { return false }
    guard let corps = prise.corps else {
      try await house.database.write { tx in try tx.execute("DELETE FROM depeche WHERE id = \(prise.id)") }
      return true
    }
    let reponse = await whatsApp.poster(corps)
    try await house.database.write { [self] tx in try settle(prise, reponse, at: now, in: tx) }
    return true
  }

  private func claimDepeche(at now: Instant) async throws -> Prise? {
    // Looked at every second: a house that owes nothing writes nothing.
    let isDue = try await house.database.read { tx in
      try tx.first("SELECT 1 FROM depeche WHERE etat IN ('attend', 'envoi') AND apres <= \(now) LIMIT 1") { _ in true }
    }
    guard isDue == true else { return nil }
    return try await house.database.write { [vault = house.vault] tx in
      try tx.first(
        """
        UPDATE depeche SET etat = 'envoi', apres = \(now + Self.dureeDEnvoi), tentatives = tentatives + 1
        WHERE id = (SELECT id FROM depeche WHERE etat IN ('attend', 'envoi') AND apres <= \(now) ORDER BY apres, id LIMIT 1)
          AND (SELECT count(*) FROM depeche WHERE etat = 'partie' AND apres > \(now - .seconds(1))) < \(Self.parSeconde)
        RETURNING id, binome, mois, contenu, tentatives, ecrite, liaison
        """
      ) { row in
        let id: DepecheID = try row[0]
        let binome: BinomeID? = try row[1]
        let owner = try binome.map(Owner.binome) ?? .avis(mois: row[2])
        return try Prise(
          id: id, corps: vault.bytes(of: row[3], of: owner, at: Place("depeche.contenu", id)), tentatives: row[4],
          ecrite: row[5], liaison: row[6])
      }
    }
  }

  private func settle(_ prise: Prise, _ reponse: Reponse, at now: Instant, in tx: Transaction) throws {
    switch reponse {
    case .acceptee(let wamid, _):
      try tx.execute(
        """
        UPDATE depeche SET etat = 'partie', apres = \(now), contenu = \(Sealed.vide),
          wamid = \(store.empreinte(wamid: wamid)) WHERE id = \(prise.id)
        """)
      try store.forgetEnnuis(gabarit: prise.estGabarit, in: tx)
    case .refusee(let erreur):
      try store.note(ennui: erreur.classe, in: tx)
      if let wait = erreur.classe.attente(after: prise.tentatives - 1), mayWait(prise, erreur.classe, at: now) {
        try postpone(prise, erreur, until: now + .seconds(wait), in: tx)
      } else {
        try giveUp(prise.id, prise.liaison, erreur, at: now, in: tx)
      }
    }
  }

  private func mayWait(_ prise: Prise, _ classe: Erreur.Classe, at now: Instant) -> Bool {
    classe.attendQuelquUn ? now - prise.ecrite < Self.attenteDUnAcces : prise.tentatives < Self.tentativesDEnvoi
  }

  /// It leaves later, and all that waits with it where Meta would refuse that too.
  private func postpone(_ prise: Prise, _ erreur: Erreur, until later: Instant, in tx: Transaction) throws {
    // A try that nobody could have made succeed is not counted.
    let tentatives = erreur.classe.attendQuelquUn ? prise.tentatives - 1 : prise.tentatives
    try tx.execute(
      """
      UPDATE depeche SET etat = 'attend', apres = \(later), tentatives = \(tentatives), code = \(Int64(erreur.code))
      WHERE id = \(prise.id)
      """)
    guard erreur.classe.vautPourTous else { return }
    try tx.execute("UPDATE depeche SET apres = \(later) WHERE etat = 'attend' AND apres < \(later)")
  }

  /// It will not arrive. Where WhatsApp had closed meanwhile, the approved text goes instead.
  private func giveUp(
    _ id: DepecheID, _ liaison: LiaisonID?, _ erreur: Erreur, at now: Instant, in tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE depeche SET etat = 'echouee', apres = \(now), contenu = \(Sealed.vide), code = \(Int64(erreur.code))
      WHERE id = \(id)
      """)
    guard erreur.classe == .fenetreFermee, let liaison = try liaison.flatMap({ try store.liaison($0, in: tx) }) else {
      return
    }
    try sayThatSomethingWaits(to: liaison, at: now, in: tx)
  }

  /// What became of it, as WhatsApp tells in any order, perhaps before its own answer was written down.
  func note(
    _ statut: Statut, wamid: String, notre: String?, code: Int?, at now: Instant, in tx: Transaction
  ) throws {
    let own = notre.flatMap { DepecheID($0) }
    let found = try tx.first(
      """
      SELECT id, etape, code, liaison, etat FROM depeche
      WHERE wamid = \(store.empreinte(wamid: wamid)) OR id = \(own?.text ?? "")
      """
    ) { row in
      (
        id: try row[0] as DepecheID, etape: try row[1] as String?, code: try row[2] as Int?,
        liaison: try row[3] as LiaisonID?, etat: try row[4] as String
      )
    }
    guard let found else { return }
    var parcours = Parcours(etape: found.etape.flatMap(Statut.init(rawValue:)), echec: nil)
    parcours.note(statut, code: code)
    try tx.execute("UPDATE depeche SET etape = \(parcours.etape?.rawValue) WHERE id = \(found.id)")
    if parcours.estPerdu, found.etat != "echouee" {
      try store.note(ennui: Erreur(code: code ?? 0).classe, in: tx)
      try giveUp(found.id, found.liaison, Erreur(code: code ?? 0), at: now, in: tx)
    }
  }
}

extension MentoratStore {
  func liaison(_ id: LiaisonID, in tx: Transaction) throws -> Liaison? {
    let pair = try tx.first("SELECT binome, personne FROM liaison WHERE id = \(id)") { row in
      (binome: try row[0] as BinomeID, personne: try row[1] as PersonneID)
    }
    return try pair.flatMap { pair in
      try liaison(of: pair.personne, in: binome(pair.binome, for: .person(pair.personne), in: tx), tx: tx)
    }
  }

  /// Why the last word to somebody has not arrived; nil when it has, or is on its way.
  func ennui(of liaison: Liaison, in tx: Transaction) throws -> Erreur.Classe? {
    let last = try tx.first(
      "SELECT etat, code FROM depeche WHERE liaison = \(liaison.id) ORDER BY ecrite DESC, id DESC LIMIT 1"
    ) { row in (etat: try row[0] as String, code: try row[1] as Int?) }
    guard let last, last.etat != "partie" else { return nil }
    return last.code.map { Erreur(code: $0).classe }
  }

  func empreinte(wamid: String) -> String { house.vault.fingerprint(wamid, for: "wamid") }

  fileprivate func enqueue(
    _ contenu: EnvoiWhatsApp.Contenu, to identite: Identite, owner: Owner, liaison: Liaison?,
    from instant: Instant, in tx: Transaction
  ) throws {
    guard let vers = EnvoiWhatsApp.Destinataire(identite) else { return }
    let id = DepecheID.make(at: instant)
    let envoi = EnvoiWhatsApp(contenu, to: vers, notre: id.text)
    let sealed = try house.vault.seal(bytes: envoi.json.octets, of: owner, at: Place("depeche.contenu", id))
    try tx.execute(
      """
      INSERT INTO depeche (id, liaison, binome, mois, contenu, etat, tentatives, ecrite, apres)
      VALUES (\(id), \(liaison?.id), \(liaison?.binome), \(instant.moisUniversel), \(sealed), 'attend', 0, \(instant),
        \(instant))
      """)
  }
}
