import Html
import Temps

/// What goes in a letter: nothing of the person but what they agreed to.
struct LettreDeRelais: Sendable {
  /// How the person is named, as they chose.
  enum Designation: Sendable, Equatable {
    /// "" for somebody who said nothing: "a person".
    case prenom(String)
    case complete(prenom: String, nom: String, telephone: String)
  }

  let langue: Langue
  let structure: String
  let dispositif: String
  let jour: Jour
  let partenaire: String
  let personne: Designation
  let raison: String
  let demande: String
  let limites: String
  /// First and last name of the adviser, who signs.
  let conseiller: String
  /// The place and its telephone; "" when there is none.
  let joindre: String

  var texte: String {
    let t = langue
    return [
      "\(structure)\n\(dispositif)",
      t.date(jour, reference: nil),
      t("À l’attention de\u{a0}: ", "To: ") + partenaire,
      t("Bonjour,", "Hello,"),
      t("Avec son accord, je vous adresse \(designee).", "With their agreement, I refer to you \(designee)."),
      t("Pourquoi je me tourne vers vous\u{a0}:", "Why I turn to you:") + "\n" + raison,
      t("Ce que nous vous demandons\u{a0}:", "What we ask of you:") + "\n" + demande,
      t("Ce que je ne fais pas moi-même\u{a0}:", "What I do not do myself:") + "\n" + limites,
      t(
        "Une réponse, même courte, nous aidera\u{a0}: la personne et moi attendons de vos nouvelles.",
        "An answer, even a short one, will help us: the person and I are waiting to hear from you."),
      t("Merci,", "Thank you,"),
      [conseiller, joindre].filter { !$0.isEmpty }.joined(separator: "\n"),
    ].joined(separator: "\n\n")
  }

  private var designee: String {
    switch personne {
    case .prenom(""): langue("une personne que je reçois", "a person whom I receive")
    case .prenom(let prenom): prenom
    case .complete(let prenom, let nom, let telephone):
      [prenom, nom].filter { !$0.isEmpty }.joined(separator: " ")
        + (telephone.isEmpty ? "" : langue(" (téléphone\u{a0}: \(telephone))", " (telephone: \(telephone))"))
    }
  }
}
