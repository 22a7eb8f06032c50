/// Reads a text in memory and says what in it identifies somebody. It keeps nothing.
package struct Relecteur: Sendable {
  let modele: Modele
  private let reglages: Reglages

  package struct Reglages: Sendable {
    /// Added to the score of "nothing": below zero, more names are found, and more words wrongly.
    package var biais: Float = -0.9
    /// Above this probability a name is certain.
    package var certitude: Float = 0.9

    package init() {}
  }

  package init(modele: Modele, reglages: Reglages = Reglages()) {
    self.modele = modele
    self.reglages = reglages
  }

  /// What identifies, in the order of the text, without overlap.
  /// - Parameters:
  ///   - carnet: the pseudonyms already given; those of this text are added to it.
  ///   - allowed: names that may stand (the two people's own).
  ///   - dismissed: words that their author said name nobody.
  package func read(
    _ text: String, carnet: inout Carnet, allowed: [String] = [], dismissed: [String] = []
  ) -> [Trouvaille] {
    let feuillet = Feuillet(text)
    let formes = Formes.find(in: feuillet, modele.lexique)
    let noms = names(in: feuillet, beside: formes)
    let free = Set((allowed + dismissed).map(Self.folded))
    let propositions = Propositions(feuillet: feuillet, lexique: modele.lexique)
    return (formes.marques + noms).filter { !free.contains(feuillet.pli.mots($0.lettres)) }
      .sorted { $0.lettres.lowerBound < $1.lettres.lowerBound }
      .map { marque in
        Trouvaille(
          place: feuillet.pli.scalaires(marque.lettres), sorte: marque.sorte, certitude: marque.certitude,
          proposition: propositions.propose(marque, &carnet))
      }
  }

  /// The same, for a text that belongs to no pair.
  package func read(_ text: String, allowed: [String] = [], dismissed: [String] = []) -> [Trouvaille] {
    var carnet = Carnet()
    return read(text, carnet: &carnet, allowed: allowed, dismissed: dismissed)
  }

  /// Ways to reach somebody, and nothing else: names may stand in the free words of an appointment, these may not.
  package func coordonnees(in text: String, allowed: [String] = []) -> [Trouvaille] {
    read(text, allowed: allowed).filter { Trouvaille.Sorte.coordonnees.contains($0.sorte) }
  }

  /// What is found, the text with every proposition taken, and what a second reading still finds in it: nothing, or the author is asked
  /// again.
  package func reword(
    _ text: String, carnet: inout Carnet, allowed: [String] = [], dismissed: [String] = []
  ) -> (trouvailles: [Trouvaille], texte: String, reste: [Trouvaille]) {
    let found = read(text, carnet: &carnet, allowed: allowed, dismissed: dismissed)
    let reworded = Self.replace(found, in: text)
    return (found, reworded, read(reworded, carnet: &carnet, allowed: allowed, dismissed: dismissed))
  }

  /// Puts the propositions of these findings in their places.
  package static func replace(_ found: [Trouvaille], in text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var from = 0
    for proposition in found.map(\.proposition) where proposition.place.lowerBound >= from {
      out.append(contentsOf: scalars[from..<proposition.place.lowerBound])
      out.append(contentsOf: proposition.texte.unicodeScalars)
      from = proposition.place.upperBound
    }
    out.append(contentsOf: scalars[from...])
    return String(out)
  }

  private func names(in feuillet: Feuillet, beside formes: Prises) -> [Marque] {
    if feuillet.estAnglais { return feuillet.nomsAnglais(beside: formes) }
    let scores = modele.etiqueteur.scores(Indices(feuillet.pli, feuillet.mots, modele.lexique))
    let labels = modele.etiqueteur.decode(scores, bias: reglages.biais)
    guard labels.contains(where: { $0 != .rien && $0 != .lieu && $0 != .suiteLieu }) else { return [] }
    let marginals = modele.etiqueteur.marginals(scores)
    var noms = Noms(feuillet: feuillet, modele: modele, certitude: reglages.certitude)
    noms.gather(labels, marginals, beside: formes)
    return noms.marques
  }

  /// The fingerprint of a word or phrase, folded.
  package static func key(_ words: String) -> UInt32 { Empreinte.of(folded(words)) }

  static func folded(_ words: String) -> String {
    let pli = Pli(words)
    return pli.mots(0..<pli.count)
  }

  /// For the program that trains: the words of a text, in scalars, and what the tagger looks at.
  package static func indices(_ text: String, _ lexique: Lexique) -> (mots: [Range<Int>], indices: Indices) {
    let feuillet = Feuillet(text)
    return (
      feuillet.mots.map { feuillet.pli.scalaires($0.range) }, Indices(feuillet.pli, feuillet.mots, lexique)
    )
  }

  /// For the program that trains: what the classifier of distress looks at.
  package static func grappes(_ text: String) -> [Int32] {
    Grappes(Feuillet(text)).rows
  }

  package static let rangeesDAlerte = Classeur.rangees
}
