import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// The coordinator makes a pair of two people of the programme. They agree and sign by themselves.
  func form(
    mentor: PersonneID, accompagne: PersonneID, in dispositif: DispositifID, by visitor: Visitor, geste: Geste,
    at now: Instant
  ) async throws -> String {
    let id = BinomeID.make(at: now)
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let mentors = try personnes.personnes(as: .mentor, of: dispositif, for: visitor.viewer, in: tx)
      let accompagnes = try personnes.personnes(as: .accompagne, of: dispositif, for: visitor.viewer, in: tx)
      guard visitor.appartenances.contains(Appartenance(dispositif: dispositif, role: .coordinateur)),
        mentors.contains(mentor), accompagnes.contains(accompagne)
      else { throw Absent() }
      guard mentor != accompagne else {
        throw Saisie("accompagne", Phrase("Choisissez deux personnes.", "Choose two people."))
      }
      let p = try personnes.version(of: dispositif, at: now, in: tx).parametres
      try EcrireEntreDeuxSeances.judge(.former(binomes: try store.openBinomes(of: mentor, in: tx)), p).enforced()
      let binome = Binome(
        id: id, dispositif: dispositif, mentor: mentor, accompagne: accompagne, forme: now, contact: now, clos: nil,
        efface: nil)
      guard try store.insert(binome, in: tx) else {
        throw Saisie("accompagne", Phrase("Ce binôme existe déjà.", "This pair exists already."))
      }
      for personne in [mentor, accompagne] {
        try house.faits.record(Fait(.formation, of: personne, about: id, by: visitor.viewer, at: now), in: tx)
        try announce(to: personne, of: binome, at: now, in: tx) { lettres, prenom in lettres.formation(with: prenom) }
      }
      try tx.record(Trace("formation", on: id, by: visitor.viewer, at: now))
      return "/binomes?fait=forme"
    }
    for personne in [mentor, accompagne] { tell(personne) }
    return next
  }
}

/// What the coordinator sees of a pair: that it exists, whether it is signed, when it meets next. Nothing else.
struct BinomeVu: Sendable, Equatable {
  let mentor: PersonneID
  let accompagne: PersonneID
  let signe: Bool
  let prochaine: Instant?
  let clos: Bool
}

extension MentoratStore {
  /// False when the two have a pair already.
  fileprivate func insert(_ binome: Binome, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      INSERT INTO binome (id, dispositif, mentor, accompagne, forme, contact)
      VALUES (\(binome.id), \(binome.dispositif), \(binome.mentor), \(binome.accompagne), \(binome.forme),
        \(binome.contact)) ON CONFLICT DO NOTHING
      """) == 1
  }

  /// The pairs of a programme, for whoever coordinates it.
  func binomesVus(
    of dispositif: DispositifID, for viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws -> [BinomeVu] {
    try tx.all(
      """
      SELECT b.mentor, b.accompagne, b.clos,
        (SELECT max(c.convenue) FROM convention c WHERE c.binome = b.id),
        (SELECT min(s.debut) FROM seance s WHERE s.binome = b.id AND s.debut > \(now))
      FROM binome b WHERE b.dispositif = \(dispositif) AND EXISTS (SELECT 1 FROM appartenance a
        WHERE a.dispositif = b.dispositif AND a.personne = \(viewer.personne) AND a.role = 'coordinateur'
          AND a.suspendue IS NULL)
      ORDER BY b.clos IS NOT NULL, b.forme DESC, b.id LIMIT 200
      """
    ) { row in
      let clos = try row[2] as Instant? != nil
      return try BinomeVu(
        mentor: row[0], accompagne: row[1], signe: row[3] as Instant? != nil, prochaine: clos ? nil : row[4],
        clos: clos)
    }
  }
}
