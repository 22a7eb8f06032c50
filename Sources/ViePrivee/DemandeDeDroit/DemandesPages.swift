import Html
import Temps
import Web

/// What people ask about their data, for who answers: what, until when, who; never their file.
struct DemandesPage: Page {
  struct Ligne: Sendable {
    let demande: DemandeDeDroit
    /// First name and initial.
    let qui: String
  }

  let seal: Sceau
  let lignes: [Ligne]
  let form: FormData
  let saisie: Saisie
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Les demandes sur les données", "Requests about data") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Chacune attend une réponse en un mois au plus. Un rappel vous arrive à quinze jours, puis à vingt-cinq.",
        "Each awaits an answer within a month. A reminder comes after fifteen days, then after twenty-five."),
      marge: [.protegerLesDonnees(t)]
    ) {
      if lignes.isEmpty {
        vide(
          titre: t("Aucune demande", "No request"),
          texte: t(
            "Quand une personne demande à corriger ou à limiter ses données, cela se voit ici.",
            "When somebody asks to correct or limit their data, it shows here."))
      } else {
        tableau(
          legende: t("Les demandes, par terme", "Requests, by term"),
          colonnes: [
            t("Demande", "Request"), t("Qui", "Who"), t("Reçue", "Received"), t("Où en est-on", "Where it stands"),
          ],
          lignes: lignes.map { ligne($0, t) })
      }
      depliant(t("Noter une demande venue autrement", "Note a request that came another way"), ouvert: !saisie.isEmpty)
      {
        noter(t)
      }
      p { a(.href("/registre")) { t("Le registre, à imprimer", "The register, to print") } }
    }
  }

  private func ligne(_ ligne: Ligne, _ t: Langue) -> [Markup] {
    [
      a(.href("/demandes-de-droits/\(ligne.demande.id)")) { t(ligne.demande.droit.titre) },
      group { ligne.qui },
      group { t.date(Jour(ligne.demande.recue, in: fuseau), reference: Jour(now, in: fuseau)) },
      ligne.demande.etat(at: now, fuseau, t),
    ]
  }

  /// Somebody without an account asks on paper, by telephone, at the door.
  private func noter(_ t: Langue) -> Markup {
    formulaire(vers: "/demandes-de-droits", seal) {
      champ(
        "qui", label: t("Son prénom et l’initiale de son nom", "First name and initial"), valeur: form.raw("qui"),
        erreur: saisie.phrase("qui", t), autocomplete: "off", maximum: 60)
      champ(
        "recue", label: t("Reçue le", "Received on"), valeur: form.raw("recue"), erreur: saisie.phrase("recue", t),
        type: .date)
      liste(
        "droit", label: t("Ce qui est demandé", "What is asked"),
        options: Droit.allCases.map { Option($0.rawValue, t($0.titre)) }, choisi: form.raw("droit"),
        invite: t("Choisissez", "Choose"), erreur: saisie.phrase("droit", t))
      zone(
        "mots", label: t("En quelques mots", "In a few words"), valeur: form.raw("mots"),
        erreur: saisie.phrase("mots", t), lignes: 3, maximum: DemandeDeDroit.motsAuPlus)
      gestes { bouton(t("Noter cette demande", "Note this request"), style: .discret) }
    }
  }
}

/// One request, for who answers it.
struct DemandePage: Page {
  let seal: Sceau
  let demande: DemandeDeDroit
  let qui: String
  let form: FormData
  let saisie: Saisie
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t(demande.droit.titre) }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: qui, marge: [.protegerLesDonnees(t)]) {
      if let phrase = done(t) { avis(.accord, phrase) }
      fiche([
        (t("Reçue", "Received"), group { t.date(Jour(demande.recue, in: fuseau), reference: Jour(now, in: fuseau)) }),
        (t("Où en est-on", "Where it stands"), demande.etat(at: now, fuseau, t)),
      ])
      if !demande.mots.isEmpty { citation(demande.mots, de: qui) }
      if !demande.reponse.isEmpty {
        h2 { t("La réponse donnée", "The answer given") }
        citation(demande.reponse)
      }
      if demande.etat == .ouverte { repondre(t) }
      p { a(.href("/demandes-de-droits")) { t("Toutes les demandes", "All requests") } }
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "notee": t("C’est noté. Le mois court depuis ce jour-là.", "It is noted. The month runs from that day.")
    case "repondue": t("Votre réponse est gardée. Merci.", "Your answer is kept. Thank you.")
    default: nil
    }
  }

  private func repondre(_ t: Langue) -> Markup {
    formulaire(vers: "/demandes-de-droits/\(demande.id)/reponse", seal) {
      zone(
        "reponse", label: t("Votre réponse", "Your answer"),
        aide: demande.personne == nil
          ? t(
            "Ce que vous avez fait, et comment vous l’avez dit à la personne.",
            "What you did, and how you told the person.")
          : t(
            "Dites ce qui est fait, ou pourquoi ce n’est pas possible. La personne la lit sur sa page.",
            "Say what is done, or why it is not possible. The person reads it on their page."),
        valeur: form.raw("reponse"), erreur: saisie.phrase("reponse", t), maximum: DemandeDeDroit.motsAuPlus)
      gestes { bouton(t("Donner cette réponse", "Give this answer")) }
    }
  }
}
