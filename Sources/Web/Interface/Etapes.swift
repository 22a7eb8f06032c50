import Html

/// Numbered steps. `courante` counts from 1; steps before it are done.
package func etapes(courante: Int, toutes: [String]) -> Markup {
  ol(.class("etapes")) {
    for (rang, etape) in zip(1..., toutes) {
      li(.class(classes(rang, courante)), rang == courante ? .aria(.current, "step") : nil) {
        span(.class("etape-rang"), .aria(.hidden, "true")) { rang }
        span { etape }
      }
    }
  }
}

private func classes(_ rang: Int, _ courante: Int) -> String {
  if rang < courante { return "etape faite" }
  return rang == courante ? "etape courante" : "etape"
}
