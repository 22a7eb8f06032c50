/// Verbs that act, and those that only feel, think or know: one says "vous devez être épuisée" without ordering anything.
extension Propos {
  func isInfinitive(_ rang: Int) -> Bool {
    let word = mot(rang)
    if Verbes.actes.contains(word) { return true }
    return word.utf8.count >= 4 && Verbes.fins.contains { word.hasSuffix($0) } && !Verbes.noms.contains(word)
      && acts(rang)
  }

  /// A verb that is neither felt nor thought, nor turned to who speaks, nor a kindness ("prendre soin de vous").
  func acts(_ rang: Int) -> Bool {
    let word = mot(rang)
    guard word.first?.isLetter == true, !Verbes.doux.contains(word),
      !Verbes.racinesDouces.contains(where: { word.hasPrefix($0) }), !Verbes.miens.contains(mot(rang + 1))
    else { return false }
    if isReflexive(rang), Verbes.douxReflechis.contains(where: { word.hasPrefix($0) }) { return false }
    guard Verbes.supports.contains(where: { word.hasPrefix($0) }) else { return true }
    return !((rang + 1)...(rang + 3)).contains { Verbes.bienfaits.contains(mot($0)) }
  }

  /// "te demander", "vous demander"; but in "que vous demandiez", "vous" is who asks.
  private func isReflexive(_ rang: Int) -> Bool {
    switch mot(rang - 1) {
    case "te", "t'": true
    case "vous": mot(rang - 2) == "vous" || mot(rang).hasSuffix("er") || mot(rang).hasSuffix("re")
    default: false
    }
  }
}

enum Verbes {
  static let fins = ["er", "ir", "re"]
  /// What looks like an infinitive and is none.
  static let noms: Set<String> = [
    "votre", "notre", "autre", "encore", "quatre", "entre", "contre", "hier", "lettre", "titre", "premier",
    "premiere", "dernier", "derniere", "cher", "chere", "maniere", "carriere",
  ]
  static let doux: Set<String> = [
    "te", "t'", "vous", "lui", "le", "la", "les", "l'", "leur", "en", "y", "ne", "n'", "pas", "plus", "etre",
    "avoir", "savoir", "connaitre", "vivre", "croire", "voir", "souffrir", "vouloir", "pouvoir", "devoir",
    "traverser", "rire", "sourire", "rever", "passer", "manquer", "recevoir", "arriver", "attendre", "entendre",
    "lire", "dormir", "respirer", "souffler", "cliquer", "baisser", "craindre", "rougir", "desesperer", "me", "m'",
    "nous", "moi", "ayez", "aies", "soyez", "sois", "puisses", "puissiez", "croyiez", "croies", "voies", "voyiez",
    "vouliez", "veuilles", "ait", "soit", "be", "feel", "have", "know", "think", "find", "wonder", "see", "miss",
    "believe", "understand", "us", "time", "help", "rest", "space", "carry",
  ]
  /// "Prendre mes mots pour des ordres": between the two of them.
  static let miens: Set<String> = ["mes", "mon", "ma", "moi", "nos", "notre", "my", "me"]
  /// Thinking, feeling, choosing by oneself: what a mentor is there for.
  static let racinesDouces = [
    "pens", "reflech", "imagin", "compren", "essa", "formul", "racont", "ecout", "explor", "observ", "regard",
    "relir", "relis", "choisi", "decid", "trouv", "sach", "sent", "ressent", "hesit", "inquiet", "decourag", "dout",
    "culpabilis", "ador", "aim", "detest", "gard", "connect",
  ]
  static let douxReflechis = [
    "demand", "dire", "dis", "excus", "reproch", "press", "justifi", "pos", "rappel", "souven", "repos", "menag",
    "accord",
  ]
  /// Verbs whose meaning is in their object: "prendre le temps", "vous faire confiance".
  static let supports = ["pren", "fair", "fais", "fass", "laiss", "donn", "take"]
  static let bienfaits: Set<String> = [
    "soin", "temps", "recul", "repos", "confiance", "courage", "conscience", "pause", "attention", "plaisir", "care",
    "time",
  ]

  /// Acts of a working life, as one orders them: "refuse", "refusez".
  static let actes: Set<String> = Set(tutoyes).union(vouvoyes)
  static let tutoyes = [
    "refuse", "signe", "demissionne", "quitte", "exige", "reclame", "denonce", "previens", "insiste", "negocie",
    "obeis", "cede", "postule",
  ]
  static let vouvoyes = [
    "refusez", "signez", "demissionnez", "quittez", "exigez", "reclamez", "denoncez", "prevenez", "insistez",
    "negociez", "obeissez", "cedez", "postulez",
  ]
  /// "Ton chef hésite, refuse, puis revient": also what a third person does.
  static let homographes: Set<String> = Set(tutoyes).subtracting(["previens", "obeis"]).union([
    "accepte", "demande", "appelle", "envoie", "pose", "parle", "va", "arrete", "laisse", "porte", "cesse", "change",
  ])
}
