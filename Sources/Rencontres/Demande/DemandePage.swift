import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Asking for a meeting: when, why, and with which questions. What is written is kept as it goes.
struct DemandePage: Page {
  let seal: Sceau
  let profil: Profil
  let prenom: Prenom
  let creneaux: [Creneau]
  let fuseau: Fuseau
  let aujourdhui: Jour
  let parametres: Parametres
  let form: FormData
  let saisie: Saisie
  let motif: Motif?
  let fait: String

  var modules: [String] { ["brouillon"] }
  private var adresse: String { "/experts/\(profil.expert)/demande" }

  func titre(_ t: Langue) -> String { t("Demander une rencontre", "Ask for a meeting") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Ce que vous écrivez est gardé au fur et à mesure.", "What you write is kept as you go."),
      marge: notes(t)
    ) {
      carte { personne(initiales: prenom.initiales, nom: prenom.prenom, detail: profil.metier) }
      if let motif { avis(.refus, titre: t(motif.pourquoi)) { p { t(motif.issue) } } }
      if fait == "garde" {
        avis(
          .accord, t("C’est gardé. Vous pouvez revenir quand vous voulez.", "It is kept. Come back whenever you like."))
      }
      if creneaux.isEmpty {
        avis(
          .attente,
          t(
            "\(prenom.prenom) n’a plus de créneau libre pour l’instant. Ce que vous avez écrit reste ici\u{a0}: revenez dans quelques jours, ou choisissez une autre personne.",
            "\(prenom.prenom) has no free slot for now. What you have written stays here: come back in a few days, or choose another person."
          ))
      }
      formulaire(vers: adresse, seal, brouillon: adresse + "/brouillon") {
        moments(t)
        zone(
          "motivation", label: t("Pourquoi ce métier vous attire-t-il\u{a0}?", "Why does this job attract you?"),
          aide: t("Deux ou trois phrases, avec vos mots.", "Two or three sentences, in your own words."),
          valeur: form.raw("motivation"), erreur: saisie.phrase("motivation", t))
        questions(t)
        enregistrement(t)
        gestes {
          bouton(t("Envoyer ma demande", "Send my request"))
          bouton(t("Garder pour plus tard", "Keep for later"), style: .discret, nom: "suite", valeur: "garder")
        }
      }
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    let articles: [any Article.Type] = [PreparerLaRencontre.self, DemanderParInteret.self]
    let calm = articles.filter { $0.cle != motif?.cle }.map { Note($0, charte: "rencontres", t) }
    return (motif.map { [Note($0, .refus, charte: "rencontres", t)] } ?? []) + calm
  }

  private func moments(_ t: Langue) -> Markup {
    choix(
      "creneau", legende: t("Quand vous verrez-vous\u{a0}?", "When will you meet?"),
      options: creneaux.map { creneau in
        Option(
          String(creneau.start.milliseconds), heures(creneau, t), detail: t.jourCourt(Jour(creneau.start, in: fuseau)))
      },
      choisi: form.raw("creneau"),
      aide: t(parametres.inWords(TenirSesRendezVous.duree)) + t(" en visio, ", " by video, ") + t(fuseau.heure),
      erreur: saisie.phrase("creneau", t), disposition: .creneaux)
  }

  private func heures(_ creneau: Creneau, _ t: Langue) -> String {
    "\(t.heure(creneau.start, fuseau))\u{a0}–\u{a0}\(t.heure(creneau.end, fuseau))"
  }

  private func questions(_ t: Langue) -> Markup {
    let asked = parametres[PreparerLaRencontre.questions]
    let typed = form.all("question")
    let shown = min(Demande.questionsMaximum, max(asked, typed.count))
    return group {
      h2 { t("Vos questions", "Your questions") }
      p(.class("soft")) {
        t(
          "\(prenom.prenom) les lira avant la rencontre, et vous les retrouverez dans la salle.",
          "\(prenom.prenom) will read them before the meeting, and you will find them in the room.")
      }
      if let phrase = saisie.phrase("question", t) { avis(.refus, phrase) }
      for rang in 1...shown {
        champ(
          "question", label: t("Question \(rang)", "Question \(rang)"),
          valeur: rang <= typed.count ? typed[rang - 1] : "", maximum: 500, facultatif: rang <= asked ? nil : t,
          id: "question-\(rang)")
      }
    }
  }
}
