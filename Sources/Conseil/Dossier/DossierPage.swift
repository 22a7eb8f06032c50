import Base
import Chartes
import Html
import Temps
import Web

/// What is kept of somebody, on one page to print and to give them. It speaks to the person.
struct DossierPage: Page {
  let dossier: Dossier

  func titre(_ t: Langue) -> String { t("Ce que nous gardons de vous", "What we keep about you") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: "\(dossier.usager.court(t)), \(t.dateEtHeure(dossier.donne, dossier.fuseau, reference: nil))",
      marge: [Note(ProtegerLesDonnees.self, charte: "conseil", t)]
    ) {
      p(.class("a-l-ecran soft")) {
        t(
          "Imprimez cette page avec votre navigateur, ou gardez le fichier, et donnez-le à la personne. Relisez-le avec elle\u{a0}: ce qui est faux se corrige.",
          "Print this page with your browser, or save the file, and give it to the person. Read it with them: what is wrong gets corrected."
        )
      }
      gestes {
        boutonLien(
          "/usagers/\(dossier.usager.id)/dossier/donnees", t("Garder le fichier (JSON)", "Save the file (JSON)"))
        a(.href("/usagers/\(dossier.usager.id)/identite")) { t("Corriger", "Correct") }
        a(.href("/usagers/\(dossier.usager.id)")) { t("Revenir au suivi", "Back to the thread") }
      }
      droits(t)
      for rubrique in dossier.rubriques { self.rubrique(rubrique, t) }
      raisons(t)
    }
  }

  private func droits(_ t: Langue) -> Markup {
    section {
      h2 { t("Ce que vous pouvez faire", "What you can do") }
      ul {
        li { t("Demander que l’on corrige ce qui est faux.", "Ask for what is wrong to be corrected.") }
        li {
          t(
            "Demander que l’on efface tout. Un mandat signé reste sous clé, comme preuve, jusqu’à la date dite plus bas.",
            "Ask for everything to be erased. A signed mandate stays under lock, as proof, until the date told below."
          )
        }
        li {
          t(
            "Ne rien faire\u{a0}: sans nouveau contact, tout s’efface après le \(jour(dossier.terme, t)).",
            "Do nothing: without a new contact, everything is erased after \(jour(dossier.terme, t)).")
        }
        li {
          t(
            "Écrire à la CNIL (cnil.fr) si l’on ne vous répond pas.",
            "Write to the CNIL (cnil.fr), the French authority, if you get no answer.")
        }
      }
    }
  }

  private func jour(_ instant: Instant, _ t: Langue) -> String {
    t.date(Jour(instant, in: dossier.fuseau).advanced(by: -1), reference: nil)
  }

  private func rubrique(_ rubrique: Rubrique, _ t: Langue) -> Markup {
    section {
      h2 { t(rubrique.titre) }
      if rubrique.fiches.count == 1, let seule = rubrique.fiches.first {
        fiche(lignes(seule, t))
      } else {
        cartes(rubrique.fiches.map { fiche(lignes($0, t)) })
      }
    }
  }

  /// What was not said takes no room.
  private func lignes(_ champs: [Rubrique.Champ], _ t: Langue) -> [(nom: String, valeur: Markup)] {
    champs.compactMap { champ in valeur(champ.valeur, t).map { (nom: t(champ.titre), valeur: $0) } }
  }

  private func valeur(_ valeur: Rubrique.Valeur, _ t: Langue) -> Markup? {
    switch valeur {
    case .texte(let texte):
      if texte.contains(where: \.isNewline) { return citation(texte) }
      return texte.utf8.count == 64 && !texte.contains(" ") ? span(.class("empreinte")) { texte } : Markup(text: texte)
    case .mot(let phrase, _): return Markup(text: t(phrase))
    case .instant(let instant): return Markup(text: t.dateEtHeure(instant, dossier.fuseau, reference: nil))
    case .jour(let jour): return Markup(text: Jour(jour).map { t.date($0, reference: nil) } ?? jour)
    case .nombre(let nombre): return Markup(text: String(nombre))
    case .ouiNon(let vrai): return Markup(text: vrai ? t("Oui", "Yes") : t("Non", "No"))
    case .rien: return nil
    }
  }

  private func raisons(_ t: Langue) -> Markup {
    section {
      h2 { t("Pourquoi nous le gardons", "Why we keep it") }
      cartes(
        dossier.traitements.map { traitement in
          group {
            h3 { t(traitement.nom) }
            p { t(traitement.finalite) }
            fiche([
              (nom: t("Qui le voit", "Who sees it"), valeur: Markup(text: t(traitement.destinataires))),
              (nom: t("Jusqu’à quand", "Until when"), valeur: Markup(text: t(traitement.duree))),
            ])
          }
        })
    }
  }
}
