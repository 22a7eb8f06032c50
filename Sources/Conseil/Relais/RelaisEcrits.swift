import Base
import Chartes
import Html
import Personnes
import Temps

/// How a referral changes.
extension ConseilStore {
  func insert(_ relais: Relais, in tx: Transaction) throws {
    let contenu = try seal(relais.contenu, of: .usager(relais.usager), at: Place("relais.contenu", relais.id))
    let jeton = Token(presented: relais.contenu.jeton)?.fingerprint
    let code = CodeEcrit(typed: relais.contenu.code, letters: ConseilRoom.lettresDuCode)
    try tx.execute(
      """
      INSERT INTO relais
        (id, dispositif, usager, conseiller, partenaire, entretien, version, voie, accord, accord_le, contenu,
         empreinte, jeton, code, parti, relances, prochaine, issue, revision)
      VALUES (\(relais.id), \(relais.dispositif), \(relais.usager), \(relais.conseiller), \(relais.partenaire),
        \(relais.entretien), \(relais.version), \(relais.voie.rawValue), \(relais.accord.rawValue),
        \(relais.accordLe.iso), \(contenu), \(relais.empreinte), \(jeton), \(code.map { fingerprint(relais: $0) }),
        \(relais.parti), 0, \(relais.prochaine), \(relais.issue.rang + 1), 0)
      """)
  }

  /// What was answered, only if nobody answered since this revision was read.
  /// - Parameter prochaine: when to remind, if the person is awaited still.
  func answer(
    _ relais: Relais, _ reponse: Relais.Reponse, from revision: Int, by par: Relais.Par, prochaine: Instant?,
    at now: Instant, in tx: Transaction
  ) throws -> Bool {
    let sealed = try seal(reponse, of: .usager(relais.usager), at: Place("relais.reponse", relais.id))
    // A correction does not move the moment of the answer: an hour is an hour.
    let repondu = relais.etat == .repondu ? relais.repondu ?? now : now
    return try tx.execute(
      """
      UPDATE relais SET reponse = \(sealed), issue = \(reponse.genre.issue.rang + 1), repondu = \(repondu),
        par = \(par.rawValue), prochaine = \(prochaine), revision = revision + 1
      WHERE id = \(relais.id) AND revision = \(revision) AND retire IS NULL
      """) == 1
  }

  /// True the first time.
  func open(_ relais: Relais, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute("UPDATE relais SET ouvert = \(now) WHERE id = \(relais.id) AND ouvert IS NULL") == 1
  }

  /// True the first time.
  func retire(_ relais: Relais, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE relais SET retire = \(now), prochaine = NULL, revision = revision + 1
      WHERE id = \(relais.id) AND retire IS NULL
      """) == 1
  }

  /// A reminder was written, or none will be any more.
  func remind(_ relais: Relais, relances: Int, prochaine: Instant?, in tx: Transaction) throws {
    try tx.execute("UPDATE relais SET relances = \(relances), prochaine = \(prochaine) WHERE id = \(relais.id)")
  }

  /// Who is told of it: whoever sent it, while they follow the person; otherwise those who do.
  func concerned(by relais: Relais, in tx: Transaction) throws -> [PersonneID] {
    let following = try tx.all(
      """
      SELECT uc.conseiller FROM usager_conseiller uc
      WHERE uc.usager = \(relais.usager) AND EXISTS (SELECT 1 FROM appartenance a WHERE a.personne = uc.conseiller
        AND a.dispositif = \(relais.dispositif) AND a.role = 'conseiller-numerique' AND a.suspendue IS NULL)
      ORDER BY uc.depuis, uc.conseiller
      """
    ) { row in try row[0] as PersonneID }
    return following.contains(relais.conseiller) ? [relais.conseiller] : following
  }
}
