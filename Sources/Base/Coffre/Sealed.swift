import Crypto
import Foundation

/// Sealed bytes, as a column holds them (AES-GCM: nonce, cipher text, tag).
package struct Sealed: Sendable, Equatable {
  package let bytes: [UInt8]
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// What a row holds once its words are erased, and the row stays.
  package static let vide = Sealed(bytes: [])
}

extension Sealed: Bindable, Column {
  package var bound: Value { .bytes(bytes) }
  package init(_ cell: Cell) throws { bytes = try [UInt8](cell) }
}

/// Whose key seals. Erasing the owner erases all of it.
package struct Owner: Sendable, Hashable {
  let text: String
  private init(_ text: String) { self.text = text }

  /// As a row names it.
  init(stored text: String) { self.text = text }

  package static func personne(_ id: PersonneID) -> Owner { Owner("personne:\(id)") }
  package static func invitation(_ id: some CustomStringConvertible) -> Owner { Owner("invitation:\(id)") }
  /// Two people who share what they write.
  package static func binome(_ id: some CustomStringConvertible) -> Owner { Owner("binome:\(id)") }
  /// Somebody received without an account: what is known of them ends with their key.
  package static func usager(_ id: some CustomStringConvertible) -> Owner { Owner("usager:\(id)") }
  /// What somebody signed: kept as proof after what is known of them has ended.
  package static func mandat(_ id: some CustomStringConvertible) -> Owner { Owner("mandat:\(id)") }
  /// Whoever came to a door in one month: a first name, a contact.
  package static func porte(_ lieu: some CustomStringConvertible, mois: String) -> Owner {
    Owner("porte:\(lieu):\(mois)")
  }
  /// A service of a directory: it may be one person, who may ask to be forgotten.
  package static func partenaire(_ id: some CustomStringConvertible) -> Owner { Owner("partenaire:\(id)") }
  /// What somebody without an account asked about their data, on paper or by voice.
  package static func demande(_ id: some CustomStringConvertible) -> Owner { Owner("demande:\(id)") }
  /// What another server posted in one month, and nobody has read yet.
  package static func avis(mois: String) -> Owner { Owner("avis:\(mois)") }
  /// Mail to somebody who is nobody yet, or nobody any more: a link asked for, an address being confirmed, a last word.
  package static func courrier(_ id: some CustomStringConvertible) -> Owner { Owner("courrier:\(id)") }
}

/// Where sealed bytes stand. They open nowhere else.
package struct Place: Sendable {
  let column: StaticString
  let row: String

  /// `column` is written "table.colonne".
  package init(_ column: StaticString, _ row: some CustomStringConvertible) {
    self.column = column
    self.row = row.description
  }

  var authenticated: Data { Data("\(column):\(row)".utf8) }
}

/// The one secret that the operator keeps: 32 bytes.
package struct MasterKey: Sendable {
  let symmetric: SymmetricKey

  package static func random() -> MasterKey { MasterKey(symmetric: SymmetricKey(size: .bits256)) }

  /// Standard base64 of 32 bytes; nil otherwise.
  package init?(base64 text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let data = Data(base64Encoded: trimmed), data.count == 32 else { return nil }
    symmetric = SymmetricKey(data: data)
  }

  package var base64: String { symmetric.withUnsafeBytes { Data($0).base64EncodedString() } }

  init(symmetric: SymmetricKey) { self.symmetric = symmetric }

  /// A key of its own for each purpose (HKDF-SHA256).
  func derivedKey(_ purpose: StaticString) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: symmetric, info: Data("vademecum:\(purpose)".utf8), outputByteCount: 32)
  }
}
