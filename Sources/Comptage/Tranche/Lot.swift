/// Rows of a month of the same sign and the same order of size, in columns. They are sorted by day, adviser, place.
struct Lot: Sendable, Equatable {
  let signe: Ligne.Signe
  /// How many rows.
  let rangs: Int
  let jours: Codes
  let conseillers: Codes
  let lieux: Codes
  let etiquettes: [Bits]
  /// For each choice, its values from 1 on: value 0 is what remains.
  let choix: [[Bits]]
  /// For each measure, its binary digits, the lowest first, as many as its largest value has.
  let mesures: [[Bits]]

  /// What `mesures[0]` says, ready to be added row by row.
  let poids: Poids

  /// Adds to `cumul` the rows that are asked for; nil asks for all.
  func count(_ demande: Demande?, _ voulues: Ventilations, into cumul: inout Cumul) {
    let selection = select(demande)
    guard selection.count > 0 else { return }
    let pesee = Pesee(selection, poids, people: mesures.first ?? [])
    let signe = Int(signe.rawValue)
    cumul.compte.rapports += signe * pesee.total.rapports
    cumul.compte.participants += signe * pesee.total.participants
    addMesures(selection, voulues, to: &cumul.compte)
    if voulues.contains(.etiquettes) {
      for rang in etiquettes.indices { cumul.compte.parEtiquette[rang] += pesee.weigh(etiquettes[rang]) * signe }
    }
    if voulues.contains(.choix) { addChoix(pesee, to: &cumul.compte.parChoix) }
    if voulues.contains(.lieux) { add(pesee, lieux, to: &cumul.lieux) }
    if voulues.contains(.conseillers) { add(pesee, conseillers, to: &cumul.conseillers) }
    if voulues.contains(.jours) { addJours(pesee, to: &cumul.jours) }
  }

  private func addMesures(_ selection: Selection, _ voulues: Ventilations, to compte: inout Compte) {
    let signe = Int(signe.rawValue)
    for rang in mesures.indices where rang == 1 || voulues.contains(.mesures) {
      let sum = signe * selection.sum(mesures[rang])
      if rang == 1 { compte.minutes += sum }
      if voulues.contains(.mesures) { compte.mesures[rang] += sum }
    }
  }

  private func addChoix(_ pesee: Pesee, to parChoix: inout [[Effectif]]) {
    let signe = Int(signe.rawValue)
    for rang in choix.indices {
      var reste = pesee.total
      for (valeur, bits) in choix[rang].enumerated() {
        let effectif = pesee.weigh(bits)
        reste += effectif * -1
        parChoix[rang][valeur + 1] += effectif * signe
      }
      parChoix[rang][0] += reste * signe
    }
  }

  private func add(_ pesee: Pesee, _ codes: Codes, to effectifs: inout [Effectif]) {
    for (code, effectif) in pesee.weigh(codes, among: effectifs.count).enumerated() {
      effectifs[code] += effectif * Int(signe.rawValue)
    }
  }

  private func addJours(_ pesee: Pesee, to parJour: inout [Volume]) {
    var minutes = [Int](repeating: 0, count: parJour.count)
    for (digit, bits) in (mesures.count > 1 ? mesures[1] : []).enumerated() {
      pesee.selection.tally(jours, among: bits, weight: 1 << digit, into: &minutes)
    }
    for (jour, effectif) in pesee.weigh(jours, among: parJour.count).enumerated() {
      let volume = Volume(
        rapports: effectif.rapports, participants: effectif.participants, minutes: minutes[jour])
      parJour[jour] += volume * Int(signe.rawValue)
    }
  }

  var octets: Int {
    let bits = etiquettes + choix.joined() + mesures.joined()
    return MemoryLayout<Lot>.size + jours.octets + conseillers.octets + lieux.octets + poids.octets
      + bits.reduce(0) { $0 + $1.octets }
  }
}

extension Lot {
  /// The cheap questions first: what they refuse is not looked at by the others.
  private func select(_ demande: Demande?) -> Selection {
    var crible = Crible(rows: rangs)
    guard let demande else { return Selection(crible.words) }
    if let allowed = demande.jours { crible.keep(jours, allowed) }
    for mask in demande.etiquettes {
      crible.keep(anyOf: etiquettes.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { etiquettes[$0] })
    }
    for choix in demande.choix { keep(choix, in: &crible) }
    for liste in demande.presentes {
      crible.keep(anyOf: liste.filter(mesures.indices.contains).flatMap { mesures[$0] })
    }
    if let allowed = demande.conseillers { crible.keep(conseillers, allowed) }
    if let allowed = demande.lieux { crible.keep(lieux, allowed) }
    return Selection(crible.words)
  }

  private func keep(_ demande: Filtre.Choix, in crible: inout Crible) {
    let columns = choix.indices.contains(demande.rang) ? choix[demande.rang] : []
    // What was not said has no column: it is kept by refusing all other values.
    let said = demande.valeurs.contains(0)
    let wanted = columns.indices.filter { demande.valeurs.contains(UInt8($0 + 1)) != said }
    crible.keep(anyOf: wanted.map { columns[$0] }, not: said)
  }
}
