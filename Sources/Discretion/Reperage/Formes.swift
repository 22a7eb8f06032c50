/// What gives itself away by its form: numbers with a key, addresses, links. The most particular come first, and each
/// letter is taken once.
enum Formes {
  static func find(in feuillet: Feuillet, _ lexique: Lexique) -> Prises {
    var prises = Prises(count: feuillet.pli.count)
    prises.take(Courriels.find(in: feuillet))
    prises.take(Pseudos.announced(in: feuillet, lexique))
    prises.take(Liens.find(in: feuillet))
    prises.take(Fichiers.find(in: feuillet))
    let lignes = Chiffres.find(in: feuillet.pli)
    prises.take(Ibans.find(in: feuillet))
    prises.take(Ips.find(in: feuillet))
    prises.take(Naissances.find(in: feuillet))
    prises.take(Numeros.find(lignes, in: feuillet))
    prises.take(Telephones.find(lignes, in: feuillet))
    prises.take(NumerosEpeles.find(in: feuillet))
    prises.take(Plaques.find(in: feuillet, lexique))
    prises.take(Adresses.find(in: feuillet, lexique))
    prises.take(Pseudos.written(in: feuillet.pli))
    prises.take(Secrets.find(in: feuillet))
    return prises
  }
}

/// Letters already taken: two findings never overlap.
struct Prises {
  private var prises: [Bool]
  private(set) var marques: [Marque] = []

  init(count: Int) { prises = [Bool](repeating: false, count: count) }

  func isFree(_ range: Range<Int>) -> Bool { !prises[range].contains(true) }

  mutating func take(_ found: [Marque]) {
    for marque in found where !marque.lettres.isEmpty && isFree(marque.lettres) {
      for i in marque.lettres { prises[i] = true }
      marques.append(marque)
    }
  }
}
