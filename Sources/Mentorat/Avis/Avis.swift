import Base
import Temps
import WhatsApp

enum AvisTag {}
/// A body that Meta posted, kept as it came until it is read.
typealias AvisID = ID<AvisTag>

/// What came of looking for one to read.
package enum LectureDAvis: Sendable, Equatable {
  case aucun
  /// So many things of it that were not known yet.
  case lu(nouvelles: Int)
  /// Signed by Meta, and unreadable: it stands apart for whoever runs the server.
  case ecarte
}

extension MentoratRoom {
  /// The most that Meta posts at once.
  static let plusLongAvis = 3 * 1024 * 1024
  /// What is put aside, and the names of what was told, stay so long: Meta tells again for seven days.
  static let gardeDesAvis = Duration.days(30)
  /// A reading older than this was lost with the process that began it.
  private static let dureeDeLecture = Duration.minutes(3)
  /// One that fails so often by our own doing is put aside too.
  private static let tentativesAuPlus = 10

  /// Keeps a body on disk, sealed, and nothing more: Meta is answered at once.
  func keep(_ corps: [UInt8], at now: Instant) async throws {
    let id = AvisID.make(at: now)
    let mois = now.moisUniversel
    try await house.database.write { [vault = house.vault] tx in
      let sealed = try vault.seal(bytes: corps, of: .avis(mois: mois), at: Place("avis_whatsapp.contenu", id))
      try tx.execute("INSERT INTO mois_avis (mois) VALUES (\(mois)) ON CONFLICT DO NOTHING")
      try tx.execute(
        """
        INSERT INTO avis_whatsapp (id, mois, contenu, recu, etat, tentatives, apres)
        VALUES (\(id), \(mois), \(sealed), \(now), 'attend', 0, \(now))
        """)
    }
  }

  /// Reads the next body that waits, and takes in what it tells: each thing once, whatever told it before.
  /// - Parameter viewer: the house; a schedule calls this.
  package func readAvis(for viewer: Viewer, at now: Instant) async throws -> LectureDAvis {
    guard let pris = try await claimAvis(for: viewer, at: now) else { return .aucun }
    guard let corps = pris.corps, let lu = try? CorpsLu(corps) else {
      try await putAside(pris.id)
      return .ecarte
    }
    do {
      var taken = 0
      // What somebody says is read before its transaction: one each, and nobody's words wait for another's.
      for nouvelle in lu.nouvelles where nouvelle.estDite {
        guard try await house.database.read({ [self] tx in try !knows(nouvelle, in: tx) }) else { continue }
        let effet = try await hear(nouvelle, at: now)
        taken += try await house.database.write { [self] tx in
          guard try take(nouvelle, at: now, in: tx) else { return 0 }
          try effet(tx)
          return 1
        }
      }
      taken += try await house.database.write { [self] tx in
        let taken = try lu.nouvelles.filter { !$0.estDite }.reduce(0) { taken, nouvelle in
          guard try take(nouvelle, at: now, in: tx) else { return taken }
          try learn(nouvelle, at: now, in: tx)
          return taken + 1
        }
        // What it said is taken in: its bytes go in the same breath.
        try tx.execute("DELETE FROM avis_whatsapp WHERE id = \(pris.id)")
        return taken
      }
      return .lu(nouvelles: taken)
    } catch {
      guard pris.tentatives + 1 < Self.tentativesAuPlus else {
        try await putAside(pris.id)
        return .ecarte
      }
      throw error
    }
  }

  /// What WhatsApp tells besides words.
  private func learn(_ nouvelle: Nouvelle, at now: Instant, in tx: Transaction) throws {
    switch nouvelle.sorte {
    case .statut(let statut, let wamid, let notre, let code):
      try note(statut, wamid: wamid, notre: notre, code: code, at: now, in: tx)
    case .changement(_, let changement): try follow(changement, of: nouvelle.identite, in: tx)
    case .gabarit(let nom, let langue, let evenement, _):
      guard nom == whatsApp?.gabarit, let langue, let etat = GabaritDeMeta.Etat(meta: evenement) else { return }
      let dit = nouvelle.instant.map { Instant(milliseconds: $0 * 1000) } ?? now
      try store.note(etat, of: langue, dit: min(dit, now), in: tx)
    case .message, .modification, .retrait, .compte, .echo, .autre: return
    }
  }

  private func name(_ nouvelle: Nouvelle) -> String { house.vault.fingerprint(nouvelle.cle, for: "nouvelle-whatsapp") }

  private func knows(_ nouvelle: Nouvelle, in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM nouvelle_whatsapp WHERE cle = \(name(nouvelle))") { _ in true } ?? false
  }

  /// True when it is told for the first time. Two nodes that take it together wait for each other at its name.
  private func take(_ nouvelle: Nouvelle, at now: Instant, in tx: Transaction) throws -> Bool {
    let cle = name(nouvelle)
    return try tx.execute(
      """
      INSERT INTO nouvelle_whatsapp (cle, genre, recue) VALUES (\(cle), \(nouvelle.genre.rawValue), \(now))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  private struct Pris: Sendable {
    let id: AvisID
    /// nil when it no longer opens.
    let corps: [UInt8]?
    let tentatives: Int
  }

  private func claimAvis(for viewer: Viewer, at now: Instant) async throws -> Pris? {
    guard viewer.personne == nil else { throw Absent() }
    // Looked at every second: a house that gets nothing writes nothing.
    let isDue = try await house.database.read { tx in
      try tx.first("SELECT 1 FROM avis_whatsapp WHERE etat <> 'ecarte' AND apres <= \(now) LIMIT 1") { _ in true }
    }
    guard isDue == true else { return nil }
    return try await house.database.write { [vault = house.vault] tx in
      let found = try tx.first(
        """
        UPDATE avis_whatsapp SET etat = 'lecture', apres = \(now + Self.dureeDeLecture), tentatives = tentatives + 1
        WHERE id = (SELECT id FROM avis_whatsapp WHERE etat <> 'ecarte' AND apres <= \(now) ORDER BY apres, id LIMIT 1)
        RETURNING id, mois, contenu, tentatives
        """
      ) { row in
        (
          id: try row[0] as AvisID, owner: Owner.avis(mois: try row[1]), contenu: try row[2] as Sealed,
          tentatives: try row[3] as Int
        )
      }
      return try found.map { found in
        let corps: [UInt8]?
        do {
          corps = try vault.bytes(of: found.contenu, of: found.owner, at: Place("avis_whatsapp.contenu", found.id))
        } catch VaultError.damaged { corps = nil }
        return Pris(id: found.id, corps: corps, tentatives: found.tentatives - 1)
      }
    }
  }

  private func putAside(_ id: AvisID) async throws {
    try await house.database.write { tx in
      try tx.execute("UPDATE avis_whatsapp SET etat = 'ecarte' WHERE id = \(id)")
    }
  }

  /// Destroys the keys of months that are over, once nothing of them can still be waiting.
  /// - Parameter viewer: the house; a schedule calls this.
  package func endAvis(for viewer: Viewer, at now: Instant) async throws {
    let first = (now - Self.gardeDesAvis).moisUniversel
    let over = try await house.database.read { tx in
      try tx.all("SELECT mois FROM mois_avis WHERE mois < \(first) ORDER BY mois") { row in try row[0] as String }
    }
    for mois in over {
      try house.vault.erase(.avis(mois: mois))
      try await house.database.write { tx in
        try tx.execute("DELETE FROM avis_whatsapp WHERE mois = \(mois)")
        try tx.execute("DELETE FROM mois_avis WHERE mois = \(mois)")
        try tx.record(Trace("effacement:avis", on: "whatsapp", by: viewer, at: now))
      }
    }
  }
}

/// How many bodies wait to be read, and how many stand apart.
struct CompteDesAvis: Sendable, Equatable {
  let enAttente: Int
  let ecartes: Int
}

extension MentoratStore {
  func compteDesAvis(in tx: Transaction) throws -> CompteDesAvis {
    let counts = try tx.all("SELECT etat, count(*) FROM avis_whatsapp GROUP BY etat") { row in
      (etat: try row[0] as String, nombre: try row[1] as Int)
    }
    let ecartes = counts.filter { $0.etat == "ecarte" }.reduce(0) { $0 + $1.nombre }
    return CompteDesAvis(enAttente: counts.reduce(0) { $0 + $1.nombre } - ecartes, ecartes: ecartes)
  }
}

extension Nouvelle {
  /// Whether somebody says it, rather than WhatsApp itself.
  fileprivate var estDite: Bool { [.message, .modification, .retrait].contains(genre) }
}
