import Html

let echantillonsDeCarte = [
  Echantillon("carte") { t in
    carte(titre: t("Jeudi 3 décembre à 18:00", "Thursday 3 December at 18:00")) {
      p { t("45 minutes en visio, heure de Paris.", "45 minutes by video, Paris time.") }
      etat(.accord, t("Confirmée par vous deux", "Confirmed by both of you"))
    }
  },
  Echantillon("personne") { t in
    cartes([
      personne(
        initiales: "BL", nom: t("Bruno, boulanger", "Bruno, baker"),
        detail: t("Répond en deux jours · peut recevoir 1 personne", "Answers in two days · can see 1 person"),
        geste: boutonLien("#", t("Voir ses heures", "See his times"), style: .discret)),
      personne(initiales: "NK", nom: t("Nadia, charpentière", "Nadia, carpenter")),
    ])
  },
  Echantillon("avis") { t in
    group {
      avis(.accord, t("C’est envoyé. Bruno vous répondra d’ici jeudi.", "It is sent. Bruno will answer by Thursday."))
      avis(.attente, titre: t("Lu lundi 23 novembre à 8:00.", "Read on Monday 23 November at 8:00.")) {
        p { t("D’ici là, vous pouvez encore le changer.", "Until then you can still change it.") }
      }
      avis(.refus, titre: t("Rien n’est parti.", "Nothing has left.")) {
        p { t("Votre texte contient un numéro de téléphone.", "Your text holds a telephone number.") }
      }
      avis(.neutre, t("La salle ouvre à 17:45.", "The room opens at 17:45."))
    }
  },
  Echantillon("etat") { t in
    ul {
      li { etat(.accord, t("Confirmée", "Confirmed")) }
      li { etat(.attente, t("À relire avant envoi", "To be read before it leaves")) }
      li { etat(.refus, t("Bilan attendu depuis 4 jours", "Review due for 4 days")) }
      li { etat(.neutre, t("Passée", "Past")) }
    }
  },
  Echantillon("frise") { t in
    frise([
      Moment(
        t("lundi 16 novembre à 9:12", "Monday 16 November at 9:12"), iso: "2026-11-16T08:12:00Z",
        t("Amina a envoyé sa demande.", "Amina sent her request."), ton: .accord),
      Moment(
        t("mardi 17 novembre à 18:40", "Tuesday 17 November at 18:40"),
        t("Bruno a proposé une autre heure.", "Bruno proposed another time."), ton: .attente),
      Moment(
        t("jeudi 19 novembre", "Thursday 19 November"),
        t("La première date a été rendue.", "The first date was given back."), ton: .refus),
      Moment(t("jeudi 3 décembre à 18:00", "Thursday 3 December at 18:00"), t("Rencontre prévue.", "Meeting planned.")),
    ])
  },
  Echantillon("tableau") { t in
    tableau(
      legende: t("Les personnes que vous suivez", "The people you go along with"),
      colonnes: [t("Qui", "Who"), t("Où en est-on", "Where things are"), t("Rencontres", "Meetings")],
      lignes: [
        [
          a(.href("#")) { "Amina R." },
          etat(.accord, t("Rencontre jeudi 3 décembre", "Meeting on Thursday 3 December")),
          Markup(text: "3"),
        ],
        [a(.href("#")) { "Yanis T." }, etat(.refus, t("Bilan attendu", "Review due")), Markup(text: "1")],
        [a(.href("#")) { "Lou M." }, etat(.attente, t("Demande à relire", "Request to read")), Markup(text: "0")],
      ], nombres: [2])
  },
  Echantillon("chiffres") { t in
    chiffres([
      Chiffre("42", t("rencontres tenues ce mois-ci", "meetings held this month")),
      Chiffre(
        "9/10", t("ont eu un bilan", "had a review"), detail: t("38 sur 42, au 20 novembre", "38 of 42, on 20 November")
      ),
    ])
  },
  Echantillon("citation") { t in
    citation(
      t(
        "J’aime le travail du matin.\nJe voudrais comprendre une vraie journée.",
        "I like morning work.\nI would like to understand a real day."),
      de: t("Amina, dans sa demande", "Amina, in her request"))
  },
  Echantillon("message") { t in
    p(.class("message")) {
      t("Appelez-moi au ", "Call me on ")
      mark { "06 12 34 56 78" }
      t(", ou demandez ", ", or ask ")
      mark(.class("doute")) { "Brizard" }
      "."
    }
  },
  Echantillon("fiche") { t in
    fiche([
      (nom: t("Votre adresse", "Your address"), valeur: Markup(text: "amina@exemple.fr")),
      (nom: t("Votre langue", "Your language"), valeur: Markup(text: t("français", "English"))),
      (nom: t("Votre fuseau", "Your time zone"), valeur: Markup(text: t("heure de Paris", "Paris time"))),
    ])
  },
  Echantillon("depliant") { t in
    depliant(t("Quelque chose ne va pas\u{a0}?", "Is something wrong?"), ouvert: true) {
      p { t("Vous pouvez partir à tout moment, sans explication.", "You can leave at any moment, without a reason.") }
    }
  },
]
