import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What one of them keeps of an interval, written when a session has closed it.
struct Synthese: Sendable, Equatable {
  let seance: SeanceID
  let auteur: PersonneID
  let contenu: String
  let le: Instant
}

extension MentoratStore {
  /// Those of a pair, oldest first. Both read them.
  func syntheses(of binome: Binome, in tx: Transaction) throws -> [Synthese] {
    try tx.all(
      """
      SELECT y.seance, y.auteur, y.contenu, y.le FROM synthese y JOIN seance s ON s.id = y.seance
      WHERE s.binome = \(binome.id) ORDER BY y.le, y.auteur
      """
    ) { row in
      let (seance, auteur): (SeanceID, PersonneID) = (try row[0], try row[1])
      let contenu = try house.vault.open(
        try row[2] as Sealed, of: binome.owner, at: Place("synthese.contenu", "\(seance):\(auteur)"))
      return Synthese(seance: seance, auteur: auteur, contenu: contenu ?? "", le: try row[3])
    }
  }
}

extension MentoratRoom {
  /// Writes one's summary of the interval that the last session closed. The thread opens again with the first one.
  func summarize(
    _ relecture: Relecture, lu: Savoir, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let cadre = try store.cadre(of: id, for: visitor, at: now, in: tx)
      guard cadre.binome.clos == nil, let seance = cadre.seances.precedente, seance != cadre.seances.toutes.first else {
        throw Absent()
      }
      try relecture.judge(cadre.parametres).enforced()
      guard try store.savoir(of: cadre.binome, for: visitor.personne, in: tx) == lu else { throw CarnetChange() }
      let place = Place("synthese.contenu", "\(seance.id):\(visitor.personne)")
      let sealed = try house.vault.seal(relecture.texte.ensemble, of: cadre.binome.owner, at: place)
      try tx.execute(
        """
        INSERT INTO synthese (seance, auteur, contenu, le)
        VALUES (\(seance.id), \(visitor.personne), \(sealed), \(now))
        ON CONFLICT (seance, auteur) DO UPDATE SET contenu = excluded.contenu, le = excluded.le
        """)
      try store.keep(relecture.savoir, of: cadre.binome, by: visitor.personne, in: tx)
      try store.touch(cadre.binome, at: now, in: tx)
      return "/binomes/\(id)/seances?fait=synthese"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }
}
