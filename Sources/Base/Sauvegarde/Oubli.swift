import Foundation
import Temps

/// Who was erased, according to everything that can be asked: an older backup must not bring anybody back.
struct Oubli: Sendable {
  let listes: [String]
  let dossiers: [String]
  let tolere: Bool
  let master: MasterKey

  /// - Parameters:
  ///   - instant: of the backup that is restored: newer files of keys know more than it does.
  ///   - cles: its own file of keys.
  /// - Throws: `.illisibles` unless one tolerates them.
  func owners(after instant: Instant, and cles: String) throws -> (Set<String>, illisibles: [String]) {
    var (owners, illisibles) = (try Lecteur(cles, master: master).effacees(), [String]())
    for path in listes { owners.formUnion(try Self.isSealed(path) ? sealed(path) : Self.typed(path)) }
    for path in Set(dossiers).flatMap(beside) {
      do { owners.formUnion(try newer(path, instant)) } catch SauvegardeError.autreCle {
        // Another house keeps its backups in this folder.
      } catch { illisibles.append(path) }
    }
    guard illisibles.isEmpty || tolere else { throw SauvegardeError.illisibles(illisibles.sorted()) }
    return (owners, illisibles.sorted())
  }

  private func beside(_ dossier: String) -> [String] {
    [Entete.Genre.cles, .effacees].flatMap { Depot.paths(of: $0, in: dossier) }
  }

  private func newer(_ path: String, _ instant: Instant) throws -> Set<String> {
    let lecteur = try Lecteur(path, master: master)
    if lecteur.entete.genre == .cles, lecteur.entete.instant <= instant { return [] }
    return try lecteur.effacees()
  }

  private func sealed(_ path: String) throws -> Set<String> { try Lecteur(path, master: master).effacees() }

  private static func isSealed(_ path: String) throws -> Bool {
    try Descripteur.read(path).read(Entete.signature.count) == Entete.signature
  }

  /// One owner on each line, as somebody may have noted them: "personne:0190…".
  private static func typed(_ path: String) throws -> Set<String> {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Set(text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) })
      .filter { $0.contains(":") }
  }
}
