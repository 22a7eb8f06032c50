import Comptage
import Temps

/// How a report stands among the figures, written here once more: ranks are stored, and may not move.
enum Rang {
  static let themes = 0..<19
  static let demarches = 19..<30
  static let materiel = 30..<35
  /// Type, place, way, autonomy, referral, outcome, level: as many values as their list, and what was not said; length.
  static let choix = [3, 5, 4, 4, 8, 6, 4, 4]
  /// People, minutes, waiting, how many waits, then audiences.
  static let mesures = 21
  static let publics = 4

  static let schema = Schema(etiquettes: materiel.upperBound, choix: choix, mesures: mesures)
}

/// Counts reports one by one, in plain numbers: slow, and one sees that it is right.
struct Pointage {
  private var compte = Compte(Rang.schema, .toutes)
  private var lieux: [Effectif]
  private var conseillers: [Effectif]
  private var jours: [Int: Volume] = [:]

  init(_ terrain: Terrain) {
    // What has no place comes last.
    lieux = Array(repeating: .zero, count: terrain.lieux.count + 1)
    conseillers = Array(repeating: .zero, count: terrain.conseillers.count)
  }

  mutating func add(_ rendu: Rendu) {
    let effectif = Effectif(rapports: 1, participants: rendu.participants)
    let attente = [rendu.attente ?? 0, rendu.attente == nil ? 0 : 1]
    let mesures =
      [rendu.participants, rendu.minutes] + attente + rendu.genres + rendu.ages + rendu.statuts + [rendu.deja]
    for (rang, mesure) in mesures.enumerated() { compte.mesures[rang] += mesure }
    let flags = rendu.themes | rendu.demarches << 19 | rendu.materiel << 30
    for rang in 0..<Rang.materiel.upperBound where flags >> UInt64(rang) & 1 == 1 {
      compte.parEtiquette[rang] += effectif
    }
    let duree = rendu.minutes < 30 ? 0 : rendu.minutes < 60 ? 1 : rendu.minutes < 120 ? 2 : 3
    let codes = [
      rendu.type, rendu.canal, rendu.facon, rendu.autonomie, rendu.redirection, rendu.issue, rendu.niveau, duree,
    ]
    for (rang, code) in codes.enumerated() { compte.parChoix[rang][code] += effectif }
    lieux[rendu.lieu ?? lieux.count - 1] += effectif
    conseillers[rendu.conseiller] += effectif
    jours[rendu.jour, default: .zero] += Volume(
      rapports: 1, participants: rendu.participants, minutes: rendu.minutes)
  }

  func total(_ terrain: Terrain) -> Compte {
    var total = compte
    for (nom, effectif) in zip(terrain.lieux + [""], lieux) where effectif != .zero { total.parLieu[nom] = effectif }
    for (nom, effectif) in zip(terrain.noms, conseillers) where effectif != .zero {
      total.parConseiller[nom] = effectif
    }
    total.addDays(jours)
    return total
  }
}

extension Compte {
  /// Days, the months they make, and the sum of all.
  mutating func addDays(_ jours: [Int: Volume]) {
    parJour = jours
    for (jour, volume) in jours {
      let jour = Jour(number: jour)
      parMois[jour.year * 12 + jour.month - 1, default: .zero] += volume
      rapports += volume.rapports
      participants += volume.participants
      minutes += volume.minutes
    }
  }
}
