import Annonces
import Base
import Conseil
import Discretion
import Foundation
import Html
import Hummingbird
import HummingbirdCore
import Logging
import Mentorat
import Personnes
import Rencontres
import ServiceLifecycle
import Temps
import UnixSignals
import ViePrivee
import Web
import WebPush

/// The rooms of a server.
struct Rooms: Sendable {
  let personnes: PersonnesRoom
  let rencontres: RencontresRoom
  let mentorat: MentoratRoom
  let conseil: ConseilRoom
  let viePrivee: ViePriveeRoom

  /// - Parameter origin: "https://accompagner.example", for links in mails.
  init(
    house: House, origin: String, personnes: PersonnesRoom, rencontres: RencontresRoom, mentorat: MentoratRoom,
    conseil: ConseilRoom
  ) {
    self.personnes = personnes
    self.rencontres = rencontres
    self.mentorat = mentorat
    self.conseil = conseil
    // What each room keeps about people, and what it does when one of them leaves.
    viePrivee = ViePriveeRoom(
      house: house, personnes: personnes, origin: origin,
      donnees: [
        personnes.donneesPersonnelles, rencontres.donneesPersonnelles, mentorat.donneesPersonnelles,
        conseil.donneesPersonnelles, house.donneesPersonnelles,
      ],
      conges: [rencontres.takeLeave, mentorat.takeLeave, personnes.takeLeave])
  }
}

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
    let (rooms, wiring) = try rooms()
    let files = try publicFiles()
    let rondes = Rondes()
    let configuration = SiteConfiguration(
      origin: settings.origin, development: development, trustsProxy: settings.trustProxy,
      csrfKey: CsrfKey(house.vault.derivedKey("csrf")), limiter: RateLimiter(factor: settings.rateFactor),
      mesures: try mesures(rondes))
    let responder = SiteResponder(wiring: wiring, configuration: configuration, files: files, horloge: horloge)
    let schedules = Schedules(
      house: house, facteur: Facteur(house: house, porteur: try porteur(), logger: logger),
      rooms: rooms, logger: logger, rondes: rondes, sauvegarde: try sauvegarde())
    let noeuds = Noeuds(house.database, key: house.vault.derivedKey("ondes"), at: horloge.now)
    house.vault.share(over: noeuds)
    live.share(over: noeuds)
    let application = Application(
      responder: responder,
      // Longer than a proxy keeps a connection: it is never the one surprised.
      server: .http1(configuration: .init(idleTimeout: .seconds(180))),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 4096,
        availableConnectionsDelegate: MaximumAvailableConnections(Descripteurs.raise().connections)),
      services: [schedules, Voisinage(noeuds: noeuds)], logger: logger)
    try await group(application).run()
    house.close()
    if house.hasLost { throw DisqueRefuse() }
  }

  /// The application, and what may end it: a signal, or a disk that keeps nothing any more.
  private func group(_ application: any Service) -> ServiceGroup {
    ServiceGroup(
      configuration: .init(
        services: [
          .init(service: application),
          .init(service: Veille(house: house, logger: logger), successTerminationBehavior: .gracefullyShutdownGroup),
          // Told first, since they are told in the reverse order.
          .init(service: DernierAppel(house: house, logger: logger)),
        ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
  }

  func rooms() throws -> (Rooms, SiteWiring) {
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
      house: house, live: live, origin: settings.origin, proConnect: try proConnect(),
      notifications: try notifications(), ouverture: ouverture, accueil: Hall.accueil)
    let rencontres = RencontresRoom(house: house, live: live, origin: settings.origin, relais: relais)
    let relecteur = try Relecteur(folder: settings.modelsDir)
    let mentorat = MentoratRoom(
      house: house, live: live, origin: settings.origin, relecteur: relecteur,
      impression: Impression(path: ProcessInfo.processInfo.environment["PATH"] ?? ""), whatsApp: try whatsApp())
    let conseil = ConseilRoom(house: house, live: live, origin: settings.origin, relecteur: relecteur)
    let rooms = Rooms(
      house: house, origin: settings.origin, personnes: personnes, rencontres: rencontres, mentorat: mentorat,
      conseil: conseil)
    let boite = Boite(house: house)
    let relecture = development ? RelectureRoutes(relecteur: relecteur).routes : []
    let wiring = SiteWiring(
      identify: { try await personnes.identify($0) },
      preuve: { try await personnes.preuvePage($0, $1, $2) },
      refused: { try await personnes.remember(refusal: $0, on: $1, by: $2, at: $3) }, navigation: Hall.navigation,
      routes: personnes.routes + rencontres.routes + mentorat.routes + conseil.routes + rooms.viePrivee.routes
        + boite.routes + relecture + demonstration,
      specimens: PersonnesRoom.specimens + RencontresRoom.specimens + MentoratRoom.specimens + ConseilRoom.specimens
        + ViePriveeRoom.specimens,
      health: { await house.database.check() })
    return (rooms, wiring)
  }

  private func mesures(_ rondes: Rondes) throws -> Mesures? {
    guard let text = settings.metricsToken else { return nil }
    guard let jeton = JetonDeMesure(text) else {
      throw SettingsError(
        description:
          "VADEMECUM_METRICS_TOKEN doit avoir vingt signes au moins. / VADEMECUM_METRICS_TOKEN must be twenty characters long at least."
      )
    }
    let maison = MesuresDeLaMaison(house: house, live: live, rondes: rondes, depuis: horloge.now)
    return Mesures(jeton: jeton) { await maison.read(at: $0) }
  }

  private func sauvegarde() throws -> SauvegardePlanifiee? {
    guard let sauvegarde = try Opening(settings: settings).sauvegarde(creates: false) else { return nil }
    return try SauvegardePlanifiee(sauvegarde, settings.backup, house: house, logger: logger)
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

  private func notifications() throws -> ReglagesDeNotifications? {
    do {
      let passeurs = try Passeurs(settings.passeurs)
      return passeurs.isEmpty ? nil : ReglagesDeNotifications(passeurs: passeurs) { await Poussee.post($0) }
    } catch let illisible as Passeurs.Illisible {
      throw SettingsError(
        description:
          "push.services : « \(illisible.texte) » n’est pas un nom de service. / push.services: “\(illisible.texte)” is not the name of a service."
      )
    }
  }

  private func whatsApp() throws -> ReglagesWhatsApp? {
    guard let given = settings.whatsApp else { return nil }
    let isLocal = ["127.0.0.1", "localhost"].contains(URL(string: given.base)?.host() ?? "")
    guard let secret = given.secret, let motConvenu = given.motConvenu, let jeton = given.jeton,
      let ligne = given.ligne, let numero = given.numero, !secret.isEmpty, motConvenu.count >= 16,
      [ligne, given.compte ?? "0"].allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }),
      given.base.hasPrefix("https://") || isLocal
    else {
      throw SettingsError(
        description:
          "WhatsApp demande VADEMECUM_WHATSAPP_APP_SECRET, _VERIFY_TOKEN (16 caractères au moins), _ACCESS_TOKEN, _PHONE_NUMBER_ID (des chiffres) et _NUMBER. / WhatsApp needs VADEMECUM_WHATSAPP_APP_SECRET, _VERIFY_TOKEN (16 characters at least), _ACCESS_TOKEN, _PHONE_NUMBER_ID (digits) and _NUMBER."
      )
    }
    let graph = Graph(base: given.base, version: given.version, ligne: ligne, jeton: jeton)
    return ReglagesWhatsApp(
      secret: secret, motConvenu: motConvenu, ligne: ligne, compte: given.compte, numero: numero,
      gabarit: given.gabarit, poster: { await graph.post($0) }, demander: { await graph.ask($0) })
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
