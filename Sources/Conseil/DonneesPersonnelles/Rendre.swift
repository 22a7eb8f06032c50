import Base
import Chartes
import Html
import Personnes
import Temps

/// What the room gives back to an adviser about themselves. What they wrote about somebody received belongs to that
/// person: here it is a date.
extension ConseilRoom {
  func rendre(_ personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Rubrique] {
    let rubriques = try [
      store.permanences(rendues: personne, in: tx), store.suivis(rendus: personne, in: tx),
      store.entretiens(rendus: personne, in: tx), store.comptesRendus(rendus: personne, in: tx),
      store.ateliers(rendus: personne, in: tx), store.actes(rendus: personne, in: tx),
      store.limites(rendues: personne, in: tx), store.autoEvaluations(rendues: personne, in: tx),
    ]
    return rubriques.filter { !$0.fiches.isEmpty }
  }
}

extension ConseilStore {
  fileprivate func permanences(rendues personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try permanences(of: .person(personne), in: tx)
    return Rubrique(
      "conseil_permanences", Phrase("Mes permanences", "My hours"),
      try rows.map { row in
        [
          .ecrit("lieu", Titres.lieu, try nom(of: row.lieu, in: tx)),
          .mot(
            "quand", Phrase("Quand", "When"), Phrase(fr: Langue.fr.plage(row.plage), en: Langue.en.plage(row.plage))),
        ]
      })
  }

  /// Somebody received is told about themselves, not to their adviser's archive: a number names them.
  fileprivate func suivis(rendus personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    Rubrique(
      "conseil_suivis", Phrase("Les personnes que je suis", "The people I follow"),
      try tx.all(
        """
        SELECT u.numero, uc.depuis FROM usager_conseiller uc JOIN usager u ON u.id = uc.usager
        WHERE uc.conseiller = \(personne) ORDER BY uc.depuis, u.id
        """
      ) { row in
        [
          .nombre("numero", Phrase("Numéro du suivi", "Number of the thread"), try row[0]),
          .instant("depuis", Phrase("Depuis", "Since"), try row[1]),
        ]
      })
  }

  fileprivate func entretiens(rendus personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      "SELECT id, usager, debut, fin, lieu, contenu FROM entretien WHERE conseiller = \(personne) ORDER BY debut, id"
    ) { row in
      (
        id: try row[0] as EntretienID, usager: try row[1] as UsagerID?, debut: try row[2] as Instant,
        fin: try row[3] as Instant?, lieu: try row[4] as LieuID?, contenu: try row[5] as Sealed
      )
    }
    return Rubrique(
      "conseil_entretiens", Phrase("Mes entretiens", "My interviews"),
      try rows.map { row in
        let mots: Entretien.Contenu =
          row.usager == nil
          ? try open(row.contenu, of: .personne(personne), at: Place("entretien.contenu", row.id)) : .init()
        return [
          .instant("debut", Titres.debut, row.debut), .instant("fin", Titres.fin, row.fin),
          .ecrit("lieu", Titres.lieu, try row.lieu.flatMap { try nom(of: $0, in: tx) }),
          .ecrit("fait", Phrase("Ce qui a été fait", "What was done"), mots.fait),
          .ecrit("suite", Phrase("Ensuite", "Next"), mots.suite),
        ]
      })
  }

  fileprivate func comptesRendus(rendus personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rendus = try comptesRendus("TRUE", limit: Self.toutDUnSuivi, for: .person(personne), in: tx)
    return Rubrique(
      "conseil_comptes_rendus", Phrase("Mes comptes rendus", "My reports"),
      rendus.map { rendu in
        let teneur = rendu.teneur
        // With a thread, its words are about somebody.
        let mots = rendu.usager == nil ? teneur.ecrits : .init()
        return [
          .jour("jour", Titres.le, teneur.jour),
          .code("type", Phrase("Type", "Type"), teneur.type as TypeDeCompteRendu?),
          .nombre("minutes", Phrase("Minutes", "Minutes"), teneur.minutes),
          .codes("themes", Titres.themes, teneur.themes.valeurs),
          .code("facon", Phrase("De quelle façon", "In which way"), teneur.facon),
          .nombre("participants", Phrase("Participants", "Participants"), teneur.publics.participants),
          .ecrit("titre", Phrase("Titre", "Title"), mots.titre), .ecrit("notes", Phrase("Notes", "Notes"), mots.notes),
        ]
      })
  }

  fileprivate func ateliers(rendus personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    Rubrique(
      "conseil_ateliers", Phrase("Mes ateliers", "My workshops"),
      try tx.all(
        "SELECT titre, finalite, etapes, debut, fin FROM atelier WHERE conseiller = \(personne) ORDER BY debut, id"
      ) { row in
        [
          .ecrit("titre", Phrase("Titre", "Title"), try row[0]),
          .ecrit("finalite", Phrase("Ce que l’on saura faire", "What one will be able to do"), try row[1]),
          .ecrit("etapes", Phrase("Les étapes", "The steps"), try row[2]),
          .instant("debut", Titres.debut, try row[3]), .instant("fin", Titres.fin, try row[4]),
        ]
      })
  }

  /// What was done in somebody's name or for them, by its date.
  fileprivate func actes(rendus personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      """
      SELECT 'mandat', ecrit FROM mandat WHERE conseiller = \(personne)
      UNION ALL SELECT 'signature', le FROM mandat_signature WHERE conseiller = \(personne)
      UNION ALL SELECT 'usage', le FROM mandat_usage WHERE par = \(personne)
      UNION ALL SELECT 'retrait', le FROM mandat_retrait WHERE par = \(personne)
      UNION ALL SELECT 'relais', parti FROM relais WHERE conseiller = \(personne)
      UNION ALL SELECT 'ouverture', le FROM consultation WHERE conseiller = \(personne)
      UNION ALL SELECT 'refus', le FROM refus_accueil WHERE par = \(personne)
      UNION ALL SELECT 'appel', appele FROM ticket WHERE appele_par = \(personne) AND appele IS NOT NULL
      UNION ALL SELECT 'rendez-vous', debut FROM rendez_vous WHERE conseiller = \(personne)
      ORDER BY 2, 1
      """
    ) { row in (quoi: try row[0] as String, le: try row[1] as Instant) }
    return Rubrique(
      "conseil_actes", Phrase("Ce que j’ai fait pour d’autres", "What I did for others"),
      rows.map { row in
        [
          .mot("quoi", Phrase("Quoi", "What"), Self.actes[row.quoi], code: row.quoi),
          .instant("le", Titres.le, row.le),
        ]
      })
  }

  private static let actes = [
    "mandat": Phrase("Un mandat écrit", "A mandate written"),
    "signature": Phrase("Un mandat signé", "A mandate signed"),
    "usage": Phrase("Un acte sous mandat", "An act under a mandate"),
    "retrait": Phrase("Une démarche arrêtée", "A procedure stopped"),
    "relais": Phrase("Un relais passé", "A referral"),
    "ouverture": Phrase("Un suivi ouvert", "A thread opened"),
    "refus": Phrase("Un refus d’accueil compté", "A refusal counted"),
    "appel": Phrase("Un numéro appelé", "A number called"),
    "rendez-vous": Phrase("Un rendez-vous", "An appointment"),
  ]

  fileprivate func limites(rendues personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all("SELECT dispositif, le FROM limites WHERE conseiller = \(personne) ORDER BY le") { row in
      (dispositif: try row[0] as DispositifID, le: try row[1] as Instant)
    }
    return Rubrique(
      "conseil_limites", Phrase("Ce que je ne fais pas", "What I do not do"),
      try rows.map { row in
        [
          .ecrit("mots", Phrase("Avec mes mots", "In my words"), try limites(of: personne, in: row.dispositif, tx: tx)),
          .instant("le", Titres.le, row.le),
        ]
      })
  }

  fileprivate func autoEvaluations(rendues personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      "SELECT id, mois, contenu FROM auto_evaluation WHERE conseiller = \(personne) ORDER BY mois, id"
    ) { row in (id: try row[0] as ID<AutoEvaluation>, mois: try row[1] as String, contenu: try row[2] as Sealed) }
    return Rubrique(
      "conseil_auto_evaluations", Phrase("Mes auto-évaluations", "My self-evaluations"),
      try rows.map { row in
        let contenu: AutoEvaluation.Contenu = try open(
          row.contenu, of: .personne(personne), at: Place("auto_evaluation.contenu", row.id))
        return [
          .ecrit("mois", Phrase("Mois", "Month"), row.mois),
          .ecrit("reussi", Phrase("Ce qui a réussi", "What went well"), contenu.reussi),
          .ecrit("difficile", Phrase("Ce qui a été difficile", "What was hard"), contenu.difficile),
          .ecrit("change", Phrase("Ce que je change", "What I change"), contenu.change),
        ]
      })
  }
}
