import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What a pair wrote, over time, for one of the two: to read again, to search, to mark.
struct CheminPage: Page {
  /// From one session to the next.
  struct Intervalle: Sendable {
    let seance: Seance
    let messages: [Message]
    let syntheses: [Synthese]
  }

  let seal: Sceau
  let marquer: @Sendable () -> Sceau
  let binome: BinomeID
  let moi: PersonneID
  let autre: String
  let intervalles: [Intervalle]
  let marques: [MessageID: Marque]
  /// What is looked for; "" for everything.
  let mots: String
  let marque: Marque?
  let effacement: Instant?
  /// The end is near.
  let motif: Motif?
  let emporte: Bool
  let fuseau: Fuseau
  let fuseauDuMentor: Fuseau
  let now: Instant

  private var adresse: String { "/binomes/\(binome)" }
  private var count: Int { intervalles.reduce(0) { $0 + $1.messages.count + $1.syntheses.count } }
  private var cherche: Bool { !mots.isEmpty || marque != nil }

  func titre(_ t: Langue) -> String { t("Relire notre chemin", "Look back on our path") }

  func contenu(_ t: Langue) -> Markup {
    let heures = Heures(t: t, fuseau: fuseau, autre: fuseauDuMentor, now: now)
    return feuille(
      titre: titre(t), chapeau: t("Avec \(autre)", "With \(autre)"),
      marge: [Note(RelireSonChemin.self, charte: "mentorat", t)]
    ) {
      if let motif {
        avis(.attente, titre: t(motif.pourquoi)) {
          p {
            emporte
              ? t(motif.issue)
              : t("Ensuite, personne ne pourra les retrouver.", "Afterwards nobody can bring them back.")
          }
        }
      }
      if let effacement, effacement > now {
        p(.class("soft")) {
          t("Sans nouveau contact, tout s’effacera ", "Without further contact, everything will be erased ")
            + heures.quand(effacement) + "."
        }
      }
      recherche(t)
      if cherche {
        p(.role("status")) {
          t.count(count, Phrase("passage trouvé.", "passage found."), Phrase("passages trouvés.", "passages found."))
        }
      } else if count == 0, effacement.map({ $0 > now }) ?? true {
        vide(
          titre: t("Le chemin commence", "The path begins"),
          texte: t(
            "Ce que vous vous écrirez se relira ici, d’une séance à l’autre.",
            "What you write to each other can be read here again, from one session to the next."))
      }
      for intervalle in intervalles { section(intervalle, heures, t) }
      gestes {
        if emporte {
          boutonLien("\(adresse)/export", t("Emporter mes échanges", "Take my exchanges along"), style: .discret)
        }
        a(.href(adresse)) { t("Revenir à nos échanges", "Back to our exchanges") }
      }
    }
  }

  /// Words looked for are somebody's own: they travel in the body of a form, never in an address.
  private func recherche(_ t: Langue) -> Markup {
    formulaire(vers: "\(adresse)/chemin/recherche", seal) {
      champ(
        "mots", label: t("Chercher un mot", "Look for a word"), valeur: mots, type: .recherche, autocomplete: "off",
        facultatif: t)
      liste(
        "marque", label: t("Ou une de mes marques", "Or one of my marks"),
        options: Marque.allCases.map { Option($0.rawValue, t($0.titre)) }, choisi: marque?.rawValue,
        invite: t("Toutes", "All"), facultatif: t)
      gestes { bouton(t("Chercher", "Search"), style: .discret) }
    }
  }

  private func section(_ intervalle: Intervalle, _ heures: Heures, _ t: Langue) -> Markup {
    Html.section(.class("intervalle")) {
      h2 {
        t("Après la séance du ", "After the session of ")
          + t.date(Jour(intervalle.seance.debut, in: fuseau), reference: Jour(now, in: fuseau))
      }
      for synthese in intervalle.syntheses {
        citation(
          synthese.contenu, de: t("Synthèse, ", "Summary, ") + (synthese.auteur == moi ? t("vous", "you") : autre))
      }
      for message in intervalle.messages {
        MessageVu(
          message: message, auteur: message.auteur == moi ? t("Vous", "You") : autre,
          mien: message.auteur == moi
        ).markup(heures, gestes: marques(of: message, t))
      }
    }
  }

  private func marques(of message: Message, _ t: Langue) -> Markup {
    group {
      if let marque = marques[message.id] { etat(.accord, t("Ma marque\u{a0}: ", "My mark: ") + t(marque.titre)) }
      depliant(t("Marquer", "Mark")) {
        formulaire(vers: "\(adresse)/messages/\(message.id)/marque", marquer()) {
          choix(
            "marque", legende: t("Ma marque, que l’autre ne voit pas", "My mark, which the other does not see"),
            options: [Option("", t("Aucune", "None"))] + Marque.allCases.map { Option($0.rawValue, t($0.titre)) },
            choisi: marques[message.id]?.rawValue ?? "", id: "marque-\(message.id)")
          gestes { bouton(t("Garder la marque", "Keep the mark"), style: .discret) }
        }
      }
      if message.auteur == moi, message.formulations > 1 {
        p {
          a(.href("\(adresse)/messages/\(message.id)/formulations")) {
            t("Vos \(message.formulations) formulations", "Your \(message.formulations) wordings")
          }
        }
      }
    }
  }
}
