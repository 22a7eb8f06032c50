import Base
import Chartes
import Html
import Personnes
import Temps
import Troupe

@testable import Conseil
@testable import Web

/// An advising programme with one adviser who follows Aline, another who does not, and a service to turn to.
struct Orientations: Sendable, Visitable {
  let scene: Scene
  let dispositif: DispositifID
  let odette: Visitor
  let lila: Visitor
  let hugo: Visitor
  let aline: UsagerID
  let service: PartenaireID

  var conseil: ConseilRoom { scene.conseil }

  static let now = Scene.now
  static let adresse = "accueil.solidarites@exemple.fr"
  static let raison = "Sa demande d’aide au logement est bloquée depuis deux mois."
  static let demande = "La recevoir, et voir avec elle ce qui manque à son dossier."
}

extension Scene {
  func orientations() async throws -> Orientations {
    let start = now - .days(40)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mairie du Perche", dispositif: "Conseil du Perche", charte: .conseil, at: start)
    func seat(_ figurant: Figurant) async throws -> Visitor {
      try await personnes.seat(figurant, in: dispositif, suivieBy: nil, at: start)
    }
    let odette = try await seat(Figurant("Odette", "Grandclaude", .coordinateur))
    let lila = try await seat(Figurant("Lila", "Ferrandis", .conseillerNumerique))
    let hugo = try await seat(Figurant("Hugo", "Testevuide", .conseillerNumerique))
    let aline = UsagerID.make(at: start)
    var identite = Identite()
    (identite.prenom, identite.initiale, identite.nom) = ("Aline", "R", "Rocquencourt")
    identite.telephone = "06 12 34 56 78"
    let service = PartenaireID.make(at: start)
    let saisi = try PartenaireSaisi(FormData(pairs: Orientations.fiche()))
    try await house.database.write { [store = conseil.store, identite] tx in
      try store.insert(aline, identite, in: dispositif, by: lila.personne, at: start, tx: tx)
      try store.insert(service, saisi, in: dispositif, at: start, tx: tx)
    }
    return Orientations(
      scene: self, dispositif: dispositif, odette: odette, lila: lila, hugo: hugo, aline: aline, service: service)
  }
}

extension Orientations {
  static func fiche(
    _ nom: String = "Maison des solidarités", habilitation: String = "Assistantes sociales diplômées.",
    courriel: String = Orientations.adresse, genre: Redirection = .social
  ) -> [(String, String)] {
    [
      ("nom", nom), ("genre", genre.rawValue), ("habilitation", habilitation), ("commune", "Mortagne-au-Perche"),
      ("telephone", "02 33 00 00 00"), ("courriel", courriel), ("site", "https://exemple.fr"),
      ("theme", Thematique.demarches.rawValue), ("montre", "oui"),
    ]
  }

  /// What Lila types.
  func words(_ changes: [(String, String)] = []) -> [(String, String)] {
    let usual = [
      ("partenaire", service.text), ("raison", Self.raison), ("demande", Self.demande), ("identite", "prenom"),
      ("voie", "lien"),
    ]
    let changed = Set(changes.map(\.0))
    return usual.filter { !changed.contains($0.0) } + changes
  }

  /// The two presses of Lila: she sees the letter, then it leaves if Aline agrees.
  func refer(
    _ changes: [(String, String)] = [], accord: String = "oral", by visitor: Visitor? = nil, at now: Instant = Self.now,
    geste: Geste? = nil
  ) async throws -> Answer {
    let (who, geste) = (visitor ?? lila, geste ?? .make(at: now))
    let form = words(changes)
    let shown = try await conseil.referUsager(
      visit(by: who, ["usager": aline.text], form: form, at: now, geste: geste))
    guard shown.statut == 200 else { return shown }
    return try await conseil.referUsager(
      visit(
        by: who, ["usager": aline.text],
        form: form + [("vu", shown.lue().hidden("vu")), ("accord", accord)], at: now, geste: geste))
  }

  /// One that left.
  func relais(_ changes: [(String, String)] = [], at now: Instant = Self.now) async throws -> Relais {
    let answer = try await refer(changes, at: now)
    guard let suite = answer.suite, let id = RelaisID(String(suite.dropFirst(8).prefix(36))) else { throw Absent() }
    return try await relais(id)
  }

  func relais(_ id: RelaisID) async throws -> Relais {
    try await read { [lila] store, tx in try store.relais(id, for: lila.viewer, in: tx) }
  }

  func read<R: Sendable>(_ body: @escaping @Sendable (ConseilStore, Transaction) throws -> R) async throws -> R {
    try await scene.house.database.read { [store = conseil.store] tx in try body(store, tx) }
  }

  /// The service presses, with its link.
  func open(_ relais: Relais, at now: Instant = Self.now) async throws -> Answer {
    try await conseil.openWithLien(visit(by: nil, ["jeton": relais.contenu.jeton], at: now))
  }

  func answer(
    _ relais: Relais, _ form: [(String, String)], revision: Int = 0, at now: Instant = Self.now, geste: Geste? = nil
  ) async throws -> Answer {
    try await conseil.answerWithLien(
      visit(
        by: nil, ["jeton": relais.contenu.jeton], form: form + [("revision", String(revision))], at: now, geste: geste))
  }

  static let recue = [("genre", "recue"), ("mots", "Son dossier est reparti.")]
}

extension Answer {
  /// 200, 303, 422…
  var statut: Int { Int("\(status)".prefix(3)) ?? 0 }

  /// Where one goes next; nil for a page.
  var suite: String? { statut == 303 ? headers.first?.1 : nil }

  /// The page with its title, every space a plain one; "" when there is none.
  func lue(_ t: Langue = .fr) -> String {
    guard case .page(let page) = body else { return "" }
    return (page.titre(t) + page.contenu(t).string).replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
  }
}
