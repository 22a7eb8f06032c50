import ArgumentParser
import Base
import Foundation
import Html
import Logging
import Temps

/// `vademecum restore`: gives the house back from a backup, in an empty place.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Rend la maison depuis une sauvegarde. / Gives the house back from a backup.",
    discussion: """
      La place doit être vide, et la clé maîtresse donnée. / The place must be empty, and the master key given.
      Une restauration coupée se relance telle quelle. / A restoration that was cut may be run again as it is.
      """)

  @Option(help: "Fichier .donnees. / Data file.")
  var from: String

  @Option(help: "Fichier .cles ; sinon celui de même nom. / Keys file; otherwise the one of the same name.")
  var keysFrom: String?

  @Option(help: "Liste de personnes effacées, .effacees ou une par ligne. / List of erased people.")
  var erased: [String] = []

  @Option(help: "Autre dossier de sauvegardes à consulter. / Another folder of backups to look into.")
  var also: [String] = []

  @Flag(
    help:
      "Passer outre les fichiers abîmés qui diraient qui a été effacé. / Skip damaged files that may tell who was erased."
  )
  var skipDamaged = false

  @OptionGroup var options: Options

  func run() async throws {
    let settings = try await options.read()
    let opening = Opening(settings: settings)
    let rendu = try restauration(opening).run(at: horloge.now)
    let house = try opening.open(keepsSentMail: false, restoring: true)
    defer { house.database.close() }
    let (rooms, _) = try Server(
      settings: settings, house: house, logger: Logger(label: "vademecum"), ouverture: nil, development: false
    ).rooms()
    try await ApresRestauration(house: house, rooms: rooms, now: horloge.now).run()
    try house.vault.endRestoration()
    report(rendu)
  }

  private func restauration(_ opening: Opening) throws -> Restauration {
    let cles = keysFrom ?? beside(opening.settings.backup.keysDir)
    let folders = [folder(of: from), folder(of: cles)] + also
    let known = [opening.settings.backup.dir, opening.settings.backup.keysDir].compactMap { $0 }
    return Restauration(
      try opening.emplacement(), donnees: from, cles: cles, effacees: erased, dossiers: folders + known,
      tolere: skipDamaged, master: try opening.existingMasterKey(), etabli: try opening.etabli(),
      migrations: Opening.migrations)
  }

  /// The keys of the same name, beside the data or in the folder apart.
  private func beside(_ keysDir: String?) -> String {
    let url = URL(filePath: from).deletingPathExtension().appendingPathExtension("cles")
    if let keysDir, !FileManager.default.fileExists(atPath: url.path) { return "\(keysDir)/\(url.lastPathComponent)" }
    return url.path
  }

  private func folder(of path: String) -> String { URL(filePath: path).deletingLastPathComponent().path }

  private func report(_ rendu: Restauration.Rendu) {
    let (moment, count) = (rendu.instant.inWords, rendu.effaces.count)
    for path in rendu.illisibles { say("Passé outre : \(path) / Skipped: \(path)") }
    say(
      """
      La maison est rendue : \(rendu.lignes) lignes. Ce qui a été fait après le \(moment.fr) est perdu.
      Clés effacées depuis, qui ne reviennent pas : \(count).
      Toutes les connexions et tous les liens d’entrée sont fermés : chacun revient par un lien neuf, une clé ou un code.
      Si cela s’est fait depuis, refaites-le : suspendre quelqu’un, lui retirer un rôle ou une clé d’accès.
      Vous pouvez ouvrir le serveur.

      The house is back: \(rendu.lignes) rows. What was done after \(moment.en) is lost.
      Keys erased since, which do not come back: \(count).
      All connexions and entry links are closed: everybody comes back by a new link, a passkey or a code.
      If it was done since, do it again: suspending somebody, taking away a role or a passkey.
      You may start the server.
      """)
  }
}
