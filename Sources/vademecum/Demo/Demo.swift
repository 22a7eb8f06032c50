import ArgumentParser
import Base
import Chartes
import Conseil
import Discretion
import Foundation
import Html
import Logging
import Mentorat
import Personnes
import Rencontres
import Temps
import ViePrivee
import Web

/// `vademecum demo`: an invented programme on a base of its own, with a way in for each of the cast.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Une démonstration, avec des personnes inventées. / A demonstration with invented people.")

  @OptionGroup var options: Options

  func run() async throws {
    var settings = try await options.read()
    let folder = FileManager.default.temporaryDirectory.appending(path: "vademecum-demo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    settings.dataDir = folder.path
    settings.database = nil
    settings.smtp = nil
    settings.backup = .none
    let house = try Opening(settings: settings).open(keepsSentMail: true)
    let live = LiveStream()
    let personnes = PersonnesRoom(
      house: house, live: live, origin: settings.origin, ouverture: nil, accueil: Hall.accueil)
    let rencontres = RencontresRoom(
      house: house, live: live, origin: settings.origin,
      relais: RelaisVideo(stun: [], turn: [], secret: nil, relayOnly: false))
    let mentorat = MentoratRoom(
      house: house, live: live, origin: settings.origin, relecteur: try Relecteur(folder: settings.modelsDir),
      impression: Impression(programme: nil))
    let conseil = ConseilRoom(
      house: house, live: live, origin: settings.origin, relecteur: try Relecteur(folder: settings.modelsDir))
    let cast =
      try await Seeding(personnes: personnes, rencontres: rencontres, now: horloge.now).play()
      + MentoratSeeding(personnes: personnes, mentorat: mentorat, now: horloge.now).play()
      + ConseilSeeding(personnes: personnes, conseil: conseil, now: horloge.now).play()
    let rooms = Rooms(
      house: house, origin: settings.origin, personnes: personnes, rencontres: rencontres, mentorat: mentorat,
      conseil: conseil)
    try await askAboutData(cast, rooms.viePrivee)
    let stage = Stage(cast: cast, personnes: personnes)
    announce(cast.map(\.0), settings)
    var logger = Logger(label: "vademecum")
    logger.logLevel = .warning
    try await Server(
      settings: settings, house: house, logger: logger, ouverture: nil, development: true,
      demonstration: stage.routes, live: live
    ).run()
  }

  /// Somebody of the first programme asks to correct something: the coordinator has a request to answer.
  private func askAboutData(_ cast: [(Figurant, Visitor)], _ room: ViePriveeRoom) async throws {
    guard let (_, lou) = cast.first(where: { $0.0.role == .explorateur && $0.0.prenom == "Lou" }) else { return }
    try await room.askForDemonstration(
      "Mon nom de famille a changé en septembre\u{a0}: il n’est pas à jour dans mes anciennes rencontres.", by: lou,
      at: horloge.now - .days(3))
  }

  private func announce(_ cast: [Figurant], _ settings: Settings) {
    say("\nVademecum, démonstration : \(settings.origin)/demo\n")
    for figurant in cast {
      say("  \(figurant.prenom) (\(Langue.fr(figurant.role.titre))) : \(settings.origin)/demo/\(figurant.slug)")
    }
    say("\n  Les messages / mails : \(settings.origin)/boite\n  La galerie / gallery : \(settings.origin)/galerie\n")
  }
}

extension Figurant {
  var slug: String { prenom.folding(options: .diacriticInsensitive, locale: nil).lowercased() }
}

/// The doors of the demonstration: one for each of the cast.
struct Stage: Sendable {
  let cast: [(Figurant, Visitor)]
  let personnes: PersonnesRoom

  var routes: [Route] {
    [
      .get("/demo", .development) { _ in .page(DemoPage(cast: cast.map(\.0))) },
      .get("/demo/{qui}", .development) { visit in
        .page(DemoDoorPage(seal: visit.seal, figurant: try figure(visit).0))
      },
      .post("/demo/{qui}", .development) { visit in
        let cookie = try await personnes.enter(
          as: try figure(visit).1.personne, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
        return .redirect("/accueil").setting(cookie)
      },
    ]
  }

  private func figure(_ visit: Visit) throws -> (Figurant, Visitor) {
    guard let found = cast.first(where: { $0.0.slug == visit.parameters["qui"] }) else { throw Absent() }
    return found
  }
}

struct DemoPage: Page {
  let cast: [Figurant]

  func titre(_ t: Langue) -> String { t("Qui voulez-vous être\u{a0}?", "Who would you like to be?") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Tout est inventé ici. Entrez par l’une de ces portes.",
        "Everything is invented here. Come in by one of these doors.")
    ) {
      cartes(
        cast.map { figurant in
          personne(
            initiales: String(figurant.prenom.prefix(1) + figurant.nom.prefix(1)), nom: figurant.prenom,
            detail: t(figurant.histoire),
            geste: a(.href("/demo/\(figurant.slug)")) {
              t("Entrer comme \(figurant.prenom)", "Come in as \(figurant.prenom)")
            })
        })
    }
  }
}

struct DemoDoorPage: Page {
  let seal: Sceau
  let figurant: Figurant

  func titre(_ t: Langue) -> String { t("Vous êtes \(figurant.prenom)", "You are \(figurant.prenom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t(figurant.histoire)) {
      formulaire(vers: "/demo/\(figurant.slug)", seal) {
        gestes { bouton(t("Entrer comme \(figurant.prenom)", "Come in as \(figurant.prenom)")) }
      }
    }
  }
}
