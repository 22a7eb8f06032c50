import Temps

/// A workbook, whatever file it becomes: the same sheets are written as CSV, ODS or XLSX.
package struct Cahier: Sendable, Hashable {
  package var feuillets: [Feuillet]

  package init(feuillets: [Feuillet]) { self.feuillets = feuillets }
}

/// One table, and what is said above it.
package struct Feuillet: Sendable, Hashable {
  /// As people would say it; `NomsFeuillets` makes of it what spreadsheets accept.
  package var nom: String
  /// What the table is, when it was made, which filters were set: rows above the header, parted from it by a blank one.
  package var preambule: [[Cellule]]
  /// The header; without columns there is none.
  package var colonnes: [String]
  /// May be shorter or longer than the header.
  package var lignes: [[Cellule]]

  package init(nom: String, preambule: [[Cellule]] = [], colonnes: [String], lignes: [[Cellule]]) {
    self.nom = nom
    self.preambule = preambule
    self.colonnes = colonnes
    self.lignes = lignes
  }
}

/// What stands in one cell, with its type: a text is never read as anything else.
package enum Cellule: Sendable, Hashable {
  /// Line breaks are kept, as `\n`; characters no XML file can hold are left out.
  case texte(String)
  /// Beyond fifteen digits it is written as text in ODS and XLSX, where numbers have no more.
  case nombre(Int)
  /// What is not finite leaves the cell empty.
  case decimal(Double)
  /// A date for the spreadsheet, from 1 March 1900 to 31 December 9999; before and after, its ISO text.
  case jour(Jour)
  case vide

  /// A moment, as text in universal time: no spreadsheet keeps a zone beside an hour.
  package static func instant(_ instant: Instant) -> Cellule { .texte(instant.iso) }
}
