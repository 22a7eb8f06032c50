import Base
import Chartes
import Html
import Personnes
import Temps

/// What this room keeps about people, with or without an account, said once: the register prints it, export, erasure and
/// expiry obey it.
extension ConseilRoom {
  package var donneesPersonnelles: DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: Self.traitements,
      tables: Self.tablesDeLaPorte + Self.tablesDuSuivi + Self.tablesDesMandats + Self.tablesDesAteliers
        + Self.tablesDeLEquipe,
      rendre: { [self] personne, now, tx in try rendre(personne, at: now, in: tx) },
      empeche: { [self] personne, now, tx in try store.obstacle(to: personne, at: now, in: tx) })
  }

  /// Those that a person received is told about, with what is kept of them.
  static let traitementsDesUsagers = ["accueil", "suivi", "mandats", "relais", "ateliers", "activite"]
}

extension ConseilStore {
  /// What an adviser must hand over before they leave: nobody is left without being told.
  fileprivate func obstacle(to personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Phrase? {
    let alone = try followedAlone(by: personne, in: tx)
    if alone > 0 {
      return Phrase(
        fr: """
          Vous êtes seul ou seule à suivre \(Langue.fr.count(alone, Self.une, Self.plusieurs)). Partagez d’abord chaque \
          suivi avec un collègue, avec l’accord de la personne, ou effacez-le si elle le demande.
          """,
        en: """
          You alone follow \(Langue.en.count(alone, Self.une, Self.plusieurs)). First share each thread with a \
          colleague, with the person’s agreement, or erase it if they ask.
          """)
    }
    if let next = try nextRendezVous(with: personne, at: now, in: tx) {
      let fuseau = try fuseau(of: next.dispositif, in: tx)
      return Phrase(
        fr: """
          Quelqu’un a rendez-vous avec vous le \(Langue.fr.dateEtHeure(next.debut, fuseau, reference: nil)). Retirez \
          d’abord vos permanences, puis annulez vos rendez-vous depuis votre journée\u{a0}: chaque personne est prévenue.
          """,
        en: """
          Somebody has an appointment with you on \(Langue.en.dateEtHeure(next.debut, fuseau, reference: nil)). First \
          take out your hours, then cancel your appointments from your day: each person is told.
          """)
    }
    guard let next = try nextAtelier(by: personne, at: now, in: tx) else { return nil }
    let fuseau = try fuseau(of: next.dispositif, in: tx)
    return Phrase(
      fr: """
        Un atelier vous attend le \(Langue.fr.dateEtHeure(next.debut, fuseau, reference: nil)). Annulez-le d’abord\u{a0}: \
        qui est inscrit est prévenu.
        """,
      en: """
        A workshop expects you on \(Langue.en.dateEtHeure(next.debut, fuseau, reference: nil)). Cancel it first: whoever \
        is enrolled is told.
        """)
  }

  private static let une = Phrase("personne", "person")
  private static let plusieurs = Phrase("personnes", "people")

  /// A colleague who is suspended, or no adviser any more, follows nobody.
  private func followedAlone(by personne: PersonneID, in tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM usager u JOIN usager_conseiller uc ON uc.usager = u.id
      WHERE uc.conseiller = \(personne) AND u.efface IS NULL AND NOT EXISTS (
        SELECT 1 FROM usager_conseiller autre JOIN appartenance a ON a.personne = autre.conseiller
        WHERE autre.usager = u.id AND autre.conseiller <> \(personne) AND a.dispositif = u.dispositif
          AND a.role = 'conseiller-numerique' AND a.suspendue IS NULL)
      """
    ) { row in try row[0] } ?? 0
  }

  private func nextRendezVous(
    with personne: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> (debut: Instant, dispositif: DispositifID)? {
    try tx.first(
      """
      SELECT debut, dispositif FROM rendez_vous
      WHERE conseiller = \(personne) AND etat = 'pris' AND fin > \(now) ORDER BY debut, id LIMIT 1
      """
    ) { row in (try row[0], try row[1]) }
  }

  private func nextAtelier(
    by personne: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> (debut: Instant, dispositif: DispositifID)? {
    try tx.first(
      """
      SELECT debut, dispositif FROM atelier
      WHERE conseiller = \(personne) AND etat = 'publie' AND fin > \(now) ORDER BY debut, id LIMIT 1
      """
    ) { row in (try row[0], try row[1]) }
  }

  private func fuseau(of dispositif: DispositifID, in tx: Transaction) throws -> Fuseau {
    try personnes.dispositifs(in: tx).first { $0.id == dispositif }?.fuseau ?? .paris
  }
}
