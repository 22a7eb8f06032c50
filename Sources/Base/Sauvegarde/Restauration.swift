import Foundation
import Temps

/// Gives a house back from its two files. All is checked before anything is written. A restoration that was cut may be
/// run again, and no server opens the bases until `Vault.endRestoration`.
package struct Restauration: Sendable {
  let emplacement: Emplacement
  let donnees: String
  let cles: String
  let oubli: Oubli
  let master: MasterKey
  /// Where what is needed for a moment is written.
  let etabli: String
  /// All that this version of the server knows.
  let migrations: [Migration]

  /// - Parameters:
  ///   - effacees: lists of erased owners, wherever they come from.
  ///   - dossiers: where newer files of keys, and lists, may stand.
  ///   - tolere: goes on without those that cannot be read.
  package init(
    _ emplacement: Emplacement, donnees: String, cles: String, effacees: [String] = [], dossiers: [String] = [],
    tolere: Bool = false, master: MasterKey, etabli: String, migrations: [Migration]
  ) {
    self.emplacement = emplacement
    self.donnees = donnees
    self.cles = cles
    oubli = Oubli(listes: effacees, dossiers: dossiers, tolere: tolere, master: master)
    self.master = master
    self.etabli = etabli
    self.migrations = migrations
  }

  /// What was given back.
  package struct Rendu: Sendable {
    /// All that was acknowledged before it is there; what came after is lost.
    package let instant: Instant
    package let lignes: Int
    /// Owners whose keys do not come back. Whoever called must take away what is left of them without a key.
    package let effaces: Set<String>
    /// Files that could not be read, and may have named others.
    package let illisibles: [String]
  }

  /// Blocks its thread.
  /// - Throws: `SauvegardeError`, `OpeningError`, `DatabaseError`.
  package func run(at now: Instant) throws -> Rendu {
    let (lecteur, bordereau) = try requireReadable()
    let (owners, illisibles) = try oubli.owners(after: lecteur.entete.instant, and: cles)
    try Depot.make(etabli)
    let destination = try Destination(emplacement, etabli: etabli)
    defer { destination.close() }
    let interrupted = try destination.keys?.isRestoring() ?? false
    if !interrupted { try destination.requireFree() }
    let retour = RetourDesCles(cles: cles, master: master)
    try destination.keys.map { try retour.requireSameHouse($0, emplacement) }
    // Nothing was written yet; from here on, the mark says that it is being done.
    let keys = try destination.createdKeys()
    try keys.migrate(vaultMigrations, at: now)
    try keys.beginRestoring(lecteur.entete.sauvegarde, at: now)
    try destination.restore(lecteur, cleaning: interrupted)
    let effaces = owners.union(try keys.readNow { try $0.effacees() })
    try retour.giveBack(to: keys, without: effaces)
    return Rendu(instant: lecteur.entete.instant, lignes: bordereau.total, effaces: effaces, illisibles: illisibles)
  }

  /// Both files to their end, of one backup, for this engine, of a version that this server knows.
  private func requireReadable() throws -> (Lecteur, Bordereau) {
    let (lecteur, serrure) = (try Lecteur(donnees, master: master), try Lecteur(cles, master: master))
    let (ici, la) = (lecteur.entete, serrure.entete)
    guard ici.genre == .donnees, la.genre == .cles, ici.sauvegarde == la.sauvegarde else {
      throw SauvegardeError.depareilles(donnees: donnees, cles: cles)
    }
    guard ici.moteur == emplacement.engine else {
      throw SauvegardeError.autreMoteur(fichier: ici.moteur, ici: emplacement.engine)
    }
    let unknown =
      try lecteur.bordereau().unknown(to: migrations) + serrure.bordereau().unknown(to: vaultMigrations)
    guard unknown.isEmpty else { throw SauvegardeError.versionRecente(unknown) }
    let bordereau = try lecteur.read { _ in }
    try serrure.requireSoundKeys(master)
    return (lecteur, bordereau)
  }
}
