import Html

/// A page: plain data, named sections, an example for the gallery.
package protocol Page: Sendable {
  func titre(_ t: Langue) -> String
  func contenu(_ t: Langue) -> Markup
  /// ES modules of `Public/js` that enhance it; it works without them.
  var modules: [String] { get }
  /// Camera and microphone are forbidden to every page but the room.
  var usesCamera: Bool { get }
}

extension Page {
  package var modules: [String] { [] }
  package var usesCamera: Bool { false }
}

/// A page of the gallery: the state it shows, and the data that shows it.
package struct Specimen: Sendable {
  package let nom: String
  package let page: any Page

  package init(_ nom: String, _ page: any Page) {
    self.nom = nom
    self.page = page
  }
}
