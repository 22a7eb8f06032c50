import Base
import Chartes
import Html
import Personnes
import Web

/// Where rooms meet: what a fact of one owes another, where each role begins. No SQL, no rule.
enum Hall {
  static let reactions: [Reaction] = []

  /// Fact by fact, what is owed.
  static let owed: [Fait.Nom: [String]] = [:]

  static func accueil(_ visitor: Visitor) -> String {
    if visitor.has(.explorateur) || visitor.has(.expert) { return "/rencontres" }
    if visitor.has(.conseiller) { return "/suivi" }
    if visitor.has(.conseillerNumerique) { return "/journee" }
    if visitor.has(.mentor) || visitor.has(.accompagne) { return "/binomes" }
    return visitor.has(.coordinateur) ? "/coordination" : "/compte"
  }

  static func navigation(_ visitor: Visitor, _ t: Langue) -> [Lien] {
    var liens: [Lien] = []
    if visitor.has(.explorateur) || visitor.has(.expert) {
      liens.append(Lien("/rencontres", t("Mes rencontres", "My meetings")))
    }
    if visitor.has(.explorateur) { liens.append(Lien("/recherche", t("Trouver un métier", "Find a job"))) }
    if visitor.has(.expert) {
      liens.append(Lien("/profil", t("Mon métier", "My job")))
      liens.append(Lien("/disponibilite", t("Mes heures", "My hours")))
    }
    if visitor.has(.conseiller) { liens.append(Lien("/suivi", t("Mes suivis", "People I follow"))) }
    liens += conseil(visitor, t)
    if visitor.has(.mentor) || visitor.has(.accompagne) {
      liens.append(Lien("/binomes", t("Mes binômes", "My pairs")))
    } else if visitor.coordonne.contains(Charte.mentorat.cle) {
      liens.append(Lien("/binomes", t("Les binômes", "The pairs")))
    }
    if visitor.has(.mentor) { liens.append(Lien("/absences", t("Mes absences", "My days away"))) }
    if visitor.has(.coordinateur) {
      liens.append(Lien("/coordination", t("Le dispositif", "The programme")))
      liens.append(Lien("/invitations", t("Inviter", "Invite")))
      liens.append(Lien("/parametres", t("Régler la charte", "Set the charter")))
    }
    if visitor.appartenances.contains(where: { !$0.role.signeADeux }) {
      liens.append(Lien("/engagements", t("Ma charte", "My charter")))
    }
    return liens
  }

  private static func conseil(_ visitor: Visitor, _ t: Langue) -> [Lien] {
    if visitor.has(.conseillerNumerique) {
      return [
        Lien("/journee", t("Ma journée", "My day")), Lien("/usagers", t("Mes suivis", "My threads")),
        Lien("/comptes-rendus", t("Mes comptes rendus", "My reports")), Lien("/chiffres", t("Chiffres", "Figures")),
        Lien("/permanences", t("Mes permanences", "My hours")), Lien("/relais", t("Mes relais", "My referrals")),
      ]
    }
    guard visitor.coordonne.contains(Charte.conseil.cle) else { return [] }
    return [
      Lien("/lieux", t("Nos lieux", "Our places")), Lien("/chiffres", t("Chiffres", "Figures")),
      Lien("/partenaires", t("Les services", "The services")),
    ]
  }
}
