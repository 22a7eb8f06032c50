extension Lot {
  func write(to out: inout Ecriture) {
    out.put(signe == .plus ? 0 : 1)
    out.put(count: rangs)
    for codes in [jours, conseillers, lieux] { codes.write(to: &out) }
    for bits in etiquettes + choix.joined() { bits.write(to: &out) }
    for digits in mesures {
      out.put(count: digits.count)
      for bits in digits { bits.write(to: &out) }
    }
  }

  /// Refuses what would make a reader look beyond its columns.
  init(from lecture: inout Lecture, _ schema: Schema, lieux: Int, conseillers: Int) throws {
    signe = try lecture.octet() == 0 ? .plus : .moins
    let rangs = Int(truncatingIfNeeded: try lecture.number())
    guard (1...Int(UInt32.max)).contains(rangs) else { throw ComptageError.damaged }
    self.rangs = rangs
    jours = try Codes(from: &lecture, rows: rangs, below: Cumul.joursMax)
    self.conseillers = try Codes(from: &lecture, rows: rangs, below: conseillers)
    self.lieux = try Codes(from: &lecture, rows: rangs, below: lieux)
    etiquettes = try (0..<schema.etiquettes).map { _ in try Bits(from: &lecture, rows: rangs) }
    choix = try schema.choix.map { values in
      try (1..<values).map { _ in try Bits(from: &lecture, rows: rangs) }
    }
    mesures = try (0..<schema.mesures).map { _ in
      try (0..<lecture.count()).map { _ in try Bits(from: &lecture, rows: rangs) }
    }
    guard mesures.allSatisfy({ $0.count <= Self.digitsMax }) else { throw ComptageError.damaged }
    poids = Poids(mesures.first ?? [], rows: rangs)
  }

  /// The binary digits of `Schema.mesureMax`.
  private static let digitsMax = 21
}

extension Codes {
  fileprivate func write(to out: inout Ecriture) {
    switch self {
    case .plain(let values):
      out.put(0)
      out.put(all: values)
    case .runs(let ends, let codes):
      out.put(1)
      out.put(all: ends)
      out.put(all: codes)
    }
  }

  fileprivate init(from lecture: inout Lecture, rows: Int, below bound: Int) throws {
    self =
      switch try lecture.octet() {
      case 0: .plain(try lecture.all(UInt16.self))
      case 1: .runs(ends: try lecture.all(UInt32.self), codes: try lecture.all(UInt16.self))
      default: throw ComptageError.damaged
      }
    guard fits(rows: rows, below: bound) else { throw ComptageError.damaged }
  }
}

extension Bits {
  fileprivate func write(to out: inout Ecriture) {
    switch self {
    case .none: out.put(0)
    case .all: out.put(1)
    case .words(let words):
      out.put(2)
      out.put(all: words)
    }
  }

  fileprivate init(from lecture: inout Lecture, rows: Int) throws {
    switch try lecture.octet() {
    case 0: self = .none
    case 1: self = .all
    case 2:
      let words = try lecture.all(UInt64.self)
      let beyond = rows % 64 == 0 ? 0 : UInt64.max << UInt64(rows % 64)
      guard words.count == Bits.words(for: rows), (words.last ?? 0) & beyond == 0 else { throw ComptageError.damaged }
      self = .words(words)
    default: throw ComptageError.damaged
    }
  }
}
