import Foundation

/// Reads a sealed file block by block. Nothing is given that was not proven.
struct Lecteur {
  let path: String
  let entete: Entete
  private let scellement: Scellement

  /// Reads the header only.
  /// - Throws: `.inconnu`, `.formatRecent`, `.autreCle`.
  init(_ path: String, master: MasterKey) throws {
    self.path = path
    let (entete, empreinte, _) = try Entete.read(.read(path))
    guard entete.isSealed(with: master) else { throw SauvegardeError.autreCle(path: path) }
    self.entete = entete
    scellement = Scellement(entete, empreinte: empreinte, master: master)
  }

  /// The bordereau, then what comes after it, piece by piece, to the end of the file.
  /// - Throws: `.abime`, `.coupe`, and what the closures throw.
  @discardableResult
  func read(_ contenu: (Data) throws -> Void) throws -> Bordereau {
    var entame = Entame()
    try forEachBlock { clear in
      if let suite = try entame.take(clear, path) { try contenu(suite) }
      return true
    }
    return try entame.complete(path)
  }

  /// The bordereau alone, without going to the end.
  func bordereau() throws -> Bordereau {
    var entame = Entame()
    try forEachBlock { clear in
      _ = try entame.take(clear, path)
      return entame.bordereau == nil
    }
    return try entame.complete(path)
  }

  /// Whether the file goes to its end: its last block only is opened.
  var isComplete: Bool {
    get throws {
      let file = try Descripteur.read(path)
      let start = try Entete.read(file).count
      let (whole, length) = (entete.bloc + Scellement.tag, try file.size() - start)
      guard length > 0 else { return false }
      let rang = (length - 1) / whole
      try file.seek(to: start + rang * whole)
      return scellement.open(try file.read(whole), rang: UInt64(rang), fin: true) != nil
    }
  }

  /// Goes on while `body` answers true.
  private func forEachBlock(_ body: (Data) throws -> Bool) throws {
    let file = try Descripteur.read(path)
    _ = try Entete.read(file)
    var rang: UInt64 = 0
    var sealed = try file.read(entete.bloc + Scellement.tag)
    while true {
      let next = try file.read(entete.bloc + Scellement.tag)
      let clear = try open(sealed, rang, fin: next.isEmpty)
      guard try body(clear), !next.isEmpty else { return }
      sealed = next
      rang += 1
    }
  }

  private func open(_ sealed: Data, _ rang: UInt64, fin: Bool) throws -> Data {
    if let clear = scellement.open(sealed, rang: rang, fin: fin) { return clear }
    let isCut = fin && (sealed.isEmpty || scellement.open(sealed, rang: rang, fin: false) != nil)
    throw isCut ? SauvegardeError.coupe(path: path) : .abime(path: path, bloc: rang)
  }
}

/// The beginning of a content, until its bordereau is known.
private struct Entame {
  private(set) var bordereau: Bordereau?
  private var recu = Data()

  /// What follows the bordereau, once it is whole.
  mutating func take(_ clear: Data, _ path: String) throws -> Data? {
    if bordereau != nil { return clear }
    recu.append(clear)
    guard recu.count >= 4 else { return nil }
    let count = Int(UInt32(bigEndianBytes: recu.prefix(4)))
    guard recu.count >= 4 + count else { return nil }
    bordereau = try JSONDecoder().decode(Bordereau.self, from: recu.dropFirst(4).prefix(count))
    defer { recu = Data() }
    return Data(recu.dropFirst(4 + count))
  }

  func complete(_ path: String) throws -> Bordereau {
    guard let bordereau else { throw SauvegardeError.coupe(path: path) }
    return bordereau
  }
}
