import Base
import Html
import Personnes
import Temps

// MARK: For a reader

extension Dossier {
  private var t: Langue { langue }

  /// One page that opens anywhere, without a network, and prints.
  var html: [UInt8] {
    document(langue) {
      head {
        meta(.charset("utf-8"))
        meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        title { t("Mes données", "My data") }
        inlineStyle(Self.feuilleDeStyle)
      }
      body {
        main {
          h1 { t("Mes données", "My data") }
          p {
            t(
              "Voici tout ce qui est gardé sur vous dans Vademecum, \(quand(now)). Ce fichier est maintenant à votre garde\u{a0}: rangez-le comme une lettre.",
              "Here is all that is kept about you in Vademecum, \(quand(now)). This file is now in your keeping: store it like a letter."
            )
          }
          sommaire
          for rubrique in rubriques { partie(rubrique) }
          ouvertures
          raisons
        }
      }
    }.bytes
  }

  private var sommaire: Markup {
    nav(.aria(.label, t("Sommaire", "Contents"))) {
      ul {
        for rubrique in rubriques { li { a(.href("#\(rubrique.cle)")) { t(rubrique.titre) } } }
        li { a(.href("#lectures")) { t("Qui a ouvert vos données", "Who opened your data") } }
        li { a(.href("#registre")) { t("Pourquoi, et jusqu’à quand", "Why, and until when") } }
      }
    }
  }

  private func partie(_ rubrique: Rubrique) -> Markup {
    section(.id(rubrique.cle)) {
      h2 { t(rubrique.titre) }
      for fiche in rubrique.fiches {
        dl {
          for champ in fiche {
            div {
              dt { t(champ.titre) }
              dd { mots(champ.valeur) }
            }
          }
        }
      }
    }
  }

  private var ouvertures: Markup {
    section(.id("lectures")) {
      h2 { t("Qui a ouvert vos données", "Who opened your data") }
      if lectures.isEmpty {
        p { t("Personne d’autre que vous, ces douze derniers mois.", "Nobody but you, in the last twelve months.") }
      }
      ul { for lecture in lectures { li { "\(quand(lecture.le))\u{a0}– \(lecture.qui) \(t(lecture.quoi))" } } }
    }
  }

  private var raisons: Markup {
    section(.id("registre")) {
      h2 { t("Pourquoi, et jusqu’à quand", "Why, and until when") }
      for traitement in traitements {
        h3 { t(traitement.nom) }
        dl {
          for ligne in traitement.lignes(t) {
            div {
              dt { ligne.nom }
              dd { ligne.valeur }
            }
          }
        }
      }
    }
  }

  private func quand(_ instant: Instant) -> String { t.dateEtHeure(instant, personne.fuseau, reference: nil) }

  private func mots(_ valeur: Rubrique.Valeur) -> String {
    switch valeur {
    case .texte(let texte): texte
    case .mot(let phrase, _): t(phrase)
    case .instant(let instant): quand(instant)
    case .jour(let iso): Jour(iso).map { t.date($0, reference: nil) } ?? iso
    case .nombre(let nombre): t.nombre(nombre)
    case .ouiNon(let vrai): vrai ? t("oui", "yes") : t("non", "no")
    case .rien: "–"
    }
  }

  private static let feuilleDeStyle: StaticString = """
    :root { color-scheme: light dark; }
    body { margin: 0; padding: 1.5rem; font: 1.0625rem/1.55 system-ui, sans-serif; background: #fbf8f2; color: #24211c; }
    main { max-width: 44rem; margin: 0 auto; }
    h1, h2, h3 { font-family: Charter, Georgia, serif; line-height: 1.25; }
    h2 { margin-top: 2.5rem; border-bottom: 2px solid #1d5a4c; }
    a { color: #1d5a4c; }
    dl { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid #ddd5c7; border-radius: 8px; break-inside: avoid; }
    dl div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: .25rem 1rem; }
    dt { color: #5d564b; }
    dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media (max-width: 30rem) { dl div { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
    @media (prefers-color-scheme: dark) {
      body { background: #1b1a17; color: #ece7dd; }
      a { color: #7fc4b1; } dt { color: #b9b1a3; } dl { border-color: #4a453c; } h2 { border-color: #7fc4b1; }
    }
    @media print { body { background: none; color: #000; font-size: 10.5pt; padding: 0; } nav { display: none; } }
    """
}
