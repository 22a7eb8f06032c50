import Crypto
import Foundation

/// The content of a file of data, given back to a PostgreSQL base by `pg_restore`, in one transaction.
struct RestaurationPostgres {
  let conninfo: String
  /// Where the list of what is restored is written for a moment.
  let etabli: String
  var arret = Arret()

  /// - Parameter cleaning: removes first what an interrupted run left.
  func restore(_ lecteur: Lecteur, cleaning: Bool = false) throws {
    let expected = try lecteur.bordereau()
    let here = try target()
    let liste = "\(etabli)/liste"
    defer { unlink(liste) }
    let outil = try Outil("pg_restore")
    try outil.run(["--list", "--file=\(liste)"], at: conninfo, arret: arret, input: feed(lecteur))
    if here.schema != nil { try dropSchema(from: liste) }
    try outil.run(
      [
        "--dbname=\(here.base)", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
        "--no-password", "--use-list=\(liste)",
      ] + (cleaning ? ["--clean", "--if-exists"] : []), at: conninfo, arret: arret, input: feed(lecteur))
    try expected.requireEqual(try CopiePostgres.bordereau(conninfo))
  }

  /// Reads the whole archive as `pg_restore` would, and does nothing with it.
  func readThrough(_ lecteur: Lecteur) throws {
    try Outil("pg_restore").run(["--file=/dev/null"], at: conninfo, arret: arret, input: feed(lecteur))
  }

  /// The base that the address leads to, and its schema; nil when it is not there yet.
  func target() throws -> (base: String, schema: String?) {
    let database = try Database.postgres(conninfo, connections: 2)
    defer { database.close() }
    let found = try database.readNow { tx in
      try tx.first("SELECT current_database()::text, current_schema()::text") { row in
        (base: try row[0] as String, schema: try row[1] as String?)
      }
    }
    guard let found else { throw DatabaseError.unavailable }
    return found
  }

  /// A dump of one schema begins by creating it, and `public` is always there.
  private func dropSchema(from liste: String) throws {
    let lines = try String(contentsOfFile: liste, encoding: .utf8).split(separator: "\n")
    let kept = lines.filter { !$0.contains(/^\d+; \d+ \d+ (SCHEMA|COMMENT) - (SCHEMA )?\S+ \S+$/) }
    try (kept.joined(separator: "\n") + "\n").write(toFile: liste, atomically: true, encoding: .utf8)
  }

  private func feed(_ lecteur: Lecteur) -> (((Data) throws -> Void) throws -> Void) {
    { write in
      try lecteur.read { data in
        try arret.check()
        try write(data)
      }
    }
  }
}

/// A base made to try a backup, and gone afterwards.
struct EssaiPostgres {
  private let conninfo: String
  private let etabli: String
  private let arret: Arret

  init(_ conninfo: String, etabli: String, arret: Arret) {
    self.conninfo = conninfo
    self.etabli = etabli
    self.arret = arret
  }

  func check(_ lecteur: Lecteur) throws -> Sauvegarde.Constat {
    let base = try RestaurationPostgres(conninfo: conninfo, etabli: etabli).target().base
    // One name for each base, so that a run that was cut leaves at most one behind.
    let essai = "vademecum_essai_\(SHA256.hash(data: Data(base.utf8)).hexadecimal.prefix(12))"
    let drop = ["--maintenance-db=\(base)", "--if-exists", "--force", "--no-password", essai]
    do {
      try Outil("dropdb").run(drop, at: conninfo, arret: Arret())
      try Outil("createdb").run(
        [
          "--maintenance-db=\(base)", "--template=template0", "--encoding=UTF8", "--locale=C", "--no-password", essai,
        ], at: conninfo, arret: arret)
    } catch SauvegardeError.programme(_, let reason) {
      try RestaurationPostgres(conninfo: conninfo, etabli: etabli, arret: arret).readThrough(lecteur)
      return .relue(reason)
    }
    defer { try? Outil("dropdb").run(drop, at: conninfo, arret: Arret()) }
    let there = try Conninfo.replacing(base: essai, in: conninfo)
    try RestaurationPostgres(conninfo: there, etabli: etabli, arret: arret).restore(lecteur)
    return .restauree(try lecteur.bordereau().total)
  }
}
