/// What was counted. Two counts of separate lines add up to the count of both.
package struct Compte: Sendable, Equatable {
  package var rapports = 0
  package var participants = 0
  package var minutes = 0
  /// The sum of each measure. This list and the next two are empty when they were not wanted.
  package var mesures: [Int] = []
  /// For each flag, the reports that bear it.
  package var parEtiquette: [Effectif] = []
  /// For each choice, for each of its values.
  package var parChoix: [[Effectif]] = []
  /// Under "", those that do not say it. No dictionary holds a zero.
  package var parLieu: [String: Effectif] = [:]
  package var parConseiller: [String: Effectif] = [:]
  /// By `year * 12 + month - 1`.
  package var parMois: [Int: Volume] = [:]
  /// By days since 1970.
  package var parJour: [Int: Volume] = [:]

  /// Nothing: adds nothing to any count.
  package init() {}

  /// Nothing yet, with a zero for each flag, value and measure that is wanted.
  package init(_ schema: Schema, _ voulues: Ventilations) {
    if voulues.contains(.mesures) { mesures = Array(repeating: 0, count: schema.mesures) }
    if voulues.contains(.etiquettes) { parEtiquette = Array(repeating: .zero, count: schema.etiquettes) }
    if voulues.contains(.choix) { parChoix = schema.choix.map { Array(repeating: .zero, count: $0) } }
  }

  package static func += (left: inout Compte, right: Compte) {
    left.rapports += right.rapports
    left.participants += right.participants
    left.minutes += right.minutes
    add(right.mesures, to: &left.mesures, zero: 0, +=)
    add(right.parEtiquette, to: &left.parEtiquette, zero: .zero, +=)
    add(right.parChoix, to: &left.parChoix, zero: []) { add($1, to: &$0, zero: .zero, +=) }
    for (lieu, effectif) in right.parLieu { left.parLieu.add(effectif, at: lieu) }
    for (conseiller, effectif) in right.parConseiller { left.parConseiller.add(effectif, at: conseiller) }
    for (mois, volume) in right.parMois { left.parMois.add(volume, at: mois) }
    for (jour, volume) in right.parJour { left.parJour.add(volume, at: jour) }
  }

  private static func add<T>(_ right: [T], to left: inout [T], zero: T, _ plus: (inout T, T) -> Void) {
    while left.count < right.count { left.append(zero) }
    for index in right.indices { plus(&left[index], right[index]) }
  }
}

extension Dictionary where Value: Additif {
  /// Adds to what stands at this key; what comes to zero is forgotten.
  mutating func add(_ value: Value, at key: Key) {
    guard value != .zero else { return }
    guard let place = index(forKey: key) else {
      self[key] = value
      return
    }
    values[place] += value
    if values[place] == .zero { remove(at: place) }
  }
}
