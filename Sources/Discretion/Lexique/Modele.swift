/// The file that carries lexicon and weights: named sections, little-endian, read whole at start.
package struct Modele: Sendable {
  package let lexique: Lexique
  /// Fingerprints of phrases that name nobody here: famous people, methods, public bodies, products.
  let publics: Set<UInt32>
  let etiqueteur: Etiqueteur
  let alerte: Classeur
  /// Sources and licences of what the file was made from.
  package let notice: String

  package static let magic: [UInt8] = Array("VADEMOD1".utf8)

  /// Copies what it needs: the bytes, a mapped file, may go afterwards.
  package init(bytes: UnsafeRawBufferPointer) throws {
    let sections = try Sections(bytes)
    lexique = Lexique(cles: try sections.array("mots.cles"), traits: try sections.array("mots.traits"))
    publics = Set(try sections.array("publics") as [UInt32])
    etiqueteur = try Etiqueteur(poids: sections.array("etiquettes.poids"), passages: sections.array("etiquettes.passa"))
    alerte = try Classeur(poids: sections.array("alerte.poids"), reglage: sections.array("alerte.reglage"))
    notice = String(decoding: try sections.bytes("notice"), as: UTF8.self)
  }
}

/// A file cut into named sections, little-endian.
package struct Sections {
  private let bytes: UnsafeRawBufferPointer
  private var places: [String: Range<Int>] = [:]

  private static let nameLength = 16
  private static let entryLength = 32

  init(_ bytes: UnsafeRawBufferPointer) throws {
    self.bytes = bytes
    guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Modele.magic) else { throw ModeleError.notAModel }
    let count = Int(try load(at: 8) as UInt32)
    guard count <= 64 else { throw ModeleError.truncated }
    for i in 0..<count {
      let entry = 12 + i * Self.entryLength
      let offset = try load(at: entry + Self.nameLength) as UInt64
      let length = try load(at: entry + Self.nameLength + 8) as UInt64
      guard offset <= bytes.count, length <= UInt64(bytes.count) - offset else { throw ModeleError.truncated }
      let name = String(decoding: bytes[entry..<(entry + Self.nameLength)].prefix { $0 != 0 }, as: UTF8.self)
      places[name] = Int(offset)..<Int(offset + length)
    }
  }

  func bytes(_ name: String) throws -> UnsafeRawBufferPointer {
    guard let range = places[name] else { throw ModeleError.missing(name) }
    return UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  func array<T: BitwiseCopyable>(_ name: String) throws -> [T] {
    let section = try bytes(name)
    let count = section.count / MemoryLayout<T>.stride
    return [T](unsafeUninitializedCapacity: count) { buffer, initialized in
      let used = UnsafeRawBufferPointer(rebasing: section[..<(count * MemoryLayout<T>.stride)])
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: used)
      initialized = count
    }
  }

  private func load<T: BitwiseCopyable>(at offset: Int) throws -> T {
    guard offset + MemoryLayout<T>.size <= bytes.count else { throw ModeleError.truncated }
    return bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  /// The bytes of a file with these sections, for the program that trains.
  package static func encode(_ sections: [(String, [UInt8])]) -> [UInt8] {
    var out = Modele.magic
    func append<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
    }
    append(UInt32(sections.count))
    var offset = UInt64(12 + sections.count * entryLength)
    for (name, content) in sections {
      let letters = Array(name.utf8.prefix(nameLength))
      out.append(contentsOf: letters + [UInt8](repeating: 0, count: nameLength - letters.count))
      append(offset)
      append(UInt64(content.count))
      offset += UInt64(content.count)
    }
    for (_, content) in sections { out.append(contentsOf: content) }
    return out
  }
}

package enum ModeleError: Error, Equatable {
  case notAModel
  case truncated
  case missing(String)
}
