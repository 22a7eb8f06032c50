/// Lines laid out as rows of plain numbers, to be sorted and compared.
struct Table {
  let schema: Schema
  let mois: Int
  private(set) var lieux: Noms
  private(set) var conseillers: Noms
  private(set) var signes: [Ligne.Signe] = []
  /// `layout.width` cells for each row.
  private(set) var cells: [UInt32] = []
  let layout: Layout

  /// Which cell says what. Rows sort by their cells, in this order.
  struct Layout {
    let jour = 0
    let conseiller = 1
    let lieu = 2
    let choix = 3
    let etiquettesHigh: Int
    let etiquettesLow: Int
    let mesures: Int
    let width: Int

    init(_ schema: Schema) {
      etiquettesHigh = choix + schema.choix.count
      etiquettesLow = etiquettesHigh + 1
      mesures = etiquettesLow + 1
      width = mesures + schema.mesures
    }
  }

  init(_ tranche: Tranche) {
    schema = tranche.schema
    mois = tranche.mois
    layout = Layout(schema)
    lieux = Noms(tranche.lieux)
    conseillers = Noms(tranche.conseillers)
    for lot in tranche.lots { append(lot) }
  }

  mutating func append(_ ligne: Ligne) throws {
    guard schema.accepts(ligne) else { throw ComptageError.outsideSchema }
    let jour = ligne.jour - Mois.firstDay(of: mois)
    guard jour >= 0, ligne.jour < Mois.firstDay(of: mois + 1) else { throw ComptageError.outsideMonth }
    signes.append(ligne.signe)
    cells.append(UInt32(jour))
    cells.append(conseillers.code(of: ligne.conseiller))
    cells.append(lieux.code(of: ligne.lieu))
    for rang in schema.choix.indices { cells.append(UInt32(ligne.choix(rang))) }
    cells.append(UInt32(ligne.etiquettes >> 32))
    cells.append(UInt32(truncatingIfNeeded: ligne.etiquettes))
    for rang in 0..<schema.mesures { cells.append(UInt32(ligne.mesure(rang))) }
  }

  private mutating func append(_ lot: Lot) {
    let start = cells.count
    let width = layout.width
    cells.append(contentsOf: repeatElement(0, count: lot.rangs * width))
    signes.append(contentsOf: repeatElement(lot.signe, count: lot.rangs))
    let layout = layout
    cells.withUnsafeMutableBufferPointer { cells in
      let rows = UnsafeMutableBufferPointer(rebasing: cells[start...])
      lot.jours.forEachRow { rows[$0 * width + layout.jour] = UInt32($1) }
      lot.conseillers.forEachRow { rows[$0 * width + layout.conseiller] = UInt32($1) }
      lot.lieux.forEachRow { rows[$0 * width + layout.lieu] = UInt32($1) }
      for (rang, columns) in lot.choix.enumerated() {
        for (valeur, bits) in columns.enumerated() {
          bits.forEachRow(lot.rangs) { rows[$0 * width + layout.choix + rang] = UInt32(valeur + 1) }
        }
      }
      for (rang, bits) in lot.etiquettes.enumerated() {
        let cell = rang < 32 ? layout.etiquettesLow : layout.etiquettesHigh
        bits.forEachRow(lot.rangs) { rows[$0 * width + cell] |= 1 << UInt32(rang % 32) }
      }
      for (rang, digits) in lot.mesures.enumerated() {
        for (digit, bits) in digits.enumerated() {
          bits.forEachRow(lot.rangs) { rows[$0 * width + layout.mesures + rang] |= 1 << UInt32(digit) }
        }
      }
    }
  }

  var lignes: [Ligne] {
    let first = Mois.firstDay(of: mois)
    return signes.indices.map { row in
      let cell = { cells[row * layout.width + $0] }
      return Ligne(
        signe: signes[row], jour: first + Int(cell(layout.jour)), lieu: lieux.liste[Int(cell(layout.lieu))],
        conseiller: conseillers.liste[Int(cell(layout.conseiller))],
        etiquettes: UInt64(cell(layout.etiquettesHigh)) << 32 | UInt64(cell(layout.etiquettesLow)),
        choix: schema.choix.indices.map { UInt8(cell(layout.choix + $0)) },
        mesures: (0..<schema.mesures).map { Int(cell(layout.mesures + $0)) })
    }
  }

  /// Gives names the codes of their alphabetical order, so that the order of arrival leaves no mark.
  mutating func sortNames() {
    let (lieux, conseillers) = (lieux.sort(), conseillers.sort())
    let layout = layout
    cells.withUnsafeMutableBufferPointer { cells in
      for row in stride(from: 0, to: cells.count, by: layout.width) {
        cells[row + layout.lieu] = lieux[Int(cells[row + layout.lieu])]
        cells[row + layout.conseiller] = conseillers[Int(cells[row + layout.conseiller])]
      }
    }
  }
}

/// Names and their codes.
struct Noms {
  private(set) var liste: [String]
  private var codes: [String: UInt32]

  init(_ liste: [String]) {
    self.liste = liste
    codes = Dictionary(uniqueKeysWithValues: zip(liste, UInt32(0)...))
  }

  mutating func code(of nom: String) -> UInt32 {
    if let code = codes[nom] { return code }
    let code = UInt32(liste.count)
    codes[nom] = code
    liste.append(nom)
    return code
  }

  /// The new code of each old one.
  mutating func sort() -> [UInt32] {
    let old = liste
    self = Noms(old.sorted())
    return old.map { code(of: $0) }
  }
}
