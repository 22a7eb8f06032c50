import Html

let echantillonsDeFeuille = [
  Echantillon("feuille") { t in
    passage(
      titre: t("Demander une rencontre", "Ask for a meeting"),
      marge: [
        Note(
          titre: t("Préparer la rencontre", "Prepare the meeting"),
          texte: t("Trois questions à vous avant d’envoyer.", "Three questions of your own before you send."),
          lien: (href: "#", label: t("Lire l’article", "Read the article"))),
        Note(
          titre: t("Respecter la personne", "Respect the person"),
          texte: t(
            "Votre demande est relue avant d’arriver chez Bruno.", "Your request is read over before it reaches Bruno."),
          lien: (href: "#", label: t("Lire l’article", "Read the article")), ton: .attente),
        Note(
          titre: t("Passer par la plateforme", "Stay on the platform"),
          texte: t("Un numéro de téléphone reste ici.", "A telephone number stays here."), ton: .refus),
      ]
    ) {
      p(.class("chapeau")) { t("Votre demande est gardée à chaque pas.", "Your request is kept at each step.") }
      p {
        t(
          "Choisissez une heure, dites ce qui vous attire, préparez vos questions. Bruno répond en deux jours.",
          "Choose a time, say what draws you, prepare your questions. Bruno answers within two days.")
      }
      gestes {
        boutonLien("#", t("Choisir une heure", "Choose a time"))
        a(.href("#")) { t("Revenir aux métiers", "Back to the jobs") }
      }
    }
  },
  Echantillon("etapes") { t in
    etapes(
      courante: 2,
      toutes: [
        t("Choisir une heure", "Choose a time"), t("Préparer", "Prepare"), t("Relire et envoyer", "Read and send"),
      ])
  },
  Echantillon("vide") { t in
    vide(
      titre: t("Vos rencontres seront ici", "Your meetings will be here"),
      texte: t(
        "Choisissez un métier qui vous attire, puis demandez une rencontre. Cela prend dix minutes.",
        "Choose a job that draws you, then ask for a meeting. It takes ten minutes."),
      geste: boutonLien("#", t("Trouver un métier", "Find a job")))
  },
  Echantillon("lecture") { t in
    lecture {
      h2 { t("Tenir ses rendez-vous", "Keep one’s appointments") }
      p {
        t(
          "Quelqu’un a gardé ce moment pour vous. Un empêchement arrive\u{a0}: dites-le 24 heures avant, en quelques mots.",
          "Somebody kept this moment for you. Things come up: say so 24 hours before, in a few words.")
      }
    }
  },
]
