import Base
import Classeur
import Html
import Personnes
import Temps
import Web

package enum CopieTag {}
package typealias CopieID = ID<CopieTag>

/// All that is held about somebody, in one file to take along: asked for, prepared apart, kept some days.
struct Copie: Sendable, Equatable {
  /// Then the page says so, and whoever asked can ask again.
  static let essaisMaximum = 5

  let id: CopieID
  let langue: Langue
  let etat: Etat
  let demandee: Instant
  let prete: Instant?

  enum Etat: String, Sendable { case demandee, prete, manquee }

  /// Until when it can be fetched.
  var fin: Instant? { prete.map { $0 + Garde.copies } }

  var champs: [Rubrique.Champ] {
    [
      .init("demandee", Phrase("Demandée", "Asked for"), .instant(demandee)),
      .init("prete", Phrase("Prête", "Ready"), prete.map { .instant($0) } ?? .rien),
    ]
  }
}

/// Copies in SQL: one a person, for them alone.
struct CopieStore: Sendable {
  let house: House
  init(_ house: House) { self.house = house }

  func copie(of viewer: Viewer, in tx: Transaction) throws -> Copie? {
    guard let personne = viewer.personne else { return nil }
    return try tx.first("SELECT id, langue, etat, demandee, prete FROM copie WHERE personne = \(personne)") { row in
      guard let etat = Copie.Etat(rawValue: try row[2]) else { throw DatabaseError.decoding("etat") }
      return try Copie(
        id: row[0], langue: Langue(rawValue: row[1]) ?? .fr, etat: etat, demandee: row[3], prete: row[4])
    }
  }

  /// The file, while it can be fetched; nil otherwise.
  func fichier(of viewer: Viewer, at now: Instant, in tx: Transaction) throws -> (copie: Copie, octets: [UInt8])? {
    guard let personne = viewer.personne, let copie = try copie(of: viewer, in: tx), let fin = copie.fin, now < fin
    else { return nil }
    let sealed = try tx.first("SELECT contenu FROM copie WHERE personne = \(personne)") { row in
      try row[0] as Sealed?
    }
    guard let sealed = sealed.flatMap(\.self),
      let octets = try house.vault.bytes(of: sealed, of: .personne(personne), at: Place("copie.contenu", copie.id))
    else { return nil }
    return (copie, octets)
  }
}

extension ViePriveeRoom {
  /// Asks for a copy; one that is being prepared stays the one.
  func askCopie(by visitor: Visitor, _ langue: Langue, geste: Geste, at now: Instant) async throws -> String {
    let id = CopieID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { tx in
      try tx.execute("DELETE FROM copie WHERE personne = \(visitor.personne) AND etat <> 'demandee'")
      try tx.execute(
        """
        INSERT INTO copie (personne, id, langue, etat, demandee, tentatives)
        VALUES (\(visitor.personne), \(id), \(langue.rawValue), 'demandee', \(now), 0) ON CONFLICT DO NOTHING
        """)
      try tx.record(Trace("copie:demande", on: visitor.personne, by: visitor.viewer, at: now))
      return "/mes-donnees/copie"
    }
  }

  /// Prepares the copies that wait; answers how many.
  /// - Parameter viewer: the house; a schedule calls this.
  package func prepareCopies(for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    let due = try await house.database.read { tx in
      try tx.all("SELECT personne, id, langue FROM copie WHERE etat = 'demandee' ORDER BY demandee LIMIT 20") { row in
        (
          personne: try row[0] as PersonneID, id: try row[1] as CopieID,
          langue: Langue(rawValue: try row[2] as String) ?? .fr
        )
      }
    }
    var prepared = 0
    var failure: (any Error)?
    // One that cannot be prepared must not hold back those behind it.
    for copie in due {
      do {
        let dossier = try await dossier(of: copie.personne, copie.langue, at: now)
        try await keep(try dossier.zip(), as: copie.id, of: copie.personne, at: now)
        prepared += 1
      } catch {
        failure = error
        try await miss(copie.id)
      }
    }
    if let failure { throw failure }
    return prepared
  }

  private func keep(_ octets: [UInt8], as id: CopieID, of personne: PersonneID, at now: Instant) async throws {
    try await house.database.write { [house, personnes, origin] tx in
      let sealed = try house.vault.seal(bytes: octets, of: .personne(personne), at: Place("copie.contenu", id))
      let kept = try tx.execute(
        "UPDATE copie SET etat = 'prete', prete = \(now), contenu = \(sealed) WHERE id = \(id) AND etat = 'demandee'")
      guard kept == 1 else { return }
      try personnes.store.write(to: personne, about: id, from: now, in: tx) {
        Lettres(destinataire: $0, origin: origin, now: now).copiePrete(jusqua: now + Garde.copies)
      }
    }
  }

  private func miss(_ id: CopieID) async throws {
    try await house.database.write { tx in
      _ = try tx.execute(
        """
        UPDATE copie SET tentatives = tentatives + 1,
          etat = CASE WHEN tentatives + 1 >= \(Copie.essaisMaximum) THEN 'manquee' ELSE etat END
        WHERE id = \(id) AND etat = 'demandee'
        """)
    }
  }
}
