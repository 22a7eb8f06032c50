import Chartes
import Html
import Web

/// The values of a charter, article by article; changing one publishes a new version.
struct ParametresPage: Page {
  let seal: Sceau
  let dispositif: String
  let charte: Charte
  let version: Version
  let form: FormData
  let saisie: Saisie
  let fait: String

  func titre(_ t: Langue) -> String { t("Régler la charte", "Set the charter") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("\(dispositif), version \(version.numero)", "\(dispositif), version \(version.numero)"),
      marge: [Note(SEngager.self, charte: charte.cle, t)]
    ) {
      if fait == "publiee" {
        avis(
          .accord,
          t(
            "La nouvelle version est publiée. Chaque personne la signera à sa prochaine visite.",
            "The new version is published. Everyone will sign it at their next visit."))
      }
      if fait == "rien" {
        avis(
          .attente,
          t("Rien n’a changé\u{a0}: la version reste la même.", "Nothing changed: the version stays the same."))
      }
      p {
        t(
          "Changer un nombre publie une nouvelle version. Ce qui est déjà convenu garde la sienne.",
          "Changing a number publishes a new version. What is already agreed keeps its own.")
      }
      formulaire(vers: "/parametres", seal) {
        for article in charte.articles where !article.parametres.isEmpty {
          h2 { t(article.titre) }
          for parametre in article.parametres { field(parametre, t) }
        }
        gestes { bouton(t("Publier cette version", "Publish this version")) }
      }
    }
  }

  private func field(_ parametre: Parametre, _ t: Langue) -> Markup {
    champ(
      parametre.cle, label: t(parametre.libelle) + unite(parametre, t), aide: t(parametre.attendu),
      valeur: form.has(parametre.cle) ? form.raw(parametre.cle) : String(version.parametres[parametre]),
      erreur: saisie.phrase(parametre.cle, t), type: .nombre)
  }

  private func unite(_ parametre: Parametre, _ t: Langue) -> String {
    switch parametre.unite {
    case .minutes: t(" (minutes)", " (minutes)")
    case .heures: t(" (heures)", " (hours)")
    case .jours: t(" (jours)", " (days)")
    case .mois: t(" (mois)", " (months)")
    case .caracteres: t(" (caractères)", " (characters)")
    case .horloge: t(" (heure entière)", " (whole hour)")
    case .nombre: ""
    }
  }
}
