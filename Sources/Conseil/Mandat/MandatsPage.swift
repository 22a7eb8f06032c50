import Chartes
import Html
import Temps
import Web

/// The mandates of somebody one accompanies.
struct MandatsPage: Page {
  let usager: Usager
  let mandats: [Mandat]
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Agir pour cette personne", "Acting for this person") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t), marge: [Note(AgirSousMandat.self, charte: "conseil", t)]
    ) {
      if mandats.isEmpty {
        vide(
          titre: t("Aucun mandat", "No mandate"),
          texte: t(
            "Le plus souvent, on fait la démarche ensemble, et aucun mandat n’est nécessaire. Il sert quand un droit va être perdu et que la personne ne peut pas agir elle-même à temps.",
            "Most often you do the procedure together, and no mandate is needed. It is for when a right is about to be lost and the person cannot act in time themselves."
          ))
      }
      cartes(mandats.map { carte($0, t) })
      gestes {
        boutonLien("/usagers/\(usager.id)/mandats/nouveau", t("Préparer un mandat", "Prepare a mandate"))
        a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") }
      }
    }
  }

  private func carte(_ mandat: Mandat, _ t: Langue) -> Markup {
    group {
      h2(.class("carte-titre")) { mandat.demarches.map { t($0.phrase) }.joined(separator: t("\u{a0}; ", "; ")) }
      p { etat(mandat.etat(at: now).ton, t(mandat.etat(at: now).phrase)) }
      p {
        t("Dernier jour\u{a0}: ", "Last day: ")
          + t.dateRelative(mandat.dernierJour(in: fuseau), reference: Jour(now, in: fuseau))
      }
      a(.href("/mandats/\(mandat.id)")) {
        t("Ouvrir", "Open")
        lu(
          t(" le mandat du ", " the mandate of ")
            + t.date(Jour(mandat.ecrit, in: fuseau), reference: Jour(now, in: fuseau)))
      }
    }
  }
}

extension Mandat.Etat {
  var phrase: Phrase {
    switch self {
    case .aSigner: Phrase("À signer", "To be signed")
    case .enCours: Phrase("En cours", "In force")
    case .fini: Phrase("Terminé", "Over")
    case .retire: Phrase("Retiré", "Withdrawn")
    case .laisse: Phrase("Jamais signé", "Never signed")
    }
  }

  var ton: Ton {
    switch self {
    case .aSigner: .attente
    case .enCours: .accord
    case .fini, .retire, .laisse: .neutre
    }
  }
}

/// Somebody who cannot give a mandate here: who can act for them. Nothing is kept.
struct AilleursPage: Page {
  let usager: Usager
  let exclu: AgirSousMandat.Exclusion
  let motif: Motif

  func titre(_ t: Langue) -> String { t("Quelqu’un d’autre peut agir", "Somebody else can act") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t(motif.pourquoi), marge: [Note(motif, .attente, charte: "conseil", t)]
    ) {
      p { t(motif.issue) }
      h2 { t("Vers qui se tourner", "Whom to turn to") }
      ul { for ligne in adresses { li { t(ligne) } } }
      h2 { t("Ce que vous pouvez faire", "What you can do") }
      p {
        t(
          "Rester à côté\u{a0}: lire avec elle, montrer, préparer les papiers, appeler ensemble.",
          "Stay beside them: read together, show, prepare the papers, call together.")
      }
      avis(
        .accord,
        t("Rien de ce que vous venez d’écrire n’a été gardé.", "Nothing of what you just wrote was kept."))
      p { a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") } }
    }
  }

  private var adresses: [Phrase] {
    switch exclu {
    case .mineur:
      [
        Phrase("Un parent, ou la personne qui a l’autorité parentale.", "A parent, or whoever has parental authority."),
        Phrase("Le service social de l’école, du collège ou du lycée.", "The social service of their school."),
        Phrase(
          "Le service social du département, et l’aide à l’enfance.",
          "The social service of the département, and child and youth services."),
        Phrase(
          "Le 119, gratuit, jour et nuit, quand un enfant est en danger.",
          "The number 119, free, day and night, when a child is in danger."),
      ]
    case .protege:
      [
        Phrase(
          "Le tuteur, la curatrice ou le mandataire nommé par le juge\u{a0}: son nom est sur le jugement.",
          "The guardian or curator named by the judge: the name is on the judgment."),
        Phrase(
          "L’UDAF ou l’association qui suit la mesure, quand c’est elle.",
          "The UDAF or the association in charge, where there is one."),
        Phrase(
          "Le tribunal judiciaire, service de la protection des majeurs, si personne ne répond.",
          "The court, department for the protection of adults, if nobody answers."),
      ]
    }
  }
}
