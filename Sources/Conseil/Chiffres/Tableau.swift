import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Web

/// The figures of one page: what was counted, for whom, and whether small numbers are hidden.
struct Releve: Sendable {
  let filtre: FiltreDeChiffres
  let dispositif: DispositifID
  let compte: Compte
  /// Different people: those one follows, and anonymous ones as often as they came. nil where there are too many reports
  /// to read again in one go.
  var personnes: (suivies: Int, anonymes: Int)?
  let refus: [(raison: RaisonDeRefus, age: TrancheAge, nombre: Int)]
  /// Whether others than their author look at them: small numbers could point at somebody.
  let partage: Bool

  static let seuil = 5

  /// Minutes waited on average by those whose wait was measured; nil when nobody's was.
  var attente: Int? {
    let measured = compte.mesures[Rangs.attentes]
    return measured == 0 || (partage && measured < Self.seuil) ? nil : compte.mesures[Rangs.attente] / measured
  }

  var minutes: Int { compte.minutes }

  func seul(_ nombre: Int) -> Web.Effectif {
    partage && (1..<Self.seuil).contains(nombre) ? .moinsDe(Self.seuil) : .nombre(nombre)
  }

  /// A breakdown, where a lonely hidden number cannot be found again from its total: the smallest shown one hides with it.
  func ventiles(_ nombres: [Int]) -> [Web.Effectif] {
    let shown = nombres.map(seul)
    let hidden = nombres.indices.filter { shown[$0] == .moinsDe(Self.seuil) }
    guard hidden.count == 1,
      let next = nombres.indices.filter({ nombres[$0] >= Self.seuil }).min(by: { nombres[$0] < nombres[$1] })
    else { return shown }
    return nombres.indices.map { $0 == next ? .moinsDe((nombres[next] / Self.seuil + 1) * Self.seuil) : shown[$0] }
  }

  func etiquettes<Liste: Nomenclature>(_: Liste.Type, from first: Int) -> [(Liste, Int)] {
    Liste.allCases.map { ($0, compte.parEtiquette[first + $0.rang].participants) }
  }

  func choix<Liste: Nomenclature>(_: Liste.Type, _ rang: Rangs.Choix) -> [(Liste, Int)] {
    Liste.allCases.map { ($0, compte.parChoix[rang.rawValue][$0.rang + 1].participants) }
  }

  func publics<Liste: Nomenclature>(_: Liste.Type, from first: Int) -> [(Liste, Int)] {
    Liste.allCases.map { ($0, compte.mesures[first + $0.rang]) }
  }
}

extension ConseilRoom {
  /// One's own figures for an adviser; those of the programme, small numbers hidden, for its coordinator. Different
  /// people are not counted yet.
  func releve(
    _ query: FormData, for visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> (Releve, Dispositif, [Lieu]) {
    let (dispositif, coordonne) = try place(of: visitor, in: tx)
    var filtre = FiltreDeChiffres(query, today: Jour(now, in: dispositif.fuseau))
    if !coordonne { filtre.conseillers = [visitor.personne] }
    let releve = Releve(
      filtre: filtre, dispositif: dispositif.id,
      compte: try store.count(filtre, of: dispositif.id, .toutes, memoire, in: tx),
      refus: coordonne
        ? try store.refusals(of: dispositif.id, since: filtre.du, for: visitor.viewer, in: tx) : [],
      partage: coordonne)
    return (releve, dispositif, try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx))
  }

  /// Counted on the rows, apart from the rest: over millions of them the base may cut it short.
  func differentPeople(of releve: Releve) async throws -> (suivies: Int, anonymes: Int)? {
    do {
      return try await house.database.read { [store] tx in
        try store.distinctPeople("c.dispositif = \(releve.dispositif) AND \(sql: releve.filtre.sql)", in: tx)
      }
    } catch DatabaseError.busy {
      return nil
    }
  }
}
