import Base
import Chartes
import Html
import Temps
import Web

package enum InvitationTag {}
package typealias InvitationID = ID<InvitationTag>

/// A place kept for somebody, with a role. The mail that carries it proves the address.
struct Invitation: Sendable, Equatable {
  static let lasts = Duration.days(14)

  let id: InvitationID
  let dispositif: DispositifID
  let role: Role
  let adresse: String
  let inviteePar: PersonneID
  let suiviePar: PersonneID?
  let creee: Instant
  let expire: Instant
  let etat: Etat

  enum Etat: String, Sendable { case ouverte, acceptee, retiree }

  func isOpen(at now: Instant) -> Bool { etat == .ouverte && expire > now }
}

/// What a coordinator writes to invite.
struct NewInvitation: Sendable, Equatable {
  let adresse: Adresse
  let role: Role
  let suiviePar: PersonneID?

  /// - Parameters:
  ///   - roles: those of the dispositif's charter.
  ///   - conseillers: who may accompany an explorer here.
  init(_ form: FormData, roles: [Role], conseillers: [PersonneID]) throws {
    var saisie = Saisie()
    let adresse = Adresse(form.text("adresse"))
    saisie.note("adresse", unless: adresse != nil, .adresseAttendue)
    let role = Role(rawValue: form.text("role")).flatMap { roles.contains($0) ? $0 : nil }
    saisie.note("role", unless: role != nil, Phrase("Choisissez un rôle.", "Choose a role."))
    let suiviePar = conseillers.first { $0.text == form.text("suivie_par") }
    saisie.note(
      "suivie_par", unless: role != .explorateur || suiviePar != nil,
      Phrase(
        "Choisissez qui accompagnera cette personne. Si la liste est vide, invitez d’abord une conseillère ou un conseiller.",
        "Choose who will accompany this person. If the list is empty, invite a counsellor first."))
    try saisie.throwIfAny()
    guard let adresse, let role else { throw saisie }
    self.adresse = adresse
    self.role = role
    self.suiviePar = role == .explorateur ? suiviePar : nil
  }
}

extension PersonnesStore {
  private static let columns: SQL =
    "id, dispositif, role, adresse, invitee_par, suivie_par, creee, expire, etat"

  func invitation(_ jeton: Token, in tx: Transaction) throws -> Invitation? {
    try tx.first(
      "SELECT \(sql: Self.columns) FROM invitation WHERE jeton = \(jeton.fingerprint)", decodeInvitation)
  }

  /// A dispositif's invitations, newest first, for its coordinators.
  func invitations(of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction) throws -> [Invitation] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM invitation WHERE dispositif = \(dispositif) AND etat <> 'retiree'
        AND EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = invitation.dispositif
          AND a.personne = \(viewer.personne) AND a.role = 'coordinateur' AND a.suspendue IS NULL)
      ORDER BY creee DESC, id LIMIT 200
      """, decodeInvitation)
  }

  /// No invitation gets round a suspension.
  func isSuspended(_ adresse: Adresse, in dispositif: DispositifID, tx: Transaction) throws -> Bool {
    guard let known = try personne(at: adresse, in: tx) else { return false }
    return try tx.first(
      """
      SELECT 1 FROM appartenance
      WHERE personne = \(known) AND dispositif = \(dispositif) AND suspendue IS NOT NULL LIMIT 1
      """
    ) { _ in true } ?? false
  }

  private func decodeInvitation(_ row: Row) throws -> Invitation {
    let id: InvitationID = try row[0]
    let adresse = try house.vault.open(try row[3] as Sealed, of: .invitation(id), at: Place("invitation.adresse", id))
    return try Invitation(
      id: id, dispositif: row[1], role: Role(row, 2), adresse: adresse ?? "", inviteePar: row[4], suiviePar: row[5],
      creee: row[6], expire: row[7], etat: Invitation.Etat(rawValue: row[8]) ?? .retiree)
  }

  /// The people of a dispositif with a role, oldest first.
  package func personnes(
    as role: Role, of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction
  ) throws -> [PersonneID] {
    let belongs: SQL =
      viewer.personne.map { reader -> SQL in
        """
        EXISTS (SELECT 1 FROM appartenance mine WHERE mine.dispositif = appartenance.dispositif
          AND mine.personne = \(reader) AND mine.suspendue IS NULL)
        """
      } ?? "TRUE"
    return try tx.all(
      """
      SELECT personne FROM appartenance WHERE dispositif = \(dispositif) AND role = \(role.rawValue)
        AND suspendue IS NULL AND \(sql: belongs) ORDER BY depuis, personne
      """
    ) { row in try row[0] }
  }
}

extension PersonnesRoom {
  /// Keeps a place and sends the letter, in one transaction.
  func invite(
    _ invitation: NewInvitation, to dispositif: Dispositif, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = InvitationID.make(at: now)
    let jeton = Token.random()
    let courrier = CourrierID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house, origin] tx in
      let owner = Owner.invitation(id)
      let adresse = try house.vault.seal(invitation.adresse.text, of: owner, at: Place("invitation.adresse", id))
      try tx.execute(
        """
        INSERT INTO invitation (id, jeton, dispositif, role, adresse, invitee_par, suivie_par, etat, creee, expire)
        VALUES (\(id), \(jeton.fingerprint), \(dispositif.id), \(invitation.role.rawValue), \(adresse),
          \(visitor.personne), \(invitation.suiviePar), 'ouverte', \(now), \(now + Invitation.lasts))
        """)
      let inviter = try store.prenom(of: visitor.personne, for: visitor.viewer, in: tx)
      let lettre = Self.lettre(
        invitation.role, dispositif, inviter, "\(origin)/invitation/\(jeton.text)", visitor.langue)
      try house.outbox.enqueue(
        lettre.courriel(to: invitation.adresse.text), as: courrier, to: owner, about: id, from: now, in: tx)
      try tx.record(Trace("invitation", on: id, by: visitor.viewer, at: now))
      return "/invitations?fait=envoyee"
    }
  }

  private static func lettre(
    _ role: Role, _ dispositif: Dispositif, _ inviter: Prenom, _ lien: String, _ t: Langue
  ) -> Lettre {
    Lettre(
      t,
      sujet: t(
        "\(inviter.prenom) vous invite\u{a0}: \(dispositif.nom)", "\(inviter.prenom) invites you: \(dispositif.nom)"),
      paragraphes: [
        t(
          "Bonjour. \(inviter.prenom) (\(dispositif.structure)) vous invite à rejoindre «\u{a0}\(dispositif.nom)\u{a0}».",
          "Hello. \(inviter.prenom) (\(dispositif.structure)) invites you to join “\(dispositif.nom)”."),
        t("Votre place\u{a0}: \(t(role.titre)).", "Your place: \(t(role.titre))."),
      ],
      bouton: (t("Voir l’invitation", "See the invitation"), lien),
      apres: [
        t(
          "Ce lien n’est que pour vous. Il reste ouvert quatorze jours.",
          "This link is for you only. It stays open for fourteen days.")
      ])
  }

  /// Enters by an invitation. Somebody already known at that address gains the role, and signs in by the usual link: an
  /// invitation lives for days, and must not open an account that exists.
  func accept(
    _ jeton: Token, prenom: String, nom: String, langue: Langue, in browser: Token, navigateur: String,
    at now: Instant
  ) async throws -> Accueil? {
    let connexion = NewConnexion(by: .invitation, in: browser, navigateur, at: now)
    let newcomer = PersonneID.make(at: now)
    return try await house.database.write { [store, house] tx in
      guard let invitation = try store.invitation(jeton, in: tx), invitation.isOpen(at: now),
        let adresse = Adresse(invitation.adresse),
        try !store.isSuspended(adresse, in: invitation.dispositif, tx: tx),
        try tx.execute("UPDATE invitation SET etat = 'acceptee' WHERE id = \(invitation.id) AND etat = 'ouverte'") == 1
      else { return nil }
      let known = try store.personne(at: adresse, in: tx)
      let personne = known ?? newcomer
      if known == nil {
        let dispositif = try store.dispositif(
          invitation.dispositif, for: .person(invitation.inviteePar), in: tx)
        try store.insert(
          Personne(
            id: newcomer, adresse: adresse.text, prenom: prenom, nom: nom, langue: langue, fuseau: dispositif.fuseau),
          at: now, in: tx)
      }
      // Whose address it bears: it goes when they go.
      try tx.execute("UPDATE invitation SET acceptee_par = \(personne) WHERE id = \(invitation.id)")
      try store.join(
        personne, invitation.dispositif, as: invitation.role, suivieBy: invitation.suiviePar, at: now, in: tx)
      try house.faits.record(
        Fait(.entree, of: personne, about: invitation.dispositif, by: .person(personne), at: now), in: tx)
      if known != nil { return .byLink }
      try store.insert(connexion, of: personne, in: tx)
      return .entered(connexion.jeton)
    }
  }

  /// How somebody goes on after taking their place.
  enum Accueil: Sendable, Equatable {
    case entered(Token)
    case byLink
  }

  /// Takes back a place that nobody has taken yet.
  func withdraw(_ invitation: InvitationID, by visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { [house] tx in
      let withdrawn = try tx.execute(
        """
        UPDATE invitation SET etat = 'retiree' WHERE id = \(invitation) AND etat = 'ouverte'
          AND EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = invitation.dispositif
            AND a.personne = \(visitor.personne) AND a.role = 'coordinateur' AND a.suspendue IS NULL)
        """)
      guard withdrawn == 1 else { throw Absent() }
      try house.outbox.withdraw(about: invitation, after: Instant(milliseconds: 0), in: tx)
      try tx.record(Trace("invitation:retrait", on: invitation, by: visitor.viewer, at: now))
    }
  }
}
