import Chartes
import Discretion
import Web

extension Issues {
  /// The text with the propositions that were chosen in their places.
  func apply(to relecture: Relecture) -> Texte {
    var texte = relecture.texte
    for partie in relecture.parties {
      let chosen = partie.trouvailles.filter { replaces($0.mots(in: partie.texte)) }
      if !chosen.isEmpty { texte[partie.partie] = Relecteur.replace(chosen, in: partie.texte) }
    }
    return texte
  }
}
