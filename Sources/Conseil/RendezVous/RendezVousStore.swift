import Base
import Chartes
import Foundation
import Personnes
import Temps

extension ConseilStore {
  private static let rendezVous: SQL = """
    r.id, r.dispositif, r.lieu, r.conseiller, r.usager, r.debut, r.fin, r.demande, r.par, r.etat, r.contenu
    """

  /// Whoever receives at the same place sees the door: first names and hours.
  func rendezVous(_ id: RendezVousID, for viewer: Viewer, in tx: Transaction) throws -> RendezVous {
    let found = try tx.first(
      """
      SELECT \(sql: Self.rendezVous) FROM rendez_vous r
      WHERE r.id = \(id) AND \(sql: Self.advises("r.dispositif", viewer))
      """, decode)
    guard let found else { throw Absent() }
    return found
  }

  /// The appointments of a day at a place.
  func rendezVous(
    at lieu: Lieu, on jour: Jour, for viewer: Viewer, in tx: Transaction
  ) throws -> [RendezVous] {
    let (start, end) = (jour.start(in: lieu.fuseau), jour.advanced(by: 1).start(in: lieu.fuseau))
    return try tx.all(
      """
      SELECT \(sql: Self.rendezVous) FROM rendez_vous r
      WHERE r.lieu = \(lieu.id) AND r.debut >= \(start) AND r.debut < \(end) AND r.etat <> 'annule'
        AND \(sql: Self.advises("r.dispositif", viewer)) ORDER BY r.debut, r.id LIMIT 300
      """, decode)
  }

  /// The one whose code was given; nil when no appointment has it. It opens until its day is over.
  func rendezVous(bearing code: CodeEcrit, at now: Instant, in tx: Transaction) throws -> RendezVous? {
    try tx.first(
      """
      SELECT \(sql: Self.rendezVous) FROM rendez_vous r WHERE r.code = \(fingerprint(of: code))
        AND r.fin > \(now - .hours(24))
      """, decode)
  }

  func fingerprint(of code: CodeEcrit) -> String { house.vault.fingerprint(code.brut, for: "code-rendez-vous") }

  private func decode(_ row: Row) throws -> RendezVous {
    let id: RendezVousID = try row[0]
    let lieu: LieuID = try row[2]
    let debut: Instant = try row[5]
    return RendezVous(
      id: id, dispositif: try row[1], lieu: lieu, conseiller: try row[3], usager: try row[4], debut: debut,
      fin: try row[6], demande: try row[7], par: .init(rawValue: try row[8]) ?? .page,
      etat: .init(rawValue: try row[9]) ?? .annule,
      contenu: try open(row[10], of: .porte(lieu, mois: debut.moisUniversel), at: Place("rendez_vous.contenu", id)))
  }

  /// nil when somebody else has one of its quarter hours: nothing was kept.
  func insert(_ rendezVous: RendezVous, code: CodeEcrit, in tx: Transaction) throws -> Bool {
    let owner = Owner.porte(rendezVous.lieu, mois: rendezVous.debut.moisUniversel)
    let contenu = try seal(rendezVous.contenu, of: owner, at: Place("rendez_vous.contenu", rendezVous.id))
    try tx.execute(
      """
      INSERT INTO rendez_vous
        (id, dispositif, lieu, conseiller, usager, debut, fin, demande, par, etat, code, contenu)
      VALUES (\(rendezVous.id), \(rendezVous.dispositif), \(rendezVous.lieu), \(rendezVous.conseiller),
        \(rendezVous.usager), \(rendezVous.debut), \(rendezVous.fin), \(rendezVous.demande),
        \(rendezVous.par.rawValue), \(rendezVous.etat.rawValue), \(fingerprint(of: code)), \(contenu))
      """)
    for quart in rendezVous.quartsHeure {
      let taken = try tx.execute(
        """
        INSERT INTO rendez_vous_quart (conseiller, quart_heure, rendez_vous)
        VALUES (\(rendezVous.conseiller), \(quart), \(rendezVous.id)) ON CONFLICT DO NOTHING
        """)
      if taken == 0 { return false }
    }
    return true
  }

  /// Moves on only from `pris`: two people who press at once do it once.
  func move(_ id: RendezVousID, to etat: RendezVous.Etat, in tx: Transaction) throws -> Bool {
    guard try tx.execute("UPDATE rendez_vous SET etat = \(etat.rawValue) WHERE id = \(id) AND etat = 'pris'") == 1
    else { return false }
    if etat == .annule { try tx.execute("DELETE FROM rendez_vous_quart WHERE rendez_vous = \(id)") }
    return true
  }

  /// The slots somebody may still book at a place, each with who would receive: the one who has the fewest that day.
  func freeSlots(at lieu: Lieu, _ p: Parametres, at now: Instant, in tx: Transaction) throws -> [CreneauLibre] {
    let from = now + .hours(p[AccueillirChacun.prevenance])
    let to = now + .days(p[AccueillirChacun.horizon])
    var free: [Instant: [CreneauLibre]] = [:]
    for permanence in try permanences(at: lieu.id, in: tx)
    where try personnes.isEngaged(permanence.conseiller, as: .conseillerNumerique, in: lieu.dispositif, at: now, tx: tx)
    {
      let taken = try taken(permanence.conseiller, from: from, in: tx)
      for creneau in permanence.semaine.creneaux(
        from: from, to: to + .minutes(p[AccueillirChacun.duree]), in: lieu.fuseau, minutes: p[AccueillirChacun.duree])
      where creneau.start <= to && !creneau.quartsHeure.contains(where: taken.contains) {
        free[creneau.start, default: []].append(
          CreneauLibre(conseiller: permanence.conseiller, creneau: creneau, pris: taken.count))
      }
    }
    return free.values.compactMap { $0.min { ($0.pris, $0.conseiller) < ($1.pris, $1.conseiller) } }
      .sorted { $0.creneau < $1.creneau }
  }

  private func taken(_ conseiller: PersonneID, from instant: Instant, in tx: Transaction) throws -> Set<Int64> {
    let first = instant.milliseconds / 900_000
    return Set(
      try tx.all(
        "SELECT quart_heure FROM rendez_vous_quart WHERE conseiller = \(conseiller) AND quart_heure >= \(first)"
      ) { row in try row[0] as Int64 })
  }
}

/// A slot, and who would receive.
struct CreneauLibre: Sendable, Equatable {
  let conseiller: PersonneID
  let creneau: Creneau
  /// How many quarter hours this adviser already has ahead.
  let pris: Int
}

extension RendezVous {
  var quartsHeure: Range<Int64> { (debut.milliseconds / 900_000)..<((fin.milliseconds + 899_999) / 900_000) }
}

extension ConseilStore {
  /// Seals any of our records as JSON. A record in which nothing is written is no bytes: no key is needed for it.
  func seal(_ valeur: some Encodable & Vide & Equatable, of owner: Owner, at place: Place) throws -> Sealed {
    if valeur == .init() { return .vide }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(valeur), as: UTF8.self)
    // Somebody was erased while one wrote: they are not there any more.
    do { return try house.vault.seal(json, of: owner, at: place) } catch VaultError.erased { throw Absent() }
  }

  /// What was sealed; an empty record once its owner's key, or the words themselves, are erased.
  func open<Valeur: Decodable & Vide>(_ sealed: Sealed, of owner: Owner, at place: Place) throws -> Valeur {
    if sealed == .vide { return Valeur() }
    guard let json = try house.vault.open(sealed, of: owner, at: place) else { return Valeur() }
    return try JSONDecoder().decode(Valeur.self, from: Data(json.utf8))
  }
}

/// What is left of a record once its key is erased.
protocol Vide { init() }

extension Arrivant: Vide {}
