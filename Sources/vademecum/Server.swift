import Annonces
import Base
import Discretion
import Foundation
import Html
import Hummingbird
import Logging
import Mentorat
import Personnes
import Rencontres
import ServiceLifecycle
import Temps
import Web

/// One server, put together: rooms, routes, schedules.
struct Server {
  let settings: Settings
  let house: House
  let logger: Logger
  /// Printed in the terminal when no structure exists yet.
  let ouverture: Token?
  let development: Bool
  /// Routes that only a demonstration has.
  var demonstration: [Route] = []
  var live = LiveStream()

  /// Serves until SIGTERM or SIGINT.
  func run() async throws {
    let (personnes, rencontres, mentorat, wiring) = try rooms()
    let files = try publicFiles()
    let configuration = SiteConfiguration(
      origin: settings.origin, development: development, trustsProxy: settings.trustProxy,
      csrfKey: CsrfKey(house.vault.derivedKey("csrf")), limiter: RateLimiter(factor: settings.rateFactor))
    let responder = SiteResponder(wiring: wiring, configuration: configuration, files: files, horloge: horloge)
    let schedules = Schedules(
      house: house, facteur: Facteur(house: house, porteur: try porteur(), logger: logger),
      personnes: personnes, rencontres: rencontres, mentorat: mentorat, logger: logger)
    let application = Application(
      responder: responder,
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 4096),
      services: [schedules], logger: logger)
    try await application.runService()
    house.database.close()
  }

  private func rooms() throws -> (PersonnesRoom, RencontresRoom, MentoratRoom, SiteWiring) {
    if settings.relayOnly || !settings.turn.isEmpty {
      guard !settings.turn.isEmpty, settings.turnSecret != nil else {
        throw SettingsError(
          description:
            "TURN demande turn.urls et VADEMECUM_TURN_SECRET. / TURN needs turn.urls and VADEMECUM_TURN_SECRET.")
      }
    }
    let relais = RelaisVideo(
      stun: settings.stun, turn: settings.turn, secret: settings.turnSecret, relayOnly: settings.relayOnly)
    let personnes = PersonnesRoom(
      house: house, live: live, origin: settings.origin, proConnect: try proConnect(), ouverture: ouverture,
      accueil: Hall.accueil)
    let rencontres = RencontresRoom(house: house, live: live, origin: settings.origin, relais: relais)
    let relecteur = try Relecteur(folder: settings.modelsDir)
    let mentorat = MentoratRoom(
      house: house, live: live, origin: settings.origin, relecteur: relecteur,
      impression: Impression(path: ProcessInfo.processInfo.environment["PATH"] ?? ""))
    let boite = Boite(house: house)
    let relecture = development ? RelectureRoutes(relecteur: relecteur).routes : []
    let wiring = SiteWiring(
      identify: { try await personnes.identify($0) },
      preuve: { try await personnes.preuvePage($0, $1, $2) },
      refused: { try await personnes.remember(refusal: $0, on: $1, by: $2, at: $3) }, navigation: Hall.navigation,
      routes: personnes.routes + rencontres.routes + mentorat.routes + boite.routes + relecture + demonstration,
      specimens: PersonnesRoom.specimens + RencontresRoom.specimens + MentoratRoom.specimens,
      health: { await house.database.check() })
    return (personnes, rencontres, mentorat, wiring)
  }

  private func proConnect() throws -> ReglagesProConnect? {
    guard let given = settings.proConnect else { return nil }
    let isLocal = ["127.0.0.1", "localhost"].contains(URL(string: given.base)?.host() ?? "")
    guard let client = given.client, let secret = given.secret, given.base.hasPrefix("https://") || isLocal else {
      throw SettingsError(
        description:
          "ProConnect demande proconnect.base en https, proconnect.client et VADEMECUM_PROCONNECT_SECRET. / ProConnect needs proconnect.base over https, proconnect.client and VADEMECUM_PROCONNECT_SECRET."
      )
    }
    return ReglagesProConnect(
      base: given.base, client: client, secret: secret, niveaux: given.niveaux ?? ReglagesProConnect.niveauxParDefaut)
  }

  private func publicFiles() throws -> StaticFiles {
    do { return try StaticFiles(root: URL(filePath: settings.publicDir, directoryHint: .isDirectory)) } catch {
      throw SettingsError(
        description:
          "Le dossier Public manque dans \(settings.publicDir) : donnez --public-dir. / The Public folder is not in \(settings.publicDir): give --public-dir."
      )
    }
  }

  private func porteur() throws -> Porteur {
    guard let smtp = settings.smtp else {
      if !development {
        logger.warning("Aucun serveur SMTP : les messages attendent. / No SMTP server: mails wait.")
        return .attente
      }
      return .boite
    }
    guard let security = Relais.Security(rawValue: smtp.security) else {
      throw SettingsError(description: "smtp.security : none, starttls, tls.")
    }
    guard let from = Annonces.Adresse(smtp.from ?? "ne-pas-repondre@\(settings.domain)") else {
      throw SettingsError(description: "smtp.from n’est pas une adresse. / smtp.from is not an address.")
    }
    let relais = try Relais(
      host: smtp.host, port: smtp.port, security: security, user: smtp.user, password: smtp.password,
      caFile: smtp.caFile, heloDomain: settings.domain)
    return .smtp(Smtp(relais), from: Expediteur(nom: "Vademecum", adresse: from), domain: settings.domain)
  }
}
