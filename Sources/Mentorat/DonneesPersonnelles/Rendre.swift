import Base
import Chartes
import Html
import Personnes
import Temps

/// What the room gives back to somebody about themselves: what they wrote; to a mentee, also what was answered to them.
extension MentoratStore {
  func rendre(_ personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Rubrique] {
    let binomes = try tousLesBinomes(of: personne, in: tx)
    let vivants = binomes.filter { $0.efface == nil }
    let rubriques = try [
      Rubrique("binomes", Phrase("Mes binômes", "My pairs"), binomes.map { try fiche($0, of: personne, in: tx) }),
      Rubrique(
        "signatures", Phrase("Ce que j’ai signé", "What I signed"), signatures(of: personne, in: tx)),
      Rubrique(
        "seances", Phrase("Mes séances", "My sessions"),
        binomes.flatMap { try seances(of: $0, for: personne, in: tx) }),
      Rubrique(
        "messages", Phrase("Mes messages", "My messages"),
        vivants.flatMap { try messages(rendus: $0, for: personne, at: now, in: tx) }),
      Rubrique(
        "formulations", Phrase("Leurs formulations d’avant", "Their former wordings"),
        vivants.flatMap { try formulations(rendues: $0, for: personne, at: now, in: tx) }),
      Rubrique(
        "syntheses", Phrase("Mes synthèses", "My summaries"),
        vivants.flatMap { try syntheses(rendues: $0, for: personne, in: tx) }),
      Rubrique(
        "orientations", Phrase("Vers qui l’on m’a orienté", "Where I was pointed to"),
        vivants.filter { $0.accompagne == personne }.flatMap { try orientations(rendues: $0, in: tx) }),
      Rubrique(
        "en_cours", Phrase("Mes textes en cours", "My texts in the making"),
        vivants.flatMap { try enCours(rendus: $0, for: personne, in: tx) }),
      Rubrique(
        "mots_anodins", Phrase("Les mots que j’ai dits anodins", "The words I said name nobody"),
        vivants.flatMap { try motsAnodins(of: $0, personne, in: tx).map { [.ecrit("mot", Titres.mot, $0)] } }),
      Rubrique(
        "whatsapp", Phrase("WhatsApp", "WhatsApp"), liaisons(rendues: personne, in: vivants, tx: tx)),
      Rubrique(
        "absences", Phrase("Mes absences", "My days away"),
        absences(of: personne, in: tx).map {
          [
            .jour("premier", Phrase("Premier jour", "First day"), $0.lowerBound),
            .jour("dernier", Phrase("Dernier jour", "Last day"), $0.upperBound),
          ]
        }),
    ]
    return rubriques.filter { !$0.fiches.isEmpty }
  }

  private enum Titres {
    static let avec = Phrase("Avec", "With")
    static let le = Phrase("Le", "On")
    static let de = Phrase("De", "From")
    static let texte = Phrase("Texte", "Text")
    static let mot = Phrase("Mot", "Word")
  }

  /// All of them, wherever one may look now.
  private func tousLesBinomes(of personne: PersonneID, in tx: Transaction) throws -> [Binome] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM binome b WHERE b.mentor = \(personne) OR b.accompagne = \(personne)
      ORDER BY b.forme, b.id
      """, Self.decode)
  }

  /// nil for somebody who left.
  private func autre(of binome: Binome, for personne: PersonneID, in tx: Transaction) throws -> String? {
    let autre = binome.other(than: personne)
    return try personnes.prenoms(of: [autre], for: .person(personne), in: tx)[autre]?.court
  }

  private func fiche(_ binome: Binome, of personne: PersonneID, in tx: Transaction) throws -> [Rubrique.Champ] {
    let termes = try enVigueur(binome, in: tx)?.termes
    func lignes(_ t: Langue) -> String {
      termes?.lignes(t).map { "\($0.nom)\(t("\u{a0}: ", ": "))\($0.valeur)" }.joined(separator: "\n") ?? ""
    }
    return [
      .mot(
        "role", Phrase("Mon rôle", "My role"), binome.role(of: personne)?.titre,
        code: binome.role(of: personne)?.rawValue ?? ""),
      .ecrit("avec", Titres.avec, try autre(of: binome, for: personne, in: tx)),
      .instant("forme", Phrase("Formé le", "Formed on"), binome.forme),
      .mot(
        "convenu", Phrase("Ce que nous avons convenu", "What we agreed on"),
        termes.map { _ in Phrase(fr: lignes(.fr), en: lignes(.en)) }),
      .instant("contact", Phrase("Dernier contact", "Last contact"), binome.contact),
      .instant("clos", Phrase("Terminé le", "Ended on"), binome.clos),
      .instant("efface", Phrase("Effacé le", "Erased on"), binome.efface),
    ]
  }

  private func signatures(of personne: PersonneID, in tx: Transaction) throws -> [[Rubrique.Champ]] {
    try tx.all(
      """
      SELECT numero, role, langue, empreinte, acces, le FROM signature WHERE personne = \(personne)
      ORDER BY le, binome, numero
      """
    ) { row in
      [
        .nombre("convention", Phrase("Convention", "Agreement"), try row[0]),
        .mot("role", Phrase("Mon rôle", "My role"), try Role(row, 1).titre, code: try row[1]),
        .ecrit("langue", Phrase("Langue", "Language"), try row[2]),
        .ecrit("empreinte", Phrase("Empreinte du texte", "Fingerprint of the text"), try row[3]),
        .ecrit("acces", Phrase("Entrée par", "Entered by"), try row[4]), .instant("le", Titres.le, try row[5]),
      ]
    }
  }

  private func seances(
    of binome: Binome, for personne: PersonneID, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    let avec = try autre(of: binome, for: personne, in: tx)
    return try tx.all("SELECT debut FROM seance WHERE binome = \(binome.id) ORDER BY debut") { row in
      [.ecrit("avec", Titres.avec, avec), .instant("debut", Titres.le, try row[0])]
    }
  }

  // MARK: Words

  /// A mentee's trace holds the answers; a mentor's own words are theirs, and the mentee's are not.
  private func messages(
    rendus binome: Binome, for personne: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    let marques = try marques(of: personne, in: binome, tx: tx)
    let avec = try autre(of: binome, for: personne, in: tx)
    return try messages(of: binome, for: personne, at: now, most: Self.wholeTrace, in: tx)
      .filter { $0.auteur == personne || binome.accompagne == personne }
      .map { message in
        let mien = message.auteur == personne
        return [
          .mot(
            "de", Titres.de, mien ? Phrase("Moi", "Me") : Phrase("L’autre", "The other"), code: mien ? "moi" : "autre"),
          .ecrit("avec", Titres.avec, avec),
          .ecrit("genre", Phrase("Genre", "Kind"), message.genre.rawValue),
          .instant("ecrit", Phrase("Écrit le", "Written on"), mien ? message.ecrit : nil),
          .instant("arrivee", Phrase("Arrivé le", "Arrived on"), message.retire == nil ? message.arrivee : nil),
          .ecrit("texte", Titres.texte, message.texte?.ensemble),
          .mot(
            "marque", Phrase("Ma marque", "My mark"), marques[message.id]?.titre,
            code: marques[message.id]?.rawValue ?? ""),
        ]
      }
  }

  private func formulations(
    rendues binome: Binome, for personne: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    try messages(of: binome, for: personne, at: now, most: Self.wholeTrace, in: tx)
      .filter { $0.auteur == personne && $0.formulations > 1 }
      .flatMap { try formulations(of: $0, in: binome, for: personne, tx: tx).dropLast() }
      .map { [.instant("le", Titres.le, $0.le), .ecrit("texte", Titres.texte, $0.texte.ensemble)] }
  }

  private func syntheses(
    rendues binome: Binome, for personne: PersonneID, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    try syntheses(of: binome, in: tx).filter { $0.auteur == personne || binome.accompagne == personne }
      .map { synthese in
        let mienne = synthese.auteur == personne
        return [
          .mot(
            "de", Titres.de, mienne ? Phrase("Moi", "Me") : Phrase("L’autre", "The other"),
            code: mienne ? "moi" : "autre"),
          .instant("le", Titres.le, synthese.le), .ecrit("texte", Titres.texte, synthese.contenu),
        ]
      }
  }

  private func orientations(rendues binome: Binome, in tx: Transaction) throws -> [[Rubrique.Champ]] {
    try orientations(of: binome, in: tx).map { orientation in
      [
        .instant("le", Titres.le, orientation.le),
        .mot("vers", Phrase("Vers", "To"), orientation.cadre.titre, code: orientation.cadre.rawValue),
        .ecrit("ligne", Phrase("Numéro", "Number"), orientation.ligne),
      ]
    }
  }

  private func enCours(
    rendus binome: Binome, for personne: PersonneID, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    let objets = try tx.all(
      "SELECT objet FROM message_en_cours WHERE binome = \(binome.id) AND auteur = \(personne) ORDER BY objet"
    ) { row in try row[0] as String }
    return try objets.map { objet in
      let enCours = EnCours(MessageID(objet))
      return [.ecrit("texte", Titres.texte, try texte(enCours, of: personne, in: binome, tx: tx).ensemble)]
    }
  }
}
