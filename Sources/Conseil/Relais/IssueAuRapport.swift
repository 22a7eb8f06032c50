import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  /// The kind of service that an interview led to, if it led to one.
  func redirection(of entretien: EntretienID, in tx: Transaction) throws -> Redirection? {
    let rang = try tx.first(
      """
      SELECT p.genre FROM relais r JOIN partenaire p ON p.id = r.partenaire
      WHERE r.entretien = \(entretien) AND r.retire IS NULL ORDER BY r.parti DESC, r.id DESC LIMIT 1
      """
    ) { row in try row[0] as Int }
    return rang.flatMap { Redirection.at($0 - 1) }
  }

  /// What came of the referral that an interview led to, towards this kind of service; nil when there is none.
  func issue(of entretien: EntretienID, towards genre: Redirection?, in tx: Transaction) throws -> IssueDeRelais? {
    guard let genre else { return nil }
    let rang = try tx.first(
      """
      SELECT r.issue FROM relais r JOIN partenaire p ON p.id = r.partenaire
      WHERE r.entretien = \(entretien) AND p.genre = \(genre.rang + 1) AND r.retire IS NULL
      ORDER BY r.parti DESC, r.id DESC LIMIT 1
      """
    ) { row in try row[0] as Int }
    return rang.flatMap { IssueDeRelais.at($0 - 1) }
  }
}

/// The report of the interview that led to a referral bears what came of it, and the figures follow.
extension ConseilRoom {
  /// Changes nothing when no report tells of that interview, or when it tells of another kind of service.
  func report(_ issue: IssueDeRelais?, of relais: Relais, at now: Instant, in tx: Transaction) throws {
    guard let entretien = relais.entretien, let id = try store.compteRendu(of: entretien, in: tx) else { return }
    // A report belongs to who held the interview, who is the one who handed over.
    let rendu = try store.compteRendu(id, for: .person(relais.conseiller), in: tx)
    let genre = try store.partenaire(of: relais, in: tx).genre
    var teneur = rendu.teneur
    guard teneur.redirection ?? genre == genre else { return }
    (teneur.redirection, teneur.issue) = (genre, issue)
    if teneur != rendu.teneur { try replace(rendu, with: teneur, at: now, in: tx) }
  }
}
