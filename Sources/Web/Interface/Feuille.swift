import Html

/// The sheet: one title, what one does, and in the margin the articles it rests on.
/// - Parameter chapeau: one soft line under the title.
package func feuille(
  titre: String, chapeau: String? = nil, marge: [Note] = [], @MarkupBuilder contenu: Content
) -> Markup {
  annotee(marge) {
    h1 { titre }
    if let chapeau { p(.class("chapeau")) { chapeau } }
    contenu()
  }
}

/// A further part of a sheet with its own notes, so that on a narrow screen each note follows its act.
package func passage(titre: String? = nil, marge: [Note] = [], @MarkupBuilder contenu: Content) -> Markup {
  annotee(marge) {
    if let titre { h2 { titre } }
    contenu()
  }
}

private func annotee(_ marge: [Note], @MarkupBuilder texte: Content) -> Markup {
  div(.class("feuille")) {
    div(.class("feuille-texte")) { texte() }
    if !marge.isEmpty {
      aside(.class("marge"), .aria(.label, marge.map(\.titre).joined(separator: ", "))) {
        for note in marge { note.markup }
      }
    }
  }
}

/// A long text to read, such as a charter: book face, short lines.
package func lecture(@MarkupBuilder contenu: Content) -> Markup { div(.class("lecture")) { contenu() } }
