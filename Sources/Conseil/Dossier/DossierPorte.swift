import Base
import Chartes
import Html
import Personnes
import Temps

/// What stands at a door or on the sheet of a workshop, and is known to be about this person.
extension ConseilStore {
  func rubriquesDeLaPorte(_ usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [Rubrique] {
    [
      Rubrique(
        "rendez_vous", Phrase("Les rendez-vous", "The appointments"),
        try rendezVous(about: usager, for: viewer, in: tx)),
      Rubrique(
        "accueil", Phrase("Les passages à l’accueil", "The times in the queue"),
        try tickets(about: usager, for: viewer, in: tx)),
      Rubrique("ateliers", Phrase("Les ateliers", "The workshops"), try ateliers(about: usager, for: viewer, in: tx)),
    ]
  }

  private func rendezVous(
    about usager: Usager, for viewer: Viewer, in tx: Transaction
  ) throws -> [[Rubrique.Champ]] {
    let ids = try tx.all(
      """
      SELECT id FROM rendez_vous WHERE usager = \(usager.id)
        OR id IN (SELECT rendez_vous FROM entretien WHERE usager = \(usager.id)) ORDER BY debut, id
      """
    ) { row in try row[0] as RendezVousID }
    return try ids.map { id in
      let rendezVous = try rendezVous(id, for: viewer, in: tx)
      return [
        .instant("demande", Phrase("Pris le", "Booked on"), rendezVous.demande),
        .instant("debut", Titres.debut, rendezVous.debut), .instant("fin", Titres.fin, rendezVous.fin),
        .ecrit("lieu", Titres.lieu, try nom(of: rendezVous.lieu, in: tx)),
        .mot("etat", Titres.etat, rendezVous.etat.phrase, code: rendezVous.etat.rawValue),
      ] + champs(of: rendezVous.contenu)
    }
  }

  private func tickets(about usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [[Rubrique.Champ]] {
    let ids = try tx.all(
      "SELECT ticket FROM entretien WHERE usager = \(usager.id) AND ticket IS NOT NULL ORDER BY debut, id"
    ) { row in try row[0] as TicketID }
    return try ids.map { id in
      let ticket = try ticket(id, for: viewer, in: tx)
      return [
        .instant("arrive", Phrase("Arrivée", "Arrived"), ticket.arrive),
        .nombre("numero", Phrase("Numéro", "Number"), ticket.numero),
        .ecrit("lieu", Titres.lieu, try nom(of: ticket.lieu, in: tx)),
        .instant("appele", Phrase("Appel", "Called"), ticket.appele),
      ] + champs(of: ticket.contenu)
    }
  }

  private func champs(of arrivant: Arrivant) -> [Rubrique.Champ] {
    [
      .ecrit("prenom", Titres.prenom, arrivant.prenom), .ecrit("initiale", Titres.initiale, arrivant.initiale),
      .ecrit("courriel", Titres.courriel, arrivant.courriel),
      .codes("themes", Titres.themes, arrivant.themesConnus),
      .codes("adaptations", Titres.aide, arrivant.adaptationsConnues),
    ]
  }

  private func ateliers(about usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [[Rubrique.Champ]] {
    let rows = try tx.all(
      """
      SELECT i.id, i.atelier FROM inscrit i JOIN atelier ate ON ate.id = i.atelier
      WHERE i.usager = \(usager.id) ORDER BY ate.debut, i.id
      """
    ) { row in (id: try row[0] as InscritID, atelier: try row[1] as AtelierID) }
    return try rows.map { row in
      let atelier = try atelier(row.atelier, for: viewer, in: tx)
      let inscrit = try inscrit(row.id, of: atelier, in: tx)
      return [
        .ecrit("titre", Phrase("Atelier", "Workshop"), atelier.programme.titre),
        .instant("debut", Titres.debut, atelier.debut),
        .ecrit("lieu", Titres.lieu, try nom(of: atelier.programme.lieu, in: tx)),
        .instant("demande", Phrase("Inscrit le", "Enrolled on"), inscrit.demande),
        .mot("etat", Titres.etat, inscrit.etat.phrase, code: inscrit.etat.rawValue),
        .mot(
          "presence", Phrase("Présence", "Attendance"), inscrit.presence?.phrase, code: inscrit.presence?.rawValue ?? ""
        ),
        .ecrit("tiers", Phrase("Par l’intermédiaire de", "Through"), inscrit.contenu.tiers),
        .ecrit("contact", Phrase("Pour joindre cette personne", "To reach them"), inscrit.contenu.contact),
        .ecrit("code", Phrase("Code d’inscription", "Code of the enrolment"), inscrit.contenu.code),
      ] + champs(of: inscrit.contenu.arrivant)
    }
  }
}

extension RendezVous.Etat {
  fileprivate var phrase: Phrase {
    switch self {
    case .pris: Phrase("Pris", "Booked")
    case .annule: Phrase("Annulé", "Cancelled")
    case .recu: Phrase("Personne reçue", "Person received")
    case .absent: Phrase("Personne absente", "Person absent")
    }
  }
}

extension Inscrit.Etat {
  fileprivate var phrase: Phrase {
    switch self {
    case .inscrit: Phrase("Inscrit", "Enrolled")
    case .desiste: Phrase("Désistement", "Given up")
    }
  }
}

extension Inscrit.Presence {
  fileprivate var phrase: Phrase {
    switch self {
    case .present: Phrase("Présent", "Present")
    case .absent: Phrase("Absent", "Absent")
    }
  }
}
