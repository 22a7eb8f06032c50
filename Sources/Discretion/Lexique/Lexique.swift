/// Words and what they may be, as two parallel arrays sorted by fingerprint: no string is kept.
package struct Lexique: Sendable {
  private let cles: [UInt32]
  private let traits: [UInt16]

  package init(cles: [UInt32], traits: [UInt16]) {
    self.cles = cles
    self.traits = traits
  }

  /// Fingerprints spread evenly: the place of one is guessed from its value, then walked to.
  subscript(_ empreinte: UInt32) -> Traits {
    guard !cles.isEmpty else { return [] }
    return cles.withUnsafeBufferPointer { keys in
      var i = Int((UInt64(empreinte) * UInt64(keys.count)) >> 32)
      while i > 0, keys[i] > empreinte { i -= 1 }
      while i < keys.count, keys[i] < empreinte { i += 1 }
      return i < keys.count && keys[i] == empreinte ? Traits(rawValue: traits[i]) : []
    }
  }
}
