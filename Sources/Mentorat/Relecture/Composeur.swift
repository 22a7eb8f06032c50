import Chartes
import Discretion
import Html
import Temps
import Web

/// Where one writes: the frame or free words, and, once read again, what is to be settled before it leaves.
struct Composeur: Sendable {
  let vers: String
  let seal: Sceau
  /// Where the text is read while it is being written.
  let relire: String
  /// Where its draft is kept; nil where none is.
  var objet: EnCours?
  let texte: Texte
  let parties: [Texte.Partie]
  let relecture: Relecture?
  /// What holds it back, or is advised.
  let motif: Motif?
  /// Only advice is left: sent again, it leaves.
  var conseil = false
  /// Said to name nobody, in an earlier step of this form.
  let nies: [String]
  let envoyer: String

  func markup(_ t: Langue) -> Markup {
    form(
      .class("formulaire composeur"), .method("post"), .action(vers), .novalidate, .data("data-relecture", relire)
    ) {
      cachets(seal)
      if let objet { cache("objet", objet.objet) }
      for nie in nies { cache("nie", nie) }
      champs(t)
      if let relecture, !relecture.trouvailles.isEmpty { issues(found(in: relecture), t) }
      div(.class("relu"), .role("status"), .data("data-relu", "")) {}
      p(.class("reprise soft"), .data("data-sans-image", ""), .hidden) {
        t(
          "Les images et les fichiers ne passent pas ici. Dites avec vos mots ce qu’ils montrent.",
          "Images and files do not pass here. Say in your own words what they show.")
      }
      if objet != nil { enCours(t) }
      if conseil { cache("averti", "oui") }
      gestes { bouton(conseil ? t("Envoyer ainsi", "Send it like this") : envoyer) }
    }
  }

  /// Whether the draft is kept; the module shows one sentence at a time.
  private func enCours(_ t: Langue) -> Markup {
    p(.class("enregistrement soft"), .role("status")) {
      span(.data("data-etat", "garde"), .hidden) { t("Votre texte est gardé.", "Your text is kept.") }
      span(.data("data-etat", "retenu"), .hidden) {
        t(
          "Votre texte sera gardé dès que plus rien n’y nomme quelqu’un.",
          "Your text will be kept as soon as nothing in it names anybody.")
      }
    }
  }

  private func champs(_ t: Langue) -> Markup {
    group {
      for partie in parties where partie != .libre || parties.count == 1 { zoneDe(partie, t) }
      if parties.count > 1 {
        depliant(
          t("Écrire librement, sans ces étapes", "Write freely, without these steps"), ouvert: !texte[.libre].isEmpty
        ) { zoneDe(.libre, t) }
      }
    }
  }

  private func zoneDe(_ partie: Texte.Partie, _ t: Langue) -> Markup {
    zone(
      partie.rawValue, label: t(partie.invite), valeur: texte[partie], lignes: partie == .libre ? 6 : 3,
      requis: false)
  }

  private func found(in relecture: Relecture) -> [(mots: String, trouvaille: Trouvaille)] {
    relecture.parties.flatMap { partie in
      partie.trouvailles.map { (mots: $0.mots(in: partie.texte), trouvaille: $0) }
    }
  }
}
