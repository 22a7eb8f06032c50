import Foundation
import Temps

/// The folders where backups stand: keys may have one of their own, on another disk, in other hands.
package struct Depot: Sendable, Equatable {
  package let donnees: String
  package let cles: String
  /// Whether folders that are not there are made. Never with nobody there: a disk that is not plugged in would be
  /// replaced by a folder on the disk one wanted to leave.
  let creates: Bool

  package init(donnees: String, cles: String? = nil, creates: Bool = true) {
    self.donnees = donnees
    self.cles = cles ?? donnees
    self.creates = creates
  }

  var folders: [String] { donnees == cles ? [donnees] : [donnees, cles] }

  func folder(of genre: Entete.Genre) -> String { genre == .cles ? cles : donnees }

  /// The file's name for good.
  func path(_ genre: Entete.Genre, _ nom: String) -> String { "\(folder(of: genre))/\(nom).\(genre.rawValue)" }

  /// Its name while it is being written.
  func partial(_ genre: Entete.Genre, _ id: SauvegardeID) -> String {
    "\(folder(of: genre))/.vademecum-\(id).\(genre.rawValue).partiel"
  }

  /// "vademecum-2026-11-28T12-00-00Z": no colon, which some disks refuse. The second of one second gets a number.
  func freeName(at instant: Instant) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let base = "vademecum-" + date.formatted(.iso8601).replacing(":", with: "-")
    var (nom, rank) = (base, 1)
    while Entete.Genre.allCases.contains(where: { FileManager.default.fileExists(atPath: path($0, nom)) }) {
      rank += 1
      nom = "\(base)-\(rank)"
    }
    return nom
  }

  /// The files of one kind, oldest first.
  func paths(of genre: Entete.Genre) -> [String] { Self.paths(of: genre, in: folder(of: genre)) }

  static func paths(of genre: Entete.Genre, in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("vademecum-") && $0.hasSuffix(".\(genre.rawValue)") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}

extension Depot {
  /// Makes the folders, for our user only, or asks for them.
  func prepare() throws {
    for folder in folders {
      if creates { try Depot.make(folder) }
      guard FileManager.default.fileExists(atPath: folder) else { throw SauvegardeError.dossierAbsent(path: folder) }
    }
  }

  static func make(_ folder: String) throws {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw SauvegardeError(errno, at: folder) }
    try make(URL(filePath: folder).deletingLastPathComponent().path)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw SauvegardeError(errno, at: folder) }
  }

  /// One backup at a time in these folders.
  /// - Throws: `.enCours`.
  func lock() throws -> [FileLock] { try folders.map { try Depot.lock($0) } }

  static func lock(_ folder: String) throws -> FileLock {
    do { return try FileLock(beside: "\(folder)/.vademecum") } catch OpeningError.inUse {
      throw SauvegardeError.enCours(path: folder)
    }
  }

  /// Removes what runs that were cut left behind. Only under the lock.
  func sweep() {
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where name.hasPrefix(".vademecum-") && name.hasSuffix(".partiel") {
        unlink("\(folder)/\(name)")
      }
    }
  }

  /// When the newest backup that goes to its end was taken; nil without one.
  func latest(_ master: MasterKey) -> Instant? {
    for path in paths(of: .donnees).reversed() {
      let nom = URL(filePath: path).deletingPathExtension().lastPathComponent
      guard FileManager.default.fileExists(atPath: self.path(.cles, nom)),
        let lecteur = try? Lecteur(path, master: master), (try? lecteur.isComplete) == true
      else { continue }
      return lecteur.entete.instant
    }
    return nil
  }
}
