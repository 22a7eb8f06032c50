import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Web

/// Figures: the number, what it counts in words, the plot, its table.
struct ChiffresPage: Page {
  var releve: Releve
  let lieux: [Lieu]
  let conseillers: [(id: PersonneID, nom: String)]

  var compte: Compte { releve.compte }

  func titre(_ t: Langue) -> String { t("Chiffres", "Figures") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: chapeau(t), marge: [Note(RendreCompte.self, charte: "conseil", t)]) {
      FiltreForm(filtre: releve.filtre, lieux: lieux, conseillers: releve.partage ? conseillers : []).markup(t)
      if compte.rapports == 0 {
        vide(
          titre: t("Rien à compter ici", "Nothing to count here"),
          texte: t(
            "Aucun compte rendu ne correspond. Changez les dates, ou retirez un choix.",
            "No report matches. Change the dates, or remove a choice."))
      } else {
        entete(t)
        courbe(t)
        activite(t)
        recus(t)
        fin(t)
      }
      if !releve.refus.isEmpty { refuses(t) }
      if compte.rapports > 0 { emporter(t) }
    }
  }

  private func chapeau(_ t: Langue) -> String {
    let period = t(
      "Du \(t.date(releve.filtre.du, reference: nil)) au \(t.date(releve.filtre.au, reference: nil))",
      "From \(t.date(releve.filtre.du, reference: nil)) to \(t.date(releve.filtre.au, reference: nil))")
    return releve.partage
      ? period + t(". Les nombres sous 5 sont masqués.", ". Numbers under 5 are hidden.")
      : period + t(". Vos comptes rendus seulement.", ". Your own reports only.")
  }

  private func entete(_ t: Langue) -> Markup {
    chiffres(
      [
        Chiffre(
          releve.seul(compte.rapports).texte(t), t("comptes rendus", "reports"),
          detail: t("Un entretien ou un atelier chacun.", "One interview or one workshop each.")),
        Chiffre(
          releve.seul(compte.participants).texte(t), t("accompagnements", "times somebody was helped"),
          detail: t(
            "Chaque personne, à chaque fois\u{a0}: un atelier de dix en fait dix.",
            "Each person, each time: a workshop of ten makes ten.")),
        personnes(t),
        Chiffre(
          t.duree(.minutes(compte.minutes)), t("d’accompagnement", "spent helping"),
          detail: t("La durée de chaque acte, une fois.", "The length of each act, once.")),
      ] + (releve.attente.map { [attente($0, t)] } ?? []))
  }

  private func personnes(_ t: Langue) -> Chiffre {
    let nom = t("personnes différentes", "different people")
    guard let personnes = releve.personnes else {
      return Chiffre(
        "\u{2013}", nom,
        detail: t(
          "Trop de comptes rendus à relire d’un coup. Choisissez une période plus courte pour les compter.",
          "Too many reports to read again in one go. Choose a shorter period to count them."))
    }
    return Chiffre(
      releve.seul(personnes.suivies + personnes.anonymes).texte(t), nom,
      detail: t(
        "Qui a un suivi compte une fois. Une personne anonyme compte à chaque venue.",
        "Whoever has a thread counts once. An anonymous person counts each time."))
  }

  private func attente(_ minutes: Int, _ t: Langue) -> Chiffre {
    Chiffre(
      t.duree(.minutes(minutes)), t("d’attente en moyenne", "waited on average"),
      detail: t(
        "De l’arrivée à l’entretien, quand la porte l’a mesurée.",
        "From arriving to the interview, where the door measured it."))
  }

  private func courbe(_ t: Langue) -> Markup {
    let months = compte.parMois.keys.sorted()
    return evolution(
      Graphique(
        titre: t("Accompagnements, mois après mois", "Times somebody was helped, month by month"),
        definition: t("Chaque personne, à chaque fois.", "Each person, each time."), axe: t("Mois", "Month"),
        reperes: months.map { .mois(Jour(number: Mois.firstDay(of: $0)), t) },
        series: [
          .init(
            t("Accompagnements", "Times helped"),
            releve.ventiles(months.map { compte.parMois[$0]?.participants ?? 0 }))
        ]), t)
  }

  private static let fichiers = [
    ("ods", Phrase("Un tableau pour LibreOffice (ODS)", "A spreadsheet for LibreOffice (ODS)")),
    ("xlsx", Phrase("Un tableau pour Excel (XLSX)", "A spreadsheet for Excel (XLSX)")),
    ("csv", Phrase("Du texte, pour tout logiciel (CSV)", "Plain text, for any software (CSV)")),
  ]

  private func emporter(_ t: Langue) -> Markup {
    let query = releve.filtre.query.urlEncoded
    return section(.class("a-l-ecran")) {
      h2 { t("Emporter les comptes rendus", "Take the reports with you") }
      p(.class("soft")) {
        releve.partage
          ? t(
            "Une ligne par accompagnement, sans nom, sans note et sans ce qui décrit la personne.",
            "One row each time somebody was helped, without names, notes or what describes the person.")
          : t(
            "Une ligne par accompagnement, dans les colonnes de La Coop. Les prénoms et les notes sont les vôtres\u{a0}: gardez ce fichier pour vous.",
            "One row each time somebody was helped, in La Coop’s columns. First names and notes are yours: keep this file to yourself."
          )
      }
      ul(.class("liens")) {
        for (format, nom) in Self.fichiers {
          li { a(.href("/chiffres/export/\(format)?\(query)"), .download("")) { t(nom) } }
        }
      }
    }
  }
}
