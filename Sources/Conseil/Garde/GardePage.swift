import Base
import Chartes
import Html
import Temps
import Web

/// Opening a mandate whose thread is erased: with the fingerprint that its certificate bears.
struct GardePage: Page {
  let seal: Sceau
  let empreinte: String
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Mandats gardés comme preuve", "Mandates kept as proof") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Quand un suivi est effacé, ses mandats signés restent sous clé le temps dit, puis sont détruits.",
        "When a thread is erased, its signed mandates stay under lock for the time told, then are destroyed."),
      marge: [Note(AgirSousMandat.self, charte: "conseil", t)]
    ) {
      p {
        t(
          "Il n’y en a pas de liste. L’empreinte imprimée sur l’attestation de la personne ouvre le sien, pour prouver ce qui a été signé.",
          "There is no list of them. The fingerprint printed on the person’s certificate opens theirs, to prove what was signed."
        )
      }
      formulaire(vers: "/garde", seal) {
        champ(
          "empreinte", label: t("L’empreinte de l’attestation", "The fingerprint on the certificate"),
          aide: t(
            "64\u{a0}chiffres et lettres, celle du texte ou celle de l’acte. Chaque ouverture est notée.",
            "64 digits and letters, of the text or of the record. Each opening is noted."),
          valeur: empreinte, erreur: saisie.phrase("empreinte", t), autocomplete: "off", maximum: 200)
        gestes { bouton(t("Ouvrir ce mandat", "Open this mandate"), style: .discret) }
      }
    }
  }
}

/// A mandate opened as proof: what was signed, by whom, what was done. Nothing can be done under it.
struct MandatGardePage: Page {
  let garde: MandatGarde
  let now: Instant

  func titre(_ t: Langue) -> String { t("Un mandat gardé comme preuve", "A mandate kept as proof") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t("Il ne permet plus rien.", "It no longer allows anything."),
      marge: [Note(AgirSousMandat.self, charte: "conseil", t)]
    ) {
      fiche(lignes(t))
      h2 { t("Ce qui a été signé", "What was signed") }
      citation(garde.acte.contenu)
      h2 { t("Le journal", "The journal") }
      if garde.usages.isEmpty {
        p(.class("soft")) { t("Personne n’a agi sous ce mandat.", "Nobody acted under this mandate.") }
      }
      frise(
        garde.usages.map { usage in
          Moment(
            t.dateEtHeure(usage.le, garde.fuseau, reference: nil), iso: usage.le.iso,
            [usage.demarche.map { t($0.phrase) }, usage.motif.map { t($0.pourquoi) } ?? usage.contenu.fait]
              .compactMap(\.self).joined(separator: t("\u{a0}: ", ": ")),
            ton: usage.issue == .fait ? .accord : .refus)
        })
    }
  }

  private func lignes(_ t: Langue) -> [(nom: String, valeur: Markup)] {
    let mandat = garde.mandat
    func date(_ jour: Jour) -> Markup { Markup(text: t.date(jour, reference: nil)) }
    return [
      (nom: t("Dernier jour", "Last day"), valeur: date(mandat.dernierJour(in: garde.fuseau))),
      (nom: t("À ce jour", "As of today"), valeur: Markup(text: t(mandat.etat(at: now).phrase))),
      (
        nom: t("Gardé comme preuve jusqu’au", "Kept as proof until"),
        valeur: date(Jour(garde.jusque, in: garde.fuseau))
      ),
      (
        nom: t("Empreinte SHA-256 de l’acte", "SHA-256 fingerprint of the record"),
        valeur: span(.class("empreinte")) { garde.acte.empreinte }
      ),
      (
        nom: t("L’acte est-il intact\u{a0}?", "Is the record intact?"),
        valeur: Markup(
          text: garde.acte.cachet.holds(for: Array(garde.acte.contenu.utf8))
            ? t("Oui\u{a0}: le sceau du serveur le dit.", "Yes: the server’s seal says so.")
            : t("Non\u{a0}: le sceau du serveur ne correspond pas.", "No: the server’s seal does not match."))
      ),
    ]
  }
}
