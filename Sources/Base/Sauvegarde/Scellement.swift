import Crypto
import Foundation

/// Seals the blocks of one file. Rank and "this is the last" are part of the nonce, the header is authenticated with
/// each: a block moved, doubled, dropped, or taken from another file does not open.
struct Scellement {
  static let tag = 16

  private let cle: SymmetricKey
  private let empreinte: Data

  /// The salt of a file is its own, so that a nonce never serves twice under one key.
  init(_ entete: Entete, empreinte: Data, master: MasterKey) {
    cle = master.derived(entete.genre.rawValue, sel: entete.sel)
    self.empreinte = empreinte
  }

  func seal(_ clear: Data, rang: UInt64, fin: Bool) throws -> Data {
    let box = try AES.GCM.seal(clear, using: cle, nonce: nonce(rang, fin), authenticating: empreinte)
    return box.ciphertext + box.tag
  }

  /// nil for anything but what was sealed there.
  func open(_ sealed: Data, rang: UInt64, fin: Bool) -> Data? {
    guard sealed.count >= Self.tag,
      let box = try? AES.GCM.SealedBox(
        nonce: nonce(rang, fin), ciphertext: sealed.dropLast(Self.tag), tag: sealed.suffix(Self.tag))
    else { return nil }
    return try? AES.GCM.open(box, using: cle, authenticating: empreinte)
  }

  private func nonce(_ rang: UInt64, _ fin: Bool) throws -> AES.GCM.Nonce {
    try AES.GCM.Nonce(data: Data([0, 0, 0, fin ? 1 : 0]) + rang.bigEndianBytes)
  }
}
