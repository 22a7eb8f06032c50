import Html
import Web

/// Whether the association's number is connected to this server, and how what comes from it fares. No count of what
/// pairs write, no moment: who coordinates must not learn that somebody wrote.
struct RaccordementPage: Page {
  /// nil where no number is connected.
  let etat: Etat?

  struct Etat: Sendable {
    /// What Meta is to be given.
    let adresse: String
    let compte: CompteDesAvis
  }

  func titre(_ t: Langue) -> String { t("Le numéro WhatsApp de l’association", "The association’s WhatsApp number") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      if let etat { connected(etat, t) } else { absent(t) }
    }
  }

  private func absent(_ t: Langue) -> Markup {
    group {
      p { t("Aucun numéro n’est relié à ce serveur.", "No number is connected to this server.") }
      p {
        t(
          "Rien ne manque aux binômes\u{a0}: ils s’écrivent ici. Pour relier un numéro, demandez à qui tient le serveur.",
          "Pairs lack nothing: they write to each other here. To connect a number, ask whoever runs the server.")
      }
    }
  }

  private func connected(_ etat: Etat, _ t: Langue) -> Markup {
    group {
      if etat.compte.ecartes > 0 {
        avis(
          .attente,
          titre: t.count(
            etat.compte.ecartes,
            Phrase("envoi de WhatsApp n’a pas pu être lu", "thing sent by WhatsApp could not be read"),
            Phrase("envois de WhatsApp n’ont pas pu être lus", "things sent by WhatsApp could not be read"))
        ) {
          p {
            t(
              "Ils sont gardés à part 30\u{a0}jours, scellés. Dites-le à qui tient le serveur.",
              "They are kept apart for 30 days, sealed. Tell whoever runs the server.")
          }
        }
      }
      p {
        t("Un numéro est relié. L’adresse donnée à Meta\u{a0}:", "A number is connected. The address given to Meta:")
      }
      p { code { etat.adresse } }
      p {
        etat.compte.enAttente == 0
          ? t("Tout ce qui est arrivé est lu.", "Everything that came is read.")
          : t(
            "Ce qui vient d’arriver est en train d’être lu. Rechargez la page dans une minute.",
            "What has just come is being read. Reload the page in a minute.")
      }
    }
  }
}
