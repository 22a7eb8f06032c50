import Foundation
import Temps
import Testing

@testable import Base

/// From the two files to the house, and whoever was erased stays erased.
@Suite struct RestaurationTests {
  @Test(arguments: Engine.allCases) func `sauvegarder, tout perdre, restaurer : le même contenu s’ouvre`(
    engine: Engine
  ) async throws {
    try await withMaison(engine) { maison in
      for rang in 1...30 { try maison.write("mot \(rang)", by: somebody(), rang: rang) }
      let prise = try maison.take()
      #expect(try maison.sauvegarde().check(prise) == .restauree(rows(of: maison)))
      maison.close()
      let avant = try maison.emplacement.billets(maison.master)
      let rendu = try maison.restauration(of: prise).run(at: Maison.now)
      #expect(rendu.instant == Maison.now)
      #expect(try maison.vide.billets(maison.master) == avant)
      #expect(avant.count == 30 && avant.allSatisfy { $0.mots != nil })
      let (database, keys) = try maison.vide.opened()
      defer { for base in [database, keys] { base.close() } }
      try database.migrate(Maison.migrations, at: Maison.now)
      #expect(try keys.isRestoring())
      try Vault(keys: keys, master: maison.master).endRestoration()
      #expect(try !keys.isRestoring())
    }
  }

  /// Where the newest word about erased owners comes from.
  enum Source: CaseIterable { case liste, clesPlusRecentes, listeTapee, baseActuelle }

  @Test(arguments: Engine.allCases, Source.allCases) func `une personne effacée depuis ne revient pas`(
    engine: Engine, source: Source
  ) async throws {
    try await withMaison(engine) { maison in
      let (reste, part) = (somebody(), somebody())
      try maison.write("je reste", by: reste)
      try maison.write("je pars", by: part)
      let ancienne = try maison.take()
      try maison.vault.erase(.personne(part))
      var (listes, dossiers, place) = ([String](), [String](), maison.vide)
      switch source {
      case .liste:
        #expect(try maison.sauvegarde().keepErased(maison.vault.erasedOwners(), at: Maison.now + .minutes(1)))
        dossiers = [maison.depot.donnees]
      case .clesPlusRecentes:
        _ = try maison.take(at: Maison.now + .hours(1))
        for path in maison.depot.paths(of: .effacees) { unlink(path) }
        dossiers = [maison.depot.cles]
      case .listeTapee:
        try "personne:\(part)\n".write(toFile: maison.path("note.txt"), atomically: true, encoding: .utf8)
        listes = [maison.path("note.txt")]
      case .baseActuelle:
        // The keys were not lost with the data.
        maison.close()
        place = try mixed(donnees: maison.vide, cles: maison.emplacement)
      }
      let rendu = try maison.restauration(of: ancienne, effacees: listes, dossiers: dossiers, to: place)
        .run(at: Maison.now)
      #expect(rendu.effaces == ["personne:\(part)"])
      let billets = try place.billets(maison.master)
      #expect(billets.first { $0.auteur == reste }?.mots == "je reste")
      #expect(billets.contains { $0.auteur == part && $0.mots == nil }, "la personne effacée est revenue")
      #expect(try place.owners() == (["personne:\(reste)"], ["personne:\(part)"]))
    }
  }

  @Test(arguments: Engine.allCases) func `sans rien qui le dise, elle reviendrait`(engine: Engine) async throws {
    try await withMaison(engine) { maison in
      let part = somebody()
      try maison.write("je pars", by: part)
      let ancienne = try maison.take()
      try maison.vault.erase(.personne(part))
      _ = try maison.restauration(of: ancienne).run(at: Maison.now)
      #expect(try maison.vide.billets(maison.master).map(\.mots) == ["je pars"])
    }
  }

  @Test(arguments: Engine.allCases) func `une base qui n’est pas vide reste comme elle est`(engine: Engine) async throws
  {
    try await withMaison(engine) { maison in
      try maison.write("avant", by: somebody())
      let prise = try maison.take()
      try maison.write("après", by: somebody())
      maison.close()
      let refusal = #expect(throws: SauvegardeError.self) {
        try maison.restauration(of: prise, to: maison.emplacement).run(at: Maison.now)
      }
      guard case .occupee = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(try maison.emplacement.billets(maison.master).count == 2)
      let keys = try maison.emplacement.openKeys()
      defer { keys.close() }
      #expect(try !keys.isRestoring())
    }
  }

  @Test(arguments: Engine.allCases) func `un fichier abîmé se voit avant que rien soit écrit`(
    engine: Engine
  ) async throws {
    try await withMaison(engine) { maison in
      for rang in 1...30 { try maison.write("mot", by: somebody(), rang: rang) }
      let (prise, autre) = (try maison.take(), try maison.take(at: Maison.now + .hours(1)))
      for path in [prise.donnees, prise.cles] {
        let whole = try Data(contentsOf: URL(filePath: path))
        var damaged = whole
        damaged[whole.count - 20] ^= 1
        try damaged.write(to: URL(filePath: path))
        #expect(throws: SauvegardeError.self) { try maison.restauration(of: prise).run(at: Maison.now) }
        try whole.write(to: URL(filePath: path))
      }
      let melange = Restauration(
        maison.vide, donnees: prise.donnees, cles: autre.cles, master: maison.master, etabli: maison.path("a"),
        migrations: Maison.migrations)
      #expect(throws: SauvegardeError.depareilles(donnees: prise.donnees, cles: autre.cles)) {
        try melange.run(at: Maison.now)
      }
      let ancien = Restauration(
        maison.vide, donnees: prise.donnees, cles: prise.cles, master: maison.master, etabli: maison.path("a"),
        migrations: baseMigrations)
      #expect(throws: SauvegardeError.versionRecente(["2026-11-28 essai: des billets"])) {
        try ancien.run(at: Maison.now)
      }
      // Nothing was begun: the place is as free as before.
      _ = try maison.restauration(of: prise).run(at: Maison.now)
    }
  }

  @Test(arguments: Engine.allCases) func `une restauration coupée se relance`(engine: Engine) async throws {
    try await withMaison(engine) { maison in
      for rang in 1...5 { try maison.write("mot \(rang)", by: somebody(), rang: rang) }
      let prise = try maison.take()
      let avant = try maison.database.billets(maison.vault)
      _ = try maison.restauration(of: prise).run(at: Maison.now)
      // As if it had been cut before its end: the mark is still there, the base is no longer empty.
      _ = try maison.restauration(of: prise).run(at: Maison.now)
      #expect(try maison.vide.billets(maison.master) == avant)
    }
  }

  @Test(arguments: Engine.allCases) func `les clés d’une autre maison arrêtent tout`(engine: Engine) async throws {
    try await withMaison(engine) { maison in
      try maison.write("mot", by: somebody())
      let prise = try maison.take()
      let keys = try maison.vide.openKeys()
      try keys.migrate(vaultMigrations, at: Maison.now)
      let etrangere = Vault(keys: keys, master: .random())
      _ = try etrangere.seal("mot", of: .personne(somebody()), at: Place("billet.mots", "un"))
      keys.close()
      let refusal = #expect(throws: SauvegardeError.self) { try maison.restauration(of: prise).run(at: Maison.now) }
      guard case .autresCles = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
    }
  }

  @Test func `un fichier abîmé qui nommerait des personnes effacées arrête, sauf si l’on passe outre`() async throws {
    try await withMaison(.sqlite) { maison in
      let part = somebody()
      try maison.write("je pars", by: part)
      let ancienne = try maison.take()
      try maison.vault.erase(.personne(part))
      let recente = try maison.take(at: Maison.now + .hours(1))
      var damaged = try Data(contentsOf: URL(filePath: recente.cles))
      damaged[damaged.count - 1] ^= 1
      try damaged.write(to: URL(filePath: recente.cles))
      let dossiers = [maison.depot.donnees, maison.depot.cles]
      #expect(throws: SauvegardeError.illisibles([recente.cles])) {
        try maison.restauration(of: ancienne, dossiers: dossiers).run(at: Maison.now)
      }
      let rendu = try maison.restauration(of: ancienne, dossiers: dossiers, tolere: true).run(at: Maison.now)
      #expect(rendu.illisibles == [recente.cles])
      // The list says it too.
      #expect(rendu.effaces == ["personne:\(part)"])
    }
  }

  @Test func `un journal resté seul n’est pas mêlé à la base rendue`() async throws {
    try await withMaison(.sqlite) { maison in
      let prise = try maison.take()
      guard case .fichiers(let donnees, _) = maison.vide else { return }
      try Data("reste".utf8).write(to: URL(filePath: donnees + "-wal"))
      #expect(throws: SauvegardeError.occupee(path: donnees + "-wal")) {
        try maison.restauration(of: prise).run(at: Maison.now)
      }
    }
  }

  @Test func `une sauvegarde d’un moteur ne se rend pas à l’autre`() async throws {
    try await withMaison(.sqlite) { maison in
      let prise = try maison.take()
      let serveur = Emplacement.serveur(donnees: "dbname=a", cles: "dbname=b")
      #expect(throws: SauvegardeError.autreMoteur(fichier: .sqlite, ici: .postgres)) {
        try maison.restauration(of: prise, to: serveur).run(at: Maison.now)
      }
    }
  }
}

private func mixed(donnees: Emplacement, cles: Emplacement) throws -> Emplacement {
  switch (donnees, cles) {
  case (.fichiers(let donnees, _), .fichiers(_, let cles)): .fichiers(donnees: donnees, cles: cles)
  case (.serveur(let donnees, _), .serveur(_, let cles)): .serveur(donnees: donnees, cles: cles)
  default: throw SauvegardeError.autreMoteur(fichier: donnees.engine, ici: cles.engine)
  }
}

private func rows(of maison: Maison) throws -> Int {
  switch maison.emplacement {
  case .serveur(let conninfo, _): try CopiePostgres.bordereau(conninfo).total
  case .fichiers(let path, _): try CopieSQLite.bordereau(path).total
  }
}

extension Database {
  fileprivate func billets(_ vault: Vault) throws -> [Billet] {
    try readNow { tx in
      try tx.all("SELECT id, auteur, rang, mots FROM billet ORDER BY auteur, rang") { row in
        let (id, auteur): (PersonneID, PersonneID) = (try row[0], try row[1])
        let mots = try vault.open(try row[3] as Sealed, of: .personne(auteur), at: Place("billet.mots", id))
        return Billet(auteur: auteur, rang: try row[2], mots: mots)
      }
    }
  }
}
