import Base
import Chartes
import Html
import Personnes
import Temps

/// Who the person is, what they wanted, what was done with them.
extension ConseilStore {
  /// Nobody is received so many times: all of it is given.
  static let toutDUnSuivi = 100_000

  func rubriquesDuSuivi(_ usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [Rubrique] {
    let besoins = try besoins(of: usager, in: tx)
    let entretiens = try entretiens(of: usager, for: viewer, most: Self.toutDUnSuivi, in: tx)
    let noms = try noms(entretiens.map(\.conseiller), for: viewer, in: tx)
    return [
      identite(usager), try suiveurs(usager, for: viewer, in: tx),
      Rubrique(
        "besoins", Phrase("Ce que vous vouliez pouvoir faire", "What you wanted to be able to do"),
        besoins.map { besoin in
          [
            .ecrit("mots", Phrase("Avec vos mots", "In your words"), besoin.mots),
            .mot("etat", Titres.etat, besoin.etat.phrase, code: besoin.etat.rawValue),
            .instant("le", Titres.le, besoin.le),
          ]
        }),
      Rubrique(
        "etapes", Phrase("Les étapes prévues", "The steps planned"),
        besoins.flatMap { besoin in
          besoin.etapes.map { etape in
            [
              .ecrit("besoin", Phrase("Vers", "Towards"), besoin.mots),
              .ecrit("etape", Phrase("Étape", "Step"), etape.texte),
              .instant("faite", Phrase("Faite le", "Done on"), etape.faite),
            ]
          }
        }),
      Rubrique(
        "entretiens", Phrase("Les entretiens", "The interviews"),
        try entretiens.map { try entretien($0, noms, in: tx) }),
      Rubrique(
        "comptes_rendus", Phrase("Ce qui en est compté", "What is counted of it"),
        try comptesRendus(about: usager, in: tx).map(compteRendu)),
    ]
  }

  private func identite(_ usager: Usager) -> Rubrique {
    let identite = usager.identite
    return Rubrique(
      "identite", Phrase("Qui vous êtes", "Who you are"),
      [
        [
          .nombre("numero", Phrase("Numéro du suivi", "Number of the thread"), usager.numero),
          .ecrit("prenom", Titres.prenom, identite.prenom), .ecrit("initiale", Titres.initiale, identite.initiale),
          .ecrit("nom", Phrase("Nom de famille", "Last name"), identite.nom),
          .nombre("naissance", Phrase("Année de naissance", "Year of birth"), identite.naissance),
          .ecrit("telephone", Phrase("Téléphone", "Telephone"), identite.telephone),
          .ecrit("courriel", Titres.courriel, identite.courriel),
          .ecrit("commune", Phrase("Commune", "Town"), identite.commune),
          .code("genre", Phrase("Genre", "Gender"), Genre(rawValue: identite.genre)),
          .code("statut", Phrase("Situation", "Situation"), StatutSocial(rawValue: identite.statut)),
          .codes("adaptations", Titres.aide, identite.adaptationsConnues),
          .instant("cree", Phrase("Suivi ouvert le", "Thread opened on"), usager.cree),
          .instant("contact", Phrase("Dernier contact", "Last contact"), usager.contact),
        ]
      ])
  }

  private func suiveurs(_ usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      "SELECT conseiller, depuis FROM usager_conseiller WHERE usager = \(usager.id) ORDER BY depuis, conseiller"
    ) { row in (qui: try row[0] as PersonneID, depuis: try row[1] as Instant) }
    let noms = try noms(rows.map(\.qui), for: viewer, in: tx)
    return Rubrique(
      "suivi_par", Phrase("Qui vous suit", "Who follows you"),
      rows.map { row in
        [.ecrit("qui", Phrase("Qui", "Who"), noms[row.qui]), .instant("depuis", Phrase("Depuis", "Since"), row.depuis)]
      })
  }

  private func entretien(
    _ entretien: Entretien, _ noms: [PersonneID: String], in tx: Transaction
  ) throws -> [Rubrique.Champ] {
    let contenu = entretien.contenu
    return [
      .instant("debut", Titres.debut, entretien.debut), .instant("fin", Titres.fin, entretien.fin),
      .ecrit("lieu", Titres.lieu, try entretien.lieu.flatMap { try nom(of: $0, in: tx) }),
      .ecrit("avec", Titres.avec, noms[entretien.conseiller]),
      .nombre("attente", Phrase("Minutes d’attente", "Minutes waited"), entretien.attente),
      .ecrit("prenom", Titres.prenom, contenu.prenom),
      .ecrit("fait", Phrase("Ce qui a été fait", "What was done"), contenu.fait),
      .ecrit("suite", Phrase("Ensuite", "Next"), contenu.suite),
      .codes("themes", Titres.themes, contenu.themes.compactMap(Thematique.init(rawValue:))),
      .codes(
        "adaptations", Phrase("Ce qui a été adapté", "What was adapted"),
        contenu.adaptations.compactMap(Adaptation.init(rawValue:))),
    ]
  }

  /// A report belongs to who wrote it: those of every adviser of the person are read in their name.
  private func comptesRendus(about usager: Usager, in tx: Transaction) throws -> [CompteRendu] {
    let auteurs = try tx.all(
      "SELECT DISTINCT conseiller FROM compte_rendu WHERE usager = \(usager.id) ORDER BY conseiller"
    ) { row in try row[0] as PersonneID }
    return try auteurs.flatMap {
      try comptesRendus("c.usager = \(usager.id)", limit: Self.toutDUnSuivi, for: .person($0), in: tx)
    }
  }

  private func compteRendu(_ rendu: CompteRendu) -> [Rubrique.Champ] {
    let teneur = rendu.teneur
    return [
      .jour("jour", Titres.le, teneur.jour),
      .code("canal", Titres.lieu, teneur.canal),
      .nombre("minutes", Phrase("Minutes", "Minutes"), teneur.minutes),
      .codes("themes", Titres.themes, teneur.themes.valeurs),
      .codes("demarches", Phrase("Démarches", "Procedures"), teneur.demarches.valeurs),
      .codes("materiel", Phrase("Matériel", "Equipment"), teneur.materiel.valeurs),
      .code("facon", Phrase("De quelle façon", "In which way"), teneur.facon),
      .code("autonomie", Phrase("À la fin", "At the end"), teneur.autonomie),
      .code("orientation", Phrase("Orientation", "Directed to"), teneur.redirection),
      .code("issue", Phrase("Issue", "Outcome"), teneur.issue),
      .code("genre", Phrase("Genre", "Gender"), teneur.publics.seul(teneur.publics.genres) as Genre?),
      .code("age", Phrase("Tranche d’âge", "Age"), teneur.publics.seul(teneur.publics.ages) as TrancheAge?),
      .code(
        "statut", Phrase("Situation", "Situation"), teneur.publics.seul(teneur.publics.statuts) as StatutSocial?),
      .ecrit("titre", Phrase("Titre", "Title"), teneur.ecrits.titre),
      .ecrit("notes", Phrase("Notes", "Notes"), teneur.ecrits.notes),
    ]
  }

  // MARK: Names

  /// A first name and an initial each; whoever left has none.
  func noms(_ ids: [PersonneID], for viewer: Viewer, in tx: Transaction) throws -> [PersonneID: String] {
    try personnes.prenoms(of: Array(Set(ids)), for: viewer, in: tx).mapValues(\.court)
  }

  /// Of a place, closed or not: it stands on its door.
  func nom(of lieu: LieuID, in tx: Transaction) throws -> String? {
    try tx.first("SELECT nom FROM lieu WHERE id = \(lieu)") { row in try row[0] }
  }
}
