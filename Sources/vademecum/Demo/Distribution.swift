import Chartes
import Html
import Personnes
import Rencontres

/// The cast of the demonstration.
enum Distribution {
  static let coordination = Figurant(
    "Hélène", "Marchand", .coordinateur,
    Phrase(
      "Coordonne\u{a0}: invite, et règle les nombres de la charte",
      "Coordinates: invites, and sets the charter’s numbers"))
  static let conseil = [
    Figurant("Claire", "Delmas", .conseiller, Phrase("Conseille Amina, Yanis et Lou", "Counsels Amina, Yanis and Lou")),
    Figurant("Karim", "Benali", .conseiller, Phrase("Conseille Théo", "Counsels Théo")),
  ]
  static let exploration = [
    Figurant(
      "Amina", "Rahmani", .explorateur, Phrase("Explore\u{a0}: va rencontrer Bruno", "Explores: is about to meet Bruno")
    ),
    Figurant(
      "Yanis", "Thierry", .explorateur,
      Phrase("Explore\u{a0}: n’a pas encore écrit son bilan", "Explores: has not written the review yet")),
    Figurant("Lou", "Morel", .explorateur, Phrase("Explore\u{a0}: a remercié Inès", "Explores: has thanked Inès")),
    Figurant(
      "Théo", "Garnier", .explorateur,
      Phrase("Explore\u{a0}: attend la réponse de Nora", "Explores: waits for Nora’s answer")),
  ]

  /// Experts, each with their job.
  static let experts: [(Figurant, MetierDemontre)] = [
    (
      Figurant(
        "Bruno", "Lefèvre", .expert, Phrase("Raconte son métier\u{a0}: boulanger", "Tells about the job: baker")),
      MetierDemontre(
        "Boulanger",
        fiche: """
          Je commence à trois heures. On pétrit, on façonne, on cuit\u{a0}; à sept heures la boutique sent bon et les premiers clients poussent la porte.
          J’ai appris par un CAP à seize ans, puis chez trois patrons. Le plus dur, c’est le rythme et le sommeil. Le plus beau, la première fournée.
          """,
        presentation: "Venez avec toutes vos questions, même celles qui vous semblent bêtes.",
        heures: [(1, 1020, 1140), (4, 1080, 1200)])
    ),
    (
      Figurant(
        "Fatou", "Diallo", .expert,
        Phrase("Raconte son métier\u{a0}: aide-soignante", "Tells about the job: care assistant")),
      MetierDemontre(
        "Aide-soignante",
        fiche: """
          Je travaille à l’hôpital de Mortagne, de nuit une semaine sur trois. Toilettes, repas, écoute\u{a0}: on est la personne qu’ils voient le plus.
          J’ai repris une formation à trente-quatre ans, après la vente. Le dos souffre, le cœur s’accroche. Je ne changerais pas.
          """,
        presentation: "Je réponds le soir, quand les enfants dorment.", heures: [(2, 1200, 1290), (3, 840, 960)])
    ),
    (
      Figurant(
        "Inès", "Carpentier", .expert,
        Phrase("Raconte son métier\u{a0}: électricienne", "Tells about the job: electrician")),
      MetierDemontre(
        "Électricienne",
        fiche: """
          Chantiers le matin, dépannages l’après-midi. Je lis des plans, je tire des câbles, je mets en sécurité de vieilles maisons.
          Bac pro, puis deux ans de compagnonnage. On m’a souvent demandé si j’étais la secrétaire\u{a0}; maintenant on me demande conseil.
          """,
        presentation: "Les filles, n’hésitez pas.", heures: [(3, 1020, 1140), (6, 540, 660)])
    ),
    (
      Figurant("Paul", "Girard", .expert, Phrase("Raconte son métier\u{a0}: menuisier", "Tells about the job: joiner")),
      MetierDemontre(
        "Menuisier",
        fiche: """
          Escaliers, fenêtres, meubles sur mesure. La moitié du temps à l’atelier, l’autre chez les gens.
          Il faut aimer mesurer trois fois et couper une. L’odeur du chêne, ça ne se raconte pas.
          """,
        presentation: "Je parle mieux avec les mains, mais je ferai de mon mieux.", heures: [(5, 1020, 1110)])
    ),
    (
      Figurant(
        "Nora", "Haddad", .expert,
        Phrase("Raconte son métier\u{a0}: développeuse web", "Tells about the job: web developer")),
      MetierDemontre(
        "Développeuse web",
        fiche: """
          J’écris des sites pour des associations et des mairies. Beaucoup d’écoute, de tests, de lecture du code des autres.
          Autodidacte puis licence pro. On apprend tout le temps\u{a0}; les jours où rien ne marche existent aussi.
          """,
        presentation: "Pas besoin d’être bon en maths.", heures: [(1, 720, 840), (4, 720, 840)])
    ),
    (
      Figurant(
        "Julien", "Perrin", .expert,
        Phrase("Raconte son métier\u{a0}: infirmier libéral", "Tells about the job: self-employed nurse")),
      MetierDemontre(
        "Infirmier libéral",
        fiche: """
          Ma tournée commence à six heures et fait quatre-vingts kilomètres. Pansements, piqûres, un café quand on me le propose.
          Trois ans d’école, dix ans d’hôpital, puis la campagne. On porte beaucoup, on est rarement seul.
          """,
        presentation: "Posez vos questions sur les études aussi.", heures: [(2, 1080, 1170)])
    ),
    (
      Figurant(
        "Maud", "Lecointe", .expert,
        Phrase("Raconte son métier\u{a0}: éleveuse de chèvres", "Tells about the job: goat farmer")),
      MetierDemontre(
        "Éleveuse de chèvres",
        fiche: """
          Soixante chèvres, deux traites par jour, du fromage et les marchés du samedi. Pas de vacances en avril, et le plus beau bureau du monde.
          Installée avec une formation agricole pour adultes.
          """,
        presentation: "La vidéo passera peut-être par la bergerie.", heures: [(7, 1020, 1110)])
    ),
    (
      Figurant(
        "Samia", "Cherif", .expert,
        Phrase("Raconte son métier\u{a0}: conductrice de car", "Tells about the job: coach driver")),
      MetierDemontre(
        "Conductrice de car",
        fiche: """
          Ramassage scolaire le matin et le soir, sorties le mercredi. On connaît chaque virage et chaque enfant.
          Permis D payé par l’entreprise. Il faut du calme, de bons yeux, et savoir dire bonjour cent fois.
          """,
        presentation: "Je suis libre entre deux tournées.", heures: [(1, 600, 690), (2, 600, 690)])
    ),
    (
      Figurant(
        "Sophie", "Lambert", .expert,
        Phrase("Raconte son métier\u{a0}: éducatrice de jeunes enfants", "Tells about the job: early years educator")),
      MetierDemontre(
        "Éducatrice de jeunes enfants",
        fiche: """
          En crèche, avec des enfants de trois mois à trois ans. On observe, on chante, on soutient les parents autant que les petits.
          Trois ans d’école après le bac, beaucoup de stages.
          """,
        presentation: "", heures: [(3, 1110, 1200)])
    ),
    (
      Figurant(
        "Antoine", "Rousseau", .expert, Phrase("Raconte son métier\u{a0}: libraire", "Tells about the job: bookseller")),
      MetierDemontre(
        "Libraire",
        fiche: """
          On croit qu’on lit toute la journée\u{a0}; on porte des cartons, on conseille, on compte. Et un jour quelqu’un revient dire qu’un livre a tout changé.
          Études de lettres, puis un brevet professionnel en alternance.
          """,
        presentation: "Entre deux cartons, avec plaisir.", heures: [(2, 780, 870)])
    ),
    (
      Figurant(
        "Hugo", "Fontaine", .expert,
        Phrase("Raconte son métier\u{a0}: paysagiste", "Tells about the job: landscape gardener")),
      MetierDemontre(
        "Paysagiste",
        fiche: """
          Je dessine des jardins et je les plante. L’hiver on taille, l’été on arrose, toute l’année on explique que les arbres ont besoin de temps.
          BTS en lycée agricole.
          """,
        presentation: "Par tous les temps.", heures: [(6, 600, 720)])
    ),
    (
      Figurant(
        "Mehdi", "Amrani", .expert,
        Phrase("Raconte son métier\u{a0}: mécanicien automobile", "Tells about the job: car mechanic")),
      MetierDemontre(
        "Mécanicien automobile",
        fiche: """
          De plus en plus d’électronique, toujours autant de cambouis. On cherche la panne comme un détective.
          CAP puis bac pro\u{a0}; j’ai ouvert mon garage à vingt-neuf ans.
          """,
        presentation: "On peut parler aussi de s’installer à son compte.", heures: [(4, 1110, 1200)])
    ),
  ]
}
