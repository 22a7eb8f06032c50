import Chartes
import Html
import Temps
import Web

/// The terms as a form, with what the programme admits.
struct TermesForm: Sendable {
  let form: FormData
  let lignes: [LigneDeSemaine]
  let depart: Termes
  let parametres: Parametres
  let saisie: Saisie

  func markup(vers: String, _ seal: Sceau, _ t: Langue) -> Markup {
    formulaire(vers: vers, seal) {
      h2 { t("Quand le mentor lit et répond", "When the mentor reads and answers") }
      p(.class("soft")) {
        t(
          "Du lundi au vendredi, entre \(t(parametres.inWords(LireAuxHeuresDites.ouverture))) et \(t(parametres.inWords(LireAuxHeuresDites.fermeture))). Plusieurs plages par jour sont possibles. Videz les deux heures d’une ligne pour la retirer.",
          "Monday to Friday, between \(t(parametres.inWords(LireAuxHeuresDites.ouverture))) and \(t(parametres.inWords(LireAuxHeuresDites.fermeture))). Several time ranges a day are fine. Empty both hours of a line to take it away."
        )
      }
      plages(lignes, saisie, t)
      liste(
        "fuseau", label: t("À l’heure de", "In the time zone of"),
        options: Fuseau.options(t, including: depart.fuseau), choisi: value("fuseau", depart.fuseau.identifier),
        erreur: saisie.phrase("fuseau", t))
      liste(
        "territoire", label: t("Jours fériés de", "Public holidays of"),
        options: Territoire.allCases.map { Option($0.rawValue, t($0.nom)) },
        choisi: value("territoire", depart.feries.territoire.rawValue), erreur: saisie.phrase("territoire", t))
      caseACocher(
        "vendredi_saint",
        label: t(
          "En Alsace ou en Moselle, le Vendredi saint est aussi férié dans la commune du mentor",
          "In Alsace or Moselle, Good Friday is also a holiday in the mentor’s town"),
        cochee: form.has("fuseau") ? form.text("vendredi_saint") == "oui" : depart.feries.vendrediSaint)
      h2 { t("Notre rythme", "Our pace") }
      champ(
        "delai", label: t("Le temps de réflexion, en heures d’ouverture", "The time for thought, in opening hours"),
        aide: t(
          "Au moins \(t(parametres.inWords(LireAuxHeuresDites.delai)))\u{a0}: une réponse ne part jamais avant.",
          "At least \(t(parametres.inWords(LireAuxHeuresDites.delai))): an answer never leaves sooner."),
        valeur: value("delai", String(depart.delai)), erreur: saisie.phrase("delai", t), type: .nombre)
      champ(
        "conservation",
        label: t(
          "La garde de nos échanges, en jours après le dernier contact",
          "How long our exchanges are kept, in days after the last contact"),
        aide: t(
          "\(t(parametres.inWords(RelireSonChemin.conservation))) au plus.",
          "At most \(t(parametres.inWords(RelireSonChemin.conservation)))."),
        valeur: value("conservation", String(depart.conservation)), erreur: saisie.phrase("conservation", t),
        type: .nombre)
      seances(t)
      gestes { bouton(t("Proposer cette convention", "Suggest this agreement")) }
    }
  }

  private func value(_ nom: String, _ start: String) -> String { form.has(nom) ? form.raw(nom) : start }

  private func seances(_ t: Langue) -> Markup {
    let jours =
      form.has("seance_jour") ? form.all("seance_jour") : depart.seances.map { Jour($0, in: depart.fuseau).iso }
    let heures = form.has("seance_heure") ? form.all("seance_heure") : depart.seances.map { t.heure($0, depart.fuseau) }
    return group {
      h2 { t("Nos séances", "Our sessions") }
      p(.class("soft")) {
        t(
          "Deux au moins\u{a0}: on écrit entre les deux. La première peut avoir eu lieu il y a peu. Même fuseau horaire que plus haut.",
          "Two at least: you write between them. The first may have taken place lately. Same time zone as above.")
      }
      if let phrase = saisie.phrase("seances", t) { avis(.refus, phrase) }
      for rang in 0..<min(Termes.seancesAuPlus, max(2, jours.count) + 1) {
        fieldset(.class("plage deux")) {
          legend(.class("discret")) { t("Séance \(rang + 1)", "Session \(rang + 1)") }
          champ(
            "seance_jour", label: t("Séance \(rang + 1), le", "Session \(rang + 1), on"),
            valeur: rang < jours.count ? jours[rang] : "", type: .date, facultatif: t, id: "seance-jour-\(rang)")
          champ(
            "seance_heure", label: t("à", "at"), valeur: rang < heures.count ? heures[rang] : "", type: .heure,
            facultatif: t, id: "seance-heure-\(rang)")
        }
      }
    }
  }
}
