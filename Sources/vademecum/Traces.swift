import ArgumentParser
import Base

/// `vademecum traces`: what one takes away of the log of who read or did what.
struct Traces: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traces", abstract: "Le journal de qui a lu ou fait quoi. / The log of who read or did what.",
    subcommands: [TeteSignee.self])

  /// `vademecum traces tete`: the newest signed head, to be kept elsewhere. Only reads.
  struct TeteSignee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tete",
      abstract: "Donne la dernière tête signée, sur une ligne. / Prints the newest signed head, on one line.",
      discussion: """
        Gardez-la hors de cette machine, puis donnez-la à vademecum verify --head. / Keep it away from this machine, then \
        give it to vademecum verify --head.
        """,
      aliases: ["head"])

    @OptionGroup var options: Options

    func run() async throws {
      let database = try Opening(settings: try await options.read()).peek()
      defer { database.close() }
      guard let tete = try await TraceChain.newestTete(in: database) else {
        throw SettingsError(
          description:
            "Aucune tête n’est encore signée : le serveur en signe une par heure. / No head is signed yet: the server signs one an hour."
        )
      }
      say(tete.texte)
    }
  }
}
