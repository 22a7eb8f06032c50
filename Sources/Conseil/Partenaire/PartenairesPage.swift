import Chartes
import Html
import Temps
import Web

/// The directory: whom one may hand over to, and why they are qualified.
struct PartenairesPage: Page {
  let seals: Seals
  let partenaires: [Partenaire]
  /// What is looked for: `mots`, `genre`.
  let cherche: FormData
  /// Days after which a service is to be checked again.
  let limite: Int
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Les services vers qui orienter", "Services to refer to") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Toute l’équipe les voit et les tient à jour.", "The whole team sees them and keeps them up to date."),
      marge: [Note(PasserLeRelais.self, charte: "conseil", t)]
    ) {
      avisDe(fait, t)
      recherche(t)
      if partenaires.isEmpty { rien(t) }
      cartes(partenaires.map { carte($0, t) })
      gestes { boutonLien("/partenaires/nouveau", t("Ajouter un service", "Add a service")) }
    }
  }

  private func avisDe(_ fait: String, _ t: Langue) -> Markup {
    switch fait {
    case "garde": avis(.accord, t("La fiche est gardée.", "The card is saved."))
    case "verifie": avis(.accord, t("C’est noté\u{a0}: vérifié aujourd’hui.", "Noted: checked today."))
    case "retire":
      avis(.accord, t("Le service n’est plus dans l’annuaire.", "The service is no longer in the directory."))
    default: .empty
    }
  }

  private func recherche(_ t: Langue) -> Markup {
    filtre(vers: "/partenaires", label: t("Chercher un service", "Look for a service")) {
      champ(
        "mots", label: t("Nom, commune ou thème", "Name, town or theme"), valeur: cherche.raw("mots"),
        type: .recherche, autocomplete: "off", maximum: 100, facultatif: t)
      liste(
        "genre", label: t("Sorte de service", "Kind of service"),
        options: Redirection.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: cherche.text("genre"),
        invite: t("Toutes", "All"), facultatif: t)
      gestes { bouton(t("Chercher", "Search"), style: .discret) }
    }
  }

  private func rien(_ t: Langue) -> Markup {
    cherche.text("mots").isEmpty && cherche.text("genre").isEmpty
      ? vide(
        titre: t("Pas encore de service", "No service yet"),
        texte: t(
          "Ajoutez ceux vers qui vous orientez déjà. Dites pourquoi ils sont qualifiés.",
          "Add those you already refer to. Say why they are qualified."))
      : vide(
        titre: t("Rien de ce nom", "Nothing by that name"),
        texte: t("Essayez un mot plus court, ou une autre sorte.", "Try a shorter word, or another kind."))
  }

  private func carte(_ partenaire: Partenaire, _ t: Langue) -> Markup {
    let contenu = partenaire.contenu
    return group {
      h2(.class("carte-titre")) { contenu.nom }
      p(.class("soft")) {
        [t(partenaire.genre.phrase), contenu.commune].filter { !$0.isEmpty }.joined(separator: ", ")
      }
      if contenu.habilitation.isEmpty {
        p { etat(.attente, t("On ne sait pas encore pourquoi il est qualifié", "Not known yet why it is qualified")) }
      } else {
        p { contenu.habilitation }
      }
      joindre(contenu, t)
      if !partenaire.themes.isEmpty {
        p(.class("soft")) { partenaire.themes.valeurs.map { t($0.phrase) }.joined(separator: ", ") }
      }
      verifie(partenaire, t)
      gestes {
        boutonVers(
          "/partenaires/\(partenaire.id)/verification", seals.next(),
          t("Je l’ai vérifié aujourd’hui", "I checked it today"),
          precision: contenu.nom)
        a(.href("/partenaires/\(partenaire.id)")) {
          t("Changer la fiche", "Change the card")
          lu(" \(contenu.nom)")
        }
      }
    }
  }

  private func verifie(_ partenaire: Partenaire, _ t: Langue) -> Markup {
    let le = t.date(Jour(partenaire.verifie, in: fuseau), reference: Jour(now, in: fuseau))
    return partenaire.verifieDepuis(now, in: fuseau) > limite
      ? p { etat(.attente, t("À vérifier\u{a0}: vu le \(le)", "To be checked: last on \(le)")) }
      : p(.class("soft")) { t("Vérifié le \(le)", "Checked on \(le)") }
  }
}
