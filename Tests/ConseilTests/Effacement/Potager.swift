import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Web

/// Somebody with a word of the kitchen garden in every place that can hold one, and a neighbour who has others. Lila
/// follows both, Hugo the first one too.
struct Potager: Sendable {
  let lieu: Guichet
  let aline: UsagerID
  let voisine: UsagerID
  let rendezVous: RendezVousID
  let entretien: EntretienID
  let atelier: AtelierID
  let mandat: MandatID
  let relais: RelaisID
  let jeton: String

  var scene: Scene { lieu.scene }
  var conseil: ConseilRoom { lieu.conseil }

  /// Where each word was planted.
  static let mots = [
    "nom": "Rarissimont", "telephone": "06 12 34 56 78", "courriel": "aline@cresson.exemple", "commune": "Fenouillet",
    "besoin": "tournesols", "etape": "aubergines", "fait": "brocolis", "suite": "rhubarbe", "titre": "potiron",
    "notes": "citrouilles", "rendez-vous": "accueil@laitue.exemple", "atelier": "Artichauts", "mandat": "haricots",
    "usage": "poireaux", "lettre": "navets", "demande": "betteraves", "reponse": "carottes",
  ]
  static let chezLaVoisine = ["framboises", "Groseillon"]

  /// When everything was done with Aline.
  static let fini = Instant.fevrier(3, 12)

  func visit(
    by visitor: Visitor?, _ parameters: [String: String] = [:], query: [(String, String)] = [],
    form: [(String, String)] = [], at now: Instant = Self.fini, geste: Geste? = nil
  ) -> Visit {
    lieu.visit(
      by: visitor, ["usager": aline.text].merging(parameters) { $1 }, query: query, form: form, at: now,
      geste: geste ?? .make(at: now))
  }

  // MARK: What the tests do

  func usager(at now: Instant = Self.fini) async throws -> Usager {
    try await lieu.read { [aline, lila = lieu.lila] store, tx in try store.usager(aline, for: lila.viewer, in: tx) }
  }

  /// Erases, as the second page asks.
  func erase(
    _ raison: String = "demande", vu: String? = nil, by visitor: Visitor? = nil, in room: ConseilRoom? = nil,
    at now: Instant = Self.fini, geste: Geste? = nil
  ) async throws -> Answer {
    let seen: String
    if let vu { seen = vu } else { seen = try await usager().vu }
    return try await (room ?? conseil).eraseUsager(
      visit(by: visitor ?? lieu.lila, form: [("raison", raison), ("vu", seen)], at: now, geste: geste))
  }

  /// What the schedule does.
  @discardableResult
  func passes(at now: Instant) async throws -> Int { try await conseil.erase(for: .house(.echeances), at: now) }

  func dossier(at now: Instant = Self.fini, _ t: Langue = .fr) async throws -> (page: String, donnees: String) {
    let page = try await conseil.showDossier(visit(by: lieu.lila, at: now)).html(t)
    let file = try await conseil.giveDossier(visit(by: lieu.lila, at: now))
    return (page, String(decoding: file.bytes, as: UTF8.self))
  }

  /// What a key opened is nothing now, wherever a copy of it may be.
  func opens(_ owner: Owner) async throws -> Bool {
    try await scene.house.database.write { [vault = scene.house.vault] _ in
      do {
        _ = try vault.seal("encore", of: owner, at: Place("essai.mot", "1"))
        return true
      } catch VaultError.erased { return false }
    }
  }

  /// No row leads to Aline.
  func expectsNothingLeft(mandats: Int = 0) async throws {
    for table in ["besoin", "etape", "relais", "consultation", "usager_conseiller"] as [SQL] {
      let count: SQL =
        table == "etape"
        ? "SELECT count(*) FROM etape e JOIN besoin b ON b.id = e.besoin WHERE b.usager = \(aline)"
        : "SELECT count(*) FROM \(sql: table) WHERE usager = \(aline)"
      #expect(try await scene.count(count) == 0)
    }
    for table in ["rendez_vous", "entretien", "compte_rendu", "inscrit"] as [SQL] {
      #expect(try await scene.count("SELECT count(*) FROM \(sql: table) WHERE usager = \(aline)") == 0)
    }
    #expect(try await scene.count("SELECT count(*) FROM mandat WHERE usager = \(aline)") == mandats)
    #expect(
      try await scene.count("SELECT count(*) FROM usager WHERE id = \(aline) AND contenu <> \(Sealed.vide)") == 0)
    #expect(try await scene.count("SELECT count(*) FROM cle_a_detruire") == 0)
    #expect(try await !opens(.usager(aline)))
    for visitor in [lieu.lila, lieu.hugo] {
      await #expect(throws: Absent.self) { _ = try await conseil.showUsager(visit(by: visitor)) }
      await #expect(throws: Absent.self) { _ = try await conseil.showDossier(visit(by: visitor)) }
      await #expect(throws: Absent.self) {
        _ = try await conseil.showMandat(visit(by: visitor, ["mandat": mandat.text]))
      }
      await #expect(throws: Absent.self) {
        _ = try await conseil.showOneRelais(visit(by: visitor, ["relais": relais.text]))
      }
    }
  }

  /// The neighbour's thread, whole.
  func expectsNeighbourWhole(at now: Instant = Self.fini) async throws {
    let page = try await conseil.showUsager(
      lieu.visit(by: lieu.lila, ["usager": voisine.text], at: now, geste: .make(at: now))
    ).html()
    for mot in Self.chezLaVoisine.prefix(1) { #expect(page.contains(mot)) }
  }
}

/// Plants everything.
func withPotager(_ engine: Engine, _ body: (Potager) async throws -> Void) async throws {
  try await withScene(engine) { scene in try await body(Plantation(lieu: scene.guichet()).plant()) }
}

private struct Plantation {
  let lieu: Guichet
  private var conseil: ConseilRoom { lieu.conseil }
  private let mots = Potager.mots

  init(lieu: Guichet) { self.lieu = lieu }

  private func mot(_ place: String) -> String { mots[place] ?? "" }

  private func send(
    _ parameters: [String: String] = [:], _ form: [(String, String)], by visitor: Visitor? = nil,
    at now: Instant = Scene.now, to act: (Visit) async throws -> Answer
  ) async throws -> Answer {
    let answer = try await act(
      lieu.visit(by: visitor ?? lieu.lila, parameters, form: form, at: now, geste: .make(at: now)))
    if answer.code == 422 { Issue.record("\(parameters): \(answer.html().suffix(3000))") }
    return answer
  }

  private func id<Tag>(_ answer: Answer) throws -> ID<Tag> {
    let match = try #require(answer.location?.firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/))
    return try #require(ID<Tag>(String(match.output)))
  }

  func plant() async throws -> Potager {
    let (aline, voisine) = (try await somebody(), try await neighbour())
    let rendezVous = try await book()
    let entretien = try await receive(rendezVous, as: aline)
    let atelier = try await workshop(for: aline)
    let mandat = try await mandate(for: aline)
    let relais = try await refer(aline)
    let jeton = try await lieu.read { [lila = lieu.lila] store, tx in
      try store.relais(relais, for: lila.viewer, in: tx).contenu.jeton
    }
    _ = try await send(
      ["jeton": jeton], [("genre", "recevra"), ("mots", "Nous lisons la page des \(mot("reponse")).")], by: nil,
      at: .fevrier(3, 11), to: conseil.answerWithLien)
    _ = try await conseil.showUsager(
      lieu.visit(by: lieu.hugo, ["usager": aline.text], at: .fevrier(3, 11, 30), geste: .make(at: Scene.now)))
    return Potager(
      lieu: lieu, aline: aline, voisine: voisine, rendezVous: rendezVous, entretien: entretien, atelier: atelier,
      mandat: mandat, relais: relais, jeton: jeton)
  }

  private func somebody() async throws -> UsagerID {
    let aline = try await conseil.follow(
      "Aline", "R", naissance: 1950, genre: .feminin, statut: .retraite,
      besoin: "Je voudrais voir mes \(mot("besoin")) en photo.", etapes: ["Trier les \(mot("etape"))"], by: lieu.lila,
      at: Scene.now)
    _ = try await send(
      ["usager": aline.text],
      [
        ("revision", "1"), ("prenom", "Aline"), ("nom", mot("nom")), ("telephone", mot("telephone")),
        ("courriel", mot("courriel")), ("commune", mot("commune")), ("naissance", "1950"), ("genre", "feminin"),
        ("statut", "retraite"),
      ], to: conseil.keepIdentite)
    _ = try await send(
      ["usager": aline.text], [("conseiller", lieu.hugo.personne.text), ("accord", "oui")], to: conseil.shareUsager)
    return aline
  }

  private func neighbour() async throws -> UsagerID {
    let voisine = try await conseil.follow(
      "Berthe", "G", naissance: 1941, genre: .feminin, statut: .retraite,
      besoin: "Je voudrais des recettes de \(Potager.chezLaVoisine[0]).", etapes: [], by: lieu.lila, at: Scene.now)
    try await conseil.hold(
      voisine, fait: "Une page de \(Potager.chezLaVoisine[0]).", themes: [.email], minutes: 20, by: lieu.lila,
      at: .fevrier(1, 11))
    return voisine
  }

  /// On the public page: nobody knows yet who it is.
  private func book() async throws -> RendezVousID {
    let slot = try await lieu.read { [lieu = lieu.lieu, conseil] store, tx in
      let place = try store.lieuPublic(lieu, in: tx)
      let p = try conseil.parametres(of: place.dispositif, at: Scene.now, in: tx)
      return try store.freeSlots(at: place, p, at: Scene.now, in: tx).first { $0.creneau.start >= .fevrier(2, 9) }
    }
    return try await conseil.book(
      Arrivant(prenom: "Aline", initiale: "R", courriel: mot("rendez-vous"), themes: ["email"]),
      at: try #require(slot).creneau.start, in: lieu.lieu, by: nil, langue: .fr, geste: .make(at: Scene.now),
      at: Scene.now)
  }

  /// Received, known, told, reported.
  private func receive(_ rendezVous: RendezVousID, as aline: UsagerID) async throws -> EntretienID {
    let now = Instant.fevrier(2, 9, 5)
    let entretien: EntretienID = try id(
      try await send([:], [("rendez_vous", rendezVous.text)], at: now, to: conseil.receive))
    _ = try await send(
      ["entretien": entretien.text], [("usager", aline.text)], at: now + .minutes(1), to: conseil.attachEntretien)
    _ = try await send(
      ["entretien": entretien.text],
      [
        ("revision", "2"), ("fait", "Nous avons rangé les \(mot("fait"))."),
        ("suite", "Revenir voir la \(mot("suite"))."),
        ("theme", "email"), ("suivant", "clore"),
      ], at: now + .minutes(30), to: conseil.keepEntretien)
    let filed = try await lieu.report(
      entretien, [("titre", "Un \(mot("titre"))"), ("notes", "Des \(mot("notes")) à l’écran.")], at: now + .minutes(40))
    #expect(filed.code == 303, "\(filed.html().suffix(2000))")
    return entretien
  }

  /// One seat: Aline has it, Omar waits.
  private func workshop(for aline: UsagerID) async throws -> AtelierID {
    let atelier: AtelierID = try id(
      try await send(
        [:],
        [
          ("titre", mot("atelier")), ("finalite", "Copier ses photos."), ("etapes", "Les trouver"), ("theme", "email"),
          ("places", "1"), ("jour", "2027-03-11"), ("debut", "14:00"), ("fin", "16:00"), ("lieu", lieu.lieu.text),
        ], at: .fevrier(2, 14), to: conseil.keepNewAtelier))
    _ = try await send(["atelier": atelier.text], [], at: .fevrier(2, 14), to: conseil.publishAtelier)
    _ = try await send(
      ["atelier": atelier.text], [("usager", aline.text)], at: .fevrier(2, 14, 5), to: conseil.enrolSomebody)
    _ = try await send(
      ["atelier": atelier.text], [("prenom", "Omar"), ("courriel", "omar@exemple.fr")], by: nil,
      at: .fevrier(2, 14, 10), to: conseil.enrolOneself)
    return atelier
  }

  /// Signed on the screen, and used once.
  private func mandate(for aline: UsagerID) async throws -> MandatID {
    let now = Instant.fevrier(2, 15)
    let mandat: MandatID = try id(
      try await send(
        ["usager": aline.text],
        [
          ("risque", "allocation"), ("avant", "2027-02-20"), ("operateur", "caf"), ("agent", "injoignable"),
          ("note", "Trois appels pour des \(mot("mandat"))."), ("prenom", "Aline"), ("nom", mot("nom")),
          ("naissance", "1950"), ("exclusion", "aucune"), ("langue", "fr"), ("demarche", "logement"), ("jours", "31"),
        ], at: now, to: conseil.writeMandat))
    let empreinte = try await lieu.read { [lila = lieu.lila] store, tx in
      try store.mandat(mandat, for: lila.viewer, in: tx).empreinte
    }
    _ = try await send(
      ["mandat": mandat.text],
      [
        ("maniere", "ecran"), ("empreinte", empreinte), ("nom", "Aline \(mot("nom"))"), ("accord-ecran", "oui"),
      ], at: now + .minutes(5), to: conseil.signMandat)
    _ = try await send(
      ["mandat": mandat.text], [("demarche", "logement"), ("fait", "La page des \(mot("usage")) est envoyée.")],
      at: now + .minutes(10), to: conseil.useMandat)
    return mandat
  }

  private func refer(_ aline: UsagerID) async throws -> RelaisID {
    let now = Instant.fevrier(3, 10)
    _ = try await send(
      [:],
      [
        ("nom", "Maison des solidarités"), ("genre", "aide_sociale"), ("habilitation", "Assistantes sociales."),
        ("commune", "Mortagne"), ("courriel", "accueil@exemple.fr"),
      ], at: now, to: conseil.keepNewPartenaire)
    let service = try await lieu.read { [dispositif = lieu.dispositif, lila = lieu.lila] store, tx in
      try store.partenaires(of: dispositif, for: lila.viewer, in: tx).first?.id
    }
    let words = [
      ("partenaire", try #require(service).text), ("raison", "Le dossier des \(mot("lettre")) est bloqué."),
      ("demande", "Relire la page des \(mot("demande"))."), ("identite", "prenom"), ("voie", "lien"),
    ]
    let shown = try await send(["usager": aline.text], words, at: now, to: conseil.referUsager)
    return try id(
      try await send(
        ["usager": aline.text], words + [("vu", shown.html().hidden("vu")), ("accord", "oral")], at: now,
        to: conseil.referUsager))
  }
}
