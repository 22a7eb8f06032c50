import Foundation
import Temps

/// The list of erased owners, written beside the backups: only the newest, which holds all the others. It is read in
/// memory: ids only.
extension Depot {
  struct Listes {
    var owners: Set<String> = []
    /// Those that could be read, and are no longer needed once another one holds them.
    var paths: [String] = []
  }

  /// Every list of ours in the folder of data.
  func listes(_ master: MasterKey) -> Listes {
    var listes = Listes()
    for path in paths(of: .effacees) {
      guard let lecteur = try? Lecteur(path, master: master), let owners = try? lecteur.effacees() else { continue }
      listes.owners.formUnion(owners)
      listes.paths.append(path)
    }
    return listes
  }
}

extension Sauvegarde {
  func write(_ owners: Set<String>, _ lot: Lot) throws {
    let ecrivain = try ecrivain(.effacees, lot, Bordereau(comptes: ["cle_effacee": owners.count]))
    for owner in owners.sorted() { try ecrivain.append(Enregistrement.effacee(owner).written) }
    try ecrivain.finish()
  }

  /// Writes the list again when somebody was erased since: who is erased at noon must not come back from the backup of
  /// eleven, even if the machine is lost at one minute past.
  /// - Returns: whether there was anybody new.
  @discardableResult
  package func keepErased(_ owners: Set<String>, at now: Instant) throws -> Bool {
    try depot.prepare()
    let earlier = depot.listes(master)
    guard !owners.isSubset(of: earlier.owners) else { return false }
    let lot = Lot(id: .make(at: now), nom: depot.freeName(at: now), instant: now)
    let partial = depot.partial(.effacees, lot.id)
    do {
      try write(owners.union(earlier.owners), lot)
      try Descripteur.rename(partial, to: depot.path(.effacees, lot.nom))
    } catch {
      unlink(partial)
      throw error
    }
    for path in earlier.paths { unlink(path) }
    return true
  }
}

extension Lecteur {
  /// The erased owners that a file of keys, or a list, names. Reads it to its end.
  func effacees() throws -> Set<String> {
    var (owners, records): (Set<String>, Enregistrements) = ([], Enregistrements())
    let bordereau = try read { data in
      try records.take(data) { if case .effacee(let owner) = $0 { owners.insert(owner) } }
    }
    guard records.isWhole, owners.count == bordereau.comptes["cle_effacee"] else {
      throw SauvegardeError.essai(.enregistrement)
    }
    return owners
  }
}
