import Html

let echantillonsDeChamp = [
  Echantillon("champ") { t in
    formulaire(vers: "#", sceauDExemple) {
      champ("prenom", label: t("Votre prénom", "Your first name"), autocomplete: "given-name")
      champ(
        "adresse", label: t("Votre adresse e-mail", "Your e-mail address"),
        aide: t("Nous vous y envoyons un lien pour entrer.", "We send you a link there to come in."),
        valeur: "amina@exemple.fr", type: .email, autocomplete: "email")
      champ("tel", label: t("Un téléphone", "A telephone"), type: .tel, autocomplete: "tel", facultatif: t)
      champ("jour", label: t("Quel jour\u{a0}?", "Which day?"), valeur: "2026-12-03", type: .date)
      champ("heure", label: t("À quelle heure\u{a0}?", "At what time?"), valeur: "18:00", type: .heure)
      champ("code", label: t("Le code reçu", "The code you received"), type: .code, autocomplete: "one-time-code")
      gestes { bouton(t("Enregistrer mes coordonnées", "Save my details")) }
    }
  },
  Echantillon("nombres") { t in
    nombres(
      "genre", legende: t("Qui était là", "Who was there"),
      erreur: t("Ces nombres font 7 personnes, et il y en avait 5.", "These numbers make 7 people, and there were 5.")
    ) {
      champ("genre-f", label: t("Femmes", "Women"), valeur: "4", type: .nombre, facultatif: t)
      champ("genre-h", label: t("Hommes", "Men"), valeur: "3", type: .nombre, facultatif: t)
    }
  },
  Echantillon("zone") { t in
    formulaire(vers: "#", sceauDExemple, brouillon: "#") {
      zone(
        "motivation", label: t("Pourquoi ce métier vous attire-t-il\u{a0}?", "What draws you to this job?"),
        aide: t("Deux ou trois phrases, avec vos mots.", "Two or three sentences, in your words."),
        valeur: t("J’aime le travail du matin.", "I like morning work."), maximum: 2000)
      enregistrement(t)
      gestes {
        bouton(t("Continuer", "Go on"))
        bouton(t("Garder pour plus tard", "Keep for later"), style: .discret, nom: "suite", valeur: "garder")
      }
    }
  },
  Echantillon("reprises") { t in
    let manques = [
      (champ: "dispositif", texte: t("Donnez un nom à votre dispositif.", "Give your programme a name.")),
      (champ: "metier", texte: t("Choisissez un métier.", "Choose a job.")),
      (champ: "accord", texte: t("Dites si vous êtes d’accord.", "Say whether you agree.")),
    ]
    return formulaire(vers: "#", sceauDExemple) {
      resume(manques, t)
      champ(
        "dispositif", label: t("Son nom", "Its name"), aide: t("Tel que chacun le lira.", "As everyone will read it."),
        erreur: manques[0].texte)
      liste(
        "metier", label: t("Le métier", "The job"), options: [Option("1", t("boulanger", "baker"))],
        invite: t("Choisissez", "Choose"), erreur: manques[1].texte)
      caseACocher(
        "accord", label: t("J’ai lu la charte et je m’y engage.", "I have read the charter and commit to it."),
        erreur: manques[2].texte, requis: true)
      gestes { bouton(t("Ouvrir le dispositif", "Open the programme")) }
    }
  },
  Echantillon("boutons") { t in
    gestes {
      bouton(t("Envoyer ma demande", "Send my request"))
      bouton(t("Garder pour plus tard", "Keep for later"), style: .discret)
      bouton(t("Annuler la rencontre", "Cancel the meeting"), style: .grave)
      boutonVers("#", sceauDExemple, t("Lui écrire", "Write"), precision: t("à Yanis", "to Yanis"))
    }
  },
]
