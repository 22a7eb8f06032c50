/// What is being counted in one month, while places and advisers are codes, and days ranks in the month.
struct Cumul: Sendable, Equatable {
  /// All that has no code.
  var compte: Compte
  var lieux: [Effectif] = []
  var conseillers: [Effectif] = []
  var jours: [Volume] = []

  static let joursMax = 31

  init(_ schema: Schema, _ voulues: Ventilations, lieux: Int, conseillers: Int) {
    compte = Compte(schema, voulues)
    if voulues.contains(.lieux) { self.lieux = Array(repeating: .zero, count: lieux) }
    if voulues.contains(.conseillers) { self.conseillers = Array(repeating: .zero, count: conseillers) }
    if voulues.contains(.jours) { jours = Array(repeating: .zero, count: Self.joursMax) }
  }

  var volume: Volume {
    Volume(rapports: compte.rapports, participants: compte.participants, minutes: compte.minutes)
  }

  /// What has no code, less what is not wanted.
  func sums(_ voulues: Ventilations) -> Compte {
    var sums = compte
    if !voulues.contains(.mesures) { sums.mesures = [] }
    if !voulues.contains(.etiquettes) { sums.parEtiquette = [] }
    if !voulues.contains(.choix) { sums.parChoix = [] }
    return sums
  }

  var octets: Int {
    let effectifs = lieux.count + conseillers.count + compte.parEtiquette.count + compte.parChoix.joined().count
    return effectifs * MemoryLayout<Effectif>.size + compte.mesures.count * 8 + jours.count * MemoryLayout<Volume>.size
  }
}
