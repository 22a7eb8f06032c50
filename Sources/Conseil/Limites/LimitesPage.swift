import Chartes
import Html
import Web

/// What the team does not do, and who does it: for anybody, without an account.
struct LimitesPage: Page {
  let services: [Partenaire]

  func titre(_ t: Langue) -> String { t("Ce que nous ne faisons pas", "What we do not do") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "D’autres le font mieux que nous. Avec votre accord, nous leur écrivons pour vous.",
        "Others do it better than we do. If you agree, we write to them for you."),
      marge: [Note(PasserLeRelais.self, charte: "conseil", t)]
    ) {
      h2 { t("Et qui le fait", "And who does it") }
      fiche(Limite.allCases.map { (nom: t($0.phrase), valeur: Markup(text: t($0.qui))) })
      if !services.isEmpty {
        h2 { t("Près d’ici", "Around here") }
        cartes(services.map { carte($0, t) })
      }
      gestes { boutonLien("/rendez-vous", t("Voir où nous rencontrer", "See where to meet us"), style: .discret) }
    }
  }

  private func carte(_ service: Partenaire, _ t: Langue) -> Markup {
    group {
      h3(.class("carte-titre")) { service.contenu.nom }
      p(.class("soft")) {
        [t(service.genre.phrase), service.contenu.commune].filter { !$0.isEmpty }.joined(separator: ", ")
      }
      if !service.contenu.habilitation.isEmpty { p { service.contenu.habilitation } }
      joindre(service.contenu, t)
    }
  }
}

/// One's own words for it: told to the person, and written in the letter, when one hands over.
struct MesLimitesPage: Page {
  let seal: Sceau
  let retour: Retour
  let fait: String

  func titre(_ t: Langue) -> String { t("Les limites de mon métier", "The limits of my work") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Vous les montrez à la personne quand vous passez le relais. La lettre les reprend.",
        "You show them to the person when you hand over. The letter repeats them."),
      marge: Conseil.marge(retour.motif, sinon: PasserLeRelais.self, t)
    ) {
      if fait == "garde" { avis(.accord, t("C’est gardé.", "It is saved.")) }
      retenue(retour, t)
      p { t("Si vous n’écrivez rien, nous disons\u{a0}:", "If you write nothing, we say:") }
      citation(t(Limite.defaut))
      formulaire(vers: "/mes-limites", seal) {
        retour.relire?.markup(t)
        zone(
          "limites", label: t("Avec mes mots", "In my words"), valeur: retour.form.raw("limites"),
          erreur: retour.saisie.phrase("limites", t), lignes: 4, maximum: ConseilRoom.longestLimites, facultatif: t)
        gestes {
          bouton(t("Garder mes mots", "Save my words"))
          a(.href("/limites")) { t("Voir la page publique", "See the public page") }
        }
      }
    }
  }
}
