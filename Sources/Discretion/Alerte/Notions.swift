/// Families of words that speak of the same thing, so that what was learned of one serves for the others.
enum Notion: UInt32, CaseIterable {
  case arme = 1
  case feu, corps, mort, violence, menace, adieu, lieuDangereux, poison, enfant
  case souffrance, pleurs, peur, solitude, humiliation, sommeil, vide, couple
  case presse, delai, ordre
  case droit, sante, logement, argent, amour, faveur, prive

  /// Two of these together rarely speak of anything else.
  static let graves: Set<Notion> = [.arme, .feu, .corps, .mort, .violence, .menace, .adieu, .lieuDangereux, .poison]

  /// The family of a folded word, by its beginning.
  static func of(_ word: String) -> Notion? {
    var end = word.startIndex
    var found: Notion?
    for _ in 0..<min(12, word.count) {
      end = word.index(after: end)
      if let notion = debuts[String(word[..<end])] { found = notion }
    }
    return found ?? entiers[word]
  }

  private static let debuts: [String: Notion] = table([
    .arme: "couteau fusil pistolet arme armé machette hache cutter carabine matraque batte",
    .feu: "incendi flamme brul explos fumee asphyxi intoxiqu",
    .corps: """
    inconscien inanim convuls etouff saign sang cardiaque respir malaise evanoui effondr electrocut noye hemorrag coma
    reveiller connaissance ambulance avc
    """,
    .mort: "suicid mourir pendre pendu tuer crever scarif mutil",
    .violence: "frapp cogne tabass etrangl gifl viol agress sequestr buter battre planter poignard egorg",
    .menace: "menac terroris chantage represailles",
    .adieu: "adieu testament",
    .lieuDangereux: "toit falaise rambarde rail precipice balcon",
    .poison: "cachet comprime medoc somnifere surdose overdose antidepress",
    .enfant: "enfant bebe gamin fille fils petit mineur eleve",
    .souffrance: """
    epuis angoiss depress deprim desespo detress souffr burn craqu effondre panique tetanis submerg anesthesi vide bout
    foutu noue trembl cauchemar boule
    """,
    .pleurs: "pleur sanglot larme chiale",
    .peur: "peur terreur terrifi effray",
    .solitude: "seul solitude isol enferm abandonn transparen invisible",
    .humiliation:
      "humili rabaiss harcel moqu insult hurl ecras denigr brim ridiculis inutil nulle boulet honte deteste degout",
    .sommeil: "insomni dors dormir dort sommeil nuit cauchemar mange appetit maigri",
    .couple: "mari compagn conjoint epou copain copine",
    .presse: "urgen vite immediat maintenant secours aide",
    .delai: "minute heure",
    .ordre: "signer valider trancher decider arret bloqu panne client",
    .droit: "avocat tribunal plainte juridi divorc proces juge prudhom peine garde heritage notaire amende contest",
    .sante:
      "medecin medicament ordonnance traitement maladie symptome douleur antibio regime grossesse vaccin dent dos psy",
    .logement: "logement loyer appart caution proprietaire bail demenag hlm",
    .argent:
      "impot banque pret credit emprunt epargne placement bitcoin crypto assurance decouvert bourse rembours invest dette",
    .amour: "amoureu couple rencard celibat drague tinder seduire sex embrass",
    .faveur: "recommand pistonn embauche rediger redige ecris",
    .prive: "vacances religion vote parti marie anniversaire instagram",
  ])

  private static let entiers: [String: Notion] = table([
    .feu: "feu gaz",
    .mort: "mort morte tue tuer vie jours finir sauter buter meurs mourrai",
    .lieuDangereux: "pont fenetre riviere train vide gorge sol",
    .violence: "tape tapent coup coups bat battu battue",
    .vide: "rien personne jamais plus",
    .delai: "min h tantot",
    .presse: "sos svp stp mtn dispo",
    .argent: "pea cdi scpi",
    .amour: "sors aimes",
  ])

  private static func table(_ families: [Notion: String]) -> [String: Notion] {
    var table: [String: Notion] = [:]
    for (notion, words) in families {
      for word in words.split(whereSeparator: \.isWhitespace) { table[Relecteur.folded(String(word))] = notion }
    }
    return table
  }
}

/// How words are written in haste, and the word they stand for.
enum Hate {
  static func plain(_ word: String) -> String { mots[word] ?? word }

  private static let mots: [String: String] = [
    "jvai": "vais", "jvais": "vais", "jsui": "suis", "jsuis": "suis", "chui": "suis", "chuis": "suis", "sui": "suis",
    "jai": "ai", "g": "ai", "jme": "me", "ke": "que", "ki": "qui", "pa": "pas", "plu": "plus", "tt": "tout",
    "pr": "pour",
    "mtn": "maintenant", "veu": "veux", "jveu": "veux", "jveux": "veux", "di": "dit", "koi": "quoi", "cmt": "comment",
    "dsl": "desole", "tjs": "toujours", "bcp": "beaucoup", "kan": "quand", "qd": "quand", "lgtps": "longtemps",
    "jfais": "fais", "jdors": "dors", "jmange": "mange", "jpense": "pense", "jcroi": "crois", "jarrive": "arrive",
    "jpeux": "peux", "jpeu": "peux", "peu": "peux", "ya": "y", "yen": "y", "kelkun": "quelqu'un", "qqn": "quelqu'un",
    "tte": "toute", "tps": "temps", "ds": "dans", "rdv": "rendez-vous", "repond": "repond", "repon": "repond",
    "svp": "stp", "pq": "pourquoi", "prk": "pourquoi", "bb": "bebe", "jdois": "dois", "jcomprend": "comprends",
    "vs": "vous", "ns": "nous", "ms": "mais", "ac": "avec", "jen": "en", "pri": "pris", "vrmt": "vraiment",
  ]
}
