import Base
import Chartes
import Html
import Temps
import Web

/// The charter, for one role, to read and to sign; and what changed, in words, when it was signed before.
struct EngagementPage: Page {
  let seal: Sceau
  let dispositif: String
  let charte: String
  let place: Appartenance
  let numero: Int
  let empreinte: String
  let texte: TexteSigne
  /// nil: never signed before.
  let differences: [Difference]?
  let fait: String

  func titre(_ t: Langue) -> String {
    differences == nil ? t("Votre charte", "Your charter") : t("Votre charte a changé", "Your charter has changed")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: "\(dispositif) · \(t(place.role.titre))",
      marge: [Note(SEngager.self, charte: charte, t)]
    ) {
      if fait == "change" {
        avis(
          .attente,
          t(
            "La charte a changé pendant votre lecture. Voici la nouvelle version\u{a0}: rien n’a été signé.",
            "The charter changed while you were reading. Here is the new version: nothing was signed."))
      }
      if let differences { changes(differences, t) }
      p { texte.preambule }
      for passage in texte.articles { article(passage) }
      p(.class("soft")) { texte.valeurs }
      signature(t)
    }
  }

  private func changes(_ differences: [Difference], _ t: Langue) -> Markup {
    carte {
      h2 { t("Ce qui change", "What changes") }
      if differences.isEmpty {
        p {
          t(
            "Les mots ont été précisés. Les nombres restent les mêmes.",
            "The wording was made clearer. The numbers stay the same.")
        }
      } else {
        ul { for difference in differences { li { t(difference.phrase) } } }
      }
      p(.class("soft")) {
        t(
          "Ce qui était déjà convenu continue, sous la version d’avant.",
          "What was already agreed goes on, under the version before.")
      }
    }
  }

  private func article(_ passage: TexteSigne.Passage) -> Markup {
    section(.class("article"), .id(passage.cle)) {
      h2 { passage.titre }
      p { passage.phrase }
    }
  }

  private func signature(_ t: Langue) -> Markup {
    formulaire(vers: "/engagement", seal) {
      cache("dispositif", place.dispositif.text)
      cache("role", place.role.rawValue)
      cache("numero", String(numero))
      cache("empreinte", empreinte)
      cache("langue", t.rawValue)
      gestes { bouton(t("Je m’engage", "I commit to it")) }
      p(.class("soft")) {
        t(
          "Version \(numero). Vous pourrez la relire à tout moment dans «\u{a0}Ma charte\u{a0}».",
          "Version \(numero). You can read it again at any time in “My charter”.")
      }
    }
  }
}

/// What one has signed.
struct EngagementsPage: Page {
  let engagements: [(Engagement, dispositif: String)]
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Ma charte", "My charter") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Ce que vous avez signé, tel que vous l’avez lu.", "What you signed, as you read it."),
      marge: [Note(SEngager.self, charte: "rencontres", t)]
    ) {
      if engagements.isEmpty {
        vide(
          titre: t("Rien n’est encore signé", "Nothing is signed yet"),
          texte: t("La charte vous attend à votre prochaine visite.", "The charter awaits you at your next visit."),
          geste: boutonLien("/engagement", t("Lire la charte", "Read the charter")))
      }
      for (engagement, dispositif) in engagements {
        carte {
          p {
            a(.href("/engagements/\(engagement.id)")) { "\(dispositif), version \(engagement.numero)" }
            " · "
            t(engagement.role.titre)
          }
          p(.class("soft")) { t("Signée ", "Signed ") + t.dateEtHeure(engagement.le, fuseau, reference: nil) }
        }
      }
      p {
        a(.href("/chartes")) {
          t("Toutes les chartes, et comment elles sont tenues", "All charters, and how they are kept")
        }
      }
    }
  }
}

/// The exact text that was signed, with its fingerprint.
struct SignedTextPage: Page {
  let engagement: Engagement
  let contenu: String
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String {
    t("Votre charte, version \(engagement.numero)", "Your charter, version \(engagement.numero)")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t("Signée ", "Signed ") + t.dateEtHeure(engagement.le, fuseau, reference: nil)) {
      div(.class("texte-signe"), .lang(engagement.langue)) { contenu }
      p(.class("soft")) {
        t("Empreinte SHA-256 de ce texte\u{a0}: ", "SHA-256 fingerprint of this text: ")
        span(.class("empreinte")) { engagement.empreinte }
      }
    }
  }
}
