import Html

let echantillonsDeChoix = [
  Echantillon("creneaux") { t in
    formulaire(vers: "#", sceauDExemple) {
      choix(
        "creneau", legende: t("Quand vous verrez-vous\u{a0}?", "When will you meet?"),
        options: [
          Option("1", "18:00 – 18:45", detail: t("mardi 1er déc.", "Tue 1 Dec")),
          Option("2", "18:00 – 18:45", detail: t("jeudi 3 déc.", "Thu 3 Dec")),
          Option("3", "18:45 – 19:30", detail: t("jeudi 3 déc.", "Thu 3 Dec")),
          Option("4", "18:00 – 18:45", detail: t("mardi 8 déc.", "Tue 8 Dec")),
        ], choisi: "2", aide: t("45 minutes en visio, heure de Paris.", "45 minutes by video, Paris time."),
        disposition: .creneaux)
    }
  },
  Echantillon("choix") { t in
    formulaire(vers: "#", sceauDExemple) {
      choix(
        "humeur", legende: t("Comment était-ce\u{a0}?", "How was it?"),
        options: [
          Option("bien", t("Un bon moment", "A good moment")),
          Option(
            "moyen", t("Mitigé", "Mixed"),
            detail: t("Votre conseillère vous en parlera.", "Your counsellor will talk about it.")),
          Option("mal", t("Quelque chose n’allait pas", "Something was wrong")),
        ], erreur: t("Choisissez ce qui s’en approche le plus.", "Choose what comes closest."))
    }
  },
  Echantillon("coches") { t in
    formulaire(vers: "#", sceauDExemple) {
      coches(
        "jours", legende: t("Vos soirs", "Your evenings"),
        options: [Option("lun", t("lundi", "Monday")), Option("mar", t("mardi", "Tuesday"))], choisis: ["mar"],
        facultatif: t)
    }
  },
]

let echantillonsDeListe = [
  Echantillon("liste") { t in
    formulaire(vers: "#", sceauDExemple) {
      liste(
        "fuseau", label: t("Votre fuseau horaire", "Your time zone"),
        options: [
          Option("Europe/Paris", "Paris", detail: "UTC+1"), Option("Indian/Reunion", "La Réunion", detail: "UTC+4"),
        ],
        choisi: "Indian/Reunion")
    }
  },
  Echantillon("case") { t in
    formulaire(vers: "#", sceauDExemple) {
      caseACocher(
        "rappels", label: t("M’envoyer un rappel la veille", "Send me a reminder the day before"),
        aide: t("Vous pourrez changer d’avis.", "You can change your mind."), cochee: true)
    }
  },
  Echantillon("filtre") { t in
    filtre(vers: "#", label: t("Chercher un métier", "Look for a job")) {
      champ("q", label: t("Un métier, un geste, un lieu", "A job, a skill, a place"), type: .recherche)
      gestes { bouton(t("Chercher", "Look"), style: .discret) }
    }
  },
]
