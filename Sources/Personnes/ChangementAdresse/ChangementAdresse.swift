import Base
import Html
import Temps
import Web

package enum ChangementAdresseTag {}

/// Another e-mail address, asked for by its owner: it counts once both mailboxes have agreed.
struct ChangementAdresse: Sendable, Equatable {
  static let lasts = Duration.hours(24)

  /// What one of the two mailboxes holds.
  enum Cote: Sendable, Equatable { case nouvelle, ancienne }

  let personne: PersonneID
  let nouvelle: String
  let nouvelleConfirmee: Bool
  let ancienneConfirmee: Bool
}

extension PersonnesStore {
  private func stored(_ which: SQL, at now: Instant, in tx: Transaction) throws -> ChangementAdresse? {
    let found = try tx.first(
      """
      SELECT id, personne, nouvelle, nouvelle_confirmee, ancienne_confirmee FROM changement_adresse
      WHERE \(sql: which) AND expire > \(now)
      """
    ) { row in
      (
        id: try row[0] as ID<ChangementAdresseTag>, personne: try row[1] as PersonneID, nouvelle: try row[2] as Sealed,
        nouvelleConfirmee: try row[3] as Instant?, ancienneConfirmee: try row[4] as Instant?
      )
    }
    guard let found,
      let nouvelle = try house.vault.open(
        found.nouvelle, of: .personne(found.personne), at: Place("changement_adresse.nouvelle", found.id))
    else { return nil }
    return ChangementAdresse(
      personne: found.personne, nouvelle: nouvelle, nouvelleConfirmee: found.nouvelleConfirmee != nil,
      ancienneConfirmee: found.ancienneConfirmee != nil)
  }

  /// What waits for a mailbox's word.
  func changementAdresse(of viewer: Viewer, at now: Instant, in tx: Transaction) throws -> ChangementAdresse? {
    guard let personne = viewer.personne else { return nil }
    return try stored("personne = \(personne)", at: now, in: tx)
  }

  /// By the secret of one of the two letters; nil when it serves no more.
  func changementAdresse(
    _ jeton: Token, at now: Instant, in tx: Transaction
  ) throws -> (ChangementAdresse, ChangementAdresse.Cote)? {
    if let found = try stored("jeton_nouvelle = \(jeton.fingerprint)", at: now, in: tx) {
      return (found, .nouvelle)
    }
    return try stored("jeton_ancienne = \(jeton.fingerprint)", at: now, in: tx).map { ($0, .ancienne) }
  }

  /// One more mailbox agrees. With both, the address changes: unless somebody else has taken it meanwhile.
  fileprivate func confirm(
    _ jeton: Token, at now: Instant, in tx: Transaction
  ) throws -> Confirmation? {
    guard let (changement, cote) = try changementAdresse(jeton, at: now, in: tx) else { return nil }
    switch cote {
    case .nouvelle:
      try tx.execute(
        "UPDATE changement_adresse SET nouvelle_confirmee = \(now) WHERE jeton_nouvelle = \(jeton.fingerprint)")
    case .ancienne:
      try tx.execute(
        "UPDATE changement_adresse SET ancienne_confirmee = \(now) WHERE jeton_ancienne = \(jeton.fingerprint)")
    }
    let complete =
      (cote == .nouvelle || changement.nouvelleConfirmee) && (cote == .ancienne || changement.ancienneConfirmee)
    guard complete else { return .attend(cote) }
    try tx.execute("DELETE FROM changement_adresse WHERE personne = \(changement.personne)")
    guard let adresse = Adresse(changement.nouvelle), try personne(at: adresse, in: tx) == nil else { return nil }
    // The earlier mailbox hears of it too: it is the one that may not have wanted it.
    try tellSecurityChange(.adresseChangee, to: changement.personne, at: now, in: tx)
    try move(changement.personne, to: adresse, in: tx)
    // A link that waits in the earlier mailbox opens nothing any more.
    try tx.execute("DELETE FROM lien WHERE personne = \(changement.personne)")
    try tellSecurityChange(.adresseChangee, to: changement.personne, at: now, in: tx)
    try tx.record(Trace("adresse:changement", on: changement.personne, by: .person(changement.personne), at: now))
    return .faite
  }

  enum Confirmation: Sendable, Equatable { case attend(ChangementAdresse.Cote), faite }
}

extension PersonnesRoom {
  /// Writes to both mailboxes. An address that has an account already is told so, and the answer here is the same.
  func askChangementAdresse(_ nouvelle: Adresse, by visitor: Visitor, geste: Geste, at now: Instant) async throws
    -> String
  {
    let id = ID<ChangementAdresseTag>.make(at: now)
    let (pourNouvelle, pourAncienne) = (Token.random(), Token.random())
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house, origin] tx in
      let personne = try store.personne(visitor.personne, for: visitor.viewer, in: tx)
      // Without a mailbox until now, or let in by a paper because theirs is lost: the new one's word is enough.
      let byPaper = visitor.preuve.moyen == NewConnexion.Moyen.papier.rawValue
      let seule = personne.adresse.isEmpty || byPaper && now - visitor.preuve.derniere <= .hours(1)
      let sealed = try house.vault.seal(
        nouvelle.text, of: .personne(visitor.personne), at: Place("changement_adresse.nouvelle", id))
      try tx.execute("DELETE FROM changement_adresse WHERE personne = \(visitor.personne)")
      try tx.execute(
        """
        INSERT INTO changement_adresse (id, personne, nouvelle, jeton_nouvelle, jeton_ancienne, ancienne_confirmee,
          expire)
        VALUES (\(id), \(visitor.personne), \(sealed), \(pourNouvelle.fingerprint), \(pourAncienne.fingerprint),
          \(seule ? now : nil), \(now + ChangementAdresse.lasts))
        """)
      try tx.record(Trace("adresse:demande", on: visitor.personne, by: visitor.viewer, at: now))
      let libre = try store.personne(at: nouvelle, in: tx) == nil
      let lettre = LettreDAdresse(langue: personne.langue, prenom: personne.prenom, origin: origin)
      let courriel = libre ? lettre.nouvelle(pourNouvelle, seule: seule) : lettre.prise
      try house.outbox.enqueue(
        courriel.courriel(to: nouvelle.text), as: .make(at: now), to: .personne(visitor.personne), about: id, from: now,
        in: tx)
      if !seule {
        try house.outbox.enqueue(
          lettre.ancienne(pourAncienne).courriel(to: personne.adresse), as: .make(at: now),
          to: .personne(visitor.personne), about: id, from: now, in: tx)
      }
      return "/compte/adresse?fait=demande"
    }
  }

  func confirmAdresse(_ jeton: Token, at now: Instant) async throws -> PersonnesStore.Confirmation? {
    try await house.database.write { [store] tx in try store.confirm(jeton, at: now, in: tx) }
  }
}

/// The letters of a change of address.
private struct LettreDAdresse {
  let langue: Langue
  let prenom: String
  let origin: String
  private var t: Langue { langue }

  /// - Parameter seule: whether this mailbox's word is enough.
  func nouvelle(_ jeton: Token, seule: Bool) -> Lettre {
    Lettre(
      t, sujet: t("Confirmez votre nouvelle adresse", "Confirm your new address"),
      paragraphes: [
        t(
          "Bonjour \(prenom), vous avez demandé que votre compte utilise cette adresse.",
          "Hello \(prenom), you asked that your account use this address."),
        seule
          ? t("Confirmez-la dans les vingt-quatre heures.", "Confirm it within twenty-four hours.")
          : t(
            "Confirmez depuis vos deux boîtes, l’ancienne et celle-ci, dans les vingt-quatre heures.",
            "Confirm from both mailboxes, the earlier one and this one, within twenty-four hours."),
      ], bouton: (t("Confirmer cette adresse", "Confirm this address"), "\(origin)/adresse/\(jeton.text)"),
      apres: [
        t("Vous n’avez rien demandé\u{a0}? Laissez ce message de côté.", "You did not ask? Leave this message aside.")
      ])
  }

  func ancienne(_ jeton: Token) -> Lettre {
    Lettre(
      t, sujet: t("Votre adresse va changer", "Your address is about to change"),
      paragraphes: [
        t(
          "Bonjour \(prenom), vous avez demandé une autre adresse e-mail pour votre compte. Sans votre accord ici, elle ne changera pas.",
          "Hello \(prenom), you asked for another e-mail address for your account. Without your word here, it will not change."
        )
      ], bouton: (t("Oui, la changer", "Yes, change it"), "\(origin)/adresse/\(jeton.text)"),
      apres: [
        t(
          "Ce n’est pas vous\u{a0}? N’appuyez pas sur ce bouton. Entrez sur le site, touchez votre prénom, et fermez les connexions que vous ne reconnaissez pas.",
          "It is not you? Do not press this button. Come in to the site, press your first name, and close the connections you do not recognise."
        )
      ])
  }

  var prise: Lettre {
    Lettre(
      t, sujet: t("Cette adresse a déjà un compte", "This address already has an account"),
      paragraphes: [
        t(
          "Bonjour, quelqu’un a demandé à utiliser cette adresse pour un autre compte. Elle en a déjà un\u{a0}: rien ne change. Si c’était vous, entrez simplement avec elle.",
          "Hello, somebody asked to use this address for another account. It already has one: nothing changes. If it was you, simply come in with it."
        )
      ])
  }
}
