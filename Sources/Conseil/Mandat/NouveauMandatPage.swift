import Chartes
import Html
import Temps
import Web

/// Preparing a mandate, question by question: is a right at stake, who was asked, who it is, for what, how long.
struct NouveauMandatPage: Page {
  let seal: Sceau
  let usager: Usager
  let form: FormData
  let retour: Retour
  let parametres: Parametres
  let aujourdhui: Jour

  func titre(_ t: Langue) -> String { t("Préparer un mandat", "Prepare a mandate") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t),
      marge: Conseil.marge(retour.motif, sinon: AgirSousMandat.self, t)
    ) {
      p {
        t(
          "Remplissez-le avec la personne, en lisant à voix haute. Rien n’est permis avant les deux signatures.",
          "Fill it in with the person, reading aloud. Nothing is allowed before both have signed.")
      }
      retenue(retour, t)
      resume(retour.saisie.champs.compactMap { champ in phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: "/usagers/\(usager.id)/mandats/nouveau", seal) {
        retour.relire?.markup(t)
        droit(t)
        agent(t)
        identite(t)
        couverture(t)
        gestes {
          bouton(t("Écrire le texte à signer", "Write the text to be signed"))
          a(.href("/usagers/\(usager.id)/mandats")) { t("Ne rien préparer", "Prepare nothing") }
        }
      }
    }
  }

  private func phrase(_ champ: String, _ t: Langue) -> String? { retour.saisie.phrase(champ, t) }

  private func droit(_ t: Langue) -> Markup {
    group {
      h2 { t("Quel droit est en jeu\u{a0}?", "Which right is at stake?") }
      choix(
        "risque", legende: t("Ce qui peut arriver", "What may happen"),
        options: Risque.allCases.map { Option($0.rawValue, t($0.phrase)) }
          + [Option("aucun", t("Rien de cela", "None of these"))],
        choisi: form.text("risque"))
      champ(
        "avant", label: t("Avant quel jour faut-il agir\u{a0}?", "By which day must somebody act?"),
        valeur: form.raw("avant"), erreur: phrase("avant", t), type: .date)
    }
  }

  private func agent(_ t: Langue) -> Markup {
    group {
      h2 { t("Quel agent suit ce dossier\u{a0}?", "Which officer follows this case?") }
      p(.class("soft")) {
        t(
          "Vous complétez cet agent, vous ne le remplacez pas. Cherchez-le d’abord.",
          "You complement this officer, you do not replace them. Look for them first.")
      }
      liste(
        "operateur", label: t("Chez qui\u{a0}?", "Where?"),
        options: Operateur.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: form.text("operateur"),
        invite: t("Choisissez", "Choose"))
      choix(
        "agent", legende: t("Qu’est-ce que cela a donné\u{a0}?", "What came of it?"),
        options: AgentDemande.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: form.text("agent"))
      zone(
        "note", label: t("La réponse, ou ce que vous avez essayé", "The answer, or what you tried"),
        aide: t("Sans nom d’agent ni numéro de dossier.", "Without the officer’s name or a file number."),
        valeur: form.raw("note"), erreur: phrase("note", t), lignes: 2, maximum: 1000, facultatif: t)
    }
  }

  private func identite(_ t: Langue) -> Markup {
    group {
      h2 { t("Qui donne le mandat\u{a0}?", "Who gives the mandate?") }
      for (nom, label) in [("prenom", t("Son prénom", "First name")), ("nom", t("Son nom de famille", "Last name"))] {
        champ(
          nom, label: label, valeur: form.raw(nom), erreur: phrase(nom, t), autocomplete: "off", maximum: 80)
      }
      champ(
        "naissance", label: t("Son année de naissance", "Year of birth"), valeur: form.raw("naissance"),
        erreur: phrase("naissance", t), type: .nombre)
      choix(
        "exclusion", legende: t("Cette personne est-elle…", "Is this person…"),
        options: [
          Option("mineur", t("mineure\u{a0}?", "a minor?")),
          Option(
            "protege",
            t(
              "sous tutelle, sous curatelle ou sous une autre protection\u{a0}?",
              "under guardianship, curatorship or another protection?")),
          Option("aucune", t("ni l’un ni l’autre", "neither")),
        ], choisi: form.text("exclusion"), erreur: phrase("exclusion", t))
      choix(
        "langue", legende: t("Dans quelle langue lit-elle\u{a0}?", "In which language do they read?"),
        options: [Option("fr", "Français"), Option("en", "English")],
        choisi: form.text("langue").isEmpty ? t.rawValue : form.text("langue"))
    }
  }

  private func couverture(_ t: Langue) -> Markup {
    group {
      h2 { t("Pour quoi, et combien de temps\u{a0}?", "For what, and how long?") }
      coches(
        "demarche", legende: t("Les démarches, et aucune autre", "The procedures, and no other"),
        options: Demarche.mandatables.map { Option($0.rawValue, t($0.phrase), detail: prudence($0, t)) },
        choisis: Set(form.all("demarche")), erreur: phrase("demarche", t), disposition: .colonnes)
      choix(
        "jours", legende: t("La durée la plus courte qui suffit", "The shortest time that is enough"),
        options: AgirSousMandat.durees.filter { $0 <= parametres[AgirSousMandat.duree] }.map { jours in
          Option(
            String(jours), t.count(jours, Phrase("jour", "day"), Phrase("jours", "days")) + environ(jours, t),
            detail: t("jusqu’à la fin du ", "until the end of ")
              + t.date(aujourdhui.advanced(by: jours - 1), reference: aujourdhui))
        }, choisi: form.text("jours"),
        aide: t("Aujourd’hui compte pour un jour.", "Today counts as a day."))
    }
  }

  /// The same length as people say it: the last day stands below, exact.
  private func environ(_ jours: Int, _ t: Langue) -> String {
    switch jours {
    case 31: t(", environ un mois", ", about a month")
    case 182: t(", environ six mois", ", about six months")
    case 365: t(", environ un an", ", about a year")
    default: ""
    }
  }

  private func prudence(_ demarche: Demarche, _ t: Langue) -> String? {
    demarche == .argent
      ? t("Avec prudence\u{a0}: l’argent de la personne est en jeu.", "With care: their money is at stake.") : nil
  }
}
