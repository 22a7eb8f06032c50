import Base
import Chartes
import Comptage
import Personnes
import Temps

extension ConseilStore {
  private static let compteRendu: SQL = """
    c.id, c.dispositif, c.conseiller, c.entretien, c.usager, c.lieu, c.jour, c.type, c.canal, c.minutes, c.attente,
    c.themes, c.demarches, c.materiel, c.posture, c.autonomie, c.orientation, c.issue, c.niveau, c.participants, c.deja,
    c.genre_0, c.genre_1, c.genre_2, c.age_0, c.age_1, c.age_2, c.age_3, c.age_4, c.age_5, c.age_6, c.age_7,
    c.statut_0, c.statut_1, c.statut_2, c.statut_3, c.statut_4, c.contenu, c.revision, c.cree, c.modifie
    """

  /// One's own: a report belongs to who wrote it. Others see figures.
  func compteRendu(_ id: CompteRenduID, for viewer: Viewer, in tx: Transaction) throws -> CompteRendu {
    guard let found = try comptesRendus("c.id = \(id)", limit: 1, for: viewer, in: tx).first else { throw Absent() }
    return found
  }

  /// One's own, newest first.
  /// - Parameter which: a condition on `c`.
  func comptesRendus(_ which: SQL, limit: Int, for viewer: Viewer, in tx: Transaction) throws -> [CompteRendu] {
    let mine: SQL = viewer.personne.map { "c.conseiller = \($0)" as SQL } ?? "TRUE"
    return try tx.all(
      """
      SELECT \(sql: Self.compteRendu) FROM compte_rendu c WHERE \(sql: which) AND \(sql: mine)
      ORDER BY c.jour DESC, c.cree DESC, c.id DESC LIMIT \(limit)
      """, decodeCompteRendu)
  }

  /// Those of a programme, for who coordinates it: their numbers and codes, none of their words.
  /// - Parameter which: a condition on `c`.
  func coordinated(_ which: SQL, limit: Int, for viewer: Viewer, in tx: Transaction) throws -> [CompteRendu] {
    try tx.all(
      """
      SELECT \(sql: Self.compteRendu) FROM compte_rendu c
      WHERE \(sql: which) AND \(sql: Self.coordinates("c.dispositif", viewer))
      ORDER BY c.jour DESC, c.cree DESC, c.id DESC LIMIT \(limit)
      """
    ) { row in try decode(row, ecrits: .init()) }
  }

  func compteRendu(of entretien: EntretienID, in tx: Transaction) throws -> CompteRenduID? {
    try tx.first("SELECT id FROM compte_rendu WHERE entretien = \(entretien)") { row in try row[0] }
  }

  /// Whether this person was received before, alone or at a workshop: what "already seen" means in a report.
  func wasSeen(_ usager: UsagerID, before jour: Jour, in tx: Transaction) throws -> Bool {
    try tx.first(
      """
      SELECT 1 FROM compte_rendu WHERE usager = \(usager) AND jour < \(jour.iso)
      UNION ALL
      SELECT 1 FROM inscrit i JOIN atelier_compte_rendu ac ON ac.atelier = i.atelier
        JOIN compte_rendu c ON c.id = ac.compte_rendu
      WHERE i.usager = \(usager) AND i.presence = 'present' AND c.jour < \(jour.iso) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  private func decodeCompteRendu(_ row: Row) throws -> CompteRendu {
    let (id, conseiller): (CompteRenduID, PersonneID) = (try row[0], try row[2])
    return try decode(
      row,
      ecrits: open(row[37], of: Entretien.owner(row[4], conseiller), at: Place("compte_rendu.contenu", id)))
  }

  private func decode(_ row: Row, ecrits: CompteRendu.Ecrits) throws -> CompteRendu {
    guard let jour = Jour(try row[6] as String) else { throw DatabaseError.decoding("jour") }
    let teneur = CompteRendu.Teneur(
      jour: jour, type: .at(try row[7] as Int - 1) ?? .individuel, canal: .at(try row[8] as Int - 1) ?? .lieu,
      lieu: try row[5], minutes: try row[9], attente: try row[10],
      themes: Ensemble(bits: UInt64(bitPattern: try row[11])),
      demarches: Ensemble(bits: UInt64(bitPattern: try row[12])),
      materiel: Ensemble(bits: UInt64(bitPattern: try row[13])), facon: .at(try row[14] as Int - 1),
      autonomie: .at(try row[15] as Int - 1), redirection: .at(try row[16] as Int - 1),
      issue: .at(try row[17] as Int - 1), niveau: .at(try row[18] as Int - 1),
      publics: Publics(
        participants: try row[19], deja: try row[20], genres: try (21...23).map { try row[$0] },
        ages: try (24...31).map { try row[$0] }, statuts: try (32...36).map { try row[$0] }),
      ecrits: ecrits)
    return CompteRendu(
      id: try row[0], dispositif: try row[1], conseiller: try row[2], entretien: try row[3], usager: try row[4],
      revision: try row[38], cree: try row[39], modifie: try row[40], teneur: teneur)
  }

  /// Files a report, and its line among the figures.
  func insert(_ rendu: CompteRendu, in tx: Transaction) throws {
    let teneur = rendu.teneur
    let (genres, ages, statuts) = (teneur.publics.genres, teneur.publics.ages, teneur.publics.statuts)
    let contenu = try seal(teneur.ecrits, of: rendu.owner, at: Place("compte_rendu.contenu", rendu.id))
    try tx.execute(
      """
      INSERT INTO compte_rendu
        (id, dispositif, conseiller, entretien, usager, lieu, jour, type, canal, minutes, attente, themes, demarches,
         materiel, posture, autonomie, orientation, issue, niveau, participants, deja, genre_0, genre_1, genre_2, age_0,
         age_1, age_2, age_3, age_4, age_5, age_6, age_7, statut_0, statut_1, statut_2, statut_3, statut_4, contenu,
         revision, cree, modifie)
      VALUES (\(rendu.id), \(rendu.dispositif), \(rendu.conseiller), \(rendu.entretien), \(rendu.usager),
        \(teneur.lieu), \(teneur.jour.iso), \(teneur.type.rang + 1), \(teneur.canal.rang + 1), \(teneur.minutes),
        \(teneur.attente), \(Int64(bitPattern: teneur.themes.bits)), \(Int64(bitPattern: teneur.demarches.bits)),
        \(Int64(bitPattern: teneur.materiel.bits)), \(teneur.facon.code), \(teneur.autonomie.code),
        \(teneur.redirection.code), \(teneur.issue.code), \(teneur.niveau.code), \(teneur.publics.participants),
        \(teneur.publics.deja), \(genres[0]), \(genres[1]), \(genres[2]), \(ages[0]), \(ages[1]), \(ages[2]), \(ages[3]),
        \(ages[4]), \(ages[5]), \(ages[6]), \(ages[7]), \(statuts[0]), \(statuts[1]), \(statuts[2]), \(statuts[3]),
        \(statuts[4]), \(contenu), \(rendu.revision), \(rendu.cree), \(rendu.modifie))
      """)
    try append(rendu.ligne(), of: rendu.dispositif, at: rendu.modifie, in: tx)
  }

  /// Takes a report back, whole: nothing of it stays but what it undoes among the figures.
  func delete(_ rendu: CompteRendu, at now: Instant, in tx: Transaction) throws {
    let deleted = try tx.execute("DELETE FROM compte_rendu WHERE id = \(rendu.id) AND revision = \(rendu.revision)")
    if deleted == 0 { throw Depasse() }
    try append(rendu.ligne().opposite, of: rendu.dispositif, at: now, in: tx)
  }
}

extension Optional where Wrapped: Nomenclature {
  /// As a column holds it: 0 for what was not said, then ranks from 1.
  var code: Int { map { $0.rang + 1 } ?? 0 }
}
