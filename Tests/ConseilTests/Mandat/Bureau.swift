import Base
import Chartes
import Html
import Personnes
import Temps
import Troupe

@testable import Conseil
@testable import Web

/// An advising programme with three advisers who have signed: Lila and Hugo follow Anaëlle, Rémi does not.
struct Bureau: Sendable, Visitable {
  let scene: Scene
  let lila: Visitor
  let hugo: Visitor
  let remi: Visitor
  let usager: UsagerID

  var conseil: ConseilRoom { scene.conseil }

  /// What Lila types with Anaëlle, but for what a test changes. A name given takes all its values.
  static func demande(_ changes: [String: [String]] = [:]) -> [(String, String)] {
    let fields: [(String, [String])] = [
      ("risque", ["allocation"]), ("avant", ["2027-02-12"]), ("operateur", ["caf"]), ("agent", ["injoignable"]),
      ("note", ["Trois appels sans réponse."]), ("prenom", ["Anaëlle"]), ("nom", ["D’Oréquivaël-N’Guessan"]),
      ("naissance", ["1953"]), ("exclusion", ["aucune"]), ("langue", ["fr"]),
      ("demarche", ["famille_scolarite", "logement"]), ("jours", ["31"]),
    ]
    return fields.flatMap { nom, values in (changes[nom] ?? values).map { (nom, $0) } }
  }

  var parametres: [String: String] { ["usager": usager.text] }

  /// Asks for a mandate, as its form does.
  func ask(
    _ changes: [String: [String]] = [:], by visitor: Visitor? = nil, at now: Instant = Scene.now, geste: Geste? = nil
  ) async throws -> Reponse {
    Reponse(
      try await conseil.writeMandat(
        visit(by: visitor ?? lila, form: Self.demande(changes), at: now, geste: geste)))
  }

  /// The text is written, and not signed yet.
  func prepare(_ changes: [String: [String]] = [:], at now: Instant = Scene.now) async throws -> MandatID {
    let location = try await ask(changes, at: now).location ?? ""
    let id = MandatID(location.replacing("/mandats/", with: "").replacing("/signature", with: ""))
    guard let id else { throw Absent() }
    return id
  }

  /// Signs on the screen, with what the page of the signature carries. A name given takes its value.
  func sign(
    _ id: MandatID, _ changes: [String: String] = [:], by visitor: Visitor? = nil, in room: ConseilRoom? = nil,
    at now: Instant = Scene.now, geste: Geste? = nil
  ) async throws -> Reponse {
    let fields = [
      "maniere": "ecran", "empreinte": try await mandat(id).empreinte, "nom": "Anaëlle D'Oréquivaël N'Guessan",
      "accord-ecran": "oui",
    ].merging(changes) { $1 }
    return Reponse(
      try await (room ?? conseil).signMandat(
        visit(by: visitor ?? lila, ["mandat": id.text], form: fields.map { ($0, $1) }, at: now, geste: geste)))
  }

  /// A mandate in force.
  func signed(_ changes: [String: [String]] = [:], at now: Instant = Scene.now) async throws -> MandatID {
    let id = try await prepare(changes, at: now)
    _ = try await sign(id, ["nom": "Anaëlle D’Oréquivaël-N’Guessan"], at: now)
    return id
  }

  func act(
    under id: MandatID, _ demarche: String = "logement", _ fait: String = "Déclaration de ressources envoyée.",
    by visitor: Visitor? = nil, in room: ConseilRoom? = nil, at now: Instant = Scene.now + .hours(1),
    geste: Geste? = nil
  ) async throws -> Reponse {
    Reponse(
      try await (room ?? conseil).useMandat(
        visit(
          by: visitor ?? lila, ["mandat": id.text], form: [("demarche", demarche), ("fait", fait)], at: now,
          geste: geste)))
  }

  func withdraw(
    _ demarche: String, of id: MandatID, by visitor: Visitor? = nil, in room: ConseilRoom? = nil,
    at now: Instant = Scene.now + .minutes(30)
  ) async throws -> Reponse {
    Reponse(
      try await (room ?? conseil).withdrawMandat(
        visit(by: visitor ?? lila, ["mandat": id.text], form: [("demarche", demarche)], at: now)))
  }

  func page(_ id: MandatID, by visitor: Visitor? = nil, at now: Instant = Scene.now + .hours(2)) async throws -> String
  {
    Reponse(try await conseil.showMandat(visit(by: visitor ?? lila, ["mandat": id.text], at: now))).html
  }

  func mandat(_ id: MandatID) async throws -> Mandat {
    try await scene.house.database.read { [store = conseil.store, lila] tx in
      try store.mandat(id, for: lila.viewer, in: tx)
    }
  }

  func texte(_ id: MandatID) async throws -> String {
    try await scene.house.database.read { [store = conseil.store, lila] tx in
      try store.texte(of: store.mandat(id, for: lila.viewer, in: tx), in: tx)
    }
  }

  /// The journal, the last line first.
  func journal(_ id: MandatID) async throws -> [UsageDeMandat] {
    try await scene.house.database.read { [store = conseil.store, lila] tx in
      try store.usages(of: store.mandat(id, for: lila.viewer, in: tx), in: tx)
    }
  }

  func identite() async throws -> Identite {
    try await scene.house.database.read { [store = conseil.store, lila, usager] tx in
      try store.usager(usager, for: lila.viewer, in: tx).identite
    }
  }
}

/// What a route answered.
struct Reponse {
  let code: Int
  /// Where one goes next; nil for a page.
  let location: String?
  /// The page with its title, every space a plain one; "" when there is none.
  let html: String
  let file: [UInt8]

  init(_ answer: Answer) {
    code = Int("\(answer.status)".prefix(3)) ?? 0
    location = answer.headers.first?.1
    if case .page(let page) = answer.body {
      html = (page.titre(.fr) + page.contenu(.fr).string).replacing("\u{a0}", with: " ")
    } else {
      html = ""
    }
    if case .bytes(let bytes, _) = answer.body { file = bytes } else { file = [] }
  }
}

extension Scene {
  func bureau() async throws -> Bureau {
    let start = now - .days(3)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mairie du Perche", dispositif: "Conseil numérique du Perche", charte: .conseil, at: start)
    func seat(_ prenom: String, _ nom: String) async throws -> Visitor {
      try await personnes.seat(
        Figurant(prenom, nom, .conseillerNumerique), in: dispositif, suivieBy: nil, at: start)
    }
    let lila = try await seat("Lila", "Ferrandis")
    let hugo = try await seat("Hugo", "Testevuide")
    let remi = try await seat("Rémi", "Quillebœuf")
    let usager = UsagerID.make(at: start)
    try await house.database.write { [store = conseil.store] tx in
      var identite = Identite()
      identite.prenom = "Anaëlle"
      try store.insert(usager, identite, in: dispositif, by: lila.personne, at: start, tx: tx)
      try store.share(usager, with: hugo.personne, at: start, in: tx)
    }
    return Bureau(scene: self, lila: lila, hugo: hugo, remi: remi, usager: usager)
  }
}

/// Runs a test in an office of its own.
func withBureau(_ engine: Engine, _ body: (Bureau) async throws -> Void) async throws {
  try await withScene(engine) { scene in try await body(scene.bureau()) }
}
