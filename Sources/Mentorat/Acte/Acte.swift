import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps

/// The one record of what both signed: its bytes, their SHA-256, the server's own signature.
struct Acte: Sendable, Equatable {
  let binome: BinomeID
  let numero: Int
  /// The canonical bytes, as text: UTF-8, LF, NFC. It holds both names: sealed with the pair's key.
  let contenu: String
  let cachet: Cachet

  var empreinte: String { Empreinte.of(contenu) }
}

extension MentoratRoom {
  /// Writes the record: the text in each language that was signed, then who signed, when, and how they had entered.
  /// - Parameter sel: chance, so that nobody can try names against the SHA-256.
  func acte(
    of convention: Convention, _ binome: Binome, _ signatures: [Signature], _ sel: Token, in tx: Transaction
  ) throws -> Acte {
    let textes = try Langue.allCases.filter { langue in signatures.contains { $0.langue == langue } }.map { langue in
      let texte = try store.texte(of: convention, langue, in: tx)
      return "[\(langue.rawValue)] SHA-256 \(texte.empreinte)\n\n\(texte.contenu)"
    }
    let lines = try signatures.map { signature in
      let personne = try personnes.personne(signature.personne, for: .person(signature.personne), in: tx)
      return """
        \(signature.role.rawValue) | \(personne.prenom) \(personne.nom) | \(signature.le.isoExact) | \
        \(signature.langue.rawValue) | SHA-256 \(signature.empreinte) | \(signature.acces)
        """
    }
    let heading = """
      VADEMECUM ACTE 1
      binome \(binome.id)
      convention \(convention.numero)
      sel \(sel.text)
      """
    let contenu = ([heading] + textes + ["[signatures]\n" + lines.joined(separator: "\n") + "\n"])
      .joined(separator: "\n\n").precomposedStringWithCanonicalMapping
    return Acte(
      binome: binome.id, numero: convention.numero, contenu: contenu, cachet: try house.vault.sign(Array(contenu.utf8)))
  }
}

extension MentoratStore {
  func keep(_ acte: Acte, at now: Instant, in tx: Transaction) throws {
    let place = Place("acte.contenu", "\(acte.binome):\(acte.numero)")
    let sealed = try house.vault.seal(acte.contenu, of: .binome(acte.binome), at: place)
    try tx.execute(
      """
      INSERT INTO acte (empreinte, binome, numero, contenu, signature, cle_publique, le)
      VALUES (\(acte.empreinte), \(acte.binome), \(acte.numero), \(sealed), \(acte.cachet.signature),
        \(acte.cachet.clePublique), \(now))
      """)
  }

  /// The record in force; nil before both signed, or once its key was erased.
  func acte(of binome: Binome, in tx: Transaction) throws -> Acte? {
    guard binome.efface == nil else { return nil }
    let found = try tx.first(
      """
      SELECT numero, contenu, signature, cle_publique FROM acte WHERE binome = \(binome.id)
      ORDER BY numero DESC LIMIT 1
      """
    ) { row in
      (
        numero: try row[0] as Int, contenu: try row[1] as Sealed,
        cachet: Cachet(signature: try row[2], clePublique: try row[3])
      )
    }
    guard let found else { return nil }
    let place = Place("acte.contenu", "\(binome.id):\(found.numero)")
    return try house.vault.open(found.contenu, of: binome.owner, at: place).map {
      Acte(binome: binome.id, numero: found.numero, contenu: $0, cachet: found.cachet)
    }
  }
}

extension Instant {
  /// "2026-12-03T17:00:00.123Z".
  var isoExact: String {
    let milliseconds = ((milliseconds % 1000) + 1000) % 1000
    return iso.dropLast() + "." + String(repeating: "0", count: 3 - String(milliseconds).count) + "\(milliseconds)Z"
  }
}
