import Chartes
import Html
import Web

/// Every charter this software holds.
struct ChartesPage: Page {
  func titre(_ t: Langue) -> String { t("Les chartes", "The charters") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Ce que vous signez est ce qui s’applique.", "What you sign is what applies.")
    ) {
      cartes(
        Charte.toutes.map { charte in
          group {
            h2 { a(.href("/chartes/\(charte.cle)")) { t(charte.titre) } }
            p { t(charte.objet) }
            p {
              a(.href("/chartes/\(charte.cle)/tenue")) {
                t("Comment chaque article est tenu", "How each article is kept")
                lu(t(" dans la ", " in the ") + t(charte.titre))
              }
            }
          }
        })
      p {
        a(.href("/registre")) {
          t("Ce qui est gardé ici sur les personnes, et pourquoi", "What is kept here about people, and why")
        }
      }
    }
  }
}

/// The charter, for anybody: each article, why, and what each role owes.
struct ChartePage: Page {
  let charte: Charte
  let parametres: Parametres

  func titre(_ t: Langue) -> String { t(charte.titre) }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t(charte.preambule)) {
      p {
        a(.href("/chartes/\(charte.cle)/tenue")) { t("Comment chaque article est tenu", "How each article is kept") }
      }
      for article in charte.articles { passage(article, t) }
    }
  }

  private func passage(_ article: any Article.Type, _ t: Langue) -> Markup {
    section(.class("article"), .id(article.cle)) {
      h2 { t(article.titre) }
      p(.class("raison")) { t(article.raison) }
      dl {
        for role in charte.roles {
          if let texte = article.texte(pour: role, parametres) {
            dt { t(role.titre) }
            dd { t(texte) }
          }
        }
      }
    }
  }
}

/// How each article is kept: by the software, by a reminder, by people, or not yet. Nothing is called kept that is not.
struct TenuePage: Page {
  let charte: Charte

  func titre(_ t: Langue) -> String { t("Comment chaque article est tenu", "How each article is kept") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ce que le logiciel tient est prouvé par un test. Le reste est dit tel quel.",
        "What the software keeps is proved by a test. The rest is said as it is.")
    ) {
      for article in charte.articles {
        section(.class("article"), .id(article.cle)) {
          h2 { a(.href("/chartes/\(charte.cle)#\(article.cle)")) { t(article.titre) } }
          ul(.class("promesses")) { for promesse in article.promesses { line(promesse, t) } }
        }
      }
    }
  }

  private func line(_ promesse: Promesse, _ t: Langue) -> Markup {
    li {
      etat(promesse.tenue == .notYet ? .attente : .accord, t(promesse.tenue.titre))
      span { t(promesse.phrase) }
      if promesse.source != .charte { small(.class("soft")) { t(promesse.source.titre) } }
    }
  }
}
