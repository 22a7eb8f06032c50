import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The sessions of a pair: their dates, what is suggested, what was kept of each.
struct SeancesPage: Page {
  let seal: Sceau
  let accord: Sceau
  let binome: BinomeID
  let moi: PersonneID
  let autre: String
  let seances: Seances
  let syntheses: [Synthese]
  let parametres: Parametres
  let form: FormData
  let saisie: Saisie
  let clos: Bool
  let fuseau: Fuseau
  let fuseauDuMentor: Fuseau
  let fait: String
  /// What the summary just written calls for; shown to its author alone.
  var aide: Aide?

  private var adresse: String { "/binomes/\(binome)/seances" }

  func titre(_ t: Langue) -> String { t("Nos séances", "Our sessions") }

  func contenu(_ t: Langue) -> Markup {
    let heures = Heures(t: t, fuseau: fuseau, autre: fuseauDuMentor, now: seances.now)
    return feuille(
      titre: titre(t), chapeau: t("Avec \(autre)", "With \(autre)"),
      marge: [Note(EcrireEntreDeuxSeances.self, charte: "mentorat", t)]
    ) {
      aide?.markup(t)
      outcome(t)
      if let next = seances.prochaine {
        avis(.neutre, t("Prochaine séance\u{a0}: ", "Next session: ") + heures.quand(next.debut))
      } else if !clos {
        avis(.attente, t("Votre prochaine séance n’a pas encore de date.", "Your next session has no date yet."))
      }
      if seances.syntheseAttendue, !clos { summary(t) }
      if let proposee = seances.proposee, !clos { suggestion(proposee, heures, t) }
      if !clos { dating(t) }
      past(heures, t)
      p { a(.href("/binomes/\(binome)")) { t("Revenir à nos échanges", "Back to our exchanges") } }
    }
  }

  private func outcome(_ t: Langue) -> Markup {
    switch fait {
    case "proposee": avis(.accord, t("Votre date est proposée à \(autre).", "Your date is suggested to \(autre)."))
    case "convenue": avis(.accord, t("C’est convenu.", "It is agreed."))
    case "synthese":
      avis(
        .accord,
        t(
          "Votre synthèse est gardée. Datez la prochaine séance, et le fil rouvre.",
          "Your summary is kept. Date the next session, and the thread opens again."))
    case "change":
      avis(
        .attente,
        t(
          "Cette date a changé entre-temps. Voici où vous en êtes.",
          "This date has changed meanwhile. Here is where you stand."))
    default: .empty
    }
  }

  private func summary(_ t: Langue) -> Markup {
    gestes {
      boutonLien("/binomes/\(binome)/synthese", t("Écrire la synthèse de votre séance", "Write your session’s summary"))
    }
  }

  private func suggestion(_ proposee: DateProposee, _ heures: Heures, _ t: Langue) -> Markup {
    let when = heures.quand(proposee.debut)
    return group {
      if proposee.par == moi {
        avis(
          .attente,
          t(
            "Vous proposez\u{a0}: \(when). Il reste l’accord de \(autre).",
            "You suggest: \(when). What is left is \(autre)’s agreement."))
      } else {
        avis(.attente, t("\(autre) propose\u{a0}: \(when).", "\(autre) suggests: \(when)."))
        boutonVers(
          "\(adresse)/accord", accord, t("Convenir de cette date", "Agree to this date"), style: .principal,
          champs: [("debut", String(proposee.debut.milliseconds))])
      }
    }
  }

  private func dating(_ t: Langue) -> Markup {
    group {
      h2 {
        seances.deplacable == nil
          ? t("Dater la prochaine séance", "Date the next session") : t("Changer de date", "Change the date")
      }
      if seances.syntheseAttendue {
        p(.class("soft")) {
          t(
            "Votre séance n’a pas eu lieu\u{a0}? Donnez-lui une autre date. Sinon, écrivez d’abord sa synthèse.",
            "Your session did not take place? Give it another date. Otherwise, write its summary first.")
        }
      }
      formulaire(vers: adresse, seal) {
        fieldset(.class("plage deux")) {
          legend(.class("discret")) { t("Une date", "A date") }
          champ("jour", label: t("Le", "On"), valeur: form.raw("jour"), erreur: saisie.phrase("jour", t), type: .date)
          champ("heure", label: t("à", "at"), valeur: form.raw("heure"), type: .heure)
        }
        p(.class("soft")) {
          t(
            "À votre heure\u{a0}: \(t(fuseau.heure)). D’ici \(t(parametres.inWords(EcrireEntreDeuxSeances.intervalle))).",
            "In your zone: \(t(fuseau.heure)). Within \(t(parametres.inWords(EcrireEntreDeuxSeances.intervalle))).")
        }
        gestes { bouton(t("Proposer cette date", "Suggest this date")) }
      }
    }
  }

  private func past(_ heures: Heures, _ t: Langue) -> Markup {
    let held = seances.toutes.filter { $0.debut <= seances.now }.reversed()
    return group {
      if !held.isEmpty { h2 { t("Ce que vous en avez gardé", "What you kept of them") } }
      for seance in held {
        carte {
          p { strong { heures.quand(seance.debut) } }
          for synthese in syntheses where synthese.seance == seance.id {
            citation(synthese.contenu, de: synthese.auteur == moi ? t("Vous", "You") : autre)
          }
        }
      }
    }
  }
}
