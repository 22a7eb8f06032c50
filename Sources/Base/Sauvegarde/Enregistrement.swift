import Foundation

/// What a file of keys holds, one after the other: the owners whose key was erased, then wrapped keys.
enum Enregistrement: Equatable {
  case cle(String, [UInt8])
  case effacee(String)

  var written: Data {
    switch self {
    case .cle(let proprietaire, let scellee):
      Data([1]) + Self.field(Data(proprietaire.utf8)) + Self.field(Data(scellee))
    case .effacee(let proprietaire): Data([2]) + Self.field(Data(proprietaire.utf8))
    }
  }

  private static func field(_ data: Data) -> Data { UInt32(data.count).bigEndianBytes + data }
}

/// Puts records together again, wherever the blocks were cut.
struct Enregistrements {
  private var reste = Data()

  mutating func take(_ data: Data, _ body: (Enregistrement) throws -> Void) throws {
    reste.append(data)
    var cursor = Cursor(data: reste, index: reste.startIndex)
    var done = cursor.index
    while let next = try cursor.next() {
      try body(next)
      done = cursor.index
    }
    reste = Data(reste[done...])
  }

  /// Whether nothing was left in the middle.
  var isWhole: Bool { reste.isEmpty }
}

private struct Cursor {
  let data: Data
  var index: Data.Index

  /// nil when the rest has not come yet.
  mutating func next() throws -> Enregistrement? {
    guard index < data.endIndex else { return nil }
    let kind = data[index]
    guard kind == 1 || kind == 2 else { throw SauvegardeError.essai(.enregistrement) }
    var cursor = self
    cursor.index += 1
    guard let owner = cursor.field() else { return nil }
    let proprietaire = String(decoding: owner, as: UTF8.self)
    if kind == 2 {
      self = cursor
      return .effacee(proprietaire)
    }
    guard let scellee = cursor.field() else { return nil }
    self = cursor
    return .cle(proprietaire, Array(scellee))
  }

  private mutating func field() -> Data? {
    guard data.endIndex - index >= 4 else { return nil }
    let count = Int(UInt32(bigEndianBytes: data[index..<index + 4]))
    guard data.endIndex - index >= 4 + count else { return nil }
    defer { index += 4 + count }
    return data[index + 4..<index + 4 + count]
  }
}
