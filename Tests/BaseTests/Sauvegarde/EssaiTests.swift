import Foundation
import Html
import Temps
import Testing

@testable import Base

/// A backup is tried before it is believed.
@Suite struct EssaiTests {
  @Test func `un compte qui ne tombe pas juste se dit`() throws {
    let (ici, la) = (Bordereau(comptes: ["billet": 3]), Bordereau(comptes: ["billet": 2]))
    #expect(throws: SauvegardeError.essai(.compte(table: "billet", attendu: 3, lu: 2))) { try ici.requireEqual(la) }
    let reste = Bordereau(migrations: ["une": "a"], comptes: ["billet": 3])
    #expect(throws: SauvegardeError.essai(.migrations)) { try ici.requireEqual(reste) }
  }

  @Test func `une base dont une page est abîmée ne passe pas pour une bonne copie`() async throws {
    try await withMaison(.sqlite) { maison in
      for rang in 1...200 { try maison.write("mot", by: somebody(), rang: rang) }
      let path = maison.path("abimee.sqlite")
      guard case .fichiers(let donnees, _) = maison.emplacement else { return }
      try CopieSQLite.copy(donnees, to: path, arret: Arret())
      try CopieSQLite.requireSound(path, arret: Arret())
      var data = try Data(contentsOf: URL(filePath: path))
      for offset in stride(from: 8192, to: data.count, by: 4096) { data[offset] = 0xee }
      try data.write(to: URL(filePath: path))
      #expect(throws: SauvegardeError.essai(.structure)) { try CopieSQLite.requireSound(path, arret: Arret()) }
    }
  }

  @Test func `une référence vers rien se voit`() async throws {
    try await withMaison(.sqlite) { maison in
      try maison.write("mot", by: somebody())
      let path = maison.path("orpheline.sqlite")
      guard case .fichiers(let donnees, _) = maison.emplacement else { return }
      try CopieSQLite.copy(donnees, to: path, arret: Arret())
      #expect(throws: Never.self) { try CopieSQLite.requireSound(path, arret: Arret()) }
      try sansReferences(path)
      #expect(throws: SauvegardeError.essai(.reference(table: "billet"))) {
        try CopieSQLite.requireSound(path, arret: Arret())
      }
    }
  }

  @Test func `sans le droit de créer une base, l’archive est relue en entier, et cela se dit`() async throws {
    try await withMaison(.postgres) { maison in
      guard case .serveur(let donnees, let cles) = maison.emplacement else { return }
      try maison.write("mot", by: somebody())
      let role = "lecture_" + UUID().uuidString.lowercased().prefix(8)
      let arret = Arret()
      try Outil("psql").run(
        ["--no-psqlrc", "-c", "CREATE ROLE \(role) LOGIN IN ROLE pg_read_all_data"], at: donnees, arret: arret)
      defer {
        try? Outil("psql").run(["--no-psqlrc", "-c", "DROP ROLE \(role)"], at: donnees, arret: arret)
      }
      let modeste = Emplacement.serveur(donnees: "\(donnees) user=\(role)", cles: "\(cles) user=\(role)")
      let sauvegarde = Sauvegarde(modeste, to: maison.depot, master: maison.master, etabli: maison.path("etabli"))
      let prise = try sauvegarde.take(.make(at: Maison.now), at: Maison.now)
      guard case .relue(let reason) = try sauvegarde.check(prise) else {
        Issue.record("elle a été restaurée")
        return
      }
      #expect(reason.contains("permission denied"))
    }
  }

  @Test func `une adresse de PostgreSQL ne se lit sur aucune ligne de commande`() throws {
    let conninfo = "host=/tmp dbname=maison user=qui password='s e''cret' options='-c search_path=a'"
    let environment = try Conninfo.environment(conninfo.replacing("''", with: "\\'"))
    #expect(environment["PGPASSWORD"] == "s e'cret")
    #expect(environment["PGDATABASE"] == "maison")
    #expect(environment["PGOPTIONS"] == "-c search_path=a")
    #expect(environment.keys.allSatisfy { !$0.hasPrefix("VADEMECUM") })
    let other = try Conninfo.replacing(base: "autre", in: conninfo.replacing("''", with: "\\'"))
    #expect(try Conninfo.environment(other)["PGDATABASE"] == "autre")
    #expect(try Conninfo.environment(other)["PGPASSWORD"] == "s e'cret")
  }

  @Test func `plus de place se dit sans effrayer`() {
    #expect(SauvegardeError(ENOSPC, at: "/disque/x") == .pleine(path: "/disque/x"))
    #expect(SauvegardeError(ENOSPC, at: "/disque/x").phrase.fr.contains("sont intactes"))
  }

  @Test func `un programme absent, ou qui échoue, se dit par son nom`() throws {
    #expect(throws: SauvegardeError.programmeAbsent("pg_rien")) { try Outil("pg_rien") }
    let refusal = #expect(throws: SauvegardeError.self) {
      try Outil("pg_restore").run(["--list"], at: "dbname=x", arret: Arret()) { write in
        for _ in 0..<100 { try write(Data(count: 1 << 16)) }
      }
    }
    guard case .programme("pg_restore", let reason) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(reason.contains("pg_restore"))
  }
}

/// Takes a row away from under another one, as no closure of ours can.
private func sansReferences(_ path: String) throws {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [
    "python3", "-c",
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('DELETE FROM auteur'); c.commit()",
    path,
  ]
  try process.run()
  process.waitUntilExit()
}
