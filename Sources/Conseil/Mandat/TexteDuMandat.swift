import Base
import Chartes
import Foundation
import Html
import Temps

/// The exact text that is signed, from its terms, in the person's language.
struct TexteDuMandat: Sendable {
  let termes: Mandat.Termes
  let demarches: [Demarche]
  let fin: Instant
  let garde: Jour
  /// First and last name of whoever writes it with the person.
  let conseiller: String
  let structure: String
  let fuseau: Fuseau
  /// Chance, so that nobody can try names against the SHA-256.
  let reference: Token

  /// Begins the line of a procedure.
  static let point = "– "

  /// Plain, LF, NFC, ending with a line break. Each part begins with its heading.
  func contenu(_ t: Langue) -> String {
    let parties = [
      [t("Mandat pour agir en mon nom", "Mandate to act in my name")], qui(t), pourquoi(t), pourQuoi(t), duree(t),
      limites(t), promesses(t), [t("Référence", "Reference"), reference.text],
    ]
    return (parties.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n")
      .precomposedStringWithCanonicalMapping
  }

  private func qui(_ t: Langue) -> [String] {
    let naissance =
      termes.naissance.map { t(", année de naissance \($0)", ", born in the year \($0)") } ?? ""
    return [
      t("Qui", "Who"),
      t(
        "Je suis \(termes.complet)\(naissance). Je suis majeur ou majeure, et aucune tutelle ni curatelle ne me protège.",
        "I am \(termes.complet)\(naissance). I am of age, and under no guardianship or curatorship."),
      t(
        "Je demande à \(conseiller) (\(structure)) d’agir pour moi. Les collègues qui me suivent avec mon accord peuvent aussi le faire. Personne d’autre.",
        "I ask \(conseiller) (\(structure)) to act for me. Colleagues who follow me with my agreement may do so too. Nobody else."
      ),
    ]
  }

  private func pourquoi(_ t: Langue) -> [String] {
    let risque = Risque(rawValue: termes.risque).map { t($0.phrase) } ?? ""
    let avant = Jour(termes.avant).map { t.date($0, reference: nil) } ?? ""
    let operateur = Operateur(rawValue: termes.operateur).map { t($0.phrase) } ?? ""
    let agent = AgentDemande(rawValue: termes.agent).map { t($0.phrase) } ?? ""
    return [
      t("Pourquoi", "Why"),
      t("\(risque). Il faut agir avant le \(avant).", "\(risque). Somebody must act before \(avant)."),
      t(
        "Nous avons d’abord cherché l’agent qui suit mon dossier. \(operateur)\u{a0}: \(agent.prefix(1).lowercased() + agent.dropFirst()).",
        "First we looked for the officer who follows my case. \(operateur): \(agent.prefix(1).lowercased() + agent.dropFirst())."
      ),
    ]
  }

  private func pourQuoi(_ t: Langue) -> [String] {
    [t("Pour quelles démarches", "For which procedures")] + demarches.map { Self.point + t($0.phrase) }
      + [t("Et rien d’autre.", "And nothing else.")]
  }

  private func duree(_ t: Langue) -> [String] {
    let dernier = t.date(Jour(fin, in: fuseau).advanced(by: -1), reference: nil)
    let heure = t(fuseau.heure)
    return [
      t("Jusqu’à quand", "Until when"),
      t(
        "Ce mandat commence quand il est signé. Il finit à la fin de la journée du \(dernier) (\(heure)).",
        "This mandate begins once it is signed. It ends at the end of \(dernier) (\(heure))."),
      t(
        "Je peux l’arrêter quand je veux, pour une démarche ou pour toutes. Il suffit de le dire. Je n’ai pas à dire pourquoi.",
        "I can stop it whenever I want, for one procedure or for all. Saying so is enough. I need not say why."),
    ]
  }

  private func limites(_ t: Langue) -> [String] {
    [
      t("Ce que ce mandat n’est pas", "What this mandate is not"),
      t(
        "À lui seul, il ne donne aucun droit devant une administration\u{a0}: elle peut demander ses propres papiers.",
        "By itself it gives no right before an administration: it may ask for papers of its own."),
      t(
        "Il ne permet pas d’entrer à ma place par FranceConnect\u{a0}: c’est Aidants Connect qui le permet.",
        "It does not allow anybody to sign in for me through FranceConnect: Aidants Connect is what allows it."),
    ]
  }

  private func promesses(_ t: Langue) -> [String] {
    let jusque = t.date(garde, reference: nil)
    return [
      t("Ce qui m’est promis", "What I am promised"),
      t("Aucun de mes mots de passe ni de mes codes n’est gardé.", "None of my passwords or codes is kept."),
      t(
        "Chaque fois que l’on agit pour moi, c’est noté\u{a0}: qui, quand, pour quelle démarche. Je peux lire ces notes.",
        "Each time somebody acts for me it is noted: who, when, for which procedure. I may read these notes."),
      t(
        "Ce mandat et ces notes sont gardés jusqu’au \(jusque), comme preuve, puis effacés.",
        "This mandate and these notes are kept until \(jusque), as proof, then erased."),
    ]
  }
}
