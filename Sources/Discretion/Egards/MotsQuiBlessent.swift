/// The words of wounds, folded: what is always one, what is one only when aimed at somebody.
enum MotsQuiBlessent {
  /// Always a wound.
  static let forts: Set<String> = [
    "connard", "connasse", "conard", "conasse", "salope", "salopard", "salaud", "encule", "enculee",
    "enfoire", "enfoiree",
    "batarde", "pute", "putes", "petasse", "poufiasse", "pouffiasse", "pouffe", "abruti", "abrutie",
    "cretin", "cretine",
    "couillon", "trouduc", "branleur", "branleuse", "gogol", "mongol", "mongolien", "pd", "pede",
    "tapette", "tarlouze", "gouine",
    "bougnoule", "negre", "negresse", "bamboula", "bicot", "youpin", "chinetoque", "niakoue",
    "raclure", "fdp", "ntm",
    "imbecile", "conne", "sac-a-merde", "crevard", "feignasse", "grognasse",
    "minable", "sous-merde", "demeure", "attarde", "attardee",
    "bolosse", "boloss", "bouffonne", "cassos", "cas-soc", "gueuse", "boniche", "bonniche",
    "merdeux", "merdeuse",
  ]
  /// A wound when said to somebody or of somebody: the same words have an innocent life.
  static let faibles: Set<String> = [
    "con", "cons", "idiot", "idiote", "bete", "bouffon", "clown", "batard", "chien", "chienne",
    "cochon", "porc", "vache", "dinde",
    "ane", "gourde", "cruche", "nul", "nulle", "naze", "merde", "mou", "larve", "parasite",
    "boulet", "guignol", "rat", "crapule",
    "rate", "ratee", "incapable", "moins-que-rien", "moche", "gros", "grosse", "porc", "buse",
    "cloche", "tache", "blaireau",
    "pignouf", "plouc", "bourrin", "sorciere", "folle", "tare", "taree", "debile", "chieur",
    "chieuse", "lopette", "victime",
    "singe", "guenon", "macaque", "cafard", "ordure", "garce", "tocard", "tocarde", "truie",
    "charogne", "morue", "fumier",
    "clochard", "trainee", "catin", "vermine", "pourriture", "allumeuse", "larbin", "lard",
    "hysterique", "type", "arabe", "noir",
    "juif", "juive", "gitan", "rom", "chinois", "chinoise", "immigre", "vieille", "peau", "merdeux",
    "merdeuse", "morveux",
    "bonne-a-rien", "bon-a-rien", "faux-cul", "lache", "hypocrite", "menteuse", "menteur", "voleur",
    "voleuse",
  ]
  static let parInitiale = Dictionary(grouping: forts.union(faibles)) { $0.first ?? " " }
  static let adresses: Set<String> = [
    "espece", "sale", "gros", "grosse", "pauvre", "quel", "quelle", "sales", "tes", "es", "etes",
    "t'es",
  ]
  static let articles: Set<String> = [
    "un", "une", "des", "qu'un", "qu'une", "le", "la", "qu'", "de",
  ]
  static let intensifs: Set<String> = [
    "trop", "tellement", "si", "vraiment", "bien", "qu'un", "tres", "aussi", "grave", "juste",
  ]
  static let innocents: Set<String> = ["de", "a", "qui", "bien"]
  static let phrases: [[String]] = [
    ["fils", "de", "pute"], ["fille", "de", "pute"], ["ta", "gueule"], ["ferme", "la"],
    ["ferme-la"], ["tg"],
    ["va", "te", "faire"], ["allez", "vous", "faire", "foutre"], ["va", "chier"],
    ["je", "t'", "emmerde"], ["nique", "ta"],
    ["nique", "sa"], ["casse", "toi"], ["casse-toi"], ["tu", "me", "degoutes"],
    ["vous", "me", "degoutez"], ["trou", "du", "cul"],
    ["tete", "de", "con"], ["gros", "con"], ["sac", "a", "merde"], ["tu", "pues"],
    ["moins", "que", "rien"],
    ["tu", "sers", "a", "rien"], ["creve"], ["crevez"], ["bande", "de", "cons"], ["cas", "social"],
    ["face", "de", "rat"],
    ["degage"], ["boucle", "la"], ["je", "te", "crache"], ["tu", "vaux", "rien"],
    ["tu", "ne", "vaux", "rien"],
  ]
}
