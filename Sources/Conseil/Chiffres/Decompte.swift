import Base
import Chartes
import Comptage
import NIOConcurrencyHelpers
import Personnes
import Temps

/// The columns of past months, decoded once: they change only when their revision does.
final class Memoire: Sendable {
  private struct Place { let revision: Int, tranche: Tranche, vue: UInt64 }
  private struct Etat {
    var places: [MoisDeChiffres: Place] = [:]
    /// Months whose columns did not read: to be made again from the reports.
    var damaged: Set<MoisDeChiffres> = []
    var clock: UInt64 = 0
    var octets = 0
  }

  private let etat = NIOLockedValueBox(Etat())
  /// What all decoded months together may hold.
  private let limit: Int

  init(limit: Int = 256 << 20) { self.limit = limit }

  func tranche(of mois: MoisDeChiffres, revision: Int) -> Tranche? {
    etat.withLockedValue { etat in
      guard let place = etat.places[mois], place.revision == revision else { return nil }
      etat.clock += 1
      etat.places[mois] = Place(revision: revision, tranche: place.tranche, vue: etat.clock)
      return place.tranche
    }
  }

  /// The months seen longest ago give way.
  func keep(_ tranche: Tranche, of mois: MoisDeChiffres, revision: Int) {
    etat.withLockedValue { etat in
      if let old = etat.places[mois] { etat.octets -= old.tranche.octets }
      etat.clock += 1
      etat.places[mois] = Place(revision: revision, tranche: tranche, vue: etat.clock)
      etat.octets += tranche.octets
      while etat.octets > limit, let oldest = etat.places.min(by: { $0.value.vue < $1.value.vue }) {
        etat.places[oldest.key] = nil
        etat.octets -= oldest.value.tranche.octets
      }
    }
  }

  func noteDamaged(_ mois: MoisDeChiffres) {
    etat.withLockedValue { etat in _ = etat.damaged.insert(mois) }
  }

  func takeDamaged() -> Set<MoisDeChiffres> {
    etat.withLockedValue { etat in
      defer { etat.damaged = [] }
      return etat.damaged
    }
  }
}

extension ConseilStore {
  /// The figures that add up, from the columns and what is not folded yet; from the reports, for a month whose columns
  /// are damaged.
  func count(
    _ filtre: FiltreDeChiffres, of dispositif: DispositifID, _ voulues: Ventilations, _ memoire: Memoire,
    in tx: Transaction
  ) throws -> Compte {
    let (first, last) = (filtre.du.mois, filtre.au.mois)
    var compte = Compte(Rangs.schema, voulues)
    var recounted: Set<Int> = []
    for (mois, revision) in try months(of: dispositif, from: first, to: last, in: tx) {
      if let tranche = try tranche(of: mois, revision: revision, memoire, in: tx) {
        tranche.count(filtre.comptage, voulues, into: &compte)
      } else {
        memoire.noteDamaged(mois)
        recounted.insert(mois.rang)
        let lignes = try recountedLines("\(sql: mois.rows) AND \(sql: filtre.sql)", in: tx)
        compte += Compte(lignes, Filtre(), voulues, Rangs.schema)
      }
    }
    let waiting = try lines(of: dispositif, from: first, to: last, limit: .max, in: tx).map(\.ligne)
    compte += Compte(
      waiting.filter { !recounted.contains($0.mois) }, filtre.comptage, voulues, Rangs.schema)
    return compte
  }

  /// Decoded once; nil when its bytes are damaged.
  private func tranche(
    of mois: MoisDeChiffres, revision: Int, _ memoire: Memoire, in tx: Transaction
  ) throws -> Tranche? {
    if let known = memoire.tranche(of: mois, revision: revision) { return known }
    let bytes = try tx.first(
      "SELECT octets FROM chiffre_tranche WHERE dispositif = \(mois.dispositif) AND mois = \(mois.mois)"
    ) { row in try row[0] as [UInt8] }
    guard let bytes, let tranche = try? Tranche(bytes: bytes, schema: Rangs.schema) else { return nil }
    memoire.keep(tranche, of: mois, revision: revision)
    return tranche
  }

  /// The same, one report after the other.
  func recount(
    _ filtre: FiltreDeChiffres, of dispositif: DispositifID, _ voulues: Ventilations, in tx: Transaction
  ) throws -> Compte {
    let lignes = try recountedLines("c.dispositif = \(dispositif) AND \(sql: filtre.sql)", in: tx)
    return Compte(lignes, Filtre(), voulues, Rangs.schema)
  }

  private func months(
    of dispositif: DispositifID, from first: String, to last: String, in tx: Transaction
  ) throws -> [(MoisDeChiffres, revision: Int)] {
    try tx.all(
      """
      SELECT mois, revision FROM chiffre_tranche WHERE dispositif = \(dispositif) AND mois >= \(first)
        AND mois <= \(last) ORDER BY mois
      """
    ) { row in (MoisDeChiffres(dispositif: dispositif, mois: try row[0]), revision: try row[1]) }
  }
}
