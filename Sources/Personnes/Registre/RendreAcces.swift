import Base
import Chartes
import Html
import Temps

extension PersonnesStore {
  /// What lets them in, without what would let somebody else in.
  func moyens(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let sorte = Phrase("Sorte", "Kind")
    let depuis = Phrase("Depuis", "Since")
    func fiche(_ nom: Phrase, _ code: String, _ le: Instant?, _ detail: Rubrique.Valeur) -> [Rubrique.Champ] {
      [
        .init("sorte", sorte, .mot(nom, code: code)), .init("depuis", depuis, .quand(le)),
        .init("detail", Phrase("Détail", "Detail"), detail),
      ]
    }
    var fiches = try cles(of: personne, for: .person(personne), in: tx).map {
      fiche(Phrase("Clé d’accès", "Passkey"), "cle", $0.creee, .ecrit($0.nom))
    }
    fiches += try tx.all("SELECT confirme FROM code_temporaire WHERE personne = \(personne)") { row in
      try fiche(Phrase("Application à codes", "Code application"), "code-temporaire", row[0], .rien)
    }
    fiches += try tx.all("SELECT servi FROM code_secours WHERE personne = \(personne) ORDER BY empreinte") { row in
      let servi: Instant? = try row[0]
      return fiche(Phrase("Code de secours", "Recovery code"), "code-secours", nil, .ouiNon(servi != nil))
    }
    fiches += try tx.all("SELECT depuis FROM proconnect WHERE personne = \(personne)") { row in
      try fiche(Phrase("ProConnect", "ProConnect"), "proconnect", row[0], .rien)
    }
    fiches += try tx.all("SELECT 1 FROM cle_declinee WHERE personne = \(personne)") { _ in
      fiche(Phrase("Vous avez décliné une clé d’accès", "You declined a passkey"), "cle-declinee", nil, .rien)
    }
    fiches += try tx.all("SELECT depuis FROM navigateur_connu WHERE personne = \(personne) ORDER BY depuis, marque") {
      try fiche(Phrase("Appareil connu", "Known device"), "appareil", $0[0], .rien)
    }
    return Rubrique("moyens", Phrase("Vos moyens d’entrer", "Your ways of coming in"), fiches)
  }

  /// What is under way: links, challenges, an address being changed, a trip to the provider.
  func passages(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    func fiche(_ nom: Phrase, _ code: String, _ expire: Instant, _ detail: Rubrique.Valeur = .rien) -> [Rubrique.Champ]
    {
      [
        .init("sorte", Phrase("Sorte", "Kind"), .mot(nom, code: code)),
        .init("fin", Phrase("Jusqu’à", "Until"), .instant(expire)),
        .init("detail", Phrase("Détail", "Detail"), detail),
      ]
    }
    var fiches = try tx.all("SELECT expire FROM lien WHERE personne = \(personne) ORDER BY expire") {
      try fiche(Phrase("Lien pour entrer", "Link to come in"), "lien", $0[0])
    }
    fiches += try tx.all("SELECT expire FROM defi WHERE personne = \(personne) ORDER BY expire") {
      try fiche(Phrase("Demande à une clé d’accès", "Question to a passkey"), "defi", $0[0])
    }
    fiches += try tx.all("SELECT expire FROM proconnect_aller WHERE personne = \(personne) ORDER BY expire") {
      try fiche(Phrase("Aller chez ProConnect", "Trip to ProConnect"), "proconnect-aller", $0[0])
    }
    let changements = try tx.all("SELECT id, nouvelle, expire FROM changement_adresse WHERE personne = \(personne)") {
      (id: try $0[0] as ID<ChangementAdresseTag>, nouvelle: try $0[1] as Sealed, expire: try $0[2] as Instant)
    }
    fiches += try changements.map {
      let nouvelle = try house.vault.open(
        $0.nouvelle, of: .personne(personne), at: Place("changement_adresse.nouvelle", $0.id))
      return fiche(
        Phrase("Changement d’adresse", "Change of address"), "changement-adresse", $0.expire, .ecrit(nouvelle ?? ""))
    }
    return Rubrique("passages", Phrase("Ce qui est en cours", "What is under way"), fiches)
  }

  func aides(to personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    func fiche(_ nom: Phrase, _ code: String, _ le: Instant, _ fin: Instant?) -> [Rubrique.Champ] {
      [
        .init("sorte", Phrase("Sorte", "Kind"), .mot(nom, code: code)),
        .init("le", Phrase("Le", "On"), .instant(le)),
        .init("servi", Phrase("Servi", "Used"), .quand(fin)),
      ]
    }
    var fiches = try tx.all(
      "SELECT cree, servi FROM code_papier WHERE personne = \(personne) ORDER BY cree"
    ) { try fiche(Phrase("Code imprimé", "Printed code"), "code-papier", $0[0], $0[1]) }
    fiches += try tx.all("SELECT demandee FROM recuperation WHERE personne = \(personne) ORDER BY demandee") {
      try fiche(Phrase("Accès rétabli, ou à rétablir", "Access restored, or asked for"), "recuperation", $0[0], nil)
    }
    return Rubrique("aides", Phrase("L’aide reçue pour entrer", "The help you had to come in"), fiches)
  }

  /// The one they took, and those they sent: the addresses of others are theirs.
  func invitations(about personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try tx.all(
      """
      SELECT role, creee, etat, CASE WHEN acceptee_par = \(personne) THEN 1 ELSE 0 END FROM invitation
      WHERE acceptee_par = \(personne) OR invitee_par = \(personne) ORDER BY creee, id
      """
    ) { row -> [Rubrique.Champ] in
      let prise = try row[3] as Int == 1
      let role = try Role(row, 0)
      return try [
        .init(
          "sens", Phrase("Sens", "Direction"),
          prise ? .mot(Phrase("reçue", "received"), code: "recue") : .mot(Phrase("envoyée", "sent"), code: "envoyee")),
        .init("role", Phrase("Rôle", "Role"), .mot(role.titre, code: role.rawValue)),
        .init("le", Phrase("Le", "On"), .instant(row[1])),
        .init("etat", Phrase("Où en est-elle", "Where it stands"), .texte(row[2])),
      ]
    }
    return Rubrique("invitations", Phrase("Les invitations", "Invitations"), fiches)
  }
}
