extension Compte {
  /// Counts line by line, so plainly that one can see that it is right. For lines not folded yet, and to judge `Tranche`.
  package init(_ lignes: some Sequence<Ligne>, _ filtre: Filtre, _ voulues: Ventilations, _ schema: Schema) {
    self.init(schema, voulues)
    for ligne in lignes where filtre.accepts(ligne) { add(ligne, voulues) }
  }

  private mutating func add(_ ligne: Ligne, _ voulues: Ventilations) {
    let signe = Int(ligne.signe.rawValue)
    let effectif = Effectif(rapports: 1, participants: ligne.participants) * signe
    let volume = Volume(rapports: 1, participants: ligne.participants, minutes: ligne.minutes) * signe
    rapports += volume.rapports
    participants += volume.participants
    minutes += volume.minutes
    for rang in mesures.indices { mesures[rang] += signe * ligne.mesure(rang) }
    for rang in parEtiquette.indices where ligne.etiquettes >> UInt64(rang) & 1 == 1 { parEtiquette[rang] += effectif }
    for rang in parChoix.indices { parChoix[rang][Int(ligne.choix(rang))] += effectif }
    if voulues.contains(.lieux) { parLieu.add(effectif, at: ligne.lieu) }
    if voulues.contains(.conseillers) { parConseiller.add(effectif, at: ligne.conseiller) }
    if voulues.contains(.mois) { parMois.add(volume, at: ligne.mois) }
    if voulues.contains(.jours) { parJour.add(volume, at: ligne.jour) }
  }
}
