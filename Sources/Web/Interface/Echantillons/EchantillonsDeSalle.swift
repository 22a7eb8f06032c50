import Html

let echantillonsDeSalle = [
  Echantillon("salle-essai") { t in
    div(.class("salle")) {
      section(.class("salle-essai")) {
        h2 { t("Essayer caméra et micro", "Try camera and microphone") }
        video(.muted, .playsinline, .aria(.label, t("Votre image", "Your picture")))
        div(.class("salle-micro")) {
          span { t("Votre micro", "Your microphone") }
          meter(
            .class("jauge"), .min("0"), .max("1"), .value("0.6"),
            .aria(.label, t("Force de votre voix", "How loud you are")))
        }
        div(.role("status")) {
          p { t("Tout marche. Bruno vous verra et vous entendra.", "Everything works. Bruno will see and hear you.") }
        }
        gestes {
          button(.type("button"), .class("bouton")) { t("Entrer dans la salle", "Enter the room") }
          button(.type("button"), .class("bouton discret")) { t("Essayer à nouveau", "Try again") }
        }
      }
    }
  },
  Echantillon("salle") { t in
    div(.class("salle")) {
      section(.class("salle-visio")) {
        div(.class("salle-video")) {
          video(
            .class("salle-autre"), .autoplay, .playsinline, .aria(.label, t("L’autre personne", "The other person")))
          video(.class("salle-moi"), .autoplay, .muted, .playsinline, .aria(.label, t("Vous", "You")))
          div(.class("salle-attente"), .role("status")) {
            p {
              t(
                "Bruno n’est pas encore là. La salle garde votre place.",
                "Bruno is not here yet. The room keeps your seat.")
            }
          }
        }
        div(.class("salle-commandes")) {
          commande(
            .micro, id: "exemple-micro", texte: t("Micro", "Microphone"), allume: t("allumé", "on"),
            coupe: t("coupé", "off"))
          commande(
            .camera, id: "exemple-camera", texte: t("Caméra", "Camera"), allume: t("allumée", "on"),
            coupe: t("coupée", "off"), presse: false)
          boutonVers("#", sceauDExemple, t("Quitter la salle", "Leave the room"), style: .grave)
        }
      }
      questions(
        titre: t("Vos questions", "Your questions"),
        [
          QuestionPreparee(
            rang: 1, texte: t("À quelle heure commence votre journée\u{a0}?", "When does your day begin?"), posee: true,
            vers: "#"),
          QuestionPreparee(
            rang: 2, texte: t("Qu’est-ce qui vous fatigue le plus\u{a0}?", "What tires you most?"), posee: false,
            vers: "#"),
        ], sceauDExemple,
        nonEnregistre: t(
          "Cette coche n’est pas gardée. Touchez-la à nouveau.", "This tick is not saved. Touch it again."))
    }
  },
  Echantillon("boite") { t in
    div(.class("boite")) {
      ol {
        li {
          a(.href("#")) { t("Votre lien pour entrer", "Your link to come in") }
          span(.class("soft")) { "amina@exemple.fr · 18:02" }
        }
        li {
          a(.href("#")) { t("Bruno a répondu", "Bruno answered") }
          span(.class("soft")) { "amina@exemple.fr · 17:40" }
        }
      }
      pre { "Bonjour Amina,\n\n\(t("Voici votre lien.", "Here is your link."))" }
    }
  },
]
