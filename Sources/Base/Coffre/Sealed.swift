import Crypto
import Foundation

/// Sealed bytes, as a column holds them (AES-GCM: nonce, cipher text, tag).
package struct Sealed: Sendable, Equatable {
  package let bytes: [UInt8]
  package init(bytes: [UInt8]) { self.bytes = bytes }
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
  /// Mail to somebody who is nobody yet: a link asked for, an address being confirmed.
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

  private init(symmetric: SymmetricKey) { self.symmetric = symmetric }
}
