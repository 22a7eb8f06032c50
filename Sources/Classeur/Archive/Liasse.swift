/// Several files that travel as one: a ZIP file, the same bytes for the same files.
package struct Liasse: Sendable {
  package let fichiers: [(nom: String, octets: [UInt8])]

  package init(_ fichiers: [(nom: String, octets: [UInt8])]) { self.fichiers = fichiers }

  /// - Throws: when memory lacks.
  package func zip() throws -> [UInt8] {
    let archive = try Archive()
    for fichier in fichiers {
      var octets = Octets()
      fichier.octets.withUnsafeBufferPointer { octets.append($0) }
      try archive.add(fichier.nom, octets)
    }
    return try archive.bytes()
  }
}
