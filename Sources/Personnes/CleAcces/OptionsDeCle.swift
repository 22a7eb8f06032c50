import Foundation

/// What `cle.js` hands to the browser: a challenge, and the keys it may use or must not make again.
struct OptionsDeCle: Encodable, Sendable {
  let defi: String
  let domaine: String
  let identifiants: [String]
  /// For a new key only: how the device names whose it is.
  let personne: Titulaire?

  struct Titulaire: Encodable, Sendable {
    /// Opaque: says nothing of the person to whoever reads the device.
    let poignee: String
    let nom: String
    let prenom: String
    let algorithmes: [Int32]
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
