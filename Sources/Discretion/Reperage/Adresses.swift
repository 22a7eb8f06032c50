/// Postal addresses: a number and a way, or a way by its name.
enum Adresses {
  private static let voies: Set<String> = [
    "rue", "avenue", "av", "ave", "bd", "bld", "boulevard", "boul", "place", "pl", "chemin", "ch", "che", "impasse",
    "imp",
    "allee", "allees", "all", "route", "rte", "quai", "cours", "square", "sq", "passage", "sentier", "lotissement",
    "lot",
    "residence", "res", "hameau", "esplanade", "faubourg", "fbg", "fg", "ruelle", "venelle", "villa", "cite",
    "rond-point",
    "traverse", "montee", "promenade", "mail", "lieu-dit", "za", "zi", "zac", "parvis", "galerie", "cour", "pont",
    "cote",
    "clos", "domaine", "r",
  ]
  /// Ways whose name alone is an address.
  private static let rues: Set<String> = [
    "rue", "avenue", "boulevard", "bd", "impasse", "allee", "ruelle", "venelle", "chemin", "quai", "square", "faubourg",
  ]
  private static let liens: Set<String> = [
    "de", "du", "des", "la", "le", "les", "l'", "d'", "en", "sur", "sous", "aux", "au", "a", "et", "saint", "sainte",
    "st",
    "ste", "-",
  ]
  private static let rangs: Set<String> = ["bis", "ter", "quater", "a", "b", "c", "d", "e", "f"]

  /// Words in the name of a way, articles included.
  private static let longest = 12

  static func find(in feuillet: Feuillet, _ lexique: Lexique) -> [Marque] {
    var found: [Marque] = []
    var rang = 0
    while rang < feuillet.mots.count {
      if let end = numbered(from: rang, in: feuillet, lexique) {
        found.append(marque(rang..<end, .certaine, feuillet))
        rang = end
      } else if let end = named(from: rang, in: feuillet, lexique) {
        found.append(marque(rang..<end, .probable, feuillet))
        rang = end
      } else {
        rang += 1
      }
    }
    return found
  }

  private static func marque(
    _ rangs: Range<Int>, _ certitude: Trouvaille.Certitude, _ feuillet: Feuillet
  ) -> Marque {
    let first = feuillet.mots[rangs.lowerBound].range.lowerBound
    return Marque(first..<feuillet.mots[rangs.upperBound - 1].range.upperBound, .adresse, certitude)
  }

  /// "12 bis, rue des Tanneurs 75011 Paris".
  private static func numbered(from start: Int, in feuillet: Feuillet, _ lexique: Lexique) -> Int? {
    guard isNumber(feuillet.mot(start)) else { return nil }
    var rang = start + 1
    if rangs.contains(feuillet.mot(rang)), voies.contains(feuillet.mot(rang + 1)) || feuillet.mot(rang + 1) == "," {
      rang += 1
    }
    if feuillet.mot(rang) == "," { rang += 1 }
    let voie = feuillet.mot(rang)
    guard voies.contains(voie), voie != "r" && voie != "lot" || feuillet.mot(rang + 1).utf8.count > 1 else {
      return nil
    }
    if feuillet.mot(rang + 1) == ".", voie.utf8.count <= 4 { rang += 1 }
    guard let end = nameEnd(from: rang + 1, in: feuillet) else { return nil }
    return town(after: end, in: feuillet, lexique)
  }

  /// "rue des Tanneurs", where the name is written as one.
  private static func named(from start: Int, in feuillet: Feuillet, _ lexique: Lexique) -> Int? {
    guard rues.contains(feuillet.mot(start)), start == 0 || !isNumber(feuillet.mot(start - 1)) else { return nil }
    guard let end = nameEnd(from: start + 1, in: feuillet), end > start + 1 else { return nil }
    let isWritten = (start + 1..<end).contains {
      feuillet.mots[$0].forme == .initiale && !liens.contains(feuillet.mot($0))
    }
    guard isWritten else { return nil }
    return town(after: end, in: feuillet, lexique)
  }

  private static func isNumber(_ word: String) -> Bool {
    let digits = word.prefix { $0.isNumber }
    guard (1...4).contains(digits.utf8.count), digits.first != "0" else { return false }
    let rest = word.dropFirst(digits.count)
    return rest.isEmpty || rangs.contains(String(rest))
  }

  /// Past the name of a way: articles, then what is written as a name; in lower case, one word after the articles.
  private static func nameEnd(from start: Int, in feuillet: Feuillet) -> Int? {
    var rang = start
    var content = 0
    var end: Int?
    var capitals = false
    while let mot = feuillet.mots[safe: rang], mot.sorte != .ligne, rang < start + longest {
      let word = feuillet.mot(rang)
      if liens.contains(word) {
        // "de" after a name goes on with it; "à", "et", "en" only when a capital follows.
        if content > 0, !goesOn(rang, in: feuillet, capitals: capitals) { break }
        rang += 1
        continue
      }
      if mot.sorte == .signe { break }
      if mot.sorte == .nombre, word.utf8.count == 5 || content > 0 { break }
      let isCapital = mot.forme == .initiale || mot.forme == .capitales
      if content > 0, !isCapital, capitals || !liens.contains(feuillet.mot(rang - 1)) { break }
      if content >= 5 { break }
      capitals = capitals || isCapital
      content += 1
      rang += 1
      end = rang
    }
    return end
  }

  private static func goesOn(_ rang: Int, in feuillet: Feuillet, capitals: Bool) -> Bool {
    let word = feuillet.mot(rang)
    var next = rang + 1
    while next < rang + longest, liens.contains(feuillet.mot(next)) { next += 1 }
    guard let mot = feuillet.mots[safe: next], mot.sorte == .mot else { return false }
    if capitals { return mot.forme == .initiale || mot.forme == .capitales }
    return ["de", "du", "des", "d'"].contains(word)
  }

  /// A postcode and its town, when they follow.
  private static func town(after end: Int, in feuillet: Feuillet, _ lexique: Lexique) -> Int {
    var rang = end
    if feuillet.mot(rang) == "," || feuillet.mot(rang) == "-" { rang += 1 }
    if feuillet.mots[safe: rang]?.sorte == .ligne { rang += 1 }
    let code = feuillet.mot(rang)
    guard code.utf8.count == 5, code.allSatisfy(\.isNumber) else { return end }
    var last = rang + 1
    var next = rang + 1
    while let mot = feuillet.mots[safe: next], mot.sorte == .mot, next < rang + 6 {
      let isArticle = liens.contains(feuillet.mot(next))
      let isCapital = mot.forme == .initiale || mot.forme == .capitales
      let isTown = isCapital || next == rang + 1 && lexique[mot.empreinte].contains(.commune)
      if !isTown, !isArticle || feuillet.mots[safe: next + 1]?.forme == .minuscule { break }
      if isTown { last = next + 1 }
      next += 1
    }
    return last
  }
}
