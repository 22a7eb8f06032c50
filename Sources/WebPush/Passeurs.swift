/// The push services that may be spoken to: a browser says where its notices go, so that without a list anybody could
/// have this server write to any machine.
package struct Passeurs: Sendable, Hashable {
  /// Those of Chrome, Firefox, Safari and Edge.
  package static let usuels = [
    "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com", "*.push.apple.com",
    "*.notify.windows.com",
  ]

  /// Neither a name, nor a name after "*.", nor an address of this very machine with its port.
  package struct Illisible: Error, Equatable {
    package let texte: String
  }

  private enum Passeur: Hashable {
    case hote(String)
    /// Any name that ends so; it begins with a dot.
    case sous(String)
    /// "http://127.0.0.1:8123": this machine, for trials.
    case ici(String)
  }

  private let liste: [Passeur]

  /// - Parameter liste: "fcm.googleapis.com", "*.push.apple.com", "http://127.0.0.1:8123". Empty texts are passed over.
  /// - Throws: `Illisible`.
  package init(_ liste: [String]) throws {
    self.liste = try liste.filter { !$0.isEmpty }.map { texte in
      if texte.hasPrefix("http://"), Self.isHere(texte) { return .ici(texte) }
      let nom = texte.hasPrefix("*.") ? texte.dropFirst(2) : texte[...]
      guard Self.isName(nom) else { throw Illisible(texte: texte) }
      return nom.count == texte.count ? .hote(texte) : .sous("." + nom)
    }
  }

  package var isEmpty: Bool { liste.isEmpty }

  /// Whether an origin ("https://fcm.googleapis.com") is that of one of them.
  package func accept(_ origine: String) -> Bool {
    if liste.contains(.ici(origine)) { return true }
    guard origine.hasPrefix("https://") else { return false }
    let hote = origine.dropFirst("https://".count)
    // Letters, figures, dots and dashes only: no port, no name before "@", nothing that two readers would read otherwise.
    guard Self.isName(hote) else { return false }
    return liste.contains { passeur in
      switch passeur {
      case .hote(let nom): hote == nom
      case .sous(let fin): hote.hasSuffix(fin)
      case .ici: false
      }
    }
  }

  private static func isHere(_ texte: String) -> Bool {
    let parts = texte.dropFirst("http://".count).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = UInt16(parts[1]), String(port) == parts[1] else { return false }
    return ["127.0.0.1", "localhost"].contains(parts[0])
  }

  private static func isName(_ texte: Substring) -> Bool {
    let parts = texte.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
      }
  }
}
