import Web

extension ConseilRoom {
  /// Every page of this room, with its states.
  package static let specimens: [Specimen] =
    porteSpecimens + journeeSpecimens + suiviSpecimens + comptesSpecimens + chiffresSpecimens
    + mandatSpecimens + atelierSpecimens + relaisSpecimens + effacementSpecimens
}
