import Base
import Html
import Temps

/// Every table of the room. Those who refer to a meeting come before it, and end with it.
extension RencontresRoom {
  static let tables: [TableTenue] = [
    TableTenue(
      "profil", pour: "profils", personnes: ["expert"],
      effacement: .change { personne, _ in ["DELETE FROM profil WHERE expert = \(personne)"] }, terme: .compte),
    TableTenue(
      "disponibilite", pour: "profils", personnes: ["expert"],
      effacement: .change { personne, _ in ["DELETE FROM disponibilite WHERE expert = \(personne)"] },
      terme: .compte),
    TableTenue(
      "brouillon", pour: "brouillons", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM brouillon WHERE personne = \(personne)"] },
      terme: .apres(.days(182)) { avant in ["DELETE FROM brouillon WHERE maj < \(avant)"] }),
    TableTenue(
      "creneau_pris", pour: "rencontres", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM creneau_pris WHERE personne = \(personne)"] },
      terme: .apres(.days(31)) { avant in
        ["DELETE FROM creneau_pris WHERE quart_heure < \(avant.milliseconds / 900_000)"]
      }),
    TableTenue("demande", pour: "rencontres", personnes: [], effacement: .illisible, terme: .regle(avecElle)),
    TableTenue("question", pour: "rencontres", personnes: [], effacement: .illisible, terme: .regle(avecElle)),
    TableTenue("reponse", pour: "rencontres", personnes: [], effacement: .illisible, terme: .regle(avecElle)),
    TableTenue(
      "annulation", pour: "rencontres", personnes: ["par"], effacement: .illisible, terme: .regle(avecElle)),
    TableTenue(
      "presence", pour: "rencontres", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM presence WHERE personne = \(personne)"] },
      terme: .regle(avecElle)),
    TableTenue(
      "bilan", pour: "rencontres", personnes: ["lu_par"],
      // What was not sealed says nothing more of the explorer; that it took place stays, for the expert.
      effacement: .change { personne, _ in
        [
          """
          UPDATE bilan SET humeur = NULL, projet = 'a-explorer'
          WHERE rencontre IN (SELECT id FROM rencontre WHERE explorateur = \(personne))
          """,
          "UPDATE bilan SET lu_par = NULL WHERE lu_par = \(personne)",
        ]
      }, terme: .regle(avecElle)),
    TableTenue(
      "rencontre", pour: "rencontres", personnes: ["explorateur", "expert"],
      effacement: .garde(
        Phrase(
          "L’autre personne garde qu’une rencontre a eu lieu ce jour-là, ou n’a pas eu lieu. Votre nom et vos mots ne s’y lisent plus.",
          "The other person keeps that a meeting took place on that day, or did not. Your name and your words can no longer be read there."
        )),
      terme: .apres(.days(1096)) { avant in
        let passees: SQL = "(SELECT id FROM rencontre WHERE fin < \(avant))"
        return [
          "DELETE FROM creneau_pris WHERE rencontre IN \(sql: passees)",
          "DELETE FROM question WHERE rencontre IN \(sql: passees)",
          "DELETE FROM demande WHERE rencontre IN \(sql: passees)",
          "DELETE FROM reponse WHERE rencontre IN \(sql: passees)",
          "DELETE FROM annulation WHERE rencontre IN \(sql: passees)",
          "DELETE FROM presence WHERE rencontre IN \(sql: passees)",
          "DELETE FROM bilan WHERE rencontre IN \(sql: passees)",
          "DELETE FROM rencontre WHERE fin < \(avant)",
        ]
      }),
  ]

  private static let avecElle = Phrase("Avec la rencontre.", "With the meeting.")
}
