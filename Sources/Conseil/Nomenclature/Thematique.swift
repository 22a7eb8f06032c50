import Html

/// What an accompaniment was about. Codes are those of the national reports (La Coop de la médiation numérique).
package enum Thematique: String, Nomenclature {
  case diagnostic = "diagnostic_numerique"
  case materiel = "prendre_en_main_du_materiel"
  case maintenance = "maintenance_de_materiel"
  case contenus = "gere_ses_contenus_numeriques"
  case navigation = "navigation_sur_internet"
  case email
  case bureautique
  case reseauxSociaux = "reseaux_sociaux"
  case sante
  case banque = "banque_et_achats_en_ligne"
  case entrepreneuriat
  case insertion = "insertion_professionnelle"
  case securite = "securite_numerique"
  case parentalite
  case scolarite = "scolarite_et_numerique"
  case creation = "creer_avec_le_numerique"
  case culture = "culture_numerique"
  case intelligenceArtificielle = "intelligence_artificielle"
  case demarches = "aide_aux_demarches_administratives"

  package var phrase: Phrase {
    switch self {
    case .diagnostic: Phrase("Diagnostic numérique", "Digital assessment")
    case .materiel: Phrase("Prendre en main du matériel", "Getting to know a device")
    case .maintenance: Phrase("Maintenance de matériel", "Device maintenance")
    case .contenus: Phrase("Gérer ses contenus numériques", "Managing one’s files")
    case .navigation: Phrase("Navigation sur internet", "Browsing the web")
    case .email: Phrase("E-mail", "E-mail")
    case .bureautique: Phrase("Bureautique", "Office software")
    case .reseauxSociaux: Phrase("Réseaux sociaux et communication", "Social networks and messaging")
    case .sante: Phrase("Santé", "Health")
    case .banque: Phrase("Banque et achats en ligne", "Banking and shopping online")
    case .entrepreneuriat: Phrase("Accompagner un professionnel", "Helping a professional")
    case .insertion: Phrase("Insertion professionnelle", "Finding work")
    case .securite: Phrase("Sécurité numérique", "Online safety")
    case .parentalite: Phrase("Parentalité", "Parenting")
    case .scolarite: Phrase("Scolarité et numérique", "School and digital tools")
    case .creation: Phrase("Créer avec le numérique", "Making things with digital tools")
    case .culture: Phrase("Culture numérique", "Digital culture")
    case .intelligenceArtificielle: Phrase("Intelligence artificielle", "Artificial intelligence")
    case .demarches: Phrase("Aide aux démarches administratives", "Help with administrative procedures")
    }
  }
}

/// Which administrative procedure, when there was one.
package enum Demarche: String, Nomenclature {
  case papiers = "papiers_elections_citoyennete"
  case famille = "famille_scolarite"
  case social = "social_sante"
  case travail = "travail_formation"
  case logement
  case transports = "transports_mobilite"
  case argent = "argent_impots"
  case justice
  case etrangers = "etrangers_europe"
  case loisirs = "loisirs_sports_culture"
  case associations

  package var phrase: Phrase {
    switch self {
    case .papiers: Phrase("Papiers, élections, citoyenneté", "Papers, elections, citizenship")
    case .famille: Phrase("Famille, scolarité", "Family, school")
    case .social: Phrase("Social, santé", "Welfare, health")
    case .travail: Phrase("Travail, formation, entreprise", "Work, training, business")
    case .logement: Phrase("Logement", "Housing")
    case .transports: Phrase("Transports, mobilité", "Transport, mobility")
    case .argent: Phrase("Argent, impôts", "Money, taxes")
    case .justice: Phrase("Justice", "Justice")
    case .etrangers: Phrase("Étrangers, Europe", "Foreigners, Europe")
    case .loisirs: Phrase("Loisirs, sports, culture", "Leisure, sports, culture")
    case .associations: Phrase("Associations", "Associations")
    }
  }

  /// The ten that a mandate may cover: all but associations.
  package static let mandatables: [Demarche] = allCases.filter { $0 != .associations }
}

/// What was used.
package enum Materiel: String, Nomenclature {
  case ordinateur, telephone, tablette, autre, aucun

  package var phrase: Phrase {
    switch self {
    case .ordinateur: Phrase("Ordinateur", "Computer")
    case .telephone: Phrase("Téléphone", "Telephone")
    case .tablette: Phrase("Tablette", "Tablet")
    case .autre: Phrase("Autre", "Other")
    case .aucun: Phrase("Pas de matériel", "No device")
    }
  }
}
