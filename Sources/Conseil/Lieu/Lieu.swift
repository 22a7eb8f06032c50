import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum LieuTag {}
package typealias LieuID = ID<LieuTag>

/// Where people are received.
package struct Lieu: Sendable, Equatable {
  package let id: LieuID
  package let dispositif: DispositifID
  package let nom: String
  /// Number and street.
  package let adresse: String
  package let codePostal: String
  package let commune: String
  /// Of the structure: shown to the public; "" when there is none.
  package let telephone: String
  /// Its opening hours, when one may come without an appointment.
  package let semaine: Semaine
  /// Whose clock its hours are.
  package let fuseau: Fuseau
  /// Whether a shared screen hands out numbers there.
  package let aUnComptoir: Bool

  package var enUneLigne: String { "\(adresse), \(codePostal) \(commune)" }

  /// Whether the door is open at this moment.
  func isOpen(at now: Instant) -> Bool { Horaire(semaine, in: fuseau, feries: nil).isOpen(at: now) }
}

/// A place as it was typed.
struct LieuSaisi: Sendable, Equatable {
  let nom, adresse, codePostal, commune, telephone: String
  let semaine: Semaine

  init(_ form: FormData) throws {
    var saisie = Saisie()
    (nom, adresse) = (form.text("nom"), form.text("adresse"))
    (codePostal, commune) = (form.text("code_postal"), form.text("commune"))
    telephone = form.text("telephone")
    saisie.note("nom", unless: nom.fits(120), Phrase("Donnez un nom à ce lieu.", "Give this place a name."))
    saisie.note(
      "adresse", unless: adresse.fits(200), Phrase("Écrivez le numéro et la rue.", "Write the number and the street."))
    saisie.note(
      "code_postal", unless: codePostal.wholeMatch(of: /[0-9]{5}/) != nil,
      Phrase("Écrivez les cinq chiffres du code postal.", "Write the five digits of the postcode."))
    saisie.note("commune", unless: commune.fits(100), Phrase("Écrivez la commune.", "Write the town."))
    saisie.note(telephone: telephone)
    var semaine = Semaine.vide
    do { semaine = try SemaineSaisie(form).semaine } catch let other as Saisie { saisie.merge(other) }
    self.semaine = semaine
    try saisie.throwIfAny()
  }
}

extension String {
  /// One line with something in it, not endless.
  func fits(_ limit: Int) -> Bool { !isEmpty && count <= limit && !contains(where: \.isNewline) }
}

extension ConseilStore {
  private static let columns: SQL = """
    l.id, l.dispositif, l.nom, l.adresse, l.code_postal, l.commune, l.telephone, s.fuseau, l.comptoir
    """
  private static let from: SQL = """
    lieu l JOIN dispositif d ON d.id = l.dispositif JOIN structure s ON s.id = d.structure
    """

  /// A place of a programme where the viewer advises or that they coordinate.
  func lieu(_ id: LieuID, for viewer: Viewer, in tx: Transaction) throws -> Lieu {
    let mine: SQL = """
      (\(sql: Self.advises("l.dispositif", viewer)) OR \(sql: Self.coordinates("l.dispositif", viewer)))
      """
    guard let lieu = try lieux("l.id = \(id) AND \(sql: mine)", in: tx).first else { throw Absent() }
    return lieu
  }

  /// The places of a programme, for those who work there.
  func lieux(of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction) throws -> [Lieu] {
    try lieux(
      """
      l.dispositif = \(dispositif) AND l.ferme IS NULL
        AND (\(sql: Self.advises("l.dispositif", viewer)) OR \(sql: Self.coordinates("l.dispositif", viewer)))
      """, in: tx)
  }

  /// What a place of the public page shows to anybody: it is on its door.
  func lieuPublic(_ id: LieuID, in tx: Transaction) throws -> Lieu {
    guard let lieu = try lieux("l.id = \(id) AND l.ferme IS NULL", in: tx).first else { throw Absent() }
    return lieu
  }

  /// Where a workshop that was seen already takes place, even once that place is closed.
  func lieu(of atelier: Atelier, in tx: Transaction) throws -> Lieu {
    guard let lieu = try lieux("l.id = \(atelier.programme.lieu)", in: tx).first else { throw Absent() }
    return lieu
  }

  func lieuxPublics(in tx: Transaction) throws -> [Lieu] { try lieux("l.ferme IS NULL", in: tx) }

  /// The place whose shared screen bears this token.
  func lieu(comptoir jeton: Token, in tx: Transaction) throws -> Lieu {
    guard let lieu = try lieux("l.comptoir = \(jeton.fingerprint) AND l.ferme IS NULL", in: tx).first else {
      throw Absent()
    }
    return lieu
  }

  private func lieux(_ which: SQL, in tx: Transaction) throws -> [Lieu] {
    let found = try tx.all(
      "SELECT \(sql: Self.columns) FROM \(sql: Self.from) WHERE \(sql: which) ORDER BY l.commune, l.nom, l.id LIMIT 500"
    ) { row in
      Lieu(
        id: try row[0], dispositif: try row[1], nom: try row[2], adresse: try row[3], codePostal: try row[4],
        commune: try row[5], telephone: try row[6], semaine: .vide, fuseau: Fuseau(try row[7]) ?? .paris,
        aUnComptoir: try row[8] as String? != nil)
    }
    let horaires = try horaires(of: found.map(\.id), in: tx)
    return found.map { $0.with(horaires[$0.id] ?? .vide) }
  }

  private func horaires(of ids: [LieuID], in tx: Transaction) throws -> [LieuID: Semaine] {
    let rows = try tx.all(
      "SELECT lieu, jour, debut, fin FROM lieu_horaire WHERE lieu IN \(list: ids) ORDER BY lieu, jour, debut"
    ) { row in (try row[0] as LieuID, PlageHebdomadaire(weekday: try row[1], start: try row[2], end: try row[3])) }
    return Dictionary(grouping: rows, by: \.0).mapValues { (try? Semaine($0.compactMap(\.1))) ?? .vide }
  }
}

extension Lieu {
  fileprivate func with(_ semaine: Semaine) -> Lieu {
    Lieu(
      id: id, dispositif: dispositif, nom: nom, adresse: adresse, codePostal: codePostal, commune: commune,
      telephone: telephone, semaine: semaine, fuseau: fuseau, aUnComptoir: aUnComptoir)
  }
}

extension ConseilRoom {
  /// Adds a place, or changes one: the coordinator's act.
  func keep(
    _ saisi: LieuSaisi, as existing: LieuID?, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let id = existing ?? LieuID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let dispositif = try dispositif(of: visitor, as: .coordinateur, in: tx)
      if existing != nil { _ = try store.lieu(id, for: visitor.viewer, in: tx) }
      try tx.execute(
        """
        INSERT INTO lieu (id, dispositif, nom, adresse, code_postal, commune, telephone, cree)
        VALUES (\(id), \(dispositif.id), \(saisi.nom), \(saisi.adresse), \(saisi.codePostal), \(saisi.commune),
          \(saisi.telephone), \(now))
        ON CONFLICT (id) DO UPDATE SET nom = excluded.nom, adresse = excluded.adresse,
          code_postal = excluded.code_postal, commune = excluded.commune, telephone = excluded.telephone
        """)
      try tx.execute("DELETE FROM lieu_horaire WHERE lieu = \(id)")
      for plage in saisi.semaine.plages {
        try tx.execute(
          "INSERT INTO lieu_horaire (lieu, jour, debut, fin) VALUES (\(id), \(plage.weekday), \(plage.start), \(plage.end))"
        )
      }
      try tx.record(Trace("lieu", on: id, by: visitor.viewer, at: now))
      return "/lieux?fait=garde"
    }
  }
}
