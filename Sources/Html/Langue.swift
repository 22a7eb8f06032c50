/// The language a person reads. French first, English complete.
package enum Langue: String, Sendable, CaseIterable, Codable {
  case fr, en

  /// Both wordings side by side, where they are read: `t("Bonjour", "Hello")`.
  package func callAsFunction(_ fr: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    self == .fr ? fr() : en()
  }

  package func callAsFunction(_ phrase: Phrase) -> String { self == .fr ? phrase.fr : phrase.en }
}

/// A sentence in every language we speak: none can be forgotten.
package struct Phrase: Sendable, Hashable, Codable {
  package let fr: String
  package let en: String

  package init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  package init(_ fr: String, _ en: String) { self.init(fr: fr, en: en) }
}

extension Langue {
  /// "1 question", "3 questions": the noun agrees with its number. French keeps the singular below two.
  package func count(_ number: Int, _ one: Phrase, _ many: Phrase) -> String {
    let singular = self == .fr ? abs(number) < 2 : abs(number) == 1
    return "\(number)\u{a0}\(self(singular ? one : many))"
  }

  /// "1 234 567", "1,234,567": three digits at a time. The French blank is narrow, and never breaks the line.
  package func nombre(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = number < 0 ? "-" : ""
    for (rank, digit) in digits.enumerated() {
      if rank > 0, (digits.count - rank).isMultiple(of: 3) { grouped += self("\u{202f}", ",") }
      grouped.append(digit)
    }
    return grouped
  }
}
