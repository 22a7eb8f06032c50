import Base
import Temps

extension ConseilStore {
  func count(
    _ id: ID<RaisonDeRefus>, _ raison: RaisonDeRefus, _ age: TrancheAge, at lieu: Lieu, by conseiller: PersonneID,
    now: Instant, in tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO refus_accueil (id, lieu, jour, raison, tranche_age, par, le)
      VALUES (\(id), \(lieu.id), \(Jour(now, in: lieu.fuseau).iso), \(raison.rawValue), \(age.rawValue), \(conseiller),
        \(now))
      """)
  }

  /// How many were turned away since a day, by reason and age: what the coordinator looks at.
  func refusals(
    of dispositif: DispositifID, since jour: Jour, for viewer: Viewer, in tx: Transaction
  ) throws -> [(raison: RaisonDeRefus, age: TrancheAge, nombre: Int)] {
    try tx.all(
      """
      SELECT f.raison, f.tranche_age, count(*) FROM refus_accueil f JOIN lieu l ON l.id = f.lieu
      WHERE l.dispositif = \(dispositif) AND f.jour >= \(jour.iso)
        AND (\(sql: Self.coordinates("l.dispositif", viewer)) OR \(sql: Self.advises("l.dispositif", viewer)))
      GROUP BY f.raison, f.tranche_age ORDER BY count(*) DESC, f.raison, f.tranche_age
      """
    ) { row in
      (
        raison: RaisonDeRefus(rawValue: try row[0]) ?? .autre,
        age: TrancheAge(rawValue: try row[1]) ?? .nonCommunique, nombre: try row[2]
      )
    }
  }
}
