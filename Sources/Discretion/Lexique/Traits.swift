/// What the lexicon knows of a word, in sixteen bits.
package struct Traits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A first name: rare, known, common (INSEE counts of 20, 1,000 and 20,000 births).
  package static let prenomRare = Traits(rawValue: 1)
  package static let prenomConnu = Traits(rawValue: 2)
  package static let prenomCourant: Traits = [.prenomRare, .prenomConnu]
  /// A surname: borne by 100, 500, 2,000 at least.
  package static let nomRare = Traits(rawValue: 4)
  package static let nomConnu = Traits(rawValue: 8)
  package static let nomCourant: Traits = [.nomRare, .nomConnu]
  package static let commune = Traits(rawValue: 16)
  /// Another proper name of the dictionary: countries, brands, companies.
  package static let propre = Traits(rawValue: 32)
  package static let substantif = Traits(rawValue: 64)
  package static let adjectif = Traits(rawValue: 128)
  package static let verbe = Traits(rawValue: 256)
  /// Articles, prepositions, pronouns, adverbs, conjunctions.
  package static let outil = Traits(rawValue: 512)
  /// Given more often to girls, or to boys; neither: to both, or unknown.
  package static let feminin = Traits(rawValue: 1024)
  package static let masculin = Traits(rawValue: 2048)
  /// A listed company, by its name in one word.
  package static let societe = Traits(rawValue: 4096)

  var isCommon: Bool { !isDisjoint(with: [.substantif, .adjectif, .verbe, .outil]) }
}
