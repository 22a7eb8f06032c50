import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// Figures, counted one report after the other from a handful of them.
  static let chiffresSpecimens: [Specimen] = [
    Specimen("chiffres", page(rendus, partage: false)), Specimen("chiffres-partages", page(rendus, partage: true)),
    Specimen("chiffres-vide", page([], partage: false)),
  ]

  private static let rendus =
    (0..<7).map { Decor.rendu($0, $0 < 2 ? .pour : .avec, ilYA: $0 * 9) } + [Decor.atelier(8, ilYA: 12)]
    + [Decor.atelier(9, ilYA: 45)]

  private static func page(_ rendus: [CompteRendu], partage: Bool) -> ChiffresPage {
    let filtre = FiltreDeChiffres(du: Decor.jour.advanced(by: -90), au: Decor.jour)
    let releve = Releve(
      filtre: filtre, dispositif: Exemple.dispositif,
      compte: Compte(rendus.map { $0.ligne() }, filtre.comptage, .toutes, Rangs.schema),
      personnes: rendus.isEmpty ? (0, 0) : (3, 16),
      refus: partage ? [(.complet, .de25a39, 6), (.horsChamp, .plusDe70, 2)] : [], partage: partage)
    return ChiffresPage(
      releve: releve, lieux: [Decor.pont, Decor.bourg],
      conseillers: [(Decor.alice, "Alice M."), (Decor.karim, "Karim L.")])
  }
}
