import Discretion
import Foundation

/// The reader with the model that ships, read once.
enum Lecture {
  static let racine = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let relecteur: Relecteur = {
    do {
      let data = try Data(contentsOf: racine.appending(path: "Models/discretion.model"))
      return Relecteur(modele: try Modele(bytes: data))
    } catch { fatalError("Models/discretion.model: \(error)") }
  }()

  /// What was found, as "KIND words".
  static func trouve(_ text: String, allowed: [String] = [], dismissed: [String] = []) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return relecteur.read(text, allowed: allowed, dismissed: dismissed).map { found in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[found.place])
      return "\(found.sorte.rawValue) \(String(words))"
    }
  }
}

/// The same draws each time, so that a failure can be played again.
struct Tirage: RandomNumberGenerator {
  var etat: UInt64

  mutating func next() -> UInt64 {
    etat &+= 0x9E37_79B9_7F4A_7C15
    var z = etat
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
