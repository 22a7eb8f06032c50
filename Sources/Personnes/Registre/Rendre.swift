import Base
import Chartes
import Html
import Temps

extension PersonnesStore {
  /// What this room holds about somebody, for them alone.
  func rendre(_ personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Rubrique] {
    [
      try compte(of: personne, in: tx), try places(of: personne, in: tx), try signatures(of: personne, in: tx),
      try connexions(of: personne, in: tx), try moyens(of: personne, in: tx), try passages(of: personne, in: tx),
      try appareils(of: personne, in: tx), try aides(to: personne, in: tx), try invitations(about: personne, in: tx),
    ]
  }

  private func compte(of id: PersonneID, in tx: Transaction) throws -> Rubrique {
    let personne = try personne(id, for: .person(id), in: tx)
    let dates = try tx.first("SELECT creee, vue FROM personne WHERE id = \(id)") { row in
      (creee: try row[0] as Instant, vue: try row[1] as Instant)
    }
    return Rubrique(
      "compte", Phrase("Votre compte", "Your account"),
      [
        [
          .init("numero", Phrase("Votre numéro ici", "Your number here"), .texte(id.text)),
          .init("prenom", Phrase("Prénom", "First name"), .texte(personne.prenom)),
          .init("nom", Phrase("Nom", "Last name"), .texte(personne.nom)),
          .init("adresse", Phrase("Adresse e-mail", "E-mail address"), .ecrit(personne.adresse)),
          .init("langue", Phrase("Langue", "Language"), .texte(personne.langue.rawValue)),
          .init("fuseau", Phrase("Fuseau horaire", "Time zone"), .texte(personne.fuseau.identifier)),
          .init("cree", Phrase("Ouvert", "Opened"), .quand(dates?.creee)),
          .init("vu", Phrase("Dernière entrée", "Last sign-in"), .quand(dates?.vue)),
        ]
      ])
  }

  private func places(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      """
      SELECT d.nom, s.nom, a.role, a.depuis, a.suspendue, a.suivie_par,
        (SELECT count(*) FROM appartenance f WHERE f.suivie_par = a.personne AND f.dispositif = a.dispositif)
      FROM appartenance a JOIN dispositif d ON d.id = a.dispositif JOIN structure s ON s.id = d.structure
      WHERE a.personne = \(personne) ORDER BY a.depuis, a.role
      """
    ) { row in
      (
        dispositif: try row[0] as String, structure: try row[1] as String, role: try Role(row, 2),
        depuis: try row[3] as Instant, suspendue: try row[4] as Instant?, suivie: try row[5] as PersonneID?,
        suivis: try row[6] as Int
      )
    }
    let prenoms = try prenoms(of: rows.compactMap(\.suivie), for: .person(personne), in: tx)
    return Rubrique(
      "places", Phrase("Votre place", "Your place"),
      rows.map { row in
        [
          .init("dispositif", Phrase("Dispositif", "Programme"), .texte(row.dispositif)),
          .init("structure", Phrase("Structure", "Organisation"), .texte(row.structure)),
          .init("role", Phrase("Rôle", "Role"), .mot(row.role.titre, code: row.role.rawValue)),
          .init("depuis", Phrase("Depuis", "Since"), .instant(row.depuis)),
          .init("suspendue", Phrase("Suspendue", "Suspended"), .quand(row.suspendue)),
          .init(
            "accompagne", Phrase("Qui vous accompagne", "Who accompanies you"),
            row.suivie.flatMap { prenoms[$0] }.map { .texte($0.court) } ?? .rien),
          .init("suivis", Phrase("Personnes que vous suivez", "People you follow"), .nombre(row.suivis)),
        ]
      })
  }

  private func signatures(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try engagements(for: .person(personne), in: tx).map { engagement -> [Rubrique.Champ] in
      [
        .init("numero", Phrase("Numéro", "Number"), .texte(engagement.id.text)),
        .init("role", Phrase("Rôle", "Role"), .mot(engagement.role.titre, code: engagement.role.rawValue)),
        .init("version", Phrase("Version de la charte", "Version of the charter"), .nombre(engagement.numero)),
        .init("langue", Phrase("Langue", "Language"), .texte(engagement.langue.rawValue)),
        .init("le", Phrase("Signé", "Signed"), .instant(engagement.le)),
        .init("moyen", Phrase("Vous étiez entré par", "You had come in by"), .texte(engagement.acces)),
        .init("empreinte", Phrase("Empreinte du texte", "Fingerprint of the text"), .texte(engagement.empreinte)),
      ]
    }
    return Rubrique("engagements", Phrase("Ce que vous avez signé", "What you signed"), fiches)
  }

  private func connexions(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try tx.all(
      "SELECT navigateur, moyen, ouverte, vue FROM connexion WHERE personne = \(personne) ORDER BY ouverte, id"
    ) { row -> [Rubrique.Champ] in
      try [
        .init("appareil", Phrase("Appareil", "Device"), .ecrit(row[0])),
        .init("moyen", Phrase("Ouverte par", "Opened by"), .texte(row[1])),
        .init("ouverte", Phrase("Ouverte", "Opened"), .instant(row[2])),
        .init("vue", Phrase("Dernier passage", "Last seen"), .instant(row[3])),
      ]
    }
    return Rubrique("connexions", Phrase("Où votre compte est ouvert", "Where you are signed in"), fiches)
  }
}

extension Rubrique.Valeur {
  /// Words that may be empty.
  static func ecrit(_ texte: String) -> Rubrique.Valeur { texte.isEmpty ? .rien : .texte(texte) }
  static func quand(_ instant: Instant?) -> Rubrique.Valeur { instant.map { .instant($0) } ?? .rien }
}
