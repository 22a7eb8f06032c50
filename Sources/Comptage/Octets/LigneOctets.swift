extension Ligne {
  private static let version: UInt8 = 1

  /// The same bytes for equal lines, in all versions to come; some forty beside the names.
  package func encode() -> [UInt8] {
    var out = Ecriture()
    out.put(Self.version << 1 | (signe == .plus ? 0 : 1))
    out.put(signed: jour)
    out.put(text: lieu)
    out.put(text: conseiller)
    out.put(number: etiquettes)
    out.put(count: choix.count)
    for valeur in choix { out.put(valeur) }
    out.put(count: mesures.count)
    for mesure in mesures { out.put(signed: mesure) }
    out.seal(as: UInt32.self)
    return out.octets
  }

  /// - Throws: `ComptageError.damaged` for bytes that `encode` did not write.
  package init(bytes: [UInt8]) throws {
    var lecture = try Lecture(bytes, sealedAs: UInt32.self)
    let first = try lecture.octet()
    guard first >> 1 == Self.version else { throw ComptageError.damaged }
    let jour = try lecture.signed()
    let lieu = try lecture.text()
    let conseiller = try lecture.text()
    let etiquettes = try lecture.number()
    let choix = try (0..<lecture.count()).map { _ in try lecture.octet() }
    let mesures = try (0..<lecture.count()).map { _ in try lecture.signed() }
    try lecture.finish()
    self.init(
      signe: first & 1 == 0 ? .plus : .moins, jour: jour, lieu: lieu, conseiller: conseiller, etiquettes: etiquettes,
      choix: choix, mesures: mesures)
  }
}
