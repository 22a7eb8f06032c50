import Html

/// One moment of a timeline.
package struct Moment: Sendable {
  /// "jeudi 3 décembre à 18:00 (heure de Paris)".
  package let quand: String
  /// The same for machines, in ISO 8601; nil when only the day is known in words.
  package let iso: String?
  package let phrase: String
  package let ton: Ton

  package init(_ quand: String, iso: String? = nil, _ phrase: String, ton: Ton = .neutre) {
    self.quand = quand
    self.iso = iso
    self.phrase = phrase
    self.ton = ton
  }
}

/// What happened, in the order given: when, and in one sentence what.
package func frise(_ moments: [Moment]) -> Markup {
  ol(.class("frise")) {
    for moment in moments {
      li(.class(moment.ton.rawValue)) {
        moment.ton.pictogramme.dessin
        p {
          time(moment.iso.map { .datetime($0) }) { moment.quand }
          span { moment.phrase }
        }
      }
    }
  }
}
