import Base
import Html
import Temps

// MARK: Who people are, and their place

extension TableTenue {
  static let identite: [TableTenue] = [
    TableTenue(
      "personne", pour: "compte", personnes: ["id"],
      // The number stays, for what others did with it; nothing stays that leads from it to somebody.
      effacement: .change { personne, now in
        [
          """
          UPDATE personne SET adresse_cle = 'partie:' || id, adresse = \(Sealed.vide), prenom = \(Sealed.vide),
            nom = \(Sealed.vide), langue = 'fr', fuseau = \(Fuseau.paris.identifier), prevenue = NULL,
            partie = CASE WHEN partie IS NULL THEN \(now) ELSE partie END
          WHERE id = \(personne)
          """
        ]
      }, terme: .compte),
    TableTenue(
      "appartenance", pour: "places", personnes: ["personne", "suivie_par"],
      effacement: .change { personne, _ in
        [
          "DELETE FROM appartenance WHERE personne = \(personne)",
          "UPDATE appartenance SET suivie_par = NULL WHERE suivie_par = \(personne)",
        ]
      }, terme: .compte),
    TableTenue(
      "engagement", pour: "engagements", personnes: ["personne"],
      effacement: .garde(
        Phrase(
          "La preuve qu’une version a été signée, sous un numéro sans nom. Votre copie porte ce numéro\u{a0}: vous seul ou seule pouvez montrer que c’était vous.",
          "Proof that a version was signed, under a number without a name. Your copy bears that number: you alone can show that it was you."
        )),
      terme: .apres(Garde.engagements) { avant in
        ["DELETE FROM engagement WHERE personne IN (SELECT id FROM personne WHERE partie < \(avant))"]
      }),
  ]

  static let invitations: [TableTenue] = [
    TableTenue(
      "invitation", pour: "invitations", personnes: ["invitee_par", "suivie_par", "acceptee_par"],
      effacement: .change { personne, _ in
        [
          "DELETE FROM invitation WHERE acceptee_par = \(personne)",
          "UPDATE invitation SET etat = 'retiree' WHERE invitee_par = \(personne) AND etat = 'ouverte'",
          "UPDATE invitation SET suivie_par = NULL WHERE suivie_par = \(personne)",
        ]
      },
      terme: .apres(Garde.invitations) { ["DELETE FROM invitation WHERE expire < \($0)"] })
  ]

  static let sansPersonne: [TableTenue] = [
    TableTenue(sansPersonne: "structure"), TableTenue(sansPersonne: "dispositif"), TableTenue(sansPersonne: "role"),
    TableTenue(sansPersonne: "version"), TableTenue(sansPersonne: "version_texte"),
    TableTenue(sansPersonne: "exigence"),
  ]
}

// MARK: How they come in

extension TableTenue {
  static let entrees: [TableTenue] = [
    TableTenue(
      "lien", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM lien WHERE personne = \(personne)"] },
      terme: .apres(Garde.passages) { ["DELETE FROM lien WHERE expire < \($0)"] }),
    TableTenue(
      "lien_demande", pour: "acces", personnes: [], effacement: .sansObjet,
      terme: .apres(Garde.passages) { ["DELETE FROM lien_demande WHERE le < \($0)"] }),
    TableTenue(
      "connexion", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM connexion WHERE personne = \(personne)"] },
      terme: .apres(Duree.autres.entiere) { ["DELETE FROM connexion WHERE ouverte < \($0)"] }),
    TableTenue(
      "navigateur_connu", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM navigateur_connu WHERE personne = \(personne)"] },
      terme: .apres(Garde.navigateurs) { ["DELETE FROM navigateur_connu WHERE depuis < \($0)"] }),
    TableTenue(
      "proconnect", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM proconnect WHERE personne = \(personne)"] }, terme: .compte),
    TableTenue(
      "proconnect_aller", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM proconnect_aller WHERE personne = \(personne)"] },
      terme: .apres(Garde.passages) { ["DELETE FROM proconnect_aller WHERE expire < \($0)"] }),
  ]

  static let notifications: [TableTenue] = [
    TableTenue(
      "notification", pour: "notifications", personnes: [],
      effacement: .change { personne, _ in
        [
          """
          DELETE FROM notification
          WHERE abonnement IN (SELECT id FROM abonnement WHERE personne = \(personne))
          """
        ]
      },
      terme: .apres(Garde.passages) { ["DELETE FROM notification WHERE jusque < \($0)"] }),
    TableTenue(
      "abonnement", pour: "notifications", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM abonnement WHERE personne = \(personne)"] },
      terme: .apres(Garde.navigateurs) { ["DELETE FROM abonnement WHERE vu < \($0)"] }),
  ]

  static let preuves: [TableTenue] = [
    TableTenue(
      "cle_acces", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM cle_acces WHERE personne = \(personne)"] }, terme: .compte),
    TableTenue(
      "cle_declinee", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM cle_declinee WHERE personne = \(personne)"] },
      terme: .compte),
    TableTenue(
      "defi", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM defi WHERE personne = \(personne)"] },
      terme: .apres(Garde.passages) { ["DELETE FROM defi WHERE expire < \($0)"] }),
    TableTenue(
      "code_temporaire", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM code_temporaire WHERE personne = \(personne)"] },
      terme: .compte),
    TableTenue(
      "code_secours", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM code_secours WHERE personne = \(personne)"] },
      terme: .compte),
    TableTenue(
      "changement_adresse", pour: "acces", personnes: ["personne"],
      effacement: .change { personne, _ in ["DELETE FROM changement_adresse WHERE personne = \(personne)"] },
      terme: .apres(Garde.passages) { ["DELETE FROM changement_adresse WHERE expire < \($0)"] }),
  ]
}

// MARK: How they are helped in

extension TableTenue {
  static let secours: [TableTenue] = [
    TableTenue(
      "code_papier", pour: "secours", personnes: ["personne", "remis_par"],
      effacement: .change { personne, _ in
        [
          "DELETE FROM code_papier WHERE personne = \(personne)",
          "UPDATE code_papier SET remis_par = NULL WHERE remis_par = \(personne)",
        ]
      },
      terme: .apres(Garde.codesPapier) { ["DELETE FROM code_papier WHERE expire < \($0)"] }),
    TableTenue(
      "recuperation", pour: "secours", personnes: ["personne", "demandee_par", "confirmee_par"],
      // For the others, who helped stays a number until the line ends.
      effacement: .change { personne, _ in
        [
          "DELETE FROM recuperation WHERE personne = \(personne)",
          "DELETE FROM recuperation WHERE demandee_par = \(personne) AND etat = 'demandee'",
        ]
      },
      terme: .apres(Garde.recuperations) { ["DELETE FROM recuperation WHERE demandee < \($0)"] }),
  ]
}
