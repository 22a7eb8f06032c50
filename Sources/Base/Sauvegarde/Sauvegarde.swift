import Foundation
import Temps

/// Copies the two bases into two sealed files, while servers write.
///
/// **Data first, keys after.** A key is committed before the first row it seals. So keys read after the data hold a key
/// for every row copied; the other way round, somebody who came in between would have rows and no key. A key erased
/// between the two is in neither file: that is what erasing means.
package struct Sauvegarde: Sendable {
  package let emplacement: Emplacement
  package let depot: Depot
  let master: MasterKey
  /// Where working copies stand: they are in clear, so never in the folder of backups.
  let etabli: String
  var bloc = Ecrivain.bloc
  /// What a test does between data and keys.
  var between: @Sendable () throws -> Void = {}

  package init(_ emplacement: Emplacement, to depot: Depot, master: MasterKey, etabli: String) {
    self.emplacement = emplacement
    self.depot = depot
    self.master = master
    self.etabli = etabli
  }

  /// A backup that was made.
  package struct Prise: Sendable {
    package let id: SauvegardeID
    /// All that was acknowledged before it is in the backup.
    package let instant: Instant
    package let donnees: String
    package let cles: String
    package let octets: Int
    /// The one before in this folder.
    package let precedente: Instant?
  }

  /// Blocks its thread until the files are on disk under their names. A cut in the middle leaves none of them.
  /// - Parameter now: read just before: what is acknowledged by then is in the backup.
  /// - Throws: `SauvegardeError`, `DatabaseError`, `OpeningError`, `CancellationError`.
  package func take(_ id: SauvegardeID, at now: Instant, arret: Arret = Arret()) throws -> Prise {
    try depot.prepare()
    let locks = try depot.lock() + [enterEtabli()]
    defer { for lock in locks { lock.release() } }
    depot.sweep()
    let lot = Lot(id: id, nom: depot.freeName(at: now), instant: now)
    do {
      let precedente = depot.latest(master)
      try copyDonnees(lot, arret)
      try between()
      let effacees = try copyCles(lot, arret)
      let earlier = depot.listes(master)
      try write(effacees.union(earlier.owners), lot)
      return try name(lot, retiring: earlier, precedente)
    } catch {
      depot.sweep()
      throw error
    }
  }

  /// The files of one backup under way.
  struct Lot: Sendable {
    let id: SauvegardeID
    let nom: String
    let instant: Instant
  }

  func copyDonnees(_ lot: Lot, _ arret: Arret) throws {
    switch emplacement {
    case .fichiers(let donnees, _): try copyFile(donnees, lot, arret)
    case .serveur(let donnees, _):
      try CopiePostgres.copy(donnees, arret: arret) { try ecrivain(.donnees, lot, $0) }
    }
  }

  private func copyFile(_ path: String, _ lot: Lot, _ arret: Arret) throws {
    let copie = "\(etabli)/copie.sqlite"
    defer { for file in CopieSQLite.files(copie) { Descripteur.erase(file) } }
    try CopieSQLite.copy(path, to: copie, arret: arret)
    let ecrivain = try ecrivain(.donnees, lot, CopieSQLite.bordereau(copie))
    let file = try Descripteur.read(copie)
    while true {
      try arret.check()
      let data = try file.read(bloc)
      if data.isEmpty { break }
      try ecrivain.append(data)
    }
    try ecrivain.finish()
  }

  func copyCles(_ lot: Lot, _ arret: Arret) throws -> Set<String> {
    let keys = try emplacement.readingKeys()
    defer { keys.close() }
    return try CopieCles.copy(keys, arret: arret) { try ecrivain(.cles, lot, $0) }
  }

  func ecrivain(_ genre: Entete.Genre, _ lot: Lot, _ bordereau: Bordereau) throws -> Ecrivain {
    let entete = Entete(
      genre, of: lot.id, emplacement.engine, at: lot.instant, bordereau: bordereau, bloc: bloc, master: master)
    return try Ecrivain(depot.partial(genre, lot.id), entete, bordereau, master: master)
  }

  /// Data last: a file of data is there only when its keys are.
  func name(_ lot: Lot, retiring earlier: Depot.Listes, _ precedente: Instant?) throws -> Prise {
    for genre in [Entete.Genre.effacees, .cles, .donnees] {
      try Descripteur.rename(depot.partial(genre, lot.id), to: depot.path(genre, lot.nom))
    }
    for path in earlier.paths { unlink(path) }
    let (donnees, cles) = (depot.path(.donnees, lot.nom), depot.path(.cles, lot.nom))
    let octets = try [donnees, cles].map { try Descripteur.read($0).size() }.reduce(0, +)
    return Prise(
      id: lot.id, instant: lot.instant, donnees: donnees, cles: cles, octets: octets, precedente: precedente)
  }

  /// An empty folder for working copies, ours alone until the lock is released.
  func enterEtabli() throws -> FileLock {
    try Depot.make(etabli)
    let lock = try Depot.lock(etabli)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: etabli)) ?? [] where name != ".vademecum.verrou" {
      Descripteur.erase("\(etabli)/\(name)")
    }
    return lock
  }
}
