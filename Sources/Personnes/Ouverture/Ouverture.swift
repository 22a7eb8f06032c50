import Base
import Chartes
import Html
import Temps
import Web

/// The first structure of an empty base, opened by whoever holds the token printed in the terminal.
struct Ouverture: Sendable {
  var structure: String
  var fuseau: Fuseau
  var dispositif: String
  var charte: Charte
  var prenom: String
  var nom: String
  var adresse: Adresse

  /// Reads the form; throws `Saisie` naming what is missing.
  init(_ form: FormData) throws {
    var saisie = Saisie()
    structure = form.text("structure")
    dispositif = form.text("dispositif")
    let charte = Charte.named(form.text("charte"))
    saisie.note("charte", unless: charte != nil, Phrase("Choisissez une charte.", "Choose a charter."))
    prenom = form.text("prenom")
    nom = form.text("nom")
    saisie.note(
      "structure", unless: structure.isName(upTo: 120),
      Self.manque("le nom de votre structure", "your organisation’s name"))
    saisie.note(
      "dispositif", unless: dispositif.isName(upTo: 120),
      Self.manque("un nom pour votre dispositif", "a name for your programme"))
    saisie.note("prenom", unless: prenom.isName(upTo: 60), Self.manque("votre prénom", "your first name"))
    saisie.note("nom", unless: nom.isName(upTo: 60), Self.manque("votre nom", "your last name"))
    let fuseau = Fuseau(form.text("fuseau"))
    saisie.note(
      "fuseau", unless: fuseau != nil,
      Phrase("Choisissez un fuseau horaire dans la liste.", "Choose a time zone from the list."))
    let adresse = Adresse(form.text("adresse"))
    saisie.note("adresse", unless: adresse != nil, .adresseAttendue)
    try saisie.throwIfAny()
    guard let fuseau, let charte, let adresse else { throw saisie }
    self.fuseau = fuseau
    self.charte = charte
    self.adresse = adresse
  }

  private static func manque(_ fr: String, _ en: String) -> Phrase { Phrase("Écrivez \(fr).", "Write \(en).") }
}

extension PersonnesRoom {
  /// Opens the structure, its dispositif with the charter's first version, its coordinator; and signs them in.
  /// - Returns: the new connexion's token.
  func open(_ ouverture: Ouverture, langue: Langue, in browser: Token, navigateur: String, at now: Instant)
    async throws -> Token
  {
    let structure = StructureID.make(at: now)
    let dispositif = DispositifID.make(at: now)
    let personne = Personne(
      id: .make(at: now), adresse: ouverture.adresse.text, prenom: ouverture.prenom, nom: ouverture.nom,
      langue: langue, fuseau: ouverture.fuseau)
    let connexion = NewConnexion(by: .ouverture, in: browser, navigateur, at: now)
    try await house.database.write { [store, house] tx in
      if try store.isOpen(in: tx) { throw Absent() }
      try tx.execute(
        """
        INSERT INTO structure (id, nom, fuseau, creee)
        VALUES (\(structure), \(ouverture.structure), \(ouverture.fuseau.identifier), \(now))
        """)
      try tx.execute(
        """
        INSERT INTO dispositif (id, structure, charte, nom, cree)
        VALUES (\(dispositif), \(structure), \(ouverture.charte.cle), \(ouverture.dispositif), \(now))
        """)
      try store.publish(Parametres(), of: dispositif, ouverture.charte, from: now, in: tx)
      try store.insert(personne, at: now, in: tx)
      try store.join(personne.id, dispositif, as: .coordinateur, suivieBy: nil, at: now, in: tx)
      try store.insert(connexion, of: personne.id, in: tx)
      try house.faits.record(
        Fait(.ouverture, of: personne.id, about: structure, by: .person(personne.id), at: now), in: tx)
      try tx.record(Trace("ouverture", on: structure, by: .person(personne.id), at: now))
    }
    return connexion.jeton
  }
}
