import Html

/// A closed list of the trade: its code as others exchange it, its words, its rank.
///
/// Ranks are stored: a value is only ever added at the end of its list.
package protocol Nomenclature: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var phrase: Phrase { get }
}

extension Nomenclature {
  /// Its place in the list, from 0.
  package var rang: Int {
    var rang = 0
    for other in Self.allCases {
      if other == self { return rang }
      rang += 1
    }
    return rang
  }

  /// The value of this rank; nil beyond the list.
  package static func at(_ rang: Int) -> Self? {
    let all = Array(allCases)
    return all.indices.contains(rang) ? all[rang] : nil
  }
}

/// Several values of one list, as one number: the bit of each rank.
package struct Ensemble<Valeur: Nomenclature>: Sendable, Hashable {
  package let bits: UInt64

  package init(bits: UInt64) { self.bits = bits }

  package init(_ valeurs: some Sequence<Valeur>) { bits = valeurs.reduce(0) { $0 | 1 << UInt64($1.rang) } }

  package var valeurs: [Valeur] { Valeur.allCases.filter(contains) }
  package var isEmpty: Bool { bits == 0 }
  package func contains(_ valeur: Valeur) -> Bool { bits & (1 << UInt64(valeur.rang)) != 0 }
}
