import Base
import Chartes
import Html

/// Why advisers keep what they keep.
extension ConseilRoom {
  static let traitements: [Traitement] = [accueil, suivi, mandats, relais, ateliers, activite, equipe, annuaire]

  private static let recues = Phrase("Les personnes reçues, sans compte.", "The people received, without an account.")

  private static let accueil = Traitement(
    "accueil", Phrase("L’accueil", "The door"),
    finalite: Phrase(
      "Prendre rendez-vous, faire la queue, être rappelé de son rendez-vous.",
      "Booking an appointment, queuing, being reminded of it."),
    fondement: .interetPublic, personnes: recues,
    donnees: Phrase(
      "Un prénom, l’initiale du nom, une adresse e-mail si on la donne, ce dont il s’agit, ce qui aide, l’heure.",
      "A first name, the initial of the last name, an e-mail address if one gives it, what it is about, what helps, the hour."
    ),
    destinataires: Phrase("Les conseillers numériques du lieu.", "The digital advisers of the place."),
    duree: Phrase(
      "\(Porte.garde)\u{a0}mois après le mois de la venue\u{a0}; les refus comptés, 12\u{a0}mois.",
      "\(Porte.garde) months after the month of the visit; refusals that are counted, 12 months."))

  private static let suivi = Traitement(
    "suivi", Phrase("Le suivi", "The thread"),
    finalite: Phrase(
      "Aider une personne dans la durée\u{a0}: ce qu’elle veut pouvoir faire, son plan, ce qui a été fait.",
      "Helping a person over time: what they want to be able to do, their plan, what was done."),
    fondement: .interetPublic, personnes: recues,
    donnees: Phrase(
      "Un prénom et une initiale, ou rien\u{a0}; le reste de l’identité seulement quand un mandat ou un relais le demande\u{a0}; les besoins, les étapes, les mots des entretiens\u{a0}; qui a ouvert le suivi.",
      "A first name and an initial, or nothing; the rest of the identity only where a mandate or a referral asks for it; needs, steps, the words of interviews; who opened the thread."
    ),
    destinataires: Phrase(
      "Les conseillers numériques qui suivent la personne.", "The digital advisers who follow the person."),
    duree: Phrase(
      "Le temps signé dans la charte après le dernier contact (24\u{a0}mois au départ), annoncé avant\u{a0}; plus tôt si la personne le demande. Qui a ouvert le suivi\u{a0}: 12\u{a0}mois.",
      "The time signed in the charter after the last contact (24 months to begin with), announced before; sooner if the person asks. Who opened the thread: 12 months."
    ))

  private static let mandats = Traitement(
    "mandats", Phrase("Les mandats", "The mandates"),
    finalite: Phrase(
      "Agir pour une personne quand un droit risque d’être perdu, et pouvoir prouver ce qu’elle a accepté.",
      "Acting for a person when a right may be lost, and being able to prove what they agreed to."),
    fondement: .contrat, personnes: recues,
    donnees: Phrase(
      "Prénom, nom, année de naissance, le droit en jeu, l’organisme, les démarches, les signatures, chaque acte fait ou refusé.",
      "First and last name, year of birth, the right at stake, the body, the procedures, the signatures, each act done or refused."
    ),
    destinataires: Phrase(
      "Les conseillers qui suivent la personne\u{a0}; après l’effacement du suivi, qui présente l’empreinte de l’attestation.",
      "The advisers who follow the person; once the thread is erased, whoever presents the fingerprint of the certificate."
    ),
    duree: Phrase(
      "Le temps signé dans la charte après la fin du mandat (2190\u{a0}jours au départ), même si le suivi est effacé. Jamais signé\u{a0}: 30\u{a0}jours après son dernier jour.",
      "The time signed in the charter after the end of the mandate (2190 days to begin with), even if the thread is erased. Never signed: 30 days after its last day."
    ))

  private static let relais = Traitement(
    "relais", Phrase("Les relais", "The referrals"),
    finalite: Phrase(
      "Confier une personne, avec son accord, à un service qui peut plus.",
      "Handing a person over, with their agreement, to a service that can do more."),
    fondement: .accord, personnes: recues,
    donnees: Phrase(
      "La lettre, l’accord et son jour, la réponse du service.",
      "The letter, the agreement and its day, the service’s answer."),
    destinataires: Phrase(
      "Le service choisi, et les conseillers qui suivent la personne.",
      "The service that was chosen, and the advisers who follow the person."),
    duree: Phrase("Comme le suivi.", "Like the thread."))

  private static let ateliers = Traitement(
    "ateliers", Phrase("Les ateliers", "The workshops"),
    finalite: Phrase(
      "Garder une place, prévenir, savoir qui est venu.", "Keeping a seat, telling people, knowing who came."),
    fondement: .interetPublic, personnes: Phrase("Les personnes inscrites.", "The people enrolled."),
    donnees: Phrase(
      "Un prénom, un moyen de prévenir si on le donne, la présence.",
      "A first name, a way to be told if one gives it, the attendance."),
    destinataires: Phrase("Les conseillers numériques du dispositif.", "The digital advisers of the programme."),
    duree: Phrase(
      "\(Porte.garde)\u{a0}mois après le mois de l’atelier\u{a0}; comme le suivi pour qui en a un.",
      "\(Porte.garde) months after the month of the workshop; like the thread for those who have one."))

  private static let activite = Traitement(
    "activite", Phrase("Les comptes rendus et les chiffres", "Reports and figures"),
    finalite: Phrase(
      "Rendre compte de l’activité à la structure et à ceux qui la financent.",
      "Reporting the activity to the organisation and to those who fund it."),
    fondement: .interetPublic,
    personnes: Phrase(
      "Les conseillers numériques\u{a0}; les personnes reçues, comptées sans nom.",
      "The digital advisers; the people received, counted without a name."),
    donnees: Phrase(
      "Le jour, la durée, le lieu, des codes, des nombres par grand public\u{a0}; un titre et des notes, scellés.",
      "The day, the length, the place, codes, numbers by broad audience; a title and notes, sealed."),
    destinataires: Phrase(
      "Son auteur\u{a0}; la coordination voit des chiffres, les petits masqués.",
      "Its author; the coordinator sees figures, the small ones hidden."),
    duree: Phrase(
      "Les nombres restent. Les mots, 24\u{a0}mois, ou jusqu’à l’effacement du suivi.",
      "Numbers stay. Words, 24 months, or until the thread is erased."))

  private static let equipe = Traitement(
    "equipe", Phrase("Le travail des conseillers", "The advisers’ work"),
    finalite: Phrase(
      "Savoir qui reçoit où et quand, ce que chacun ne fait pas, et relire sa pratique.",
      "Knowing who receives where and when, what each does not do, and looking back on one’s practice."),
    fondement: .interetLegitime, personnes: Phrase("Les conseillers numériques.", "The digital advisers."),
    donnees: Phrase(
      "Les permanences, les limites dites avec ses mots, l’auto-évaluation.",
      "Hours, limits in one’s own words, the self-evaluation."),
    destinataires: Phrase(
      "Le public voit les heures\u{a0}; les services lisent les limites\u{a0}; l’auto-évaluation, soi seul.",
      "The public sees the hours; services read the limits; the self-evaluation, oneself only."),
    duree: Phrase("Le temps du compte.", "As long as the account."))

  private static let annuaire = Traitement(
    "annuaire", Phrase("L’annuaire des services", "The directory of services"),
    finalite: Phrase(
      "Savoir vers qui passer le relais, et pourquoi ce service peut aider.",
      "Knowing whom to hand over to, and why that service can help."),
    fondement: .interetLegitime,
    personnes: Phrase(
      "Les services\u{a0}; un service peut être une seule personne.", "Services; a service may be one person."),
    donnees: Phrase("Nom, habilitation, commune, moyens de joindre.", "Name, qualification, town, how to reach it."),
    destinataires: Phrase(
      "Les conseillers et la coordination\u{a0}; tous, si la structure choisit de le montrer.",
      "Advisers and the coordinator; everybody, if the organisation chooses to show it."),
    duree: Phrase(
      "Tant qu’il sert\u{a0}; la fiche se corrige ou se retire à la demande du service.",
      "As long as it serves; the card is corrected or taken out when the service asks."))
}
