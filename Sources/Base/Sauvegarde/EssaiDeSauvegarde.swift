import Foundation

extension Sauvegarde {
  /// What a check found good.
  package enum Constat: Sendable, Equatable {
    /// Restored into a base made for that, and counted: so many rows.
    case restauree(Int)
    /// Opened and read to its end, but not restored, for this reason: no right to create a base.
    case relue(String)
  }

  /// Restores what was just made into a base of its own, and counts. Nothing of it stays.
  /// - Throws: `SauvegardeError`: the backup is not good.
  package func check(_ prise: Prise, arret: Arret = Arret()) throws -> Constat {
    let lock = try enterEtabli()
    defer { lock.release() }
    let (donnees, cles) = (try Lecteur(prise.donnees, master: master), try Lecteur(prise.cles, master: master))
    try cles.requireSoundKeys(master)
    switch emplacement {
    case .fichiers:
      let essai = "\(etabli)/essai.sqlite"
      defer { for file in CopieSQLite.files(essai) { Descripteur.erase(file) } }
      return .restauree(try RestaurationSQLite.write(donnees, to: essai, arret: arret).total)
    case .serveur(let conninfo, _): return try EssaiPostgres(conninfo, etabli: etabli, arret: arret).check(donnees)
    }
  }

  /// Opens every block of a file: one changed byte is found, without restoring anything.
  /// - Throws: `SauvegardeError` saying what is wrong with it.
  package static func verify(_ path: String, master: MasterKey) throws -> (Entete, Bordereau) {
    let lecteur = try Lecteur(path, master: master)
    switch lecteur.entete.genre {
    case .donnees: return (lecteur.entete, try lecteur.read { _ in })
    case .cles: return (lecteur.entete, try lecteur.requireSoundKeys(master))
    case .effacees:
      _ = try lecteur.effacees()
      return (lecteur.entete, try lecteur.bordereau())
    }
  }
}

extension Lecteur {
  /// Every key of a file of keys is unwrapped.
  /// - Parameter each: what is done with each record, once it is proven.
  @discardableResult
  func requireSoundKeys(_ master: MasterKey, _ each: (Enregistrement) throws -> Void = { _ in }) throws -> Bordereau {
    var (keys, erased, records): (Int, Set<String>, Enregistrements) = (0, [], Enregistrements())
    let bordereau = try read { data in
      try records.take(data) { record in
        switch record {
        case .effacee(let owner): erased.insert(owner)
        case .cle(let owner, let wrapped):
          guard (try? Vault.unwrap(Sealed(bytes: wrapped), of: owner, with: master.symmetric)) != nil else {
            throw SauvegardeError.essai(.cle)
          }
          guard !erased.contains(owner) else { throw SauvegardeError.essai(.effacee) }
          keys += 1
        }
        try each(record)
      }
    }
    guard records.isWhole else { throw SauvegardeError.essai(.enregistrement) }
    try bordereau.requireEqual(comptes: ["cle": keys, "cle_effacee": erased.count])
    return bordereau
  }
}

extension Bordereau {
  /// - Throws: `.essai`, naming the first difference.
  func requireEqual(_ found: Bordereau) throws {
    guard migrations == found.migrations else { throw SauvegardeError.essai(.migrations) }
    try requireEqual(comptes: found.comptes)
  }

  func requireEqual(comptes found: [String: Int]) throws {
    for table in Set(comptes.keys).union(found.keys).sorted() where comptes[table] != found[table] {
      throw SauvegardeError.essai(.compte(table: table, attendu: comptes[table] ?? 0, lu: found[table] ?? 0))
    }
  }
}
