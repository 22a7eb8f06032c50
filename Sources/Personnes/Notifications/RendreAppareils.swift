import Base
import Html
import Temps

extension PersonnesStore {
  /// The devices one is told on. Not their addresses: whoever has one may write there.
  func appareils(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try tx.all(
      """
      SELECT a.navigateur, a.depuis, a.vu, n.jusque FROM abonnement a LEFT JOIN notification n ON n.abonnement = a.id
      WHERE a.personne = \(personne) ORDER BY a.depuis, a.id
      """
    ) { row -> [Rubrique.Champ] in
      try [
        .init("appareil", Phrase("Appareil", "Device"), .ecrit(row[0])),
        .init("depuis", Phrase("Depuis", "Since"), .instant(row[1])),
        .init("vu", Phrase("Dernière entrée", "Last sign-in"), .instant(row[2])),
        .init("part", Phrase("Un mot y part, jusqu’à", "A word is on its way there, until"), .quand(row[3])),
      ]
    }
    return Rubrique("appareils", Phrase("Où l’on vous prévient", "Where you are notified"), fiches)
  }
}
