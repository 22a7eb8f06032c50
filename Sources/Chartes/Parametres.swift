import Foundation
import Html

/// The values a programme has set for its charters: every known parameter, each one admissible.
///
/// All values are kept, those left at their default too: a default that changes in a later release
/// must not change what was signed.
package struct Parametres: Sendable, Equatable {
  private var values: [String: Int]

  private static let known = Charte.toutes.flatMap(\.parametres)

  /// The default values.
  package init() {
    values = Dictionary(uniqueKeysWithValues: Self.known.map { ($0.cle, $0.defaut) })
  }

  package subscript(_ parametre: Parametre) -> Int { values[parametre.cle] ?? parametre.defaut }

  /// The same values but one; nil when the parameter does not admit this value.
  package func setting(_ parametre: Parametre, to value: Int) -> Parametres? {
    guard parametre.admits(value) else { return nil }
    var changed = self
    changed.values[parametre.cle] = value
    return changed
  }

  /// The value of a parameter with its unit: "24 heures".
  package func inWords(_ parametre: Parametre) -> Phrase { parametre.inWords(self[parametre]) }
}

extension Parametres: Codable {
  /// One spelling for equal values, to store and to hash: keys in order, no space, every known parameter.
  package var json: String {
    let pairs = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  /// Reads what `json` wrote, in this release or another.
  /// - Throws: `DecodingError` when the text is not a JSON object of whole numbers.
  package init(json: String) throws {
    self = try JSONDecoder().decode(Parametres.self, from: Data(json.utf8))
  }

  /// Forgets unknown keys, gives missing ones their default. A value that is no longer admissible
  /// becomes the nearest one below that is, or the lowest.
  package init(from decoder: any Decoder) throws {
    self.init()
    let stored = try decoder.container(keyedBy: Cle.self)
    for parametre in Self.known {
      guard let value = try stored.decodeIfPresent(Int.self, forKey: Cle(parametre.cle)) else { continue }
      values[parametre.cle] = parametre.nearest(value)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var stored = encoder.container(keyedBy: Cle.self)
    for (cle, value) in values.sorted(by: { $0.key < $1.key }) { try stored.encode(value, forKey: Cle(cle)) }
  }

  private struct Cle: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ cle: String) { stringValue = cle }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}

extension Parametre {
  /// The admissible value nearest to one that was stored under other bounds.
  fileprivate func nearest(_ value: Int) -> Int {
    let bounded = min(max(value, bornes.lowerBound), bornes.upperBound)
    return max(bounded - bounded % pas, bornes.lowerBound)
  }
}
