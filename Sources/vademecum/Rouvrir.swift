import ArgumentParser
import Base
import Personnes
import Temps
import Web

/// `vademecum rouvrir`: a printed code for somebody who has lost every way in, and whom nobody else can help.
struct Rouvrir: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rouvrir",
    abstract:
      "Prépare un code sur papier pour qui n’a plus aucun moyen d’entrer. / Prepares a code on paper for somebody with no way left to come in."
  )

  @Argument(help: "Adresse e-mail du compte. / The account’s e-mail address.")
  var adresse: String

  @OptionGroup var options: Options

  func run() async throws {
    let settings = try await options.read()
    let house = try Opening(settings: settings).open(keepsSentMail: false)
    defer { house.database.close() }
    let room = PersonnesRoom(
      house: house, live: LiveStream(), origin: settings.origin, ouverture: nil, accueil: Hall.accueil)
    guard let code = try await room.recover(adresse, for: .house(.exploitation), at: horloge.now) else {
      say("Aucun compte à cette adresse. / No account at this address.")
      throw ExitCode.failure
    }
    say(
      """
      Vérifiez qui est devant vous, puis remettez ce code en main propre. Il sert une fois, dans la journée, et efface
      les clés, les codes et les connexions d’avant.
      Check who is in front of you, then hand this code over in person. It works once, within a day, and erases the
      earlier passkeys, codes and connections.

      \(settings.origin)/connexion/papier
      \(code)
      """)
  }
}
