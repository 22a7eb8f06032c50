import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Where an expert says what their job is.
struct ProfilPage: Page {
  let seal: Sceau
  let profil: Profil?
  let plafondPropose: Int
  let form: FormData
  let saisie: Saisie
  let refus: Motif?
  let fait: String

  func titre(_ t: Langue) -> String { t("Mon métier", "My job") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ce que liront les personnes qui explorent, avant de vous demander une rencontre.",
        "What explorers will read before they ask you for a meeting."),
      marge: notes(t)
    ) {
      if fait == "publie" {
        avis(
          .accord,
          t(
            "Votre fiche est publiée. Merci d’avoir partagé votre métier.",
            "Your sheet is published. Thank you for sharing your job."))
      }
      formulaire(vers: "/profil", seal) {
        champ(
          "metier", label: t("Votre métier", "Your job"),
          aide: t("Comme vous le diriez à un voisin.", "As you would say it to a neighbour."),
          valeur: typed("metier", profil?.metier), erreur: saisie.phrase("metier", t), maximum: 80)
        zone(
          "fiche", label: t("Ce que vous faites, vraiment", "What you really do"),
          aide: t(
            "Une journée, ce que vous aimez, ce qui est dur, votre parcours.",
            "A day, what you like, what is hard, how you came to it."),
          valeur: typed("fiche", profil?.fiche), erreur: saisie.phrase("fiche", t), lignes: 10)
        zone(
          "presentation",
          label: t(
            "Un mot pour les personnes qui hésitent à vous écrire", "A word for those who hesitate to write to you"),
          valeur: typed("presentation", profil?.presentation), erreur: saisie.phrase("presentation", t), lignes: 3,
          facultatif: t)
        champ(
          "plafond", label: t("Combien de rencontres par mois, au plus\u{a0}?", "How many meetings a month, at most?"),
          valeur: typed("plafond", profil.map { String($0.plafond) } ?? String(plafondPropose)),
          erreur: saisie.phrase("plafond", t), type: .nombre)
        gestes {
          bouton(t("Publier ma fiche", "Publish my sheet"))
          a(.href("/disponibilite")) { t("Mes heures", "My hours") }
        }
      }
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    if let refus { return [Note(refus, .refus, charte: "rencontres", t)] }
    return [Note(DemanderParInteret.self, charte: "rencontres", t)]
  }

  private func typed(_ nom: String, _ stored: String?) -> String { form.has(nom) ? form.raw(nom) : stored ?? "" }
}

/// An expert's sheet, as an explorer reads it.
struct FichePage: Page {
  let profil: Profil
  let prenom: Prenom
  let premier: Creneau?
  let fuseau: Fuseau
  let aujourdhui: Jour
  let duree: Phrase
  let explore: Bool

  func titre(_ t: Langue) -> String { profil.metier }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(PreparerLaRencontre.self, charte: "rencontres", t)]) {
      carte { personne(initiales: prenom.initiales, nom: prenom.prenom, detail: profil.metier) }
      if !profil.presentation.isEmpty { citation(profil.presentation) }
      h2 { t("Le métier, vu de l’intérieur", "The job, from the inside") }
      for paragraphe in profil.fiche.split(separator: "\n") { p { String(paragraphe) } }
      if explore { suite(t) }
    }
  }

  private func suite(_ t: Langue) -> Markup {
    group {
      if let premier {
        p {
          t("Prochain créneau libre\u{a0}: ", "Next free slot: ")
          strong { t.dateEtHeure(premier.start, fuseau, reference: aujourdhui) }
          t(", pour \(t(duree)) en visio.", ", for \(t(duree)) by video.")
        }
        gestes {
          boutonLien("/experts/\(profil.expert)/demande", t("Demander une rencontre", "Ask for a meeting"))
          a(.href("/recherche")) { t("Voir d’autres métiers", "See other jobs") }
        }
      } else {
        avis(
          .attente,
          t(
            "\(prenom.prenom) n’a plus de créneau libre dans les semaines qui viennent. D’autres personnes vous attendent peut-être.",
            "\(prenom.prenom) has no free slot in the coming weeks. Other people may be waiting for you."))
        gestes { boutonLien("/recherche", t("Voir d’autres métiers", "See other jobs")) }
      }
    }
  }
}
