import Base
import Chartes
import Html
import Web

/// What is kept here, why, for how long and who sees it: for anybody, to read and to print. The software obeys the same.
struct RegistrePage: Page {
  /// The visitor's own; none for who passes by.
  let structures: [String]
  let traitements: [Traitement]
  let tables: [TableTenue]

  func titre(_ t: Langue) -> String { t("Ce qui est gardé, et pourquoi", "What is kept, and why") }

  func contenu(_ t: Langue) -> Markup {
    group {
      feuille(
        titre: titre(t),
        chapeau: structures.isEmpty
          ? t(
            "Le registre des structures qui se servent de ce site.",
            "The register of the organisations that use this site.")
          : t("Le registre tenu pour ", "The register kept for ") + structures.joined(separator: ", "),
        marge: [.protegerLesDonnees(t)]
      ) {
        p {
          t(
            "Chaque ligne dit à quoi servent des données, ce qui le permet, qui les voit et quand elles s’effacent. Le logiciel lit ce même registre\u{a0}: ce qui est écrit ici est ce qu’il fait.",
            "Each entry says what data is for, what allows it, who sees it and when it is erased. The software reads this same register: what is written here is what it does."
          )
        }
        p {
          t(
            "Rien n’est vendu, rien n’est partagé hors de la structure, aucune décision n’est prise par une machine seule.",
            "Nothing is sold, nothing is shared outside the organisation, no decision is taken by a machine alone.")
        }
        gestes {
          boutonLien("/mes-donnees", t("Voir mes données", "See my data"))
        }
        for traitement in traitements {
          h2(.id(traitement.cle)) { t(traitement.nom) }
          fiche(traitement.lignes(t))
        }
      }
      enDetail(t)
    }
  }

  private func enDetail(_ t: Langue) -> Markup {
    let noms = Dictionary(traitements.map { ($0.cle, t($0.nom)) }, uniquingKeysWith: { first, _ in first })
    return section {
      tableau(
        legende: t("Table par table, ce que le logiciel applique", "Table by table, what the software applies"),
        colonnes: [
          t("Table", "Table"), t("Sert à", "Serves"), t("Se termine", "Ends"),
          t("Quand une personne s’en va", "When a person leaves"),
        ],
        lignes: tables.filter { $0.traitement != nil }.map { table in
          [
            code { table.nom }, group { table.traitement.flatMap { noms[$0] } ?? "" }, group { t(table.terme.mots) },
            group { t(table.effacement.mots) },
          ]
        })
    }
  }
}

extension Traitement {
  /// An entry, as people read it.
  func lignes(_ t: Langue) -> [(nom: String, valeur: Markup)] {
    [
      (t("Pourquoi", "Why"), group { t(finalite) }),
      (t("Ce qui le permet", "What allows it"), group { t(fondement.titre) }),
      (t("Qui est concerné", "Whose data"), group { t(personnes) }),
      (t("Quelles données", "Which data"), group { t(donnees) }),
      (t("Qui les voit", "Who sees it"), group { t(destinataires) }),
      (t("Jusqu’à quand", "Until when"), group { t(duree) }),
    ]
  }
}

extension Note {
  /// The article these pages rest on.
  static func protegerLesDonnees(_ t: Langue) -> Note { Note(ProtegerLesDonnees.self, charte: "conseil", t) }
}
