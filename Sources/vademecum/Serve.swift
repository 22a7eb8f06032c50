import ArgumentParser
import Base
import Foundation
import Logging
import Personnes

/// `vademecum serve`: the server, on its own base.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Ouvre le serveur. / Runs the server.")

  @OptionGroup var options: Options

  @Flag(help: "Galerie et boîte aux lettres. / Gallery and mailbox.")
  var development = false

  func run() async throws {
    let settings = try await options.read()
    let house = try Opening(settings: settings).open(keepsSentMail: development)
    let isOpen = try await house.database.read { tx in try PersonnesStore(house).isOpen(in: tx) }
    let ouverture = isOpen ? nil : Token.random()
    if let ouverture { announce(ouverture, settings) }
    try await Server(
      settings: settings, house: house, logger: Logger(label: "vademecum"), ouverture: ouverture,
      development: development
    ).run()
  }

  /// To whoever started the server, and to nobody else: it is never written in a log.
  private func announce(_ ouverture: Token, _ settings: Settings) {
    say(
      """

      Première ouverture : \(settings.origin)/ouverture
      Code à recopier sur cette page, une seule fois : \(ouverture.text)
      First opening: type this code on that page, once.

      """)
  }
}

/// `vademecum migrate`: brings the tables up to date and ends.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Met les tables à jour. / Brings the tables up to date.")

  @OptionGroup var options: Options

  func run() async throws {
    let house = try Opening(settings: try await options.read()).open(keepsSentMail: false)
    house.database.close()
    say("Les tables sont à jour. / Tables are up to date.")
  }
}
