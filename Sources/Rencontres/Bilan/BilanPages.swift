import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Writing one's review: a few lines, and a word of thanks already proposed.
struct BilanFormPage: Page {
  let seal: Sceau
  let rencontre: Rencontre
  let expert: Prenom
  let moi: String
  let fuseau: Fuseau
  let aujourdhui: Jour
  let form: FormData
  let saisie: Saisie
  let motif: Motif?
  let fait: String

  var modules: [String] { ["brouillon"] }
  private var adresse: String { "/rencontres/\(rencontre.id)/bilan" }

  func titre(_ t: Langue) -> String { t("Mon bilan", "My review") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Votre rencontre avec \(expert.prenom), \(t.date(Jour(rencontre.debut, in: fuseau), reference: aujourdhui))",
        "Your meeting with \(expert.prenom), \(t.date(Jour(rencontre.debut, in: fuseau), reference: aujourdhui))"),
      marge: notes(t)
    ) {
      if fait == "garde" {
        avis(
          .accord, t("C’est gardé. Vous pouvez revenir quand vous voulez.", "It is kept. Come back whenever you like."))
      }
      if let motif { avis(.refus, titre: t(motif.pourquoi)) { p { t(motif.issue) } } }
      p(.class("soft")) {
        t("Attendu avant le ", "Expected before ")
        t.dateEtHeure(rencontre.bilanAttendu, fuseau, reference: aujourdhui)
        t(". La personne qui vous accompagne le lira.", ". Your counsellor will read it.")
      }
      formulaire(vers: adresse, seal, brouillon: adresse + "/brouillon") {
        choix(
          "tenue", legende: t("La rencontre a-t-elle eu lieu\u{a0}?", "Did the meeting take place?"),
          options: [
            Option("oui", t("Oui", "Yes")),
            Option("non", t("Non, cela n’a pas pu se faire", "No, it could not happen")),
          ],
          choisi: form.has("tenue") ? form.raw("tenue") : "oui")
        choix(
          "humeur", legende: t("L’humeur de l’échange", "The mood of the exchange"),
          options: Bilan.Humeur.allCases.map { Option($0.rawValue, t($0.titre)) }, choisi: form.raw("humeur"),
          disposition: .creneaux, facultatif: t)
        zone(
          "appris", label: t("Ce que vous retenez", "What you take away"),
          aide: t(
            "Vos surprises, ce qui vous attire, ce qui vous freine.",
            "What surprised you, what attracts you, what holds you back."),
          valeur: form.raw("appris"), erreur: saisie.phrase("appris", t), lignes: 6)
        choix(
          "projet", legende: t("Et ce métier, pour vous\u{a0}?", "And this job, for you?"),
          options: Bilan.Projet.allCases.map { Option($0.rawValue, t($0.titre)) }, choisi: form.raw("projet"),
          erreur: saisie.phrase("projet", t))
        zone(
          "remerciement", label: t("Votre merci à \(expert.prenom)", "Your thanks to \(expert.prenom)"),
          aide: t(
            "Il lui arrivera tel quel. Changez-le à votre façon.", "It will reach them as it is. Make it your own."),
          valeur: form.has("remerciement") ? form.raw("remerciement") : proposition(t),
          erreur: saisie.phrase("remerciement", t), lignes: 3)
        enregistrement(t)
        gestes {
          bouton(t("Remettre mon bilan", "Hand in my review"))
          bouton(t("Garder pour plus tard", "Keep for later"), style: .discret, nom: "suite", valeur: "garder")
        }
      }
    }
  }

  private func proposition(_ t: Langue) -> String {
    t(
      "Bonjour \(expert.prenom), merci pour le temps que vous m’avez donné. \(moi)",
      "Hello \(expert.prenom), thank you for the time you gave me. \(moi)")
  }

  private func notes(_ t: Langue) -> [Note] {
    let refused =
      motif.map { [Note($0, .refus, charte: "rencontres", t)] } ?? [Note(Remercier.self, charte: "rencontres", t)]
    return [Note(FaireSonBilan.self, charte: "rencontres", t)] + refused
  }
}

/// A review that was handed in, with the answer of whoever accompanies.
struct BilanPage: Page {
  let seal: Sceau
  let rencontre: Rencontre
  let bilan: Bilan
  let accompagne: Bool
  let explorateur: Prenom
  let expert: Prenom
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String
  var form = FormData.empty

  func titre(_ t: Langue) -> String {
    accompagne
      ? t("Le bilan écrit par \(explorateur.court)", "\(explorateur.court)’s review") : t("Mon bilan", "My review")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t("Remis ", "Handed in ") + t.dateEtHeure(bilan.remis, fuseau, reference: nil),
      marge: [Note(FaireSonBilan.self, charte: "rencontres", t)]
    ) {
      if fait == "lu" {
        avis(.accord, t("Votre lecture est notée. Merci.", "It is noted that you have read it. Thank you."))
      }
      fiche(facts(t))
      h2 { t("À retenir", "What to remember") }
      citation(bilan.appris, de: explorateur.prenom)
      if !bilan.remerciement.isEmpty {
        h2 { t("Le merci à \(expert.prenom)", "The thanks to \(expert.prenom)") }
        citation(bilan.remerciement, de: explorateur.prenom)
      }
      answer(t)
    }
  }

  private func facts(_ t: Langue) -> [(nom: String, valeur: Markup)] {
    let mood = bilan.humeur.map { humeur in
      [(nom: t("L’humeur de l’échange", "The mood of the exchange"), valeur: group { t(humeur.titre) })]
    }
    return [
      (
        nom: t("La rencontre", "The meeting"),
        valeur: group { bilan.tenue ? t("A eu lieu", "Took place") : t("N’a pas pu se faire", "Could not happen") }
      )
    ] + (mood ?? []) + [(nom: t("Ce métier", "This job"), valeur: group { t(bilan.projet.titre) })]
  }

  private func answer(_ t: Langue) -> Markup {
    group {
      if let lu = bilan.lu {
        p(.class("soft")) { t("Lu ", "Read ") + t.dateEtHeure(lu, fuseau, reference: nil) }
        if !bilan.reponse.isEmpty {
          citation(bilan.reponse, de: t("La personne qui accompagne", "The counsellor"))
        }
      } else if accompagne {
        formulaire(vers: "/rencontres/\(rencontre.id)/bilan/lecture", seal) {
          zone(
            "reponse", label: t("Votre réponse à \(explorateur.prenom)", "Your answer to \(explorateur.prenom)"),
            aide: t(
              "Un mot, une piste pour la suite. Ils partent avec votre lecture.",
              "A few words, an idea for what comes next. They leave with your reading."),
            valeur: form.raw("reponse"), erreur: saisie.phrase("reponse", t), lignes: 3, maximum: 4000, facultatif: t)
          gestes { bouton(t("Dire que je l’ai lu", "Say that I have read it")) }
        }
      } else {
        p(.class("soft")) {
          t("Pas encore lu par la personne qui vous accompagne.", "Not read yet by your counsellor.")
        }
      }
    }
  }
}
