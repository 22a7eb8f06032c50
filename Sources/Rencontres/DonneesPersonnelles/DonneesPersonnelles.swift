import Base
import Chartes
import Html
import Personnes
import Temps

/// What this room keeps about people, said once: the register prints it, export, erasure and expiry obey it.
extension RencontresRoom {
  package var donneesPersonnelles: DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: Self.traitements, tables: Self.tables,
      rendre: { [store] personne, now, tx in try store.rendre(personne, at: now, in: tx) },
      empeche: { [store] personne, now, tx in try store.obstacle(to: personne, at: now, in: tx) })
  }

  static let traitements = [
    Traitement(
      "profils", Phrase("Les métiers présentés", "The jobs presented"),
      finalite: Phrase(
        "Faire connaître un métier et les heures où l’on peut en parler.",
        "Making a job known, and the hours when one may talk about it."),
      fondement: .accord, personnes: Phrase("Les expertes et experts.", "The experts."),
      donnees: Phrase(
        "Le métier, sa fiche, un mot de présentation, les heures, un plafond.",
        "The job, its sheet, a word of introduction, hours, a ceiling."),
      destinataires: Phrase("Les personnes du même dispositif.", "The people of the same programme."),
      duree: Phrase("Le temps du compte.", "As long as the account.")),
    Traitement(
      "rencontres", Phrase("Les rencontres", "The meetings"),
      finalite: Phrase(
        "Demander, préparer, tenir une rencontre et en garder ce que l’on a appris.",
        "Asking for a meeting, preparing it, holding it, and keeping what one learnt."),
      fondement: .contrat,
      personnes: Phrase(
        "Les explorateurs, les experts, et qui accompagne les premiers.",
        "Explorers, experts, and whoever accompanies the former."),
      donnees: Phrase(
        "Deux personnes, une heure, la motivation, les questions, la réponse, une annulation, les présences, le bilan.",
        "Two people, an hour, the motivation, the questions, the answer, a cancellation, attendance, the review."),
      destinataires: Phrase(
        "Les deux personnes, et qui accompagne l’explorateur. L’experte ou l’expert ne lit du bilan que le merci.",
        "The two people, and whoever accompanies the explorer. Of the review the expert reads only the thanks."),
      duree: Phrase(
        "3\u{a0}ans après la rencontre. Les mots d’une personne ne se lisent plus dès que son compte est effacé.",
        "3 years after the meeting. A person’s words can no longer be read once their account is erased.")),
    Traitement(
      "brouillons", Phrase("Les textes en cours", "Texts in the making"),
      finalite: Phrase("Ne rien perdre de ce que l’on tape.", "Losing nothing of what one types."),
      fondement: .interetLegitime, personnes: Phrase("Qui écrit.", "Whoever writes."),
      donnees: Phrase("Le texte d’une demande ou d’un bilan.", "The text of a request or of a review."),
      destinataires: Phrase("Personne d’autre.", "Nobody else."),
      duree: Phrase("6\u{a0}mois sans y toucher, ou l’envoi.", "6 months untouched, or until it is sent.")),
  ]
}

extension RencontresStore {
  /// Somebody is waited for, or waits: they are told first, by the act that tells them.
  fileprivate func obstacle(to personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Phrase? {
    let next = try tx.first(
      """
      SELECT \(sql: Self.columns) FROM rencontre r WHERE (r.explorateur = \(personne) OR r.expert = \(personne))
        AND ((r.etat = 'acceptee' AND r.fin > \(now)) OR (r.etat = 'demandee' AND r.echeance > \(now)))
      ORDER BY r.debut, r.id LIMIT 1
      """, Self.decode)
    guard let next else { return nil }
    let fuseau = try zone(of: personne, in: tx)
    let quand = Phrase(
      fr: Langue.fr.dateEtHeure(next.debut, fuseau, reference: nil),
      en: Langue.en.dateEtHeure(next.debut, fuseau, reference: nil))
    if next.etat == .acceptee {
      return Phrase(
        fr:
          "Une rencontre vous attend le \(quand.fr). Annulez-la d’abord, avec un mot\u{a0}: l’autre personne le lit tout de suite.",
        en: "A meeting awaits you on \(quand.en). Cancel it first, with a note: the other person reads it at once.")
    }
    return next.explorateur == personne
      ? Phrase(
        fr:
          "Vous avez demandé une rencontre pour le \(quand.fr). Retirez d’abord votre demande\u{a0}: la personne qui l’a reçue le sait alors.",
        en: "You asked for a meeting on \(quand.en). First withdraw your request: whoever received it then knows.")
      : Phrase(
        fr: "Quelqu’un vous demande une rencontre le \(quand.fr). Répondez-lui d’abord, même non, d’un mot.",
        en: "Somebody asks you for a meeting on \(quand.en). Answer them first, even no, in a word.")
  }
}
