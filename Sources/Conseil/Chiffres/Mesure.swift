import Base
import Comptage
import Html
import Personnes
import Temps
import Web

/// Reports and figures, for a measure of them at size: the same calls as the routes, a filter as its address says it.
extension ConseilRoom {
  /// Files a report that tells of nothing held here.
  package func measure(filing form: FormData, by conseiller: Visitor, at now: Instant) async throws {
    _ = try await file(form, of: Source(form), by: conseiller, geste: .make(at: now), at: now)
  }

  package func measure(
    correcting id: CompteRenduID, _ form: FormData, by conseiller: Visitor, at now: Instant
  ) async throws {
    _ = try await correct(id, form, by: conseiller, geste: .make(at: now), at: now)
  }

  package func measure(withdrawing id: CompteRenduID, by conseiller: Visitor, at now: Instant) async throws {
    _ = try await withdraw(id, by: conseiller, at: now)
  }

  /// The figures that add up, in the caller's transaction.
  package func measure(
    counting adresse: FormData, of dispositif: DispositifID, today: Jour, in tx: Transaction
  ) throws -> Compte {
    try store.count(FiltreDeChiffres(adresse, today: today), of: dispositif, .toutes, memoire, in: tx)
  }

  /// The whole page, with the different people.
  package func measure(showing adresse: FormData, to visitor: Visitor, at now: Instant) async throws -> any Page {
    try await chiffres(adresse, for: visitor, at: now)
  }

  /// The same filter on the rows: a condition on `compte_rendu c`.
  package static func condition(of adresse: FormData, today: Jour) -> SQL {
    FiltreDeChiffres(adresse, today: today).sql
  }
}
