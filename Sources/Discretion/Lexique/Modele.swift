import Foundation

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

  /// - Parameter read: bytes of the file, from an offset; fewer than asked when it ends. Each section is asked for once,
  ///   so that the file is never held whole beside what is made of it.
  package init(read: (_ offset: Int, _ count: Int) throws -> Data) throws {
    let sections = try Sections(read)
    func section(_ name: String) throws -> Data {
      guard let place = sections.places[name] else { throw ModeleError.missing(name) }
      let bytes = try read(place.lowerBound, place.count)
      guard bytes.count == place.count else { throw ModeleError.truncated }
      return bytes
    }
    func array<T: BitwiseCopyable>(_ name: String) throws -> [T] { Sections.array(try section(name)) }
    lexique = Lexique(cles: try array("mots.cles"), traits: try array("mots.traits"))
    publics = Set(try array("publics") as [UInt32])
    etiqueteur = try Etiqueteur(poids: array("etiquettes.poids"), passages: array("etiquettes.passa"))
    alerte = try Classeur(poids: array("alerte.poids"), reglage: array("alerte.reglage"))
    notice = String(decoding: try section("notice"), as: UTF8.self)
  }

  /// The same, from bytes already in memory.
  package init(bytes: Data) throws {
    try self.init { offset, count in
      bytes.dropFirst(min(offset, bytes.count)).prefix(count)
    }
  }
}

/// A file cut into named sections, little-endian.
package struct Sections {
  fileprivate private(set) var places: [String: Range<Int>] = [:]

  private static let nameLength = 16
  private static let entryLength = 32
  private static let headLength = 12

  fileprivate init(_ read: (_ offset: Int, _ count: Int) throws -> Data) throws {
    let head = try read(0, Self.headLength)
    guard head.count == Self.headLength, head.prefix(8).elementsEqual(Modele.magic) else { throw ModeleError.notAModel }
    let count = Int(Self.load(head, at: 8) as UInt32)
    guard count <= 64 else { throw ModeleError.truncated }
    let table = try read(Self.headLength, count * Self.entryLength)
    guard table.count == count * Self.entryLength else { throw ModeleError.truncated }
    for i in 0..<count {
      let entry = i * Self.entryLength
      let offset = Self.load(table, at: entry + Self.nameLength) as UInt64
      let length = Self.load(table, at: entry + Self.nameLength + 8) as UInt64
      guard offset < 1 << 40, length < 1 << 40 else { throw ModeleError.truncated }
      let name = table.dropFirst(entry).prefix(Self.nameLength).prefix { $0 != 0 }
      places[String(decoding: name, as: UTF8.self)] = Int(offset)..<Int(offset + length)
    }
  }

  fileprivate static func array<T: BitwiseCopyable>(_ bytes: Data) -> [T] {
    let count = bytes.count / MemoryLayout<T>.stride
    return [T](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.prefix(count * MemoryLayout<T>.stride).withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0)
      }
      initialized = count
    }
  }

  /// The caller has checked that the bytes are there.
  private static func load<T: BitwiseCopyable>(_ bytes: Data, at offset: Int) -> T {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: T.self) }
  }

  /// The bytes of a file with these sections, for the program that trains.
  package static func encode(_ sections: [(String, [UInt8])]) -> [UInt8] {
    var out = Modele.magic
    func append<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
    }
    append(UInt32(sections.count))
    var offset = UInt64(headLength + sections.count * entryLength)
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
