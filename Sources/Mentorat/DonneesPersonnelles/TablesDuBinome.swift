import Base
import Html
import Temps

/// The pair, what it signed, its sessions: what stays of it once its words are gone. Those who refer to a pair come first.
extension MentoratRoom {
  static let tablesDuBinome: [TableTenue] = [
    TableTenue(
      "date_proposee", pour: "binomes", personnes: ["par"],
      effacement: .change { personne, _ in
        ["DELETE FROM date_proposee WHERE par = \(personne) OR binome IN \(sql: accompagnes(personne))"]
      }, terme: .regle(avecLui)),
    TableTenue("acte", pour: "binomes", personnes: [], effacement: .garde(signe), terme: .regle(avecLui)),
    TableTenue(
      "signature", pour: "binomes", personnes: ["personne"], effacement: .garde(signe), terme: .regle(avecLui)),
    TableTenue("convention_texte", pour: "binomes", personnes: [], effacement: .garde(signe), terme: .regle(avecLui)),
    TableTenue(
      "convention", pour: "binomes", personnes: ["proposee_par"], effacement: .garde(signe), terme: .regle(avecLui)),
    TableTenue("seance", pour: "binomes", personnes: [], effacement: .garde(signe), terme: .regle(avecLui)),
    TableTenue(
      "binome", pour: "binomes", personnes: ["mentor", "accompagne", "clos_par"],
      // From then on the pair says so on its pages, and a schedule destroys its key.
      effacement: .change { personne, now in
        [
          """
          UPDATE binome SET efface = \(now), prevenu = NULL, clos = CASE WHEN clos IS NULL THEN \(now) ELSE clos END
          WHERE accompagne = \(personne) AND efface IS NULL
          """
        ]
      }, terme: .apres(.days(1827)) { avant in fin(avant) }),
  ]

  /// The pairs whose trace is this person's.
  static func accompagnes(_ personne: PersonneID) -> SQL { "(SELECT id FROM binome WHERE accompagne = \(personne))" }

  private static let avecLui = Phrase("Avec le binôme.", "With the pair.")

  private static let signe = Phrase(
    "Ce que vous avez signé à deux, et quand vous vous êtes vus, reste 5\u{a0}ans à l’autre personne. Votre nom ne se lit plus que dans l’acte, scellé, tant que ses échanges sont gardés.",
    "What you both signed, and when you met, stays with the other person for 5 years. Your name is read only in the record, sealed, as long as the exchanges are kept."
  )

  /// Pairs that ended, or that nobody ever signed, so long ago. What they wrote is erased long since.
  private static func fin(_ avant: Instant) -> [SQL] {
    let finis: SQL = """
      (SELECT id FROM binome WHERE efface < \(avant) OR (contact < \(avant)
        AND NOT EXISTS (SELECT 1 FROM convention c WHERE c.binome = binome.id AND c.convenue IS NOT NULL)))
      """
    return effacement(of: finis) + [
      "DELETE FROM date_proposee WHERE binome IN \(sql: finis)",
      "DELETE FROM seance WHERE binome IN \(sql: finis)",
      "DELETE FROM acte WHERE binome IN \(sql: finis)",
      "DELETE FROM signature WHERE binome IN \(sql: finis)",
      "DELETE FROM convention_texte WHERE binome IN \(sql: finis)",
      "DELETE FROM convention WHERE binome IN \(sql: finis)",
      "DELETE FROM binome WHERE id IN \(sql: finis)",
    ]
  }

  /// All that these pairs wrote, and what was sealed of them.
  static func effacement(of binomes: SQL) -> [SQL] {
    let messages: SQL = "(SELECT id FROM message WHERE binome IN \(sql: binomes))"
    return [
      "DELETE FROM marque WHERE message IN \(sql: messages)",
      "DELETE FROM formulation WHERE message IN \(sql: messages)",
      "UPDATE message SET reponse_a = NULL WHERE binome IN \(sql: binomes)",
      "DELETE FROM message WHERE binome IN \(sql: binomes)",
      "DELETE FROM synthese WHERE seance IN (SELECT id FROM seance WHERE binome IN \(sql: binomes))",
      "DELETE FROM orientation WHERE binome IN \(sql: binomes)",
      "DELETE FROM message_en_cours WHERE binome IN \(sql: binomes)",
      "DELETE FROM carnet WHERE binome IN \(sql: binomes)",
      "DELETE FROM passage_mentor WHERE binome IN \(sql: binomes)",
    ]
  }
}
