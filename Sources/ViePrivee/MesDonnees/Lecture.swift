import Base
import Html
import Personnes
import Temps

/// Somebody else opened what is about a person.
struct Lecture: Sendable, Equatable {
  let le: Instant
  /// "Claire D.", or what is still known of them.
  let qui: String
  let quoi: Phrase

  /// What the log says it was, in words; each room has its own word for it.
  static func quoi(_ geste: String) -> Phrase {
    switch geste {
    case "lecture:acces": Phrase("a regardé comment vous entrez", "looked at how you come in")
    case "lecture:chemin": Phrase("a lu votre parcours", "read your path")
    case "lecture:rencontre": Phrase("a lu une de vos rencontres", "read one of your meetings")
    case "lecture:bilan", "bilan:lecture": Phrase("a lu un de vos bilans", "read one of your reviews")
    case "lecture:demande-de-droit": Phrase("a lu une de vos demandes", "read one of your requests")
    default: Phrase("a ouvert quelque chose de vous", "opened something of yours")
    }
  }
}

extension ViePriveeRoom {
  /// The last readings of others, newest first: of the person, and of what their path is made of.
  func lectures(of personne: PersonneID, _ t: Langue, in tx: Transaction) throws -> [Lecture] {
    let mine: SQL = """
      acteur <> \(personne) AND (geste LIKE 'lecture:%' OR geste = 'bilan:lecture')
      AND objet IN (SELECT \(personne) UNION SELECT sujet FROM fait WHERE personne = \(personne)
        UNION SELECT id FROM demande_droit WHERE personne = \(personne))
      """
    let rows = try tx.all(
      """
      SELECT acteur, geste, le FROM trace WHERE \(sql: mine)
      UNION ALL SELECT acteur, geste, le FROM trace_attente WHERE \(sql: mine)
      ORDER BY 3 DESC LIMIT 200
      """
    ) { row in (acteur: try row[0] as String, geste: try row[1] as String, le: try row[2] as Instant) }
    let prenoms = try personnes.store.prenoms(
      of: Array(Set(rows.compactMap { PersonneID($0.acteur) })), for: .person(personne), in: tx)
    return rows.map { row in
      let qui = PersonneID(row.acteur).flatMap { prenoms[$0] }
      return Lecture(
        le: row.le, qui: qui?.court ?? t("Une personne de l’équipe", "Somebody of the team"),
        quoi: Lecture.quoi(row.geste))
    }
  }
}
