import Base
import Chartes
import Html
import Personnes
import Temps

/// What this room keeps about people, said once: the register prints it, export, erasure and expiry obey it.
///
/// The trace of a pair is the mentee's. When they leave, all of it goes; when the mentor leaves, the mentee keeps it until
/// the time they signed, without the mentor's name.
extension MentoratRoom {
  package var donneesPersonnelles: DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: Self.traitements,
      tables: Self.tablesDuBinome + Self.tablesDesEcrits + Self.tablesDuMentor
        + Self.tablesDesAvis + Self.tablesDesLiaisons,
      rendre: { [store] personne, now, tx in try store.rendre(personne, at: now, in: tx) },
      empeche: { [store] personne, _, tx in try store.obstacle(to: personne, in: tx) })
  }

  static let traitements = [
    Traitement(
      "binomes", Phrase("Les binômes", "The pairs"),
      finalite: Phrase(
        "Former un binôme, convenir de ses règles et de ses séances, pouvoir prouver ce que l’on a signé.",
        "Forming a pair, agreeing on its rules and sessions, being able to prove what one signed."),
      fondement: .contrat, personnes: Phrase("Les mentors et les personnes accompagnées.", "Mentors and mentees."),
      donnees: Phrase(
        "Deux personnes, leurs conventions, leurs signatures, l’acte, les dates de leurs séances.",
        "Two people, their agreements, their signatures, the record, the dates of their sessions."),
      destinataires: Phrase(
        "Les deux personnes. La coordination voit que le binôme existe, s’il a signé, sa prochaine séance.",
        "The two people. The coordinator sees that the pair exists, whether it signed, its next session."),
      duree: Phrase(
        "5\u{a0}ans après la fin du binôme\u{a0}: le temps où l’on peut devoir prouver ce qui a été signé.",
        "5 years after the end of the pair: as long as one may have to prove what was signed.")),
    Traitement(
      "echanges", Phrase("Les échanges", "The exchanges"),
      finalite: Phrase(
        "Écrire entre deux séances, et relire son chemin.",
        "Writing between two sessions, and looking back on the path."),
      fondement: .contrat, personnes: Phrase("Les mentors et les personnes accompagnées.", "Mentors and mentees."),
      donnees: Phrase(
        "Les messages et leurs formulations, les synthèses, les marques, les orientations, les textes en cours, le carnet des pseudonymes.",
        "Messages and their wordings, summaries, marks, orientations, texts in the making, the notebook of pseudonyms."),
      destinataires: Phrase("Les deux personnes, et personne d’autre.", "The two people, and nobody else."),
      duree: Phrase(
        "Le temps que le binôme a signé après le dernier contact (730\u{a0}jours au plus au départ), annoncé avant\u{a0}; aussitôt si la personne accompagnée efface son compte.",
        "The time that the pair signed after the last contact (730 days at most to begin with), announced before; at once if the mentee erases their account."
      )),
    Traitement(
      "heures", Phrase("Les heures et les annonces", "Hours and announcements"),
      finalite: Phrase(
        "Dire quand un message sera lu, et prévenir une fois à l’ouverture.",
        "Telling when a message will be read, and announcing once at an opening."),
      fondement: .contrat, personnes: Phrase("Les mentors.", "Mentors."),
      donnees: Phrase(
        "Les jours d’absence, la dernière annonce, le dernier passage.",
        "Days away, the last announcement, the last time they came by."),
      destinataires: Phrase(
        "La personne accompagnée voit quand elle sera lue, jamais pourquoi.",
        "The mentee sees when they will be read, never why."),
      duree: Phrase(
        "Les annonces, 3\u{a0}mois\u{a0}; les absences, un an après leur fin.",
        "Announcements, 3 months; days away, one year after they end.")),
    avis, liaisons,
  ]
}

extension MentoratStore {
  /// A pair ends by its own act, which tells the other; leaving comes after.
  fileprivate func obstacle(to personne: PersonneID, in tx: Transaction) throws -> Phrase? {
    let open = try tx.first(
      """
      SELECT \(sql: Self.columns) FROM binome b
      WHERE (b.mentor = \(personne) OR b.accompagne = \(personne)) AND b.clos IS NULL ORDER BY b.forme, b.id LIMIT 1
      """, Self.decode)
    guard let open else { return nil }
    let autre = open.other(than: personne)
    let prenom = try personnes.prenoms(of: [autre], for: .person(personne), in: tx)[autre]?.prenom
    return Phrase(
      fr: """
        Votre binôme avec \(prenom ?? "quelqu’un") n’est pas terminé. Terminez-le d’abord, sur sa page\u{a0}: l’autre \
        personne en est prévenue.
        """,
      en: """
        Your pair with \(prenom ?? "somebody") has not ended. End it first, on its page: the other person is told.
        """)
  }
}
