import Html
import Temps

/// How long the house keeps what its own tables hold.
enum Garde {
  static let faits = Duration.days(5 * 365)
  static let courriers = Duration.days(30)
  static let gestes = Duration.days(7)
}

// MARK: What happened

extension TableTenue {
  static let faits: [TableTenue] = [
    TableTenue(
      "fait", pour: "faits", personnes: ["personne", "acteur"],
      effacement: .garde(
        Phrase(
          "Il n’y reste que des numéros, une date et le nom d’un acte. Le vôtre ne mène plus à personne.",
          "Only numbers, a date and the name of an act are left there. Yours leads to nobody any more.")),
      terme: .apres(Garde.faits) { ["DELETE FROM fait WHERE le < \($0)"] }),
    TableTenue(
      "reaction", pour: "faits", personnes: [], effacement: .sansObjet,
      terme: .regle(Phrase("Avec le fait dont elle découle.", "With the fact it comes from."))),
    TableTenue(sansPersonne: "migration"),
    // Processes and files, not people. What nodes tell each other is sealed, and gone in two minutes.
    TableTenue(sansPersonne: "noeud"), TableTenue(sansPersonne: "onde"), TableTenue(sansPersonne: "sauvegarde"),
  ]

  /// The log of who read or did what. Another table of the log is declared here.
  static let journal: [TableTenue] =
    [TableTenue(sansPersonne: "trace_tete"), TableTenue(sansPersonne: "trace_coupe")]
    + (["trace_attente", "trace"] as [StaticString]).map { nom in
      TableTenue(
        nom, pour: "traces", personnes: ["acteur", "objet"],
        effacement: .garde(
          Phrase(
            "Le journal dit aux autres qui a ouvert leurs données\u{a0}: il n’y reste de vous qu’un numéro.",
            "The log tells others who opened their data: only a number of yours is left there.")),
        terme: .regle(Phrase("Au bout de douze mois.", "After twelve months.")))
    }
}

// MARK: What leaves, and what was sent

extension TableTenue {
  static let envois: [TableTenue] = [
    TableTenue(
      "courrier", pour: "courriers", personnes: ["proprietaire"],
      effacement: .change { personne, _ in
        ["DELETE FROM courrier WHERE proprietaire = \(Owner.personne(personne).text)"]
      },
      terme: .apres(Garde.courriers) {
        ["DELETE FROM courrier WHERE etat IN ('parti', 'echoue') AND apres < \($0)"]
      }),
    TableTenue(
      "geste", pour: "gestes", personnes: ["acteur"],
      effacement: .change { personne, _ in ["DELETE FROM geste WHERE acteur = \(personne)"] },
      terme: .apres(Garde.gestes) { ["DELETE FROM geste WHERE le < \($0)"] }),
  ]

  /// In a base of their own.
  static let coffre: [TableTenue] = [
    TableTenue(sansPersonne: "restauration"),
    TableTenue(
      "cle", pour: "coffre", personnes: ["proprietaire"], effacement: .illisible,
      terme: .regle(Phrase("Avec ce qu’elle scelle.", "With what it seals."))),
    TableTenue(
      "cle_effacee", pour: "coffre", personnes: ["proprietaire"],
      effacement: .garde(
        Phrase(
          "Le numéro de la clé détruite reste, pour qu’une sauvegarde plus ancienne ne vous ramène pas.",
          "The number of the destroyed key stays, so that an older backup does not bring you back.")),
      terme: .regle(
        Phrase(
          "Aussi longtemps qu’une vieille sauvegarde pourrait revenir.",
          "As long as an old backup might come back."))),
  ]
}
