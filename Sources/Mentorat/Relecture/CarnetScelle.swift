import Base
import Discretion
import Foundation
import Personnes

/// What a pair's key seals of one's own readings: pseudonyms, and words said to name nobody. The names themselves are in
/// it as keyed fingerprints only: nobody reads them, not even with the key. Each of the two has their own: in a shared
/// one, the other could try a name and see whose letter comes.
private struct Contenu: Codable {
  var carnet = Carnet()
  var nies: [String] = []
}

extension MentoratStore {
  private static let niesAuPlus = 500

  func savoir(of binome: Binome, for auteur: PersonneID, in tx: Transaction) throws -> Savoir {
    let contenu = try contenu(of: binome, auteur, in: tx)
    let noms = try [binome.mentor, binome.accompagne].flatMap { id -> [String] in
      let personne = try personnes.personne(id, for: .person(id), in: tx)
      return [personne.prenom, personne.nom, "\(personne.prenom) \(personne.nom)"]
    }
    var carnet = contenu.carnet
    carnet.voile = { [vault = house.vault, id = binome.id] word in
      vault.fingerprint("\(id):\(auteur):\(word)", for: "carnet")
    }
    return Savoir(carnet: carnet, noms: noms, nies: contenu.nies)
  }

  func keep(_ savoir: Savoir, of binome: Binome, by auteur: PersonneID, in tx: Transaction) throws {
    let contenu = Contenu(carnet: savoir.carnet, nies: Array(savoir.nies.suffix(Self.niesAuPlus)))
    let json = String(decoding: try JSONEncoder().encode(contenu), as: UTF8.self)
    let sealed = try house.vault.seal(json, of: binome.owner, at: Place("carnet.contenu", "\(binome.id):\(auteur)"))
    try tx.execute(
      """
      INSERT INTO carnet (binome, auteur, contenu) VALUES (\(binome.id), \(auteur), \(sealed))
      ON CONFLICT (binome, auteur) DO UPDATE SET contenu = excluded.contenu
      """)
  }

  /// What somebody said names nobody, to be given back to them.
  func motsAnodins(of binome: Binome, _ auteur: PersonneID, in tx: Transaction) throws -> [String] {
    try contenu(of: binome, auteur, in: tx).nies
  }

  private func contenu(of binome: Binome, _ auteur: PersonneID, in tx: Transaction) throws -> Contenu {
    let sealed = try tx.first(
      "SELECT contenu FROM carnet WHERE binome = \(binome.id) AND auteur = \(auteur)"
    ) { row in
      try row[0] as Sealed
    }
    let json = try house.vault.open(sealed, of: binome.owner, at: Place("carnet.contenu", "\(binome.id):\(auteur)"))
    return try json.map { try JSONDecoder().decode(Contenu.self, from: Data($0.utf8)) } ?? Contenu()
  }
}
