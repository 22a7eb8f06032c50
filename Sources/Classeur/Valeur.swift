import Temps

/// A cell as ODS and XLSX can hold it: what a spreadsheet would round, refuse or misread has become text or nothing.
enum Valeur {
  /// Clean, never empty.
  case texte(String)
  case nombre(Int)
  /// Finite.
  case decimal(Double)
  case jour(Jour)
  case vide

  /// - Parameter limit: longest text, in UTF-16 units; what is beyond gives way to an ellipsis.
  init(_ cellule: Cellule, limit: Int = .max) {
    switch cellule {
    case .texte(let text):
      let kept = text.cleaned.cut(to: limit)
      self = kept.isEmpty ? .vide : .texte(kept)
    case .nombre(let number):
      self = number.magnitude < 1_000_000_000_000_000 ? .nombre(number) : .texte(String(number))
    case .decimal(let number): self = number.isFinite ? .decimal(number) : .vide
    case .jour(let jour): self = Self.datable.contains(jour.number) ? .jour(jour) : .texte(jour.iso)
    case .vide: self = .vide
    }
  }

  /// From 1900-03-01, because Excel believes in a 29 February 1900, to 9999-12-31.
  private static let datable = -25_508...2_932_896
}

extension Double {
  /// The shortest text that gives this number back, with a point and no useless ".0".
  var written: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
