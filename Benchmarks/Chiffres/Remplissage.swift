import Banc
import Base
import Comptage
import Conseil
import Temps

/// A report that will be corrected or taken back: its author may do it.
struct Temoin: Sendable {
  let id: CompteRenduID
  let rendu: Rendu
}

/// Years of reports in the base, month by month.
struct Remplissage {
  let terrain: Terrain
  let rapports: Int
  /// Drawn all along: none tells of a person that another one tells of.
  private(set) var temoins: [Temoin] = []

  /// - Parameter temoins: how many, at most.
  mutating func run(temoins count: Int) async throws {
    let ecriture = try await Ecriture(terrain, usagers: rapports / 12)
    let every = max(1, rapports / count)
    var seen: Set<Int> = []
    for rang in 0..<Terrain.mois {
      let mois = Terrain.premierMois + rang
      var fabrique = Fabrique(mois: mois, usagers: rapports / 12)
      let rendus = fabrique.rendus(Fabrique.share(of: rapports, rang: rang))
      let ids = try await ecriture.write(rendus)
      for (place, id) in ids.enumerated() where place % every == every / 2 {
        if let usager = rendus[place].usager, !seen.insert(usager).inserted { continue }
        temoins.append(Temoin(id: id, rendu: rendus[place]))
      }
      // One filed by somebody: its line says that the month has something to fold.
      let jour = Jour(number: Mois.firstDay(of: mois) + 14)
      let one = fabrique.rendu(on: jour.number)
      try await terrain.room().measure(
        filing: one.form(terrain), by: terrain.conseillers[one.conseiller], at: Terrain.instant(jour, heure: 19))
    }
  }
}

extension Terrain {
  /// Some corrected, on the same day or a few days later, be it in another month; some taken back; some filed.
  func disturb(_ temoins: some Sequence<Temoin>, _ room: ConseilRoom) async throws {
    var hasard = Hasard(11)
    for temoin in temoins {
      let conseiller = conseillers[temoin.rendu.conseiller]
      let later = hasard.chance(30) ? hasard.below(6) : 0
      var fabrique = Fabrique(mois: Mois.of(jour: temoin.rendu.jour), graine: hasard.below(1 << 30))
      let other = fabrique.rendu(on: temoin.rendu.jour + later, by: temoin.rendu.conseiller)
      let now = Self.instant(Jour(number: temoin.rendu.jour + 6), heure: 12)
      switch hasard.below(10) {
      case 0..<5:
        try await room.measure(correcting: temoin.id, other.form(self, revision: 1), by: conseiller, at: now)
      case 5..<8: try await room.measure(withdrawing: temoin.id, by: conseiller, at: now)
      default: try await room.measure(filing: other.form(self), by: conseiller, at: now)
      }
    }
  }
}
