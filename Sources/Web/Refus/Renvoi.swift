import Html

/// A form that could not be kept, ready to be sent again: the same fields and the same key, so that twice is once.
struct Renvoi: Sendable {
  let chemin: String
  let champs: [(nom: String, valeur: String)]
  let sceau: Sceau

  func markup(_ t: Langue) -> Markup {
    group {
      formulaire(vers: chemin, sceau) {
        for champ in champs { cache(champ.nom, champ.valeur) }
        gestes { bouton(t("Envoyer à nouveau", "Send it again")) }
      }
      if !ecrits.isEmpty {
        h2 { t("Ce que vous avez écrit", "What you wrote") }
        for ecrit in ecrits { citation(ecrit) }
      }
    }
  }

  /// Sentences, which one may want to copy elsewhere; what was chosen, or is a secret, goes along unseen.
  private var ecrits: [String] { champs.map(\.valeur).filter { $0.count >= 20 && $0.contains(" ") } }
}
