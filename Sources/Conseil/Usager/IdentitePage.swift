import Chartes
import Html
import Web

/// What is known of somebody: each field says why it would be asked.
struct IdentitePage: Page {
  let seal: Sceau
  let usager: Usager
  let form: FormData
  let saisie: Saisie
  /// What a colleague wrote meanwhile; nil when nobody did.
  let depasse: Identite?

  func titre(_ t: Langue) -> String { t("Qui est cette personne", "Who this person is") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t), marge: [Note(ResterDiscret.self, charte: "conseil", t)]
    ) {
      if let depasse { ecart(depasse, t) }
      resume(saisie.champs.compactMap { champ in saisie.phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: "/usagers/\(usager.id)/identite", seal) {
        cache("revision", String(usager.revision))
        nommer(form, saisie, t)
        champ(
          "naissance", label: t("Année de naissance", "Year of birth"),
          aide: t("Pour ne pas redemander son âge.", "So as not to ask their age again."),
          valeur: form.raw("naissance"), erreur: saisie.phrase("naissance", t), type: .nombre, facultatif: t)
        choix(
          "genre", legende: t("Genre", "Gender"), options: Genre.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisi: form.text("genre"), facultatif: t)
        liste(
          "statut", label: t("Situation", "Situation"),
          options: StatutSocial.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: form.text("statut"),
          invite: t("Pas dit", "Not said"), facultatif: t)
        coches(
          "adaptation", legende: t("Ce qui aide", "What helps"),
          options: Adaptation.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisis: Set(form.all("adaptation")), facultatif: t)
        depliant(
          t("Seulement si c’est nécessaire", "Only where it is needed"), ouvert: usager.identite.isIdentified
        ) {
          p(.class("soft")) {
            t(
              "Pour un mandat, ou pour passer le relais. Autrement, laissez vide.",
              "For a mandate, or for a referral. Otherwise leave it empty.")
          }
          reste("nom", t("Nom de famille", "Last name"), t)
          reste("telephone", t("Téléphone", "Telephone"), t, type: .tel)
          reste("courriel", t("Adresse e-mail", "E-mail address"), t, type: .email)
          reste("commune", t("Commune", "Town"), t)
        }
        gestes {
          bouton(t("Garder ces renseignements", "Save these details"))
          a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") }
        }
      }
    }
  }

  private func reste(_ nom: String, _ label: String, _ t: Langue, type: TypeDeChamp = .text) -> Markup {
    champ(
      nom, label: label, valeur: form.raw(nom), erreur: saisie.phrase(nom, t), type: type, autocomplete: "off",
      maximum: 200, facultatif: t)
  }

  private func ecart(_ autre: Identite, _ t: Langue) -> Markup {
    avis(
      .attente,
      titre: t(
        "Un collègue a changé cette page pendant que vous écriviez",
        "A colleague changed this page while you were writing")
    ) {
      p {
        t(
          "Voici ce qui est gardé maintenant. Votre texte est toujours là\u{a0}: corrigez, puis gardez à nouveau.",
          "Here is what is saved now. What you wrote is still there: correct it, then save again.")
      }
      fiche(
        [
          (t("Prénom", "First name"), autre.court), (t("Nom", "Last name"), autre.nom),
          (t("Téléphone", "Telephone"), autre.telephone), (t("E-mail", "E-mail"), autre.courriel),
          (t("Commune", "Town"), autre.commune),
        ].filter { !$0.1.isEmpty }.map { (nom: $0.0, valeur: Markup(text: $0.1)) })
    }
  }
}

/// A first name and an initial, or nothing at all.
func nommer(_ form: FormData, _ saisie: Saisie, _ t: Langue) -> Markup {
  group {
    champ(
      "prenom", label: t("Son prénom", "First name"),
      aide: t("Laissez vide pour quelqu’un qui veut rester anonyme.", "Leave empty for somebody who stays anonymous."),
      valeur: form.raw("prenom"), erreur: saisie.phrase("prenom", t), autocomplete: "off", maximum: 80, facultatif: t)
    champ(
      "initiale", label: t("La première lettre de son nom", "The first letter of the last name"),
      valeur: form.raw("initiale"), erreur: saisie.phrase("initiale", t), autocomplete: "off", maximum: 2,
      facultatif: t)
  }
}
