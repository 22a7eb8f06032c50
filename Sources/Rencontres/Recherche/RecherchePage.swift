import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showRecherche(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let mots = String(visit.query.text("mots").prefix(100))
    let found = try await house.database.read { [store] tx in
      try store.search(mots, for: visitor.viewer, in: tx)
    }
    return .page(RecherchePage(mots: mots, trouvailles: found))
  }
}

/// Looking for a job, by its name or by a word.
struct RecherchePage: Page {
  let mots: String
  let trouvailles: [Trouvaille]

  func titre(_ t: Langue) -> String { t("Trouver un métier", "Find a job") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Des personnes vous ouvrent leur métier. Cherchez un métier, un mot, un lieu.",
        "People open their job to you. Look for a job, a word, a place."),
      marge: [Note(DemanderParInteret.self, charte: "rencontres", t)]
    ) {
      filtre(vers: "/recherche", label: t("Chercher un métier", "Look for a job")) {
        champ(
          "mots", label: t("Un métier ou un mot", "A job or a word"), valeur: mots, type: .recherche, maximum: 100,
          facultatif: nil)
        gestes { bouton(t("Chercher", "Search"), style: .discret) }
      }
      if trouvailles.isEmpty { nothing(t) } else { list(t) }
    }
  }

  private func list(_ t: Langue) -> Markup {
    group {
      h2 {
        t.count(
          trouvailles.count, Phrase("personne vous attend", "person is waiting for you"),
          Phrase("personnes vous attendent", "people are waiting for you"))
      }
      cartes(
        trouvailles.map { trouvaille in
          group {
            personne(
              initiales: trouvaille.prenom.initiales, nom: trouvaille.metier, detail: trouvaille.prenom.prenom,
              geste: a(.href("/experts/\(trouvaille.expert)")) {
                t("Lire sa fiche", "Read the sheet")
                lu(t("\u{a0}: \(trouvaille.metier)", ": \(trouvaille.metier)"))
              })
            if !trouvaille.presentation.isEmpty { p { trouvaille.presentation } }
          }
        })
    }
  }

  private func nothing(_ t: Langue) -> Markup {
    mots.isEmpty
      ? vide(
        titre: t("Personne encore", "Nobody yet"),
        texte: t(
          "Les premières fiches de métier arrivent bientôt. Votre conseillère ou votre conseiller peut en parler avec vous.",
          "The first job sheets are coming soon. Your counsellor can talk about it with you."))
      : vide(
        titre: t("Rien pour «\u{a0}\(mots)\u{a0}»", "Nothing for “\(mots)”"),
        texte: t("Essayez un mot plus court, ou voyez tous les métiers.", "Try a shorter word, or see all jobs."),
        geste: boutonLien("/recherche", t("Voir tous les métiers", "See all jobs"), style: .discret))
  }
}
