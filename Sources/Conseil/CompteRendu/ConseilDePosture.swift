import Base
import Chartes
import Personnes
import Temps
import Web

/// Doing it for somebody, once more: a word of advice comes after the report that says so.
extension ConseilRoom {
  /// Judged when a report was filed, shown on the page that follows. nil when there is nothing to say.
  func adviceAfter(
    _ id: CompteRenduID?, for visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> Motif? {
    guard let id else { return nil }
    do {
      let rendu = try store.compteRendu(id, for: visitor.viewer, in: tx)
      guard rendu.usager != nil, rendu.teneur.facon == .pour else { return nil }
      let p = try parametres(of: rendu.dispositif, at: now, in: tx)
      return RendreAutonome.judge(.aider(pourDeSuite: try store.doneFor(rendu, in: tx)), p).motif
    } catch is Absent { return nil }
  }
}

extension ConseilStore {
  /// How many times in a row its author did it for this person, up to this report, this one included.
  fileprivate func doneFor(_ rendu: CompteRendu, in tx: Transaction) throws -> Int {
    let postures = try tx.all(
      """
      SELECT posture FROM compte_rendu WHERE usager = \(rendu.usager) AND conseiller = \(rendu.conseiller)
        AND (jour < \(rendu.teneur.jour.iso) OR (jour = \(rendu.teneur.jour.iso) AND cree <= \(rendu.cree)))
      ORDER BY jour DESC, cree DESC, id DESC LIMIT \(RendreAutonome.suite.bornes.upperBound)
      """
    ) { row in try row[0] as Int }
    return postures.prefix { $0 == Facon.pour.rang + 1 }.count
  }
}
