/// How one asks the other to decide: turns of phrase, folded; see `Tournure` for how they are written.
enum MotsDeCession {
  /// Whatever else the message says.
  static let demandes = Tournures(
    [
      "dis|dites|dit|dicte|dictez|indique|indiquez [@vite] moi [@vite] {objet}", "dis|dites - le - moi et je",
      "tu|vous [@peux] [@vite] me|m' dis|dites|dire|dises|disiez [@vite] {objet}",
      "@peux [-] tu|vous [@vite] me dire [@vite] {objet}",
      "tu|vous pourrais|pourriez pas [@vite] me dire [@vite] {objet}",
      "veux|voudrais|aimerais|souhaite|besoin [juste|seulement] qu'|que on|quelqu' [un] me dise {objet}",
      "^ decide|decidez|choisis|choisissez|tranche|tranchez [@vite] {moi}", "tu|vous @tranches [@vite] {moi}",
      "tu|vous @tranches … a ma place", "@peux [-] tu|vous [@vite] @trancher … {moi}",
      "tu|vous @peux [@vite] @trancher … {moi}", "fais|faites - le {moi}",
      "prends|prenez la|cette|les decision|decisions {moi}",
      "@peux [-] tu|vous [@vite] prendre la|cette decision {moi}",
      "@peux|veux|voulez [-] tu|vous [@vite] repondre|ecrire|rediger … a ma place",
      "tu|vous @peux|veux|voulez [@vite] repondre|ecrire|rediger … a ma place",
      "^ reponds|repondez|ecris|ecrivez|redige|redigez … a ma place", "a vous|toi de @trancher … {moi}",
      "je te|vous laisse @trancher … {moi}", "demande de|d' @trancher {moi}",
      "je|j' prendrai|choisirai|appliquerai|executerai|suivrai|obeirai|ferai [tout|exactement|la|a] "
        + "ce|comme|celle|celui|decision [que] tu|vous [me|m'] @direz",
      "je suivrai … votre|ta|ton|vos|tes decision|choix|verdict|consigne|consignes|instructions",
      "donne|donnez [@vite] moi [@vite] la|les|une phrase|solution|mots|consigne|formule|texte|marche",
      "donne|donnez [@vite] moi [@vite] la [bonne] reponse a", "donne|donnez [@vite] moi une reponse toute",
      "redige|redigez [@vite] moi", "ecris|ecrivez [@vite] moi le|la|ma|mon mail|lettre|reponse|phrase|texte",
      "a ma place [?|,|.|!|et] je ferai|ferais|fais|fait pareil|comme|la|ce|exactement",
      "^ tell me [@vite] {objet}", "you [@vite|to] tell me [@vite] {objet}", "you decide|choose for me",
      "want|need you to decide|choose|pick for me", "^ decide|choose|pick [one] for me",
      "make the|this decision|choice for me", "do whatever you say|tell|want|decide|think",
      "would you do [?|.|,|and] i' ll do", "^ give me the answer|sentence|words|solution|line",
    ], words: words, turns: turns)

  /// What one also says of a date or of a place.
  static let renvois = Tournures(
    [
      "^ a vous|toi de @trancher .", "c' est a vous|toi de @trancher .", "je te|vous laisse decider|trancher .",
      "toi|vous qui @tranches .", "vous|tu @tranches [,|et|moi] je|j' suis|signe|ferai|execute|suivrai|obeis|obeirai",
      "^ tu|vous me dis|dites oui|non , je|j'", "dis|dites [@vite] moi [@vite] oui ou non",
      "m' en remets … a vous|toi|votre|ta|ton", "donne|donnez [@vite] moi [@vite] la [bonne] reponse",
      "attends votre|ta|ton|vos|tes decision|verdict|consigne|consignes|instructions|ordres|directives",
      "^ you decide|choose [@vite] .",
    ], words: words, turns: turns)

  /// Asked by themselves, with nothing of one's own beside.
  static let questions = Tournures(
    [
      "^ que|ke dois [-] je @agir [@vite] .", "^ que|quoi faire|repondre [@vite] .",
      "^ que faut [-] il que je fasse|dise|reponde [@vite] .",
      "qu'|que est [-|ce] que je [dois|doi] fais|reponds|dis|choisis|@agir [@vite] .",
      "^ je|jfais|jdois [dois|doi|fais|fait|fai|fe|reponds|dis|choisis|@agir] quoi|koi [@vite] .",
      "^ quelle|quel reponse|decision|choix dois [-] je", "^ dois [-] je @choix ou",
      "^ je|j' [y|le|la] @vais ou pas|non|je|j'", "dis|dites [@vite] moi comment reagir|faire|repondre [@vite] .",
      "^ what should i do|say|answer|reply [@vite] .", "^ what do i do [@vite] .",
      "^ should i resign|quit|accept|leave|stay|refuse|sign|take|go or",
    ], words: words, turns: turns)

  /// Somebody who thinks aloud has begun the work; a link that does not open is no decision.
  static let reflexion = Tournures([
    "je [ne|n'|me|m'|le|l'|y|en] pense|crois|penche|hesite|envisage|compte|suppose|imagine|sens|vois|prefere|demande|"
      + "voudrais|aimerais|souhaite|observe|remarque|comprends|constate|dirais",
    "j' [y] hesite|envisage|imagine|observe|aimerais|vois",
    "j' ai [deja|bien] pense|essaye|note|choisi|liste|compris|remarque|reflechi|tente|envie|peur|tendance",
    "idee|hypothese|intuition|impression|analyse|avis|sentiment|piste|crainte est|serait|c'", "l' impression",
    "d' un cote", "il|ca me|m' semble|parait", "selon moi", "pour ma part", "je suis tente|tentee|partage|partagee",
    "i think|believe|lean|feel|wonder|guess|hesitate|tend|notice|would|see", "one hand",
    "my idea|feeling|guess|instinct", "i' m torn|leaning|inclined|tempted",
    "lien|micro|camera|connexion|connecter|navigateur|webcam|link", "mot de passe",
  ])

  /// What is arranged between the two of them, where "à vous de choisir" is only polite.
  static let rendezVous: Set<String> = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "creneau", "creneaux", "heure",
    "heures", "h", "horaire", "date", "dates", "visio", "lieu", "endroit", "rendez", "tutoyer", "tutoie", "monday",
    "tuesday", "wednesday", "thursday", "friday", "time", "slot",
  ]

  /// "Je ne vous demande pas de …", "sans me dire …".
  static let refus: Set<String> = [
    "ne", "n'", "sans", "pas", "jamais", "ni", "lieu", "not", "t", "never", "without",
  ]
  static let conditions: Set<String> = ["si", "s'", "quand", "lorsque", "pourquoi", "if", "when", "why"]

  private static let words = [
    "vite":
      "-|juste|simplement|seulement|donc|stp|svp|maintenant|mtn|franchement|vite|clairement|exactement|plutot|alors|"
      + "s'|il|te|vous|plait|du|coup|la|ici|just|please|now|then",
    "peux": "peux|peut|peu|pouvez|pourrais|pourriez|pouriez|can|could",
    "agir": "faire|fer|fair|repondre|dire|ecrire|choisir|decider",
    "choix": "accepter|refuser|demissionner|partir|rester|signer|quitter|postuler|ceder|porter|denoncer|negocier",
    "vais": "accepte|refuse|signe|demissionne|pars|reste|quitte|fonce|prends|negocie|cede|vais",
    "trancher": "decider|choisir|trancher",
    "tranches":
      "decides|decide|decidez|choisis|choisissez|tranches|tranche|tranchez|decidiez|choisisses|choisissiez|tranchiez",
    "direz":
      "direz|dites|diras|dis|decidez|deciderez|decideras|decides|conseillez|voudrez|voulez|veux|donnerez|donneras|"
      + "choisirez|choisiras",
  ]

  private static let turns = [
    "objet": Tournures(
      [
        "quoi|koi|kwa|que @agir", "ce que|ke je [dois|doi|devrais] @agir",
        "ce que|ke je fais|fait|fasse|reponds|dis|choisis|decide [@vite] .",
        "ce qu' il faut|faudrait que je [lui|leur] fasse|dise|reponde|choisisse|ecrive", "ce qu' il faut @agir",
        "si je dois|doi|devrais [y|lui|en|le|la] @choix .",
        "si je dois|doi|devrais [y|lui|en|le|la] @choix ou|ce|cette|mon|ma|le|la|l'",
        "si je|j' [y|le|la|les] @vais .", "si je|j' [y|le|la|les] @vais ou|et", "si oui ou non",
        "s' il faut que je [le|la|les|y|l'] @vais", "lequel|laquelle|quel|quelle … @agir|prendre",
        "what to do|say|write|answer|choose|reply", "what i should|must [@vite] do|say|write|answer",
        "if|whether i should", "which … to pick|choose|take",
      ], words: words),
    "moi": Tournures(["pour moi", "a ma place"]),
  ]
}
