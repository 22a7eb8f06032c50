/// How one orders: turns of phrase, folded; see `Tournure` for how they are written.
enum MotsDOrdre {
  private static let words = [
    "entre":
      "lui|le|la|les|l'|leur|en|y|te|t'|vous|absolument|vraiment|simplement|juste|aussi|donc|maintenant|d'|abord|"
      + "tout|de|suite|imperativement|surtout|vite|alors|ne|n'|pas|plus|first|just|really|now|also|go|and",
    "pas": "pas|plus|jamais|rien|surtout",
    "acte": (Verbes.tutoyes + Verbes.vouvoyes).joined(separator: "|"),
    "tien": "ton|ta|tes|votre|vos",
    "voix":
      "dis|dites|reponds|repondez|ecris|ecrivez|parle|parlez|demande|demandez|explique|expliquez|annonce|annoncez|"
      + "envoie|envoyez|telephone|telephonez|propose|proposez|pose|posez|rends|rendez|montre|montrez",
    "gens":
      "chef|cheffe|manager|manageuse|directeur|directrice|responsable|employeur|patron|patronne|drh|rh|syndicat|"
      + "avocat|avocate|inspection|client|cliente|collegue|n|equipe|direction|hierarchie|boss|team",
  ]

  /// What somebody is said to owe: a fact, a guess or an order, as its sentence says.
  static let devoirs = Tournures(
    [
      "tu|vous dois|doit|doi|devez|devras|devrez [@pas|@entre] INF",
      "tu|vous ne|n' dois|doit|doi|devez|devras|devrez @pas [@pas|@entre] INF",
      "il faut|faudra [@entre] que|ke tu|t'|vous [@entre] ACTE", "faut [@pas] que|ke tu|t'|vous [@entre] ACTE",
      "il ne|n' faut @pas [@pas] que tu|t'|vous [@entre] ACTE", "il te|vous faut [@entre] INF",
      "you must [not|never|@entre] ACTE", "you have|need to [@entre] ACTE",
      "you' ve got to [@entre] ACTE", "you gotta [@entre] ACTE",
    ], words: words)

  /// Said by who wants, forbids or commands.
  static let volontes = Tournures(
    [
      "je veux|exige|ordonne [@entre] que tu|t'|vous [@entre] ACTE",
      "je te|t'|vous demande|ordonne|somme de|d' [@entre] INF", "je te|t'|vous interdis|defends de|d'",
      "tu|vous n' as|avez qu' a [@entre] INF", "t'|tu as qu' a [@entre] INF",
      "hors de question que tu|t'|vous [@entre] ACTE", "pas question que tu|t'|vous [@entre] ACTE",
      "a ta|votre place [,] [moi] [,] je|j' [@entre] @acte|accepte|pars",
      "c' est un ordre .", "un point c' est tout", "point barre", "point final .",
      "i want|order you to [@entre] ACTE",
    ], words: words)

  /// Imperatives, where a clause begins.
  static let imperatifs = Tournures(
    [
      "^ @acte", "^ ne|n' [lui|leur|le|la|les|l'|y|en] @acte|accepte|acceptez @pas", "^ accepte|acceptez .",
      "^ accepte|acceptez … poste|offre|mission|proposition|mutation|contrat|promotion",
      "^ @acte @pas .",
      "^ ne|n' [lui|leur|le|la|les|l'|y|en] reponds|repondez|dis|dites|fais|faites|va|allez @pas .",
      "^ ne|n' lui|leur|le|la|les|l' @voix|laisse|laissez|fais|faites @pas", "^ ne|n' reponds|repondez @pas",
      "^ ne|n' dis|dites|fais|faites rien .",
      "^ @voix [-] lui|leur", "^ dis|dites|reponds|repondez [@entre] oui|non", "^ reponds|repondez|dis|dites a @tien",
      "^ parle|parles|parlez - en", "^ parle|parlez en a|au", "^ parle|parlez a|au [la|l'] @tien|@gens",
      "^ fais|faites - le|la|les [maintenant|demain|tout|vite] .",
      "^ fais|faites - le|la|les pour|des|avant|sans|aujourd'hui|et",
      "^ fais|faites le .", "^ fais|faites ca|ceci|cela", "^ fais|faites ce que je", "^ fais|faites comme je|moi",
      "^ va|allez voir|trouver|parler @tien|@gens", "^ va|allez le|la|les|lui|leur INF",
      "^ va|allez voir|trouver le|la|l' @gens",
      "^ pose|posez @tien demission|candidature|conges|preavis", "^ pose|posez un|des|ton|votre conge|conges|ultimatum",
      "^ demande|demandez un|une|ta|ton|votre|le|la|des augmentation|mutation|entretien|rendez|promotion|rupture|conge|arret",
      "^ demande|demandez a|au [la|l'|le] @tien|@gens",
      "^ envoie|envoyez ce|cette|ta|ton|votre|le|la mail|lettre|courriel|courrier|demission|candidature|dossier",
      "^ appelle|appelez|contacte|contactez|saisis|saisissez|alerte|alertez|previens [@tien|l'|le|la|les|un|une] @gens",
      "^ porte|portez plainte", "^ laisse|laissez tomber",
      "^ change|changez de|d' poste|equipe|service|boite|metier|travail",
      "^ prends|prenez ce|cet|cette|le|la|l' poste|offre|mission|job|contrat|promotion", "^ prends|prenez rendez",
      "^ arrete|arretez|cesse|cessez de|d' [lui|leur|le|la|les|l'|y|en] INF", "^ pars|partez .",
      "^ tais|defends|impose - toi",
      "^ taisez|battez|imposez - vous",
      "^ don' t sign|reply|answer|accept|quit|resign|call|send|write|agree",
      "^ do not sign|reply|answer|accept|quit|resign",
      "^ do it|that .", "^ tell him|her|them", "^ tell your @gens", "^ say no|yes", "^ quit|resign .",
      "^ quit|leave your|that|this|the job|team|company",
      "^ sign|accept|refuse it|the|this", "^ take the|this|that [new] job|offer|position|deal",
      "^ go see|tell|talk|ask",
    ], words: words)

  /// After an imperative: it is turned to who speaks, it is a question, or the word was a noun.
  static let retenues: Set<String> = [
    "moi", "nous", "me", "vous", "tu", "toi", "que", "qu'", "de", "d'", "des", "mes", "notre", "nos", "toutes",
    "tous", "mon", "ma", "a",
  ]

  /// Between the two of them: what they arrange to meet is no order.
  static let rencontre: Set<String> = ["creneau", "invitation", "rendez", "rencontre", "visio", "charte"]

  static let tutoiement: Set<String> = ["tu", "te", "t'", "toi", "ecoute"]

  /// What makes an order an offer: "si vous le souhaitez", "à votre rythme".
  static let offres = Tournures([
    "si|quand|comme tu|vous [le|la|en|y|l'] veux|voulez|souhaites|souhaitez|sens|sentez|preferes|preferez|peux|pouvez|avez|as",
    "si besoin|necessaire|possible", "a ton|votre rythme", "si cela|ca|c'", "if you|it", "when you",
  ])

  /// What is only understood, or restated.
  static let reprises = Tournures([
    "si j' ai bien", "si je comprends|resume|te|vous|lis|reformule", "if i understand|understood|read",
  ])

  /// Before "tu dois": a fact inside another sentence, unless the opinion is one's own.
  static let subordonnants: Set<String> = [
    "que", "qu'", "si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puisque", "dont", "ou", "qui", "quoi",
    "comment", "pourquoi", "combien", "ce", "lequel", "laquelle", "what", "if", "when", "that", "which", "why",
    "how", "think", "feel", "believe", "do", "did", "where", "say", "because", "things",
  ]
  static let opinions = Tournures([
    "je|moi pense|crois|trouve|dis|estime|maintiens|repete que|qu'", "i think|believe|say|feel",
  ])
}
