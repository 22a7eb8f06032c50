import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilStore {
  /// What one held and reported, for the last six months in which something was held.
  func couvertures(
    of viewer: Viewer, in dispositif: Dispositif, at now: Instant, in tx: Transaction
  ) throws -> [Couverture] {
    guard let conseiller = viewer.personne else { return [] }
    let first = Jour(now, in: dispositif.fuseau).advanced(by: -183).start(in: dispositif.fuseau)
    let entretiens = try tx.all(
      """
      SELECT e.debut, EXISTS (SELECT 1 FROM compte_rendu c WHERE c.entretien = e.id) FROM entretien e
      WHERE e.conseiller = \(conseiller) AND e.dispositif = \(dispositif.id) AND e.fin IS NOT NULL
        AND e.debut >= \(first)
      """
    ) { row in (debut: try row[0] as Instant, rendu: try row[1] as Bool) }
    let ateliers = try heldAteliers(by: conseiller, of: dispositif.id, since: first, at: now, in: tx)
    let held = (entretiens + ateliers).map { (mois: Jour($0.debut, in: dispositif.fuseau).mois, rendu: $0.rendu) }
    return Dictionary(grouping: held, by: \.mois).map { mois, actes in
      Couverture(mois: mois, tenus: actes.count, rendus: actes.count(where: \.rendu))
    }.sorted { $0.mois > $1.mois }
  }

  /// Advisers whose acts have waited for a report since before a moment, and were not reminded of them.
  fileprivate func toRemind(
    before instant: Instant, of dispositif: DispositifID, in tx: Transaction
  ) throws -> [PersonneID: [EntretienID]] {
    let rows = try tx.all(
      """
      SELECT e.conseiller, e.id FROM entretien e WHERE e.dispositif = \(dispositif) AND e.fin IS NOT NULL
        AND e.fin <= \(instant) AND e.rappele IS NULL
        AND NOT EXISTS (SELECT 1 FROM compte_rendu c WHERE c.entretien = e.id)
      ORDER BY e.fin LIMIT 1000
      """
    ) { row in (try row[0] as PersonneID, try row[1] as EntretienID) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension ConseilRoom {
  /// One mail for all that waits, once for each act. Answers how many were written.
  /// - Parameter viewer: the house; a schedule calls this.
  package func remindReports(for viewer: Viewer, at now: Instant) async throws -> Int {
    try await house.database.write { [self] tx in
      var written = 0
      for dispositif in try personnes.dispositifs(in: tx) where dispositif.charte == Charte.conseil.cle {
        let p = try parametres(of: dispositif.id, at: now, in: tx)
        let before = now - .days(p[RendreCompte.rappel])
        let entretiens = try store.toRemind(before: before, of: dispositif.id, in: tx)
        let ateliers = try store.ateliersToRemind(before: before, of: dispositif.id, in: tx)
        for conseiller in Set(entretiens.keys).union(ateliers.keys).sorted() {
          let (received, held) = (entretiens[conseiller] ?? [], ateliers[conseiller] ?? [])
          try tx.execute("UPDATE entretien SET rappele = \(now) WHERE id IN \(list: received)")
          try store.noteReminded(held, at: now, in: tx)
          // Somebody erased meanwhile is not written to, and that keeps nobody else waiting.
          do {
            try personnes.write(to: conseiller, about: "rappel:\(conseiller)", from: now, in: tx) { destinataire in
              rappel(received.count + held.count, destinataire)
            }
            written += 1
          } catch is Absent {}
        }
      }
      return written
    }
  }

  private func rappel(_ count: Int, _ destinataire: Destinataire) -> Courriel {
    let t = destinataire.langue
    return Lettre(
      t, sujet: t("Des comptes rendus vous attendent", "Reports are waiting for you"),
      paragraphes: [
        t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),"),
        t.count(
          count,
          Phrase(
            "acte attend son compte rendu. Il est presque rempli.", "act waits for its report. It is almost filled in."),
          Phrase(
            "actes attendent leur compte rendu. Ils sont presque remplis.",
            "acts wait for their reports. They are almost filled in.")),
      ],
      bouton: (t("Ouvrir mes comptes rendus", "Open my reports"), "\(origin)/comptes-rendus")
    ).courriel(to: destinataire.adresse)
  }
}
