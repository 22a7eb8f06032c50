import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// An expert as the search shows them.
struct Trouvaille: Sendable, Equatable {
  let expert: PersonneID
  let prenom: Prenom
  let metier: String
  let presentation: String
}

extension RencontresStore {
  /// Experts of the viewer's dispositifs whose job or sheet holds every word, accents ignored. At most 50.
  func search(_ words: String, for viewer: Viewer, in tx: Transaction) throws -> [Trouvaille] {
    guard let reader = viewer.personne else { return [] }
    let matches = words.folded.split(separator: " ").prefix(8).reduce(SQL("TRUE")) { sql, word in
      sql + " AND p.recherche LIKE \("%\(word)%")"
    }
    let found = try tx.all(
      """
      SELECT p.expert, p.metier, p.presentation FROM profil p WHERE \(sql: matches) AND p.expert <> \(reader)
        AND EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = p.dispositif AND a.personne = \(reader)
          AND a.role = 'explorateur')
      ORDER BY p.metier, p.expert LIMIT 50
      """
    ) { row in (expert: try row[0] as PersonneID, metier: try row[1] as String, presentation: try row[2] as String) }
    let prenoms = try personnes.prenoms(of: found.map(\.expert), for: viewer, in: tx)
    return found.compactMap { line in
      prenoms[line.expert].map {
        Trouvaille(expert: line.expert, prenom: $0, metier: line.metier, presentation: line.presentation)
      }
    }
  }
}

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
        "Des personnes vous ouvrent le leur. Cherchez un métier, un geste, un lieu.",
        "People open theirs to you. Look for a job, a gesture, a place."),
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
                lu(t(" : \(trouvaille.metier)", ": \(trouvaille.metier)"))
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
        titre: t("Rien pour « \(mots) »", "Nothing for “\(mots)”"),
        texte: t("Essayez un mot plus court, ou voyez tous les métiers.", "Try a shorter word, or see all jobs."),
        geste: boutonLien("/recherche", t("Voir tous les métiers", "See all jobs"), style: .discret))
  }
}
