import Html

/// Where a rule comes from. What people sign is not mixed with the rest.
package enum Source: String, Sendable {
  case charte, loi, maison

  package var titre: Phrase {
    switch self {
    case .charte: Phrase("La charte", "The charter")
    case .loi: Phrase("La loi", "The law")
    case .maison: Phrase("Notre choix", "Our choice")
    }
  }
}

/// How a promise is kept.
package enum Tenue: String, Sendable {
  case byCode, byReminder, byPeople, notYet

  package var titre: Phrase {
    switch self {
    case .byCode: Phrase("Tenu par le logiciel", "Kept by the software")
    case .byReminder: Phrase("Tenu par un rappel", "Kept by a reminder")
    case .byPeople: Phrase("Tenu par les personnes", "Kept by people")
    case .notYet: Phrase("Pas encore tenu", "Not kept yet")
    }
  }
}

/// One way in which an article is kept, as people read it.
package struct Promesse: Sendable {
  package let phrase: Phrase
  package let tenue: Tenue
  package let source: Source
  /// The name of the test that proves it, a sentence; nil when nothing is to be proved by the software.
  package let preuve: String?

  static func byCode(_ phrase: Phrase, preuve: String, source: Source = .charte) -> Promesse {
    Promesse(phrase: phrase, tenue: .byCode, source: source, preuve: preuve)
  }

  static func byReminder(_ phrase: Phrase, preuve: String, source: Source = .charte) -> Promesse {
    Promesse(phrase: phrase, tenue: .byReminder, source: source, preuve: preuve)
  }

  static func byPeople(_ phrase: Phrase, source: Source = .charte) -> Promesse {
    Promesse(phrase: phrase, tenue: .byPeople, source: source, preuve: nil)
  }

  static func notYet(_ phrase: Phrase, source: Source = .charte) -> Promesse {
    Promesse(phrase: phrase, tenue: .notYet, source: source, preuve: nil)
  }
}
