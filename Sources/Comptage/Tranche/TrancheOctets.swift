extension Tranche {
  /// "vmcc" and the version of what follows.
  private static let version = Array("vmcc".utf8) + [1]

  /// All that it holds, to be written and read back.
  package var bytes: [UInt8] {
    var out = Ecriture()
    for octet in Self.version { out.put(octet) }
    out.put(count: schema.etiquettes)
    out.put(count: schema.choix.count)
    for values in schema.choix { out.put(count: values) }
    out.put(count: schema.mesures)
    out.put(signed: mois)
    for noms in [lieux, conseillers] {
      out.put(count: noms.count)
      for nom in noms { out.put(text: nom) }
    }
    out.put(count: lots.count)
    for lot in lots { lot.write(to: &out) }
    out.seal(as: UInt64.self)
    return out.octets
  }

  /// - Throws: `ComptageError.damaged` for bytes that are not what was written, one bit changed; `.otherSchema`.
  package init(bytes: [UInt8], schema: Schema) throws {
    var lecture = try Lecture(bytes, sealedAs: UInt64.self)
    for octet in Self.version where try lecture.octet() != octet { throw ComptageError.damaged }
    var written = [try lecture.number()]
    let choix = try lecture.count()
    for _ in 0..<choix { written.append(try lecture.number()) }
    written.append(try lecture.number())
    guard written == ([schema.etiquettes] + schema.choix + [schema.mesures]).map({ UInt64($0) }) else {
      throw ComptageError.otherSchema
    }
    let mois = try lecture.signed()
    guard (-1_000_000...1_000_000).contains(mois) else { throw ComptageError.damaged }
    let noms = try (0..<2).map { _ in try (0..<lecture.count()).map { _ in try lecture.text() } }
    // A name told twice would have two codes.
    guard noms.allSatisfy({ zip($0, $0.dropFirst()).allSatisfy { $0 < $1 } }) else { throw ComptageError.damaged }
    let lots = try (0..<lecture.count()).map { _ in
      try Lot(from: &lecture, schema, lieux: noms[0].count, conseillers: noms[1].count)
    }
    try lecture.finish()
    self.init(schema: schema, mois: mois, lieux: noms[0], conseillers: noms[1], lots: lots)
  }
}
