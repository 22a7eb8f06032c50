/// Words to put in the place of what identifies, that agree with their sentence.
struct Propositions {
  let feuillet: Feuillet
  let lexique: Lexique

  func propose(_ marque: Marque, _ carnet: inout Carnet) -> Trouvaille.Proposition {
    switch marque.sorte {
    case .personne: return named(marque, person(marque, &carnet))
    case .organisation: return named(marque, organisation(marque, &carnet))
    default:
      let place = feuillet.pli.scalaires(marque.lettres)
      return Trouvaille.Proposition(place: place, texte: "[\(Self.noms[marque.sorte] ?? "…")]")
    }
  }

  private static let noms: [Trouvaille.Sorte: String] = [
    .telephone: "numéro de téléphone", .courriel: "adresse e-mail", .adresse: "adresse",
    .naissance: "date de naissance",
    .securiteSociale: "numéro de sécurité sociale", .siren: "numéro d’entreprise", .siret: "numéro d’entreprise",
    .iban: "compte bancaire", .carteBancaire: "carte bancaire", .plaque: "plaque", .ip: "adresse IP", .url: "lien",
    .pseudo: "pseudo", .fichier: "fichier", .secret: "code",
  ]

  /// Words after which a bare letter reads well, as after a title.
  private static let roles: Set<String> = [
    "collegue", "chef", "cheffe", "tuteur", "tutrice", "responsable", "manager", "manageur", "directeur", "directrice",
    "formateur", "formatrice", "stagiaire", "apprenti", "apprentie", "patron", "patronne", "cousin", "cousine", "frere",
    "soeur",
    "mari", "femme", "fils", "fille", "ami", "amie", "copain", "copine", "voisin", "voisine", "client", "cliente",
    "les",
    "famille", "couple", "tonton", "tata", "oncle", "tante", "camarade", "binome", "equipe", "groupe", "societe",
    "entreprise",
    "boite", "clinique", "ecole", "association", "asso", "garage", "cabinet", "agence", "magasin", "atelier", "usine",
    "dossier",
    "chantier", "compte", "stand", "projet", "contrat", "prestataire", "fournisseur", "sous-traitant", "creche",
    "residence",
  ]
  private func isAnnounced(_ marque: Marque) -> Bool {
    let before = feuillet.mot(before: feuillet.rang(at: marque.lettres.lowerBound))
    return Feuillet.titres.contains(before) || Self.roles.contains(before)
  }

  private func person(_ marque: Marque, _ carnet: inout Carnet) -> String {
    let rangs = words(marque)
    let letter = carnet.lettre(of: rangs.map { feuillet.mot($0) })
    if isAnnounced(marque) { return letter }
    for rang in rangs {
      let traits = lexique[feuillet.mots[rang].empreinte]
      if traits.contains(.feminin) { return "Mme \(letter)" }
      if traits.contains(.masculin) { return "M. \(letter)" }
    }
    return "la personne \(letter)"
  }

  private func organisation(_ marque: Marque, _ carnet: inout Carnet) -> String {
    let number = carnet.numero(of: words(marque).map { feuillet.mot($0) })
    return isAnnounced(marque) ? String(number) : "l’entreprise \(number)"
  }

  private func words(_ marque: Marque) -> [Int] {
    let start = feuillet.rang(at: marque.lettres.lowerBound)
    let end = feuillet.rang(at: marque.lettres.upperBound)
    return (start..<end).filter { feuillet.mots[$0].sorte == .mot || feuillet.mots[$0].sorte == .nombre }
  }

  /// Undoes an elision ("d'Amina" becomes "de Mme A"), and begins a sentence with a capital.
  private func named(_ marque: Marque, _ words: String) -> Trouvaille.Proposition {
    let place = feuillet.pli.scalaires(marque.lettres)
    let rang = feuillet.rang(at: marque.lettres.lowerBound) - 1
    let article = feuillet.mot(rang)
    if let whole = Self.elisions[article], feuillet.mots[rang].range.upperBound == marque.lettres.lowerBound {
      let from = feuillet.pli.scalaires(feuillet.mots[rang].range).lowerBound
      let isCapital = feuillet.pli.capitale[feuillet.mots[rang].range.lowerBound]
      let text = "\(whole) \(words)"
      return Trouvaille.Proposition(place: from..<place.upperBound, texte: isCapital ? Self.capitalized(text) : text)
    }
    return Trouvaille.Proposition(place: place, texte: opens(rang) ? Self.capitalized(words) : words)
  }

  private static let elisions = [
    "d'": "de", "qu'": "que", "lorsqu'": "lorsque", "puisqu'": "puisque", "jusqu'": "jusque", "quoiqu'": "quoique",
  ]

  private func opens(_ previous: Int) -> Bool {
    previous < 0 || [".", "!", "?", "\n"].contains(feuillet.mot(previous))
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
