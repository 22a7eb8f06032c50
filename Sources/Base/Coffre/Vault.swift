import Crypto
import Foundation
import NIOConcurrencyHelpers

/// Seals what is personal with a key for each owner, and opens it again.
///
/// Keys live in a base of their own, wrapped by the master key; a key is committed there before the first row it seals.
/// Sealed bytes are bound to their place (table, column, row): moved elsewhere, they do not open. Everything here
/// blocks its thread for a moment: call it inside a transaction of the main base, which already has a thread.
package final class Vault: Sendable {
  let keys: Database
  private let master: SymmetricKey
  private let cache = NIOLockedValueBox(Cache())
  private let noeuds = NIOLockedValueBox<Noeuds?>(nil)

  private struct Cache {
    var keys: [String: SymmetricKey] = [:]
    /// Erased here: a reader that was on its way may not put the key back.
    var erased: Set<String> = []
  }

  private let cacheLimit = 50_000

  package init(keys: Database, master: MasterKey) {
    self.keys = keys
    self.master = master.symmetric
  }

  /// AES-GCM under the owner's key, which is made at its first use.
  package func seal(_ text: String, of owner: Owner, at place: Place) throws -> Sealed {
    try seal(bytes: Array(text.utf8), of: owner, at: place)
  }

  /// The same, for a file.
  package func seal(bytes: [UInt8], of owner: Owner, at place: Place) throws -> Sealed {
    let key = try key(of: owner) ?? makeKey(of: owner)
    let box = try AES.GCM.seal(bytes, using: key, authenticating: place.authenticated)
    guard let combined = box.combined else { throw VaultError.damaged }
    return Sealed(bytes: Array(combined))
  }

  /// nil when the owner's key was erased: what it sealed no longer exists for anybody.
  package func open(_ sealed: Sealed, of owner: Owner, at place: Place) throws -> String? {
    try bytes(of: sealed, of: owner, at: place).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same, for a file.
  package func bytes(of sealed: Sealed, of owner: Owner, at place: Place) throws -> [UInt8]? {
    guard let key = try key(of: owner) else { return nil }
    do {
      let box = try AES.GCM.SealedBox(combined: sealed.bytes)
      return Array(try AES.GCM.open(box, using: key, authenticating: place.authenticated))
    } catch { throw VaultError.damaged }
  }

  package func open(_ sealed: Sealed?, of owner: Owner, at place: Place) throws -> String? {
    guard let sealed else { return nil }
    return try open(sealed, of: owner, at: place)
  }

  /// Erases the owner's key for good. A restored backup replays this list.
  package func erase(_ owner: Owner) throws {
    try keys.writeNow { tx in
      try tx.execute("DELETE FROM cle WHERE proprietaire = \(owner.text)")
      try tx.execute("INSERT INTO cle_effacee (proprietaire) VALUES (\(owner.text)) ON CONFLICT DO NOTHING")
    }
    cache.withLockedValue {
      $0.keys[owner.text] = nil
      $0.erased.insert(owner.text)
    }
    noeuds.withLockedValue { $0 }?.publish(Onde(.coffre, owner.text))
    keys.emptyJournalNow()
  }

  /// A key erased on one node is forgotten by the others too.
  package func share(over noeuds: Noeuds) {
    self.noeuds.withLockedValue { $0 = noeuds }
    noeuds.hear(
      .coffre,
      onde: { [weak self] owner in
        self?.cache.withLockedValue {
          $0.keys[owner] = nil
          $0.erased.insert(owner)
        }
      }, gap: { [weak self] in self?.cache.withLockedValue { $0.keys.removeAll() } })
  }

  /// Whose keys were erased for good, of one kind of owner ("personne", "usager"…): what stands after the colon.
  package func erased(_ kind: String) throws -> [String] {
    try keys.readNow { tx in
      try tx.all(
        """
        SELECT proprietaire FROM cle_effacee
        WHERE substr(proprietaire, 1, CAST(\(kind.count + 1) AS INTEGER)) = \(kind + ":") ORDER BY proprietaire
        """
      ) { row in String((try row[0] as String).dropFirst(kind.count + 1)) }
    }
  }

  /// A keyed fingerprint (HMAC-SHA256, hexadecimal): finds an address without storing it in clear.
  package func fingerprint(_ text: String, for purpose: StaticString) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: derivedKey(purpose))
    return Array(code).hexadecimal
  }

  /// A key of its own for each purpose, all from the master key (HKDF-SHA256).
  package func derivedKey(_ purpose: StaticString) -> SymmetricKey {
    MasterKey(symmetric: master).derivedKey(purpose)
  }

  private func key(of owner: Owner) throws -> SymmetricKey? {
    if let key = cache.withLockedValue({ $0.keys[owner.text] }) { return key }
    let wrapped = try keys.readNow { tx in
      try tx.first("SELECT scellee FROM cle WHERE proprietaire = \(owner.text)") { row in try Sealed(bytes: row[0]) }
    }
    guard let wrapped else { return nil }
    return remember(try Self.unwrap(wrapped, of: owner.text, with: master), of: owner)
  }

  private func makeKey(of owner: Owner) throws -> SymmetricKey {
    let wrapped = try wrap(SymmetricKey(size: .bits256), of: owner)
    let erased = try keys.writeNow { tx in
      let erased = try tx.first("SELECT 1 FROM cle_effacee WHERE proprietaire = \(owner.text)") { _ in true } ?? false
      if erased { return true }
      // Two threads may make it at once: the first one committed is everybody's.
      try tx.execute(
        "INSERT INTO cle (proprietaire, scellee) VALUES (\(owner.text), \(wrapped.bytes)) ON CONFLICT DO NOTHING")
      return false
    }
    guard !erased, let key = try key(of: owner) else { throw VaultError.erased }
    return key
  }

  /// nil when the owner was erased while the key was being read.
  private func remember(_ key: SymmetricKey, of owner: Owner) -> SymmetricKey? {
    cache.withLockedValue {
      if $0.erased.contains(owner.text) { return nil }
      if $0.keys.count >= cacheLimit { $0.keys.removeAll(keepingCapacity: true) }
      $0.keys[owner.text] = key
      return key
    }
  }

  private func wrap(_ key: SymmetricKey, of owner: Owner) throws -> Sealed {
    let clear = key.withUnsafeBytes { Data($0) }
    let box = try AES.GCM.seal(clear, using: master, authenticating: Data(owner.text.utf8))
    guard let combined = box.combined else { throw VaultError.damaged }
    return Sealed(bytes: Array(combined))
  }

  static func unwrap(_ sealed: Sealed, of owner: String, with master: SymmetricKey) throws -> SymmetricKey {
    do {
      let box = try AES.GCM.SealedBox(combined: sealed.bytes)
      return SymmetricKey(data: try AES.GCM.open(box, using: master, authenticating: Data(owner.utf8)))
    } catch { throw VaultError.wrongMasterKey }
  }
}

package enum VaultError: Error, Equatable {
  /// The bytes were changed, or moved from the place they were sealed for.
  case damaged
  /// The owner's key was erased: nothing more can be sealed for them.
  case erased
  /// The master key is not the one that wrapped these keys.
  case wrongMasterKey
}
