import Html

/// A small drawing beside a word. It never stands alone: hidden from those who listen to the page.
package enum Pictogramme: String, Sendable, CaseIterable {
  case coche, horloge, arret, point, micro, camera, quitter, feuillet, personne

  /// Drawn with a pen, not filled, in a square of 24.
  var trace: String {
    switch self {
    case .coche: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.5l2.8 2.8L16 9.5"
    case .horloge: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2.5"
    case .arret: "M12 2.5l9.5 9.5-9.5 9.5L2.5 12zM12 7.5v5M12 15.7v.3"
    case .point: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8"
    case .micro: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M6 11a6 6 0 0 0 12 0M12 17v4M9 21h6"
    case .camera: "M3 7h11v10H3zM14 10.5l7-3.5v10l-7-3.5"
    case .quitter: "M14 4H5v16h9M10 12h11M17.5 8.5L21 12l-3.5 3.5"
    case .feuillet: "M4 3h11v18H4zM7 8h5M7 12h5M7 16h3M18 6v12M21 6v7"
    case .personne: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5a7.5 7.5 0 0 1 15 0"
    }
  }

  package var dessin: Markup {
    svg(.class("picto picto-\(rawValue)"), .viewBox("0 0 24 24"), .width(24), .height(24), .aria(.hidden, "true")) {
      path(.d(trace))
      // Struck through when the device beside it is off: shown by the style of a command.
      if self == .micro || self == .camera { path(.class("picto-barre"), .d("M4 3l16 18")) }
    }
  }
}
