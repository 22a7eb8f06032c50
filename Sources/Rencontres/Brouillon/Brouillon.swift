import Base
import Foundation
import Temps
import Web

/// Words in the making: kept sealed under their author's key, seen by nobody else, gone once they are sent.
struct Brouillon: Sendable {
  /// "demande:…" or "bilan:…".
  let objet: String

  static func demande(to expert: PersonneID) -> Brouillon { Brouillon(objet: "demande:\(expert)") }
  static func bilan(of rencontre: RencontreID) -> Brouillon { Brouillon(objet: "bilan:\(rencontre)") }
}

extension RencontresStore {
  /// The most that a draft may hold: the longest form of ours with room to spare.
  static let longestDraft = 60_000

  /// False when it is too long to be kept.
  @discardableResult
  func keep(
    _ form: FormData, as brouillon: Brouillon, of author: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> Bool {
    let json = String(decoding: try JSONEncoder().encode(form.kept), as: UTF8.self)
    guard json.utf8.count <= Self.longestDraft else { return false }
    let place = Place("brouillon.contenu", "\(author):\(brouillon.objet)")
    let sealed = try house.vault.seal(json, of: .personne(author), at: place)
    try tx.execute(
      """
      INSERT INTO brouillon (personne, objet, contenu, maj) VALUES (\(author), \(brouillon.objet), \(sealed), \(now))
      ON CONFLICT (personne, objet) DO UPDATE SET contenu = excluded.contenu, maj = excluded.maj
      """)
    return true
  }

  /// The draft as the form it came from; empty when there is none.
  func form(_ brouillon: Brouillon, of author: PersonneID, in tx: Transaction) throws -> FormData {
    let sealed = try tx.first(
      "SELECT contenu FROM brouillon WHERE personne = \(author) AND objet = \(brouillon.objet)"
    ) { row in try row[0] as Sealed }
    let place = Place("brouillon.contenu", "\(author):\(brouillon.objet)")
    guard let json = try house.vault.open(sealed, of: .personne(author), at: place) else { return .empty }
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(json.utf8))
    return FormData(pairs: pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) })
  }

  func forget(_ brouillon: Brouillon, of author: PersonneID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM brouillon WHERE personne = \(author) AND objet = \(brouillon.objet)")
  }
}
