import Base
import Chartes
import Personnes
import Temps

/// Taking somebody out of every row, in one transaction. What is counted stays and names nobody; what was signed stays as
/// long as it is kept as proof.
extension ConseilRoom {
  /// - Parameter viewer: an adviser who follows the person, or the house.
  func forget(
    _ usager: Usager, for raison: RaisonDEffacement, by viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws {
    for sujet in try store.lettersAbout(usager.id, in: tx) {
      try house.outbox.withdraw(about: sujet, after: Instant(milliseconds: 0), in: tx)
    }
    // While the viewer still follows the person: afterwards, nobody does.
    try giveUpSeats(of: usager, by: viewer, at: now, in: tx)
    let isKept = try settleMandats(of: usager, by: viewer, at: now, in: tx)
    let relais = try store.relais(of: usager, for: viewer, in: tx)
    try store.unlink(usager.id, at: now, in: tx)
    // No answer is awaited any more, and a figure says so.
    for relais in relais where relais.isAwaited { try report(nil, of: relais, at: now, in: tx) }
    try store.deleteThread(of: usager.id, in: tx)
    try store.end(usager.id, isKept: isKept, at: now, in: tx)
    try store.condemn("usager", usager.id, in: tx)
    try tx.execute(
      """
      INSERT INTO effacement_suivi (id, dispositif, raison, le)
      VALUES (\(ID<RaisonDEffacement>.make(at: now)), \(usager.dispositif), \(raison.rawValue), \(now))
      """)
  }

  /// A seat in a workshop to come goes to the first who waits.
  private func giveUpSeats(of usager: Usager, by viewer: Viewer, at now: Instant, in tx: Transaction) throws {
    for (id, atelier) in try store.seatsToCome(of: usager.id, at: now, in: tx) {
      let atelier = try store.atelier(atelier, for: viewer, in: tx)
      try giveUp(store.inscrit(id, of: atelier, in: tx), of: atelier, by: viewer, at: now, in: tx)
    }
  }

  /// A mandate in force stops: nobody acts for somebody they no longer know. True when one is kept as proof.
  private func settleMandats(of usager: Usager, by viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Bool {
    let fuseau = try personnes.dispositif(usager.dispositif, for: viewer, in: tx).fuseau
    var isKept = false
    for id in try store.mandatIDs(of: usager.id, in: tx) {
      let mandat = try store.mandat(id, for: viewer, in: tx)
      let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
      guard let garde = mandat.gardeJusque(p, in: fuseau), now < garde else {
        try store.delete(mandat: id, in: tx)
        continue
      }
      isKept = true
      guard mandat.etat(at: now) == .enCours else { continue }
      let retrait = Retrait(le: now, par: viewer.personne ?? mandat.conseiller, raison: .parole)
      for demarche in mandat.restantes { try store.withdraw(demarche, of: mandat, retrait, in: tx) }
    }
    return isKept
  }
}

extension ConseilStore {
  /// What mails that have not left may be about.
  fileprivate func lettersAbout(_ usager: UsagerID, in tx: Transaction) throws -> [String] {
    try tx.all(
      """
      SELECT id FROM relais WHERE usager = \(usager) UNION ALL SELECT id FROM inscrit WHERE usager = \(usager)
      UNION ALL SELECT id FROM rendez_vous WHERE usager = \(usager)
        OR id IN (SELECT rendez_vous FROM entretien WHERE usager = \(usager))
      """
    ) { row in try row[0] }
  }

  fileprivate func seatsToCome(
    of usager: UsagerID, at now: Instant, in tx: Transaction
  ) throws -> [(InscritID, AtelierID)] {
    try tx.all(
      """
      SELECT i.id, i.atelier FROM inscrit i JOIN atelier ate ON ate.id = i.atelier
      WHERE i.usager = \(usager) AND i.etat = 'inscrit' AND ate.debut > \(now)
        AND ate.etat IN ('brouillon', 'publie') ORDER BY ate.debut, i.id
      """
    ) { row in (try row[0], try row[1]) }
  }

  fileprivate func mandatIDs(of usager: UsagerID, in tx: Transaction) throws -> [MandatID] {
    try tx.all("SELECT id FROM mandat WHERE usager = \(usager) ORDER BY ecrit, id") { row in try row[0] }
  }

  /// What was held and counted stays: an hour, a length, codes. Its words go, and all that led to the person.
  fileprivate func unlink(_ usager: UsagerID, at now: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE ticket SET contenu = \(Sealed.vide)
      WHERE id IN (SELECT ticket FROM entretien WHERE usager = \(usager))
      """)
    let theirs: SQL = "(usager = \(usager) OR id IN (SELECT rendez_vous FROM entretien WHERE usager = \(usager)))"
    try tx.execute(
      """
      DELETE FROM rendez_vous_quart
      WHERE rendez_vous IN (SELECT id FROM rendez_vous WHERE etat = 'pris' AND \(sql: theirs))
      """)
    try tx.execute("UPDATE rendez_vous SET etat = 'annule' WHERE etat = 'pris' AND \(sql: theirs)")
    // No code leads to it any more: this one is no fingerprint.
    try tx.execute(
      """
      UPDATE rendez_vous SET usager = NULL, contenu = \(Sealed.vide), code = 'efface:' || id WHERE \(sql: theirs)
      """)
    try tx.execute(
      """
      UPDATE inscrit SET usager = NULL, contenu = \(Sealed.vide), code = NULL, a_appeler = NULL
      WHERE usager = \(usager)
      """)
    try tx.execute(
      """
      UPDATE compte_rendu SET usager = NULL, contenu = \(Sealed.vide), revision = revision + 1
      WHERE usager = \(usager)
      """)
    // Left open, it would wait for its words; closed, it waits for its report, which is a number.
    try tx.execute(
      """
      UPDATE entretien SET usager = NULL, contenu = \(Sealed.vide), revision = revision + 1,
        fin = CASE WHEN fin IS NULL THEN \(now) ELSE fin END WHERE usager = \(usager)
      """)
  }

  /// What is about the person and nothing else. A letter that left opens no more.
  fileprivate func deleteThread(of usager: UsagerID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM fait WHERE sujet IN (SELECT id FROM relais WHERE usager = \(usager))")
    try tx.execute("DELETE FROM relais WHERE usager = \(usager)")
    try tx.execute("DELETE FROM etape WHERE besoin IN (SELECT id FROM besoin WHERE usager = \(usager))")
    try tx.execute("DELETE FROM besoin WHERE usager = \(usager)")
    try tx.execute("DELETE FROM consultation WHERE usager = \(usager)")
    try tx.execute("DELETE FROM usager_conseiller WHERE usager = \(usager)")
  }

  /// - Parameter isKept: a mandate still names the row, which says nothing more.
  fileprivate func end(_ usager: UsagerID, isKept: Bool, at now: Instant, in tx: Transaction) throws {
    guard isKept else {
      try tx.execute("DELETE FROM usager WHERE id = \(usager)")
      return
    }
    try tx.execute(
      """
      UPDATE usager SET contenu = \(Sealed.vide), prevenu = NULL, efface = \(now), revision = revision + 1
      WHERE id = \(usager)
      """)
  }

  /// All of a mandate; its key follows.
  func delete(mandat id: MandatID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM mandat_usage WHERE mandat = \(id)")
    try tx.execute("DELETE FROM mandat_retrait WHERE mandat = \(id)")
    try tx.execute("DELETE FROM mandat_signature WHERE mandat = \(id)")
    try tx.execute("DELETE FROM mandat_demarche WHERE mandat = \(id)")
    try tx.execute("DELETE FROM mandat WHERE id = \(id)")
    try condemn("mandat", id, in: tx)
  }

  /// Its key is destroyed once this transaction is committed: one destroyed before would outlive a write that failed.
  /// - Parameter genre: "usager", "mandat", "porte".
  func condemn(_ genre: StaticString, _ id: some CustomStringConvertible, in tx: Transaction) throws {
    try tx.execute(
      "INSERT INTO cle_a_detruire (genre, id) VALUES (\(genre.description), \(id.description)) ON CONFLICT DO NOTHING")
  }
}
