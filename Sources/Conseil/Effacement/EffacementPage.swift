import Base
import Chartes
import Html
import Temps
import Web

/// What erasing a thread would leave.
struct Reste: Sendable {
  /// A signed mandate, under lock as proof.
  struct Mandat: Sendable {
    let ecrit: Jour
    let jusque: Jour
    /// Of the record: opens it again as proof. "" where it has none.
    let empreinte: String
    let enCours: Bool
  }

  let mandats: [Mandat]
  let comptesRendus: Int
  /// Interviews that no report tells of yet.
  let aRendre: Int
}

/// Erasing a thread, in two steps: what goes and what stays, and why; then yes.
struct EffacementPage: Page {
  let seal: Sceau
  let usager: Usager
  let reste: Reste
  /// Chosen at the first step; nil there.
  let raison: RaisonDEffacement?
  let saisie: Saisie
  /// Something was done with the person while one read.
  let change: Bool
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Effacer ce suivi", "Erase this thread") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t), marge: [Note(ProtegerLesDonnees.self, charte: "conseil", t)]
    ) {
      etapes(
        courante: raison == nil ? 1 : 2,
        toutes: [t("Ce qui part, ce qui reste", "What goes, what stays"), t("Confirmer", "Confirm")])
      if change {
        avis(
          .attente,
          t(
            "Ce suivi a changé pendant que vous lisiez. Rien n’est effacé\u{a0}: regardez à nouveau.",
            "This thread changed while you were reading. Nothing is erased: have another look."))
      }
      if let raison { confirmer(raison, t) } else { choisir(t) }
      p { a(.href("/usagers/\(usager.id)")) { t("Garder ce suivi", "Keep this thread") } }
    }
  }

  // MARK: First step

  private func choisir(_ t: Langue) -> Markup {
    group {
      part(t)
      reste(t)
      p {
        t(
          "La personne peut d’abord recevoir tout ce qui est gardé\u{a0}: ",
          "The person may first be given all that is kept: ")
        a(.href("/usagers/\(usager.id)/dossier")) {
          t("donnez-le-lui, sur papier ou en fichier", "give it to them, on paper or as a file")
        }
        "."
      }
      formulaire(vers: "/usagers/\(usager.id)/effacement", seal) {
        choix(
          "raison", legende: t("Pourquoi l’effacer\u{a0}?", "Why erase it?"),
          options: RaisonDEffacement.dites.map { Option($0.rawValue, t($0.phrase)) },
          aide: t(
            "Seule cette raison reste écrite, sans aucun nom.", "Only this reason stays written, without any name."),
          erreur: saisie.phrase("raison", t))
        gestes { bouton(t("Continuer", "Go on"), style: .discret) }
      }
    }
  }

  private func part(_ t: Langue) -> Markup {
    group {
      h2 { t("Ce qui part, pour toujours", "What goes, for ever") }
      ul {
        li { t("Son nom, ce qui permet de la joindre, ce qui l’aide.", "Their name, how to reach them, what helps.") }
        li {
          t(
            "Ses besoins, son plan, les mots des entretiens et des comptes rendus.",
            "Their needs, their plan, the words of interviews and reports.")
        }
        li {
          t(
            "Ses relais\u{a0}: les lettres se referment, et le service n’apprend rien de plus.",
            "Their referrals: the letters close, and the service learns nothing more.")
        }
        li {
          t(
            "Ses places dans les ateliers à venir\u{a0}: elles vont à qui attend.",
            "Their seats in workshops to come: they go to those who wait.")
        }
        li { t("Qui a ouvert ce suivi, et qui le partage.", "Who opened this thread, and who shares it.") }
      }
    }
  }

  private func reste(_ t: Langue) -> Markup {
    group {
      h2 { t("Ce qui reste", "What stays") }
      ul {
        li {
          t.count(
            reste.comptesRendus,
            Phrase("compte rendu, un nombre sans lien avec elle", "report, a number with no link to them"),
            Phrase("comptes rendus, des nombres sans lien avec elle", "reports, numbers with no link to them"))
            + "."
        }
        for mandat in reste.mandats { li { self.mandat(mandat, t) } }
      }
      if reste.aRendre > 0 {
        p(.class("soft")) {
          t(
            "Un entretien sans compte rendu reste à compter, sans ses mots.",
            "An interview without a report remains to be counted, without its words.")
        }
      }
    }
  }

  private func mandat(_ mandat: Reste.Mandat, _ t: Langue) -> Markup {
    group {
      t(
        "Le mandat du \(t.date(mandat.ecrit, reference: nil)), sous clé comme preuve jusqu’au \(t.date(mandat.jusque, reference: nil)), puis détruit.",
        "The mandate of \(t.date(mandat.ecrit, reference: nil)), under lock as proof until \(t.date(mandat.jusque, reference: nil)), then destroyed."
      )
      if mandat.enCours { t(" Il s’arrête dès maintenant.", " It stops from now on.") }
      if !mandat.empreinte.isEmpty {
        t(
          " Seule son empreinte l’ouvrira, celle de son attestation\u{a0}: ",
          " Only its fingerprint will open it, the one on its certificate: ")
        span(.class("empreinte")) { mandat.empreinte }
      }
    }
  }

  // MARK: Second step

  private func confirmer(_ raison: RaisonDEffacement, _ t: Langue) -> Markup {
    group {
      fiche([
        (nom: t("Suivi", "Thread"), valeur: Markup(text: usager.court(t))),
        (nom: t("Raison", "Reason"), valeur: Markup(text: t(raison.phrase))),
      ])
      reste(t)
      p {
        t(
          "Rien ne ramènera ce qui part, pas même une sauvegarde. La personne peut revenir\u{a0}: un nouveau suivi s’ouvrira.",
          "Nothing will bring back what goes, not even a backup. The person may come back: a new thread will open.")
      }
      formulaire(vers: "/usagers/\(usager.id)/effacement/confirmation", seal) {
        cache("raison", raison.rawValue)
        cache("vu", usager.vu)
        gestes { bouton(t("Effacer pour toujours", "Erase for ever"), style: .grave) }
      }
      p(.class("soft")) {
        t(
          "Nous vous demanderons de montrer que c’est bien vous.", "We will ask you to show that it is you.")
      }
    }
  }
}

/// That threads were erased, and why; never whose.
struct EffacementsPage: Page {
  let effacements: [(le: Instant, raison: RaisonDEffacement)]
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Les suivis effacés", "The threads erased") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "On sait qu’un suivi a été effacé, et pourquoi. On ne sait plus lequel.",
        "We know that a thread was erased, and why. We no longer know which."),
      marge: [Note(ProtegerLesDonnees.self, charte: "conseil", t)]
    ) {
      if effacements.isEmpty {
        vide(
          titre: t("Aucun suivi effacé", "No thread erased"),
          texte: t(
            "Une personne peut demander l’effacement à qui la suit. Sans contact, un suivi s’efface aussi de lui-même.",
            "A person may ask whoever follows them for erasure. Without contact, a thread is erased by itself too."))
      }
      frise(
        effacements.map { effacement in
          let jour = Jour(effacement.le, in: fuseau)
          return Moment(
            t.date(jour, reference: Jour(now, in: fuseau)), iso: jour.iso, t(effacement.raison.phrase))
        })
      ul(.class("liens")) {
        li { a(.href("/garde")) { t("Les mandats gardés comme preuve", "The mandates kept as proof") } }
        li { a(.href("/lieux")) { t("Revenir à nos lieux", "Back to our places") } }
      }
    }
  }
}
