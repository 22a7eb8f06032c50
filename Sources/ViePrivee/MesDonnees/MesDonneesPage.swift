import Base
import Html
import Temps
import Web

/// What is kept about me, why, until when, who sees it and who opened it; then one next step for each wish.
struct MesDonneesPage: Page {
  /// What is held, by kind, and how many.
  let rubriques: [(titre: Phrase, nombre: Int)]
  let traitements: [Traitement]
  let lectures: [Lecture]
  let demandes: [DemandeDeDroit]
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Mes données", "My data") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ce qui est gardé sur vous est à vous\u{a0}: vous pouvez le voir, l’emporter, le corriger, le faire effacer.",
        "What is kept about you is yours: you may see it, take it along, correct it, have it erased."),
      marge: [.protegerLesDonnees(t)]
    ) {
      suites(t)
      if !demandes.isEmpty { mesDemandes(t) }
      h2 { t("Ce qui est gardé sur vous", "What is kept about you") }
      ul(.class("personnes")) {
        for rubrique in rubriques {
          li {
            t(rubrique.titre)
            if rubrique.nombre > 1 { span(.class("soft")) { " (\(rubrique.nombre))" } }
          }
        }
      }
      p {
        t("Chaque mot se lit dans ", "You can read each word in ")
        a(.href("/mes-donnees/copie")) { t("votre copie", "your copy") }
        "."
      }
      h2 { t("Qui a ouvert vos données", "Who opened your data") }
      lu(t)
      h2 { t("Pourquoi, et jusqu’à quand", "Why, and until when") }
      for traitement in traitements {
        depliant(t(traitement.nom)) { fiche(traitement.lignes(t)) }
      }
      p {
        a(.href("/registre")) { t("Le registre entier, à imprimer", "The whole register, to print") }
      }
    }
  }

  private func suites(_ t: Langue) -> Markup {
    cartes([
      suite(
        t("Emporter", "Take along"),
        t("Tout, en un fichier qui se lit et s’imprime.", "All of it, in one file to read and print."),
        "/mes-donnees/copie", t("Obtenir ma copie", "Get my copy"), principal: true),
      suite(
        t("Corriger", "Correct"),
        t(
          "Votre nom, votre fuseau, votre adresse se changent dans votre compte.",
          "Your name, time zone and address can be changed in your account."),
        "/compte", t("Ouvrir mon compte", "Open my account")),
      suite(
        t("Demander, s’opposer", "Ask, object"),
        t(
          "Ce que vous ne pouvez pas changer vous-même\u{a0}: on vous répond en un mois au plus.",
          "What you cannot change yourself: you get an answer within a month."),
        "/mes-donnees/demande", t("Faire une demande", "Make a request")),
      suite(
        t("Effacer", "Erase"),
        t(
          "Fermer votre compte. La page dit d’abord ce qui part et ce qui reste.",
          "Close your account. The page first says what goes and what stays."),
        "/mes-donnees/effacement", t("Voir ce qui s’effacerait", "See what would be erased")),
    ])
  }

  private func suite(
    _ titre: String, _ texte: String, _ href: String, _ label: String, principal: Bool = false
  ) -> Markup {
    group {
      h2(.class("carte-titre")) { titre }
      p { texte }
      boutonLien(href, label, style: principal ? .principal : .discret)
    }
  }

  private func mesDemandes(_ t: Langue) -> Markup {
    group {
      h2 { t("Vos demandes", "Your requests") }
      ul(.class("personnes")) {
        for demande in demandes {
          li {
            a(.href("/mes-donnees/demandes/\(demande.id)")) { t(demande.droit.titre) }
            " "
            demande.etat(at: now, fuseau, t)
          }
        }
      }
    }
  }

  private func lu(_ t: Langue) -> Markup {
    if lectures.isEmpty {
      return p {
        t("Personne d’autre que vous, ces douze derniers mois.", "Nobody but you, in the last twelve months.")
      }
    }
    return frise(
      lectures.map { lecture in
        Moment(
          t.dateEtHeure(lecture.le, fuseau, reference: Jour(now, in: fuseau)), iso: lecture.le.iso,
          "\(lecture.qui) \(t(lecture.quoi))")
      })
  }
}
