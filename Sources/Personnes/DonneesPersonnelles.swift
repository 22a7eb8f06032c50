import Base
import Html
import Temps

/// How long this room keeps what it holds. The register says these very durations.
package enum Garde {
  /// An account without a sign of life ends by itself.
  package static let sommeil = Duration.days(2 * 365)
  /// Its owner is told so long before.
  package static let preavis = Duration.days(30)
  /// What was signed, after its signer has left.
  static let engagements = Duration.days(5 * 365)
  static let recuperations = Duration.days(365)
  /// After what it was for has ended.
  static let invitations = Duration.days(30)
  static let codesPapier = Duration.days(30)
  /// As long as a browser keeps the cookie that names it.
  static let navigateurs = Duration.days(400)
  /// Links, challenges, trips, addresses being changed: past their time.
  static let passages = Duration.days(1)
}

extension PersonnesRoom {
  /// What this room keeps about people: who they are, how they come in, their roles, what they signed.
  package var donneesPersonnelles: DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: Traitement.desPersonnes,
      tables: TableTenue.identite + TableTenue.invitations + TableTenue.entrees + TableTenue.preuves
        + TableTenue.notifications + TableTenue.secours + TableTenue.sansPersonne,
      rendre: { [store] personne, now, tx in try store.rendre(personne, at: now, in: tx) },
      empeche: { [store] personne, _, tx in
        try store.soleCoordination(of: personne, in: tx).map { nom in
          Phrase(
            "Vous êtes seul ou seule à coordonner «\u{a0}\(nom)\u{a0}». Invitez d’abord une autre personne à la coordination\u{a0}: sans elle, les autres ne pourraient plus rien demander.",
            "You are the only coordinator of “\(nom)”. Invite somebody else to coordinate first: without them, the others could not ask for anything any more."
          )
        }
      })
  }
}

extension PersonnesStore {
  /// The name of a programme where others have a place and nobody else coordinates; nil when there is none.
  fileprivate func soleCoordination(of personne: PersonneID, in tx: Transaction) throws -> String? {
    try tx.first(
      """
      SELECT d.nom FROM appartenance a JOIN dispositif d ON d.id = a.dispositif
      WHERE a.personne = \(personne) AND a.role = 'coordinateur' AND a.suspendue IS NULL
        AND EXISTS (SELECT 1 FROM appartenance o WHERE o.dispositif = a.dispositif AND o.personne <> \(personne))
        AND NOT EXISTS (SELECT 1 FROM appartenance c WHERE c.dispositif = a.dispositif AND c.personne <> \(personne)
          AND c.role = 'coordinateur' AND c.suspendue IS NULL)
      ORDER BY d.cree, d.id LIMIT 1
      """
    ) { row in try row[0] }
  }
}
