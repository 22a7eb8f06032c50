/// The lines of one month, folded: nothing in it changes any more, and it answers at once.
///
/// Each flag, each value of a choice and each binary digit of a measure is a column of bits. A filter is an AND of
/// columns, a number of reports is a number of ones, and a sum adds the ones of each digit at its weight.
package struct Tranche: Sendable, Equatable {
  package let schema: Schema
  /// `year * 12 + month - 1`.
  package let mois: Int
  /// Sorted, without repetition: a code is a rank in these.
  let lieux: [String]
  let conseillers: [String]
  let lots: [Lot]
  /// What the whole month counts, kept ready.
  private let total: Cumul

  package init(mois: Int, schema: Schema) {
    self.init(schema: schema, mois: mois, lieux: [], conseillers: [], lots: [])
  }

  /// All the lines of `ancienne` and these. A report and what takes it back leave nothing.
  /// - Throws: `ComptageError.outsideMonth`, `.outsideSchema` or `.tooManyNames`; then nothing was folded.
  package init(folding lignes: some Sequence<Ligne>, onto ancienne: Tranche) throws {
    var table = Table(ancienne)
    for ligne in lignes { try table.append(ligne) }
    let repli = try Repli(table)
    self.init(
      schema: ancienne.schema, mois: ancienne.mois, lieux: repli.lieux, conseillers: repli.conseillers, lots: repli.lots
    )
  }

  init(schema: Schema, mois: Int, lieux: [String], conseillers: [String], lots: [Lot]) {
    self.schema = schema
    self.mois = mois
    self.lieux = lieux
    self.conseillers = conseillers
    self.lots = lots
    var total = Cumul(schema, .toutes, lieux: lieux.count, conseillers: conseillers.count)
    for lot in lots { lot.count(nil, .toutes, into: &total) }
    self.total = total
  }

  /// The lines it holds, to fold them again: those that cancelled each other are gone.
  package var lignes: [Ligne] { Table(self).lignes }

  package var isEmpty: Bool { lots.isEmpty }

  /// How many lines it holds.
  package var count: Int { lots.reduce(0) { $0 + $1.rangs } }

  /// Bytes held in memory, roughly.
  package var octets: Int {
    let noms = (lieux + conseillers).reduce(0) { $0 + 16 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) }
    return noms + total.octets + lots.reduce(0) { $0 + $1.octets }
  }
}

extension Tranche {
  /// What the lines that the filter keeps add up to.
  package func count(_ filtre: Filtre, _ voulues: Ventilations) -> Compte {
    var compte = Compte(schema, voulues)
    count(filtre, voulues, into: &compte)
    return compte
  }

  /// The same, added to what is counted already: cheaper over many months.
  package func count(_ filtre: Filtre, _ voulues: Ventilations, into compte: inout Compte) {
    guard let demande = Demande(filtre, self) else { return }
    if demande.asksNothing { return add(total, voulues, to: &compte) }
    var cumul = Cumul(schema, voulues, lieux: lieux.count, conseillers: conseillers.count)
    for lot in lots { lot.count(demande, voulues, into: &cumul) }
    add(cumul, voulues, to: &compte)
  }

  /// Gives codes their names back.
  private func add(_ cumul: Cumul, _ voulues: Ventilations, to compte: inout Compte) {
    compte += cumul.sums(voulues)
    if voulues.contains(.lieux) {
      for (lieu, effectif) in zip(lieux, cumul.lieux) { compte.parLieu.add(effectif, at: lieu) }
    }
    if voulues.contains(.conseillers) {
      for (conseiller, effectif) in zip(conseillers, cumul.conseillers) {
        compte.parConseiller.add(effectif, at: conseiller)
      }
    }
    if voulues.contains(.mois) { compte.parMois.add(cumul.volume, at: mois) }
    if voulues.contains(.jours) {
      let first = Mois.firstDay(of: mois)
      for (jour, volume) in cumul.jours.enumerated() { compte.parJour.add(volume, at: first + jour) }
    }
  }
}
