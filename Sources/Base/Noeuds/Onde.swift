import Temps

package enum NoeudTag {}
package typealias NoeudID = ID<NoeudTag>

/// What one node tells the others about what only memory holds: a page to wake, a key to forget. Whoever misses one reads
/// the truth in the base at the next request; nothing that is to be kept travels this way.
package struct Onde: Sendable, Equatable, Codable {
  /// Who hears it on the other side.
  package enum Sujet: String, Sendable, Codable, CaseIterable { case direct, coffre }

  package let sujet: Sujet
  package let contenu: String

  package init(_ sujet: Sujet, _ contenu: String) {
    self.sujet = sujet
    self.contenu = contenu
  }
}
