import Base
import Chartes
import Html
import NIOConcurrencyHelpers
import Temps
import Troupe

@testable import Web

extension Site {
  var routes: [Route] { ouvertes + reservees + formulaires + pannes + [flux] }

  private var ouvertes: [Route] {
    [
      .get("/", .everyone) { _ in .page(PageDEssai()) },
      .get("/choses", .everyone) { _ in .page(PageDEssai()) },
      .get("/choses/{id}", .everyone) { visit in .json(visit.parameters["id"] ?? "-") },
      .get("/choses/nouvelle", .everyone) { _ in .json("nouvelle") },
      .get("/choses/{id}/{partie}", .everyone) { visit in
        .json("\(visit.parameters["id"] ?? "-") et \(visit.parameters["partie"] ?? "-")")
      },
      .get("/fichier", .everyone) { _ in
        .file([1, 2, 3], type: "application/pdf", name: "essai.pdf")
      },
      .get("/ailleurs", .everyone) { _ in .redirect("/moi") },
      .get("/rien", .everyone) { _ in .nothing },
      .get("/parti", .everyone) { _ in .gone(PageDEssai()) },
      .get("/salle", .everyone) { _ in .page(PageDEssai(usesCamera: true)) },
      .get("/recherche", .everyone) { visit in .json(visit.query.text("mot")) },
      .get("/souvenir", .everyone) { _ in
        .redirect("/").setting(BrowserCookie(.langue, "en", lasts: .days(1))).setting(
          .forget(.connexion))
      },
      .get("/code", .everyone, rate: .access) { _ in .json("code") },
      .get("/navigateur", .everyone) { visit in .json(visit.navigateur) },
      .get("/paires/{id}", .everyone, on: .binome) { _ in .json("à deux") },
      .post("/paires/{id}/mots", .everyone, on: .binome) { _ in .json("à deux") },
    ]
  }

  private var reservees: [Route] {
    [
      .get("/moi", .signedIn) { visit in .json(try visit.person().prenom) },
      .get("/equipe", .role(.conseiller)) { _ in .page(PageDEssai()) },
      .get("/atelier", .development) { _ in .page(PageDEssai()) },
      .post("/moi", .signedIn) { visit in done("moi \(try visit.person().prenom)") },
      .post("/equipe", .role(.conseiller)) { _ in done("équipe") },
      .post("/atelier", .development) { _ in done("atelier") },
    ]
  }

  private var formulaires: [Route] {
    [
      .get("/mots", .everyone) { visit in .page(PageDeMots(seal: visit.seal)) },
      .post("/mots", .everyone) { visit in
        let mots = visit.form.text("mots")
        guard mots.count <= 20 else {
          return .again(
            PageDeMots(seal: visit.seal, mots: visit.form.raw("mots"), saisie: "C’est un peu long.")
          )
        }
        return done("\(try visit.geste()) \(mots)")
      },
      .post("/signal", .everyone, rate: .signalling) { visit in done("\(visit.body.count) octets")
      },
    ]
  }

  private var pannes: [Route] {
    [
      .get("/casse", .everyone) { _ in throw Panne(texte: Self.panne) },
      .get("/base/{etat}", .everyone) { visit in throw Self.base(visit.parameters["etat"]) },
      .post("/base/{etat}", .everyone) { visit in throw Self.base(visit.parameters["etat"]) },
      .get("/absente", .everyone) { _ in throw Absent() },
      .get("/identifiants/{id}", .everyone) { visit in
        .json((try visit.id("id") as PersonneID).text)
      },
    ]
  }

  private static func base(_ etat: String?) -> DatabaseError {
    switch etat {
    case "occupee": .busy
    case "partie": .unavailable
    case "pleine": .full
    case "douteuse": .undurable
    default: .other(code: "42P01")
    }
  }

  /// Begins with an event, so that a reader knows that it listens.
  private var flux: Route {
    .get("/direct", .signedIn, rate: .signalling) { [live] visit in
      .stream(live.listen(to: try visit.person().prenom, first: [ServerEvent("bienvenue", "1")]))
    }
  }

  private func done(_ acte: String) -> Answer {
    actes.withLockedValue { $0.append(acte) }
    return .redirect("/merci")
  }

  var faits: [String] { actes.withLockedValue { $0 } }
}

/// What goes wrong, with a text that nobody may read.
struct Panne: Error, CustomStringConvertible {
  let texte: String
  var description: String { texte }
}

struct PageDEssai: Page {
  var usesCamera = false

  func titre(_ t: Langue) -> String { t("Essai", "Trial") }
  func contenu(_ t: Langue) -> Markup { p { t("Bonjour", "Hello") } }
}

struct PageDeMots: Page {
  let seal: Sceau
  var mots = ""
  var saisie: String?

  func titre(_ t: Langue) -> String { t("Vos mots", "Your words") }
  func contenu(_ t: Langue) -> Markup {
    formulaire(vers: "/mots", seal) { zone("mots", label: "Mots", valeur: mots, erreur: saisie) }
  }
}
