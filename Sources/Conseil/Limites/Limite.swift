import Html

/// What a digital adviser does not do, and who does: the same for everybody, in plain words.
enum Limite: CaseIterable, Sendable {
  case droit, justice, social, sante, emploi, argent

  var phrase: Phrase {
    switch self {
    case .droit:
      Phrase(
        "Décider d’un droit, d’une aide ou d’un montant", "Decide on an entitlement, on support or on an amount")
    case .justice: Phrase("Donner un conseil juridique", "Give legal advice")
    case .social:
      Phrase(
        "Suivre dans la durée une situation sociale ou familiale", "Follow a social or family situation over time")
    case .sante: Phrase("Donner un avis de santé", "Give an opinion on health")
    case .emploi: Phrase("Construire un projet professionnel", "Build a plan for work")
    case .argent:
      Phrase(
        "Gérer votre argent, ou garder vos mots de passe", "Manage your money, or keep your passwords")
    }
  }

  /// Who does it, in general.
  var qui: Phrase {
    switch self {
    case .droit:
      Phrase("L’organisme en charge de la démarche.", "The body in charge of the procedure.")
    case .justice:
      Phrase(
        "Un point-justice, un avocat, une association d’aide aux victimes.", "A free legal advice point, a lawyer.")
    case .social:
      Phrase("Une assistante ou un assistant de service social.", "A social worker.")
    case .sante: Phrase("Votre médecin, votre pharmacie, l’hôpital.", "Your doctor, your pharmacy, the hospital.")
    case .emploi:
      Phrase("France Travail, la mission locale, Cap emploi.", "The employment service, the local youth service.")
    case .argent:
      Phrase(
        "Votre banque, ou un point conseil budget. Vos mots de passe restent à vous.",
        "Your bank, or a budget advice point. Your passwords stay yours.")
    }
  }

  /// The services of a directory that may do it.
  var genre: Redirection {
    switch self {
    case .droit: .operateur
    case .justice, .sante: .autre
    case .social, .argent: .social
    case .emploi: .insertion
    }
  }

  /// All of it in two sentences, as an adviser would say them; each may write their own.
  static let defaut = Phrase(
    """
    Je n’ai pas à décider d’un droit, ni à donner un avis juridique ou médical. Je n’ai pas non plus à suivre une \
    situation sociale dans la durée.
    """,
    """
    It is not for me to decide on an entitlement, nor to give legal or medical advice. Nor is it for me to follow a \
    social situation over time.
    """)
}
