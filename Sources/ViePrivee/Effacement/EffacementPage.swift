import Base
import Html
import Web

/// Leaving: what goes, what stays and why, what stands in the way; then a word to type.
struct EffacementPage: Page {
  let seal: Sceau
  let traitements: [Traitement]
  let tables: [TableTenue]
  let empechements: [Phrase]
  let saisie: Saisie
  var typed = ""

  /// What is typed to be sure, in every language of the page.
  static let mots: Set<String> = ["effacer", "erase"]

  func titre(_ t: Langue) -> String { t("Effacer mes données", "Erase my data") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Votre compte se ferme, et vos données avec lui. Cela ne se défait pas, même par nous.",
        "Your account closes, and your data with it. It cannot be undone, even by us."),
      marge: [.protegerLesDonnees(t)]
    ) {
      if !empechements.isEmpty { obstacles(t) }
      h2 { t("Ce qui part", "What goes") }
      ul { for traitement in partent { li { detail(traitement, t(traitement.donnees), t) } } }
      p {
        t(
          "Ce qui était convenu avec quelqu’un est annulé, et cette personne reçoit un mot. Chez les autres, on lira «\u{a0}une personne partie\u{a0}».",
          "What was agreed with somebody is cancelled, and that person gets a word. Others will read “somebody who has left”."
        )
      }
      h2 { t("Ce qui reste, et pourquoi", "What stays, and why") }
      ul { for reste in restent { li { detail(reste.traitement, t(reste.raison), t) } } }
      p {
        t("Vous y tenez\u{a0}? Emportez d’abord ", "Do you care about it? First take ")
        a(.href("/mes-donnees/copie")) { t("votre copie", "your copy") }
        t(".", " along.")
      }
      if empechements.isEmpty { formulaire(t) }
      p { a(.href("/mes-donnees")) { t("Garder mon compte", "Keep my account") } }
    }
  }

  private func obstacles(_ t: Langue) -> Markup {
    avis(.attente, titre: t("Une chose à faire d’abord", "One thing to do first")) {
      for phrase in empechements { p { t(phrase) } }
    }
  }

  private func detail(_ traitement: Traitement, _ texte: String, _ t: Langue) -> Markup {
    group {
      strong { t(traitement.nom) }
      t("\u{a0}: ", ": ")
      texte
    }
  }

  private func formulaire(_ t: Langue) -> Markup {
    Web.formulaire(vers: "/mes-donnees/effacement", seal) {
      champ(
        "mot", label: t("Pour être sûr, écrivez «\u{a0}effacer\u{a0}»", "To be sure, write “erase”"), valeur: typed,
        erreur: saisie.phrase("mot", t), autocomplete: "off", maximum: 40)
      gestes { bouton(t("Effacer mon compte pour toujours", "Erase my account for ever"), style: .grave) }
    }
  }

  private func tables(of traitement: Traitement) -> [TableTenue] { tables.filter { $0.traitement == traitement.cle } }

  private var partent: [Traitement] {
    traitements.filter { traitement in
      tables(of: traitement).contains { table in
        switch table.effacement {
        case .change, .illisible: true
        case .garde, .sansObjet: false
        }
      }
    }
  }

  private var restent: [(traitement: Traitement, raison: Phrase)] {
    traitements.flatMap { traitement -> [(traitement: Traitement, raison: Phrase)] in
      var seen: Set<Phrase> = []
      return tables(of: traitement).compactMap { table in
        guard case .garde(let raison) = table.effacement, seen.insert(raison).inserted else { return nil }
        return (traitement, raison)
      }
    }
  }
}

/// After the last act: nobody is signed in any more.
struct AuRevoirPage: Page {
  func titre(_ t: Langue) -> String { t("C’est fait", "It is done") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Votre compte n’existe plus, et vos données avec lui.", "Your account is gone, and your data with it.")
    ) {
      p {
        t(
          "Un dernier message part à votre adresse pour vous le confirmer\u{a0}; ensuite nous ne la connaissons plus.",
          "One last message leaves for your address to confirm it; then we no longer know it.")
      }
      p {
        t(
          "Merci du bout de chemin. Si vous revenez un jour, vous serez une personne nouvelle ici.",
          "Thank you for the stretch of road. If you come back one day, you will be a new person here.")
      }
      gestes { boutonLien("/", t("Retourner à l’accueil", "Go back home"), style: .discret) }
    }
  }
}
