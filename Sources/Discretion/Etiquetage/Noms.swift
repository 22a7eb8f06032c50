/// Gathers the tagger's labels into names, with what it cannot know: famous people, repetitions.
struct Noms {
  private let feuillet: Feuillet
  private let modele: Modele
  private let certitude: Float
  private(set) var marques: [Marque] = []

  init(feuillet: Feuillet, modele: Modele, certitude: Float) {
    self.feuillet = feuillet
    self.modele = modele
    self.certitude = certitude
  }

  mutating func gather(_ labels: [Etiquette], _ marginals: [Float], beside formes: Prises) {
    var i = 0
    while i < labels.count {
      let sorte: Trouvaille.Sorte
      let suite: Etiquette
      switch labels[i] {
      case .personne: (sorte, suite) = (.personne, .suitePersonne)
      case .organisation: (sorte, suite) = (.organisation, .suiteOrganisation)
      case .rien, .lieu, .suiteLieu, .suitePersonne, .suiteOrganisation:
        i += 1
        continue
      }
      var end = i + 1
      while end < labels.count, labels[end] == suite { end += 1 }
      let doubt = (i..<end).map { marginals[$0 * Etiquette.count] }.max() ?? 1
      keep(i..<end, sorte, doubt, beside: formes)
      i = end
    }
    repeatNames(beside: formes)
  }

  /// A name found once is a name wherever it stands again, written alike.
  private mutating func repeatNames(beside formes: Prises) {
    var known: [UInt32: Mot.Forme] = [:]
    var taken: Set<Int> = []
    for marque in marques {
      let first = feuillet.rang(at: marque.lettres.lowerBound)
      for rang in first..<feuillet.rang(at: marque.lettres.upperBound) {
        let mot = feuillet.mots[rang]
        taken.insert(rang)
        if marque.sorte == .personne, mot.sorte == .mot, mot.range.count > 3 { known[mot.empreinte] = mot.forme }
      }
    }
    guard !known.isEmpty else { return }
    for (rang, mot) in feuillet.mots.enumerated() where !taken.contains(rang) && formes.isFree(mot.range) {
      guard let forme = known[mot.empreinte], forme == mot.forme || mot.forme != .minuscule else { continue }
      marques.append(Marque(mot.range, .personne, .probable))
    }
  }

  private mutating func keep(_ rangs: Range<Int>, _ sorte: Trouvaille.Sorte, _ doubt: Float, beside formes: Prises) {
    let rangs = trimmed(rangs)
    guard let first = rangs.first, let last = rangs.last else { return }
    let place = feuillet.mots[first].range.lowerBound..<feuillet.mots[last].range.upperBound
    guard formes.isFree(place) else { return }
    // "Mme Aubry" is somebody, "la loi Aubry" is not.
    let isTitled = Feuillet.titres.contains(feuillet.mot(before: first))
    guard isTitled || !modele.publics.contains(feuillet.pli.empreinte(place)) else { return }
    marques.append(Marque(place, sorte, 1 - doubt >= certitude ? .certaine : .probable))
  }

  /// A title before a name is not part of it, nor a sign after it.
  private func trimmed(_ rangs: Range<Int>) -> Range<Int> {
    var rangs = rangs
    while let first = rangs.first, rangs.count > 1,
      Feuillet.titres.contains(feuillet.mot(first)) || feuillet.mots[first].sorte == .signe
    {
      rangs = rangs.dropFirst()
    }
    while let last = rangs.last, feuillet.mots[last].sorte == .signe || feuillet.mots[last].sorte == .ligne {
      rangs = rangs.dropLast()
    }
    return rangs
  }
}
