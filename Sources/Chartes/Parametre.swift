import Html

/// A value of a charter that a programme may set, within bounds: shown in the text, applied by the judgement.
package struct Parametre: Sendable, Hashable {
  /// What the value counts.
  package enum Unite: String, Sendable {
    case minutes, heures, jours, mois, caracteres, nombre
    /// A whole hour of the day, 0…24, on the clock of whoever is waited for.
    case horloge
  }

  /// The article's key, a dot, its own name: "tenir-ses-rendez-vous.preavis". Stored; never renamed.
  package let cle: String
  /// With its determiner, in the singular, so that it can begin a sentence: "Le délai pour prévenir".
  package let libelle: Phrase
  package let unite: Unite
  package let defaut: Int
  package let bornes: ClosedRange<Int>
  /// Values are multiples of this.
  package let pas: Int

  init(
    _ cle: String, _ libelle: Phrase, _ unite: Unite, defaut: Int, bornes: ClosedRange<Int>, pas: Int = 1
  ) {
    self.cle = cle
    self.libelle = libelle
    self.unite = unite
    self.defaut = defaut
    self.bornes = bornes
    self.pas = pas
  }

  /// Whether a programme may choose this value.
  package func admits(_ value: Int) -> Bool { bornes.contains(value) && value.isMultiple(of: pas) }

  /// The value with its unit, in both languages: "24 heures", "1 jour", "3".
  package func inWords(_ value: Int) -> Phrase {
    switch unite {
    case .minutes: .count(value, Phrase("minute", "minute"), Phrase("minutes", "minutes"))
    case .heures: .count(value, Phrase("heure", "hour"), Phrase("heures", "hours"))
    case .jours: .count(value, Phrase("jour", "day"), Phrase("jours", "days"))
    case .mois: .count(value, Phrase("mois", "month"), Phrase("mois", "months"))
    case .caracteres: .count(value, Phrase("caractère", "character"), Phrase("caractères", "characters"))
    case .nombre: Phrase("\(value)", "\(value)")
    case .horloge: Phrase("\(value)\u{a0}h", "\(value):00")
    }
  }
}

extension Phrase {
  /// `Langue.count` in every language at once: "3 questions".
  static func count(_ number: Int, _ one: Phrase, _ many: Phrase) -> Phrase {
    Phrase(fr: Langue.fr.count(number, one, many), en: Langue.en.count(number, one, many))
  }
}
