import ArgumentParser
import Base
import Foundation
import Html
import Temps

/// `vademecum backup`: copies the house, or looks at copies.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sauvegarde, même pendant que le serveur sert. / Backs up, even while the server serves.",
    subcommands: [BackupTake.self, BackupVerify.self], defaultSubcommand: BackupTake.self)
}

/// `vademecum backup --to DIR`.
struct BackupTake: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Fait une sauvegarde et l’essaie. / Makes a backup and tries it.")

  @Option(help: "Dossier où sauvegarder. / Folder to back up to. (backup.dir)")
  var to: String?

  @Option(help: "Dossier à part pour les clés. / Folder apart for the keys. (backup.keys.dir)")
  var keysTo: String?

  @Flag(help: "Retirer ensuite les plus anciennes. / Then remove the oldest ones.")
  var rotate = false

  @Flag(help: "Ne pas l’essayer. / Do not try it.")
  var noCheck = false

  @OptionGroup var options: Options

  func run() async throws {
    let settings = try await options.read()
    guard let sauvegarde = try Opening(settings: settings).sauvegarde(to: to, keysTo: keysTo) else {
      throw SettingsError(
        description: "Dites où sauvegarder : --to DOSSIER. / Say where to back up: --to FOLDER.")
    }
    let now = horloge.now
    let prise = try sauvegarde.take(.make(at: now), at: now)
    report(prise)
    if !noCheck { report(try sauvegarde.check(prise)) }
    if rotate {
      let count = try sauvegarde.rotate(settings.backup.rotation, keeping: prise, at: now)
      say("Fichiers retirés, trop anciens : \(count). / Files removed, too old: \(count).")
    }
    say(
      """

      La clé maîtresse n’est dans aucun de ces fichiers, et sans elle ils ne s’ouvrent pas : gardez-en une copie ailleurs.
      The master key is in none of these files, and without it they do not open: keep a copy of it elsewhere.
      """)
  }

  private func report(_ prise: Sauvegarde.Prise) {
    let (fr, en) = (prise.instant.inWords.fr, prise.instant.inWords.en)
    say(
      """
      \(prise.donnees)
      \(prise.cles)

      Tout ce qui était acquis avant le \(fr) y est.
      All that was acknowledged before \(en) is in it.
      """)
    guard let precedente = prise.precedente else {
      return say("C’est la première de ce dossier. / It is the first one in this folder.")
    }
    let since = Phrase(
      fr: Langue.fr.age(prise.instant - precedente), en: Langue.en.age(prise.instant - precedente))
    say(
      """
      RPO : la précédente datait de \(since.fr) ; une panne juste avant celle-ci aurait perdu ce temps-là.
      RPO: the one before was \(since.en) old; a failure just before this one would have lost that time.
      """)
  }

  private func report(_ constat: Sauvegarde.Constat) {
    switch constat {
    case .restauree(let rows):
      say(
        "Restaurée dans une base d’essai : \(rows) lignes, toutes comptées. / Restored for a try: \(rows) rows, all counted."
      )
    case .relue(let reason):
      say(
        """
        Relue jusqu’au bout, mais pas restaurée : aucune base d’essai n’a pu être créée.
        Read to its end, but not restored: no base could be made to try it.
          \(reason)
        """)
    }
  }
}

/// `vademecum backup verify FILE…`: opens every block of these files.
struct BackupVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Relit des fichiers de sauvegarde : un seul octet changé se voit. / Reads backup files: one changed byte shows.")

  @Argument(help: "Fichiers .donnees, .cles, .effacees. / Backup files.")
  var files: [String]

  @OptionGroup var options: Options

  func run() async throws {
    let master = try Opening(settings: try await options.read()).existingMasterKey()
    var isGood = true
    for file in files {
      do {
        let (entete, bordereau) = try Sauvegarde.verify(file, master: master)
        say("\(file) : \(entete.instant.iso), \(bordereau.total) lignes. / \(bordereau.total) rows.")
      } catch let error as SauvegardeError {
        isGood = false
        say("\(error)")
      }
    }
    if !isGood { throw ExitCode.failure }
  }
}

extension Opening {
  /// nil when no folder is known.
  func sauvegarde(to: String? = nil, keysTo: String? = nil, creates: Bool = true) throws -> Sauvegarde? {
    guard let folder = to ?? settings.backup.dir else { return nil }
    // Keys go apart where one says so; a folder given by hand takes both.
    let cles = keysTo ?? (to == nil ? settings.backup.keysDir : nil)
    return Sauvegarde(
      try emplacement(), to: Depot(donnees: folder, cles: cles, creates: creates), master: try existingMasterKey(),
      etabli: try etabli())
  }
}

extension Langue {
  /// "3 heures 20", "moins d’une minute".
  fileprivate func age(_ duration: Duration) -> String {
    duration < .minutes(1) ? self("moins d’une minute", "less than a minute") : duree(duration)
  }
}

extension Instant {
  /// To the minute where the machine lives, and to the second for programs.
  var inWords: Phrase {
    let fuseau = Fuseau(TimeZone.current.identifier) ?? Fuseau("Etc/UTC") ?? .paris
    return Phrase(
      fr: "\(Langue.fr.dateEtHeure(self, fuseau, reference: nil)) [\(iso)]",
      en: "\(Langue.en.dateEtHeure(self, fuseau, reference: nil)) [\(iso)]")
  }
}
