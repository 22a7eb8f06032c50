import Base
import Temps
import Web

/// The one thing to do next on the page of the day. It alone is shown as a full button.
enum Suivant: Equatable {
  case entretien(EntretienID), rendezVous(RendezVousID), ticket(TicketID)
}

extension JourneePage {
  /// Somebody sits there already; or was called; or is expected now; or waits longest. nil while nobody is there.
  var suivant: Suivant? {
    if let cours = enCours.first { return .entretien(cours.entretien) }
    guard estAujourdhui else { return nil }
    if let called = file.first(where: { $0.appelePar == moi }) { return .ticket(called.id) }
    let expected = rendezVous.first { $0.conseiller == moi && $0.etat == .pris && $0.debut <= now + .minutes(10) }
    if let expected { return .rendezVous(expected.id) }
    return file.first { $0.etat == .attend }.map { .ticket($0.id) }
  }

  func style(_ geste: Suivant) -> StyleDeBouton { geste == suivant ? .principal : .discret }
}
