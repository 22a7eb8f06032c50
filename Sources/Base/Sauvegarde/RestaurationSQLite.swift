import Foundation

/// The content of a file of data, made an SQLite file again.
enum RestaurationSQLite {
  /// Writes it there, and looks at all of it.
  /// - Returns: what it holds, which is what it should.
  /// - Throws: `SauvegardeError`. What is left at `path` is then good for nothing.
  @discardableResult
  static func write(_ lecteur: Lecteur, to path: String, arret: Arret = Arret()) throws -> Bordereau {
    let file = try Descripteur.create(path)
    let expected = try lecteur.read { data in
      try arret.check()
      try file.write(data)
    }
    try file.sync()
    file.close()
    try CopieSQLite.requireSound(path, arret: arret)
    try expected.requireEqual(try CopieSQLite.bordereau(path))
    return expected
  }

  /// The same under its name for good, where nothing stands but what an interrupted run left.
  static func restore(_ lecteur: Lecteur, to path: String) throws {
    let working = path + ".restauration"
    for file in CopieSQLite.files(path) + CopieSQLite.files(working) { unlink(file) }
    try write(lecteur, to: working)
    // Looking at it may have left an empty journal.
    for file in CopieSQLite.files(working).dropFirst() { unlink(file) }
    try Descripteur.rename(working, to: path)
  }
}
