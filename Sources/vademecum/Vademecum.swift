import ArgumentParser

/// The command: one server, and what keeps it well.
@main
struct Vademecum: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vademecum",
    abstract: "Un serveur d’accompagnement tenu par une charte. / An accompaniment server held by a charter.",
    version: version,
    subcommands: [
      Serve.self, Demo.self, Migrate.self, Backup.self, Restore.self, Verify.self, Traces.self, Rouvrir.self,
      DiscretionCommand.self,
    ],
    defaultSubcommand: Serve.self)
}
