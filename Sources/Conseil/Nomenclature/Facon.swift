import Html

/// How it was done, by one person or with several.
package enum TypeDeCompteRendu: String, Nomenclature {
  case individuel, collectif

  package var phrase: Phrase {
    switch self {
    case .individuel: Phrase("Accompagnement individuel", "One person")
    case .collectif: Phrase("Atelier collectif", "Group workshop")
    }
  }
}

/// Where it took place.
package enum Canal: String, Nomenclature {
  case lieu = "lieu_activite"
  case autre
  case domicile
  case distance = "a_distance"

  package var phrase: Phrase {
    switch self {
    case .lieu: Phrase("Dans un de nos lieux", "In one of our places")
    case .autre: Phrase("Dans un autre lieu", "Elsewhere")
    case .domicile: Phrase("À domicile", "At home")
    case .distance: Phrase("À distance", "Remotely")
    }
  }
}

/// Whether one did it for the person, with them, or taught them to.
package enum Facon: String, Nomenclature {
  case pour, avec, apprendre

  package var phrase: Phrase {
    switch self {
    case .pour: Phrase("J’ai fait pour la personne", "I did it for the person")
    case .avec: Phrase("Nous avons fait ensemble", "We did it together")
    case .apprendre: Phrase("La personne a appris à faire", "The person learnt to do it")
    }
  }

  /// Beside a figure.
  package var court: Phrase {
    switch self {
    case .pour: Phrase("Faire pour", "For")
    case .avec: Phrase("Faire avec", "With")
    case .apprendre: Phrase("Apprendre à faire", "Teach")
    }
  }
}

/// How far the person can go alone, at the end.
package enum Autonomie: String, Nomenclature {
  case guidee = "entierement_accompagne"
  case partielle = "partiellement_autonome"
  case autonome

  package var phrase: Phrase {
    switch self {
    case .guidee: Phrase("Avec guidage", "With guidance")
    case .partielle: Phrase("Seule, avec de l’aide au besoin", "Alone, with help when needed")
    case .autonome: Phrase("Autonome", "On their own")
    }
  }
}

/// The level of a workshop.
package enum Niveau: String, Nomenclature {
  case debutant, intermediaire, avance

  package var phrase: Phrase {
    switch self {
    case .debutant: Phrase("Débutant", "Beginner")
    case .intermediaire: Phrase("Intermédiaire", "Intermediate")
    case .avance: Phrase("Avancé", "Advanced")
    }
  }
}

/// Towards whom the person was directed.
package enum Redirection: String, Nomenclature {
  case administration
  case mediation = "mediation_numerique"
  case operateur = "operateur_ou_organisme_en_charge"
  case social = "aide_sociale"
  case insertion = "insertion_professionnelle"
  case demarches = "aide_aux_demarches_administratives"
  case autre

  package var phrase: Phrase {
    switch self {
    case .administration: Phrase("Une administration (mairie, préfecture…)", "An administration (town hall…)")
    case .mediation: Phrase("Un autre lieu de médiation numérique", "Another digital help place")
    case .operateur: Phrase("L’organisme en charge de la démarche", "The body in charge of the procedure")
    case .social: Phrase("Une aide sociale", "Social support")
    case .insertion: Phrase("L’insertion professionnelle", "Employment support")
    case .demarches: Phrase("L’aide aux démarches (France Services…)", "Help with procedures (France Services…)")
    case .autre: Phrase("Ailleurs", "Elsewhere")
    }
  }
}

/// What came of it.
package enum IssueDeRelais: String, Nomenclature {
  case attendue, recue, orientee = "orientee_ailleurs", refusee, sansNouvelle = "sans_nouvelle"

  package var phrase: Phrase {
    switch self {
    case .attendue: Phrase("Réponse attendue", "Answer awaited")
    case .recue: Phrase("Personne reçue", "Person received")
    case .orientee: Phrase("Orientée ailleurs", "Directed elsewhere")
    case .refusee: Phrase("Demande non retenue", "Not taken on")
    case .sansNouvelle: Phrase("Sans nouvelle", "No news")
    }
  }
}
