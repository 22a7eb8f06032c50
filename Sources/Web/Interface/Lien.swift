/// A place to go, as navigation shows it.
package struct Lien: Sendable, Equatable {
  package let href: String
  package let label: String
  /// Whether it is the page one is on.
  package let courant: Bool

  package init(_ href: String, _ label: String, courant: Bool = false) {
    self.href = href
    self.label = label
    self.courant = courant
  }
}
