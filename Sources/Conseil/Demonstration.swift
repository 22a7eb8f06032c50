import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The acts of this room, for a demonstration: the same verbs as the forms, at chosen moments.
extension ConseilRoom {
  /// A place with its opening hours.
  /// - Parameter heures: weekday, from and to in minutes.
  package func addLieu(
    _ nom: String, _ adresse: String, _ codePostal: String, _ commune: String,
    heures: [(jour: Int, de: Int, a: Int)], by coordination: Visitor, at now: Instant
  ) async throws -> LieuID {
    let fields = [
      ("nom", nom), ("adresse", adresse), ("code_postal", codePostal), ("commune", commune),
      ("telephone", "02 33 00 00 00"),
    ]
    let saisi = try LieuSaisi(FormData(pairs: fields + Self.pairs(heures)))
    _ = try await keep(saisi, as: nil, by: coordination, geste: .make(at: now), at: now)
    let found = try await house.database.read { [self] tx in
      try store.lieux(of: dispositif(of: coordination, as: .coordinateur, in: tx).id, for: coordination.viewer, in: tx)
        .first { $0.nom == nom }
    }
    guard let found else { throw Absent() }
    return found.id
  }

  package func giveHours(
    _ heures: [(jour: Int, de: Int, a: Int)], at lieu: LieuID, by conseiller: Visitor, at now: Instant
  ) async throws {
    let semaine = try SemaineSaisie(FormData(pairs: Self.pairs(heures))).semaine
    _ = try await keep(semaine, at: lieu, by: conseiller, geste: .make(at: now), at: now)
  }

  private static func pairs(_ heures: [(jour: Int, de: Int, a: Int)]) -> [(String, String)] {
    heures.flatMap { plage in
      [
        ("jour", String(plage.jour)), ("debut", Langue.fr.heure(minute: plage.de)),
        ("fin", Langue.fr.heure(minute: plage.a)),
      ]
    }
  }

  /// Somebody books the first slot free after a moment; nil when there is none.
  @discardableResult
  package func reserve(
    _ prenom: String, at lieu: LieuID, after instant: Instant, themes: [Thematique] = [], at now: Instant
  ) async throws -> RendezVousID? {
    let libre = try await house.database.read { [self] tx in
      let lieu = try store.lieuPublic(lieu, in: tx)
      let p = try parametres(of: lieu.dispositif, at: now, in: tx)
      return try store.freeSlots(at: lieu, p, at: now, in: tx).first { $0.creneau.start >= instant }
    }
    guard let libre else { return nil }
    return try await book(
      Arrivant(prenom: prenom, themes: themes.map(\.rawValue)), at: libre.creneau.start, in: lieu, by: nil,
      langue: .fr, geste: .make(at: now), at: now)
  }

  /// Somebody comes in and takes a number.
  package func arrive(_ prenom: String, at lieu: LieuID, at now: Instant) async throws {
    let place = try await house.database.read { [store] tx in try store.lieuPublic(lieu, in: tx) }
    _ = try await queueUp(Arrivant(prenom: prenom), at: place, by: nil, geste: .make(at: now), at: now)
  }

  /// A thread with its need and its steps.
  package func follow(
    _ prenom: String, _ initiale: String, naissance: Int?, genre: Genre, statut: StatutSocial, besoin: String,
    etapes: [String], by conseiller: Visitor, at now: Instant
  ) async throws -> UsagerID {
    let id = UsagerID.make(at: now)
    var identite = Identite(prenom: prenom, initiale: initiale)
    identite.naissance = naissance
    identite.genre = genre.rawValue
    identite.statut = statut.rawValue
    try await house.database.write { [self, identite] tx in
      let (dispositif, _) = try engaged(conseiller, at: now, in: tx)
      try store.insert(id, identite, in: dispositif.id, by: conseiller.personne, at: now, tx: tx)
    }
    func notes(_ champ: String, _ words: String) -> NotesRelues {
      NotesRelues(FormData(pairs: [(champ, words)]), champs: [champ], allowed: identite.permis, relecteur)
    }
    _ = try await note(besoin: notes("mots", besoin), of: id, by: conseiller, geste: .make(at: now), at: now)
    let first = try await house.database.read { [store] tx in
      try store.besoins(of: store.usager(id, for: conseiller.viewer, in: tx), in: tx).first?.id
    }
    for (rang, etape) in etapes.enumerated() {
      let later = now + .milliseconds(rang + 1)
      _ = try await plan(
        etape: notes("etape", etape), for: first, of: id, by: conseiller, geste: .make(at: later), at: later)
    }
    return id
  }

  /// An interview held and closed; its report too, unless it is left to be written.
  /// - Parameter reports: whether the report is filed.
  package func hold(
    _ usager: UsagerID?, fait: String, suite: String = "", themes: [Thematique], minutes: Int,
    facon: Facon? = nil, autonomie: Autonomie? = nil, reports: Bool = true, by conseiller: Visitor, at now: Instant
  ) async throws {
    let geste = Geste.make(at: now)
    let venue: Venue = usager.map { .usager($0) } ?? .direct(nil)
    let path = try await receive(venue, by: conseiller, geste: geste, at: now)
    guard let id = EntretienID(path.replacing("/entretiens/", with: "")) else { throw Absent() }
    let fin = now + .minutes(minutes)
    try await house.database.write { [store] tx in
      let entretien = try store.entretien(id, for: conseiller.viewer, in: tx)
      var contenu = entretien.contenu
      contenu.fait = fait
      contenu.suite = suite
      contenu.themes = themes.map(\.rawValue)
      try store.update(entretien, to: contenu, from: entretien.revision, in: tx)
      _ = try store.close(entretien, at: fin, in: tx)
    }
    guard reports else { return }
    let offered: FormData = try await house.database.read { [self] tx in
      try prefilled(Source.entretien(id), by: conseiller, at: fin, in: tx)
    }
    let form = FormData(
      pairs: offered.typed.map { ($0.nom, $0.valeur) }
        + [("facon", facon?.rawValue ?? ""), ("autonomie", autonomie?.rawValue ?? "")])
    _ = try await file(form, of: .entretien(id), by: conseiller, geste: .make(at: fin), at: fin)
  }
}
