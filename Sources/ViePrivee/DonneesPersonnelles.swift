import Base
import Html
import Temps

/// How long this room keeps what it holds.
enum Garde {
  static let copies = Duration.days(7)
  /// Long enough to show that an answer was given.
  static let demandes = Duration.days(3 * 365)
}

extension ViePriveeRoom {
  /// What this room keeps itself.
  static func donneesPersonnelles(_ house: House) -> DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: [copies, demandes], tables: [copie, demandeDroit],
      rendre: { personne, _, tx in
        [
          Rubrique(
            "demandes-de-droits", Phrase("Vos demandes sur vos données", "Your requests about your data"),
            try DemandesStore(house).demandes(of: .person(personne), in: tx).map(\.champs)),
          Rubrique(
            "copies", Phrase("Vos copies", "Your copies"),
            try CopieStore(house).copie(of: .person(personne), in: tx).map { [$0.champs] } ?? []),
        ]
      })
  }

  private static let copies = Traitement(
    "copies", Phrase("La copie de vos données", "The copy of your data"),
    finalite: Phrase(
      "Vous rendre tout ce qui est gardé sur vous.", "Giving you back all that is kept about you."),
    fondement: .obligation, personnes: Phrase("Qui demande sa copie.", "Whoever asks for their copy."),
    donnees: Phrase("Un fichier scellé par votre clé.", "A file sealed with your key."),
    destinataires: Phrase("Vous.", "You."), duree: .conservation(Garde.copies))

  private static let demandes = Traitement(
    "demandes-de-droits", Phrase("Les demandes sur les données", "Requests about data"),
    finalite: Phrase(
      "Répondre à temps à qui demande à voir, corriger, limiter ou faire effacer ses données.",
      "Answering in time whoever asks to see, correct, limit or erase their data."),
    fondement: .obligation,
    personnes: Phrase("Qui fait une demande, avec ou sans compte.", "Whoever asks, with or without an account."),
    donnees: Phrase(
      "Ce qui est demandé, la date, le terme, la réponse. Ce qui est écrit est scellé.",
      "What is asked, the date, the term, the answer. What is written is sealed."),
    destinataires: Phrase(
      "Vous, et la coordination de votre dispositif.", "You, and whoever coordinates your programme."),
    duree: Phrase(
      fr: "\(Phrase.conservation(Garde.demandes).fr) après la réponse.",
      en: "\(Phrase.conservation(Garde.demandes).en) after the answer."))

  private static let copie = TableTenue(
    "copie", pour: "copies", personnes: ["personne"],
    effacement: .change { personne, _ in ["DELETE FROM copie WHERE personne = \(personne)"] },
    terme: .apres(Garde.copies) {
      ["DELETE FROM copie WHERE prete < \($0)", "DELETE FROM copie WHERE etat = 'manquee' AND demandee < \($0)"]
    })

  private static let demandeDroit = TableTenue(
    "demande_droit", pour: "demandes-de-droits", personnes: ["personne", "close_par", "notee_par"],
    effacement: .change { personne, now in
      [
        """
        UPDATE demande_droit SET mots = \(Sealed.vide), reponse = NULL,
          close = CASE WHEN close IS NULL THEN \(now) ELSE close END,
          etat = CASE WHEN etat = 'ouverte' THEN 'sans_objet' ELSE etat END
        WHERE personne = \(personne)
        """
      ]
    },
    terme: .apres(Garde.demandes) { ["DELETE FROM demande_droit WHERE close < \($0)"] })
}
