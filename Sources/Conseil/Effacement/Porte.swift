import Base
import Html
import Personnes
import Temps

/// How long what stood at a door is kept: a first name, an address to confirm to.
enum Porte {
  /// Whole months after the one of the visit.
  static let garde = 3

  /// As whoever comes reads it.
  static let duree = Phrase(
    "Ce que vous dites ici sert à vous recevoir, puis s’efface \(garde)\u{a0}mois après le mois de votre venue.",
    "What you say here serves to receive you, then is erased \(garde) months after the month of your visit.")

  /// What came before this instant is kept no more. Months are those of universal time, like the keys.
  static func limite(at now: Instant) -> Instant {
    guard let jour = Jour(String(now.iso.prefix(10))), let first = Jour(year: jour.year, month: jour.month, day: 1)
    else {
      return Instant(milliseconds: .min)
    }
    return first.advanced(byMonths: -garde).startUniversal
  }
}

extension Jour {
  fileprivate var startUniversal: Instant { Instant(milliseconds: Int64(number) * 86_400_000) }
}

/// One door in one month: what one key seals.
private struct MoisDePorte: Hashable {
  let lieu: LieuID
  /// "2026-11".
  let mois: String

  var bornes: Range<Instant>? {
    guard let first = Jour(mois + "-01") else { return nil }
    return first.startUniversal..<first.advanced(byMonths: 1).startUniversal
  }
}

extension ConseilRoom {
  /// Empties what stood at the doors, and condemns the keys. Answers how many months of doors that was.
  func closeDoors(at now: Instant) async throws -> Int {
    let limite = Porte.limite(at: now)
    var closed = 0
    while true {
      let due = try await house.database.read { [store] tx in try store.doors(before: limite, in: tx) }
      if due.isEmpty { return closed }
      for porte in due {
        try await house.database.write { [store] tx in try store.close(porte, in: tx) }
        closed += 1
      }
    }
  }
}

extension ConseilStore {
  /// Some of those that still hold something.
  fileprivate func doors(before limite: Instant, in tx: Transaction) throws -> Set<MoisDePorte> {
    let found = try tx.all(
      """
      SELECT lieu, debut FROM rendez_vous WHERE debut < \(limite) AND contenu <> \(Sealed.vide)
      UNION ALL SELECT lieu, arrive FROM ticket WHERE arrive < \(limite) AND contenu <> \(Sealed.vide)
      UNION ALL SELECT ate.lieu, ate.debut FROM inscrit i JOIN atelier ate ON ate.id = i.atelier
        WHERE i.usager IS NULL AND ate.debut < \(limite) AND i.contenu <> \(Sealed.vide)
      LIMIT 5000
      """
    ) { row in MoisDePorte(lieu: try row[0], mois: (try row[1] as Instant).moisUniversel) }
    return Set(found)
  }

  fileprivate func close(_ porte: MoisDePorte, in tx: Transaction) throws {
    guard let bornes = porte.bornes else { return }
    let (start, end) = (bornes.lowerBound, bornes.upperBound)
    try tx.execute(
      """
      UPDATE rendez_vous SET contenu = \(Sealed.vide), code = 'efface:' || id
      WHERE lieu = \(porte.lieu) AND debut >= \(start) AND debut < \(end)
      """)
    try tx.execute(
      """
      UPDATE ticket SET contenu = \(Sealed.vide)
      WHERE lieu = \(porte.lieu) AND arrive >= \(start) AND arrive < \(end)
      """)
    try tx.execute(
      """
      UPDATE inscrit SET contenu = \(Sealed.vide), code = NULL, a_appeler = NULL
      WHERE usager IS NULL AND atelier IN (SELECT id FROM atelier
        WHERE lieu = \(porte.lieu) AND debut >= \(start) AND debut < \(end))
      """)
    try condemn("porte", "\(porte.lieu):\(porte.mois)", in: tx)
  }
}
