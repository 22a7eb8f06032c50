import Foundation
import Temps

/// How long backups are kept.
package struct Rotation: Sendable, Equatable {
  /// Keys are never kept longer: an erased person could be read again by whoever holds an older file and the master key.
  package static let limit = 30

  /// All of the last so many hours.
  let heures: Int
  /// Then the last one of each day, for so many days.
  let jours: Int

  package init(heures: Int = 48, jours: Int = Rotation.limit) {
    self.heures = max(0, heures)
    self.jours = min(max(0, jours), Rotation.limit)
  }

  /// Which of these moments stay: always the newest.
  func kept(_ instants: [Instant], at now: Instant) -> Set<Instant> {
    var kept: Set<Instant> = []
    var days: Set<Int64> = []
    for instant in instants.sorted().reversed() {
      let day = instant.milliseconds.quotientAndRemainder(dividingBy: 86_400_000).quotient
      let isLastOfDay = days.insert(day).inserted
      let isRecent = now - instant <= .hours(heures)
      if kept.isEmpty || isRecent || (isLastOfDay && now - instant <= .days(jours)) { kept.insert(instant) }
    }
    return kept
  }
}

extension Sauvegarde {
  /// Removes what is too old, keys with their data. Only files that our master key recognises; never `bonne`, which was
  /// just checked. Called after a good backup: when backups fail, nothing goes.
  /// - Returns: how many files went.
  @discardableResult
  package func rotate(_ rotation: Rotation, keeping bonne: Prise, at now: Instant) throws -> Int {
    let locks = try depot.lock()
    defer { for lock in locks { lock.release() } }
    let files = [Entete.Genre.cles, .donnees].flatMap { depot.paths(of: $0) }.compactMap { path in
      (try? Lecteur(path, master: master)).map { (path: path, entete: $0.entete) }
    }
    let kept = rotation.kept(files.map(\.entete.instant) + [bonne.instant], at: now)
    let old = files.filter { !kept.contains($0.entete.instant) && $0.entete.sauvegarde != bonne.id }
    for file in old { unlink(file.path) }
    for folder in depot.folders { try Descripteur.syncFolder(of: "\(folder)/vademecum") }
    return old.count
  }
}
