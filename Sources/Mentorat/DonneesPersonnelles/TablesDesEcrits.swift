import Base
import Html
import Temps

/// What a pair writes. It goes with the mentee; when the mentor leaves, the mentee keeps what was answered to them.
extension MentoratRoom {
  static let tablesDesEcrits: [TableTenue] = [
    TableTenue(
      "marque", pour: "echanges", personnes: ["personne"],
      effacement: .change { personne, _ in
        ["DELETE FROM marque WHERE personne = \(personne) OR message IN \(sql: messages(personne))"]
      }, terme: .regle(signe)),
    TableTenue(
      "formulation", pour: "echanges", personnes: [],
      effacement: .change { personne, _ in
        [
          "DELETE FROM formulation WHERE message IN \(sql: messages(personne))",
          // Former wordings are their author's alone: nobody else ever saw them.
          """
          DELETE FROM formulation WHERE message IN (SELECT id FROM message WHERE auteur = \(personne))
            AND rang < (SELECT max(g.rang) FROM formulation g WHERE g.message = formulation.message)
          """,
        ]
      }, terme: .regle(signe)),
    TableTenue(
      "message", pour: "echanges", personnes: ["auteur"], effacement: .change { personne, _ in ecrits(personne) },
      terme: .regle(signe)),
    TableTenue(
      "synthese", pour: "echanges", personnes: ["auteur"],
      effacement: .change { personne, _ in
        [
          """
          DELETE FROM synthese
          WHERE seance IN (SELECT id FROM seance WHERE binome IN \(sql: accompagnes(personne)))
          """
        ]
      }, terme: .regle(signe)),
    TableTenue(
      "orientation", pour: "echanges", personnes: [],
      effacement: .change { personne, _ in
        ["DELETE FROM orientation WHERE binome IN \(sql: accompagnes(personne))"]
      }, terme: .regle(signe)),
    TableTenue(
      "message_en_cours", pour: "echanges", personnes: ["auteur"],
      effacement: .change { personne, _ in
        ["DELETE FROM message_en_cours WHERE auteur = \(personne) OR binome IN \(sql: accompagnes(personne))"]
      }, terme: .regle(signe)),
    TableTenue(
      "carnet", pour: "echanges", personnes: ["auteur"],
      effacement: .change { personne, _ in
        ["DELETE FROM carnet WHERE auteur = \(personne) OR binome IN \(sql: accompagnes(personne))"]
      }, terme: .regle(signe)),
  ]

  private static let signe = Phrase(
    "Le temps signé par le binôme après le dernier contact, annoncé avant.",
    "The time signed by the pair after the last contact, announced before.")

  /// All the messages of the pairs whose trace is this person's.
  private static func messages(_ personne: PersonneID) -> SQL {
    "(SELECT id FROM message WHERE binome IN \(sql: accompagnes(personne)))"
  }

  /// Those of one's own trace; and, in the others, one's own that never arrived.
  private static func ecrits(_ personne: PersonneID) -> [SQL] {
    let partent: SQL = """
      (SELECT id FROM message WHERE binome IN \(sql: accompagnes(personne))
        OR (auteur = \(personne) AND retire IS NOT NULL))
      """
    return [
      "DELETE FROM marque WHERE message IN \(sql: partent)",
      "DELETE FROM formulation WHERE message IN \(sql: partent)",
      "UPDATE message SET reponse_a = NULL WHERE reponse_a IN \(sql: partent)",
      """
      DELETE FROM message WHERE binome IN \(sql: accompagnes(personne))
        OR (auteur = \(personne) AND retire IS NOT NULL)
      """,
    ]
  }
}
