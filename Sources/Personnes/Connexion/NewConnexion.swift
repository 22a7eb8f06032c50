import Base
import Html
import Temps
import Web

/// A connexion about to be stored: its token is given to the browser, only the fingerprint is kept.
struct NewConnexion: Sendable {
  /// What opened it.
  enum Moyen: String, Sendable, CaseIterable {
    /// The link of a mail, in the browser that asked.
    case lien
    /// The code that this link showed on another device.
    case code
    case invitation, ouverture
    /// A passkey.
    case cle
    /// A code on paper, from the hands of a counsellor.
    case papier
    case proconnect
    /// A door of the demonstration: no proof is ever asked for there.
    case demonstration

    /// Whether a stolen mailbox does not give it.
    var estFort: Bool { [.ouverture, .cle, .proconnect, .demonstration].contains(self) }
  }

  let id: ConnexionID
  let jeton: Token
  let moyen: Moyen
  /// Fingerprint of the browser: the connexion opens in no other.
  let marque: String
  let navigateur: String
  let ouverte: Instant
  /// Whether two factors were shown: a provider may vouch for one only.
  let forte: Bool

  init(by moyen: Moyen, in browser: Token, _ navigateur: String, forte: Bool? = nil, at now: Instant) {
    id = .make(at: now)
    jeton = .random()
    self.moyen = moyen
    marque = browser.fingerprint
    self.navigateur = navigateur
    ouverte = now
    self.forte = forte ?? moyen.estFort
  }
}

extension PersonnesStore {
  /// Opens it, in the place of whatever was open in this browser, and says so by mail when the browser is new.
  func insert(_ connexion: NewConnexion, of personne: PersonneID, in tx: Transaction) throws {
    let now = connexion.ouverte
    // The doors of the demonstration hold for as long as the demonstration does.
    let prouvee = connexion.moyen == .demonstration ? now + .days(3650) : now
    // The same person again keeps the same line of their list, and what their other tabs listen to.
    let same = try tx.first(
      "SELECT id FROM connexion WHERE marque = \(connexion.marque) AND personne = \(personne)"
    ) { try $0[0] as ConnexionID }
    let id = same ?? connexion.id
    try tx.execute("DELETE FROM connexion WHERE marque = \(connexion.marque)")
    try tx.execute(
      """
      INSERT INTO connexion (id, jeton, personne, marque, navigateur, moyen, ouverte, vue, acte, prouvee, forte, doute,
        paisible)
      VALUES (\(id), \(connexion.jeton.fingerprint), \(personne), \(connexion.marque),
        \(connexion.navigateur), \(connexion.moyen.rawValue), \(now), \(now), \(now), \(prouvee),
        \(connexion.forte ? prouvee : nil), \(false), \(same == nil ? Instant(milliseconds: 0) : now))
      """)
    // A sign of life: an account that gives none ends by itself one day.
    try tx.execute("UPDATE personne SET vue = \(now) WHERE id = \(personne) AND vue < \(now)")
    try tx.record(Trace("connexion", on: id, by: .person(personne), at: now))
    try greetDevice(connexion.marque, of: personne, at: now, in: tx)
    try greet(connexion, of: personne, in: tx)
  }

  /// The first browser of an account is where it was born; each new one after that is told to its mailbox.
  private func greet(_ connexion: NewConnexion, of personne: PersonneID, in tx: Transaction) throws {
    let known = try tx.first("SELECT count(*) FROM navigateur_connu WHERE personne = \(personne)") { try $0[0] as Int }
    let isNew =
      try tx.execute(
        """
        INSERT INTO navigateur_connu (personne, marque, depuis)
        VALUES (\(personne), \(connexion.marque), \(connexion.ouverte)) ON CONFLICT DO NOTHING
        """) == 1
    guard isNew, known != 0, connexion.moyen != .demonstration else { return }
    try write(to: personne, about: connexion.id, from: connexion.ouverte, in: tx) { destinataire in
      lettreNouvelAppareil(connexion, destinataire).courriel(to: destinataire.adresse)
    }
  }

  private func lettreNouvelAppareil(_ connexion: NewConnexion, _ destinataire: Destinataire) -> Lettre {
    let t = destinataire.langue
    let appareil = connexion.navigateur.isEmpty ? t("un appareil inconnu", "an unknown device") : connexion.navigateur
    let quand = t.dateEtHeure(connexion.ouverte, destinataire.fuseau, reference: nil)
    return Lettre(
      t, sujet: t("Votre compte est ouvert sur un nouvel appareil", "Your account is open on a new device"),
      paragraphes: [
        t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),"),
        t(
          "Votre compte vient d’être ouvert sur un appareil nouveau pour nous\u{a0}: \(appareil), \(quand).",
          "Your account has just been opened on a device that is new to us: \(appareil), \(quand)."),
        t(
          "C’est vous\u{a0}? Il n’y a rien à faire. Ce n’est pas vous\u{a0}? Entrez, touchez votre prénom en haut de la page, et fermez cette connexion.",
          "Is it you? There is nothing to do. It is not you? Come in, press your first name at the top of the page, and close this connection."
        ),
      ])
  }
}
