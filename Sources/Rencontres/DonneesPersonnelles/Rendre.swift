import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

/// What the room gives back to somebody about themselves: what they wrote, when, and what was answered to them. Of the
/// others, a first name and an initial.
extension RencontresStore {
  func rendre(_ personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Rubrique] {
    let rencontres = try toutes(of: personne, in: tx)
    let rubriques = try [
      profils(of: personne, in: tx), heures(of: personne, in: tx),
      Rubrique(
        "rencontres", Phrase("Mes rencontres", "My meetings"),
        try rencontres.map { try fiche($0, for: personne, in: tx) }),
      Rubrique(
        "questions", Phrase("Mes questions", "My questions"),
        try rencontres.filter { $0.explorateur == personne }.flatMap { try questions(of: $0, in: tx) }),
      Rubrique(
        "bilans", Phrase("Mes bilans", "My reviews"),
        try rencontres.filter { $0.explorateur == personne }.compactMap { try bilan($0, in: tx) }),
      presences(of: personne, in: tx), brouillons(of: personne, in: tx),
    ]
    return rubriques.filter { !$0.fiches.isEmpty }
  }

  /// All of them, wherever one may look now.
  private func toutes(of personne: PersonneID, in tx: Transaction) throws -> [Rencontre] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM rencontre r WHERE r.explorateur = \(personne) OR r.expert = \(personne)
      ORDER BY r.debut, r.id
      """, Self.decode)
  }

  private func profils(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    Rubrique(
      "profils", Phrase("Mon métier", "My job"),
      try tx.all(
        "SELECT metier, fiche, presentation, plafond, maj FROM profil WHERE expert = \(personne) ORDER BY dispositif"
      ) { row in
        [
          .ecrit("metier", Phrase("Métier", "Job"), try row[0]), .ecrit("fiche", Phrase("Fiche", "Sheet"), try row[1]),
          .ecrit("presentation", Phrase("Présentation", "Introduction"), try row[2]),
          .nombre("plafond", Phrase("Rencontres par mois au plus", "Meetings a month at most"), try row[3]),
          .instant("maj", Phrase("Écrit le", "Written on"), try row[4]),
        ]
      })
  }

  private func heures(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all(
      "SELECT jour, debut, fin FROM disponibilite WHERE expert = \(personne) ORDER BY jour, debut"
    ) { row in PlageHebdomadaire(weekday: try row[0], start: try row[1], end: try row[2]) }
    return Rubrique(
      "disponibilites", Phrase("Mes heures", "My hours"),
      rows.compactMap(\.self).map { plage in
        [.mot("quand", Phrase("Quand", "When"), Phrase(fr: Langue.fr.plage(plage), en: Langue.en.plage(plage)))]
      })
  }

  private func fiche(
    _ rencontre: Rencontre, for personne: PersonneID, in tx: Transaction
  ) throws -> [Rubrique.Champ] {
    let explore = rencontre.explorateur == personne
    let autre = rencontre.other(than: personne)
    let prenoms = try personnes.prenoms(of: [autre], for: .person(personne), in: tx)
    let annulation = try annulation(of: rencontre, in: tx)
    let merci = explore ? nil : try bilan(of: rencontre, for: .person(personne), in: tx)?.remerciement
    return [
      .mot(
        "cote", Phrase("De quel côté", "On which side"), explore ? Role.explorateur.titre : Role.expert.titre,
        code: explore ? Role.explorateur.rawValue : Role.expert.rawValue),
      .ecrit("avec", Phrase("Avec", "With"), prenoms[autre]?.court),
      .instant("debut", Phrase("Début", "Beginning"), rencontre.debut),
      .instant("fin", Phrase("Fin", "End"), rencontre.fin),
      .mot("etat", Phrase("État", "State"), rencontre.etat.phrase, code: rencontre.etat.rawValue),
      .instant("envoyee", Phrase("Demandée le", "Asked on"), rencontre.envoyee),
      .ecrit(
        "motivation", Phrase("Ma motivation", "My motivation"),
        explore ? try demande(of: rencontre, in: tx).motivation : nil),
      .ecrit(
        "reponse", explore ? Phrase("La réponse", "The answer") : Phrase("Ma réponse", "My answer"),
        try mot(of: rencontre, in: tx)),
      .instant("annulee", Phrase("Annulée le", "Cancelled on"), annulation?.le),
      .mot(
        "annulee_par", Phrase("Annulée par", "Cancelled by"),
        annulation.map { $0.par == personne ? Phrase("Moi", "Me") : Phrase("L’autre personne", "The other person") }),
      .ecrit("mot", Phrase("Le mot d’annulation", "The note of cancellation"), annulation?.mot),
      .ecrit("merci", Phrase("Le merci reçu", "The thanks received"), merci),
    ]
  }

  private func questions(of rencontre: Rencontre, in tx: Transaction) throws -> [[Rubrique.Champ]] {
    try demande(of: rencontre, in: tx).questions.map { question in
      [
        .instant("rencontre", Phrase("Pour la rencontre du", "For the meeting of"), rencontre.debut),
        .ecrit("question", Phrase("Question", "Question"), question.texte),
        Rubrique.Champ("posee", Phrase("Posée", "Asked"), .ouiNon(question.posee)),
      ]
    }
  }

  private func bilan(_ rencontre: Rencontre, in tx: Transaction) throws -> [Rubrique.Champ]? {
    guard let bilan = try bilan(of: rencontre, for: .person(rencontre.explorateur), in: tx) else { return nil }
    return [
      .instant("rencontre", Phrase("De la rencontre du", "Of the meeting of"), rencontre.debut),
      Rubrique.Champ("tenue", Phrase("A eu lieu", "Took place"), .ouiNon(bilan.tenue)),
      .mot("humeur", Phrase("Humeur", "Mood"), bilan.humeur?.titre, code: bilan.humeur?.rawValue ?? ""),
      .mot("projet", Phrase("Projet", "Project"), bilan.projet.titre, code: bilan.projet.rawValue),
      .ecrit("appris", Phrase("Ce que j’ai appris", "What I learnt"), bilan.appris),
      .ecrit("merci", Phrase("Mon merci", "My thanks"), bilan.remerciement),
      .instant("remis", Phrase("Remis le", "Handed in on"), bilan.remis),
      .instant("lu", Phrase("Lu le", "Read on"), bilan.lu),
      .ecrit("reponse", Phrase("Ce qu’on m’a répondu", "What was answered to me"), bilan.reponse),
    ]
  }

  private func presences(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    Rubrique(
      "presences", Phrase("Mes arrivées dans la salle", "My arrivals in the room"),
      try tx.all(
        """
        SELECT r.debut, p.arrivee, p.depart FROM presence p JOIN rencontre r ON r.id = p.rencontre
        WHERE p.personne = \(personne) ORDER BY r.debut, r.id
        """
      ) { row in
        [
          .instant("rencontre", Phrase("Pour la rencontre du", "For the meeting of"), try row[0]),
          .instant("arrivee", Phrase("Arrivée", "Arrived"), try row[1]),
          .instant("depart", Phrase("Départ", "Left"), try row[2]),
        ]
      })
  }

  private func brouillons(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let rows = try tx.all("SELECT objet, maj FROM brouillon WHERE personne = \(personne) ORDER BY maj, objet") { row in
      (objet: try row[0] as String, maj: try row[1] as Instant)
    }
    return Rubrique(
      "brouillons", Phrase("Mes textes en cours", "My texts in the making"),
      try rows.map { row in
        let mots = try form(Brouillon(objet: row.objet), of: personne, in: tx).typed.map(\.valeur)
        return [
          .mot(
            "pour", Phrase("Pour", "For"),
            row.objet.hasPrefix("bilan:") ? Phrase("Un bilan", "A review") : Phrase("Une demande", "A request")),
          .ecrit("texte", Phrase("Texte", "Text"), mots.filter { !$0.isEmpty }.joined(separator: "\n")),
          .instant("maj", Phrase("Écrit le", "Written on"), row.maj),
        ]
      })
  }
}

extension Rencontre.Etat {
  fileprivate var phrase: Phrase {
    switch self {
    case .demandee: Phrase("Demandée", "Asked for")
    case .acceptee: Phrase("Acceptée", "Accepted")
    case .declinee: Phrase("Déclinée", "Declined")
    case .expiree: Phrase("Restée sans réponse", "Left without an answer")
    case .annulee: Phrase("Annulée", "Cancelled")
    }
  }
}
