import Foundation

/// Writes a sealed file block by block: memory does not grow with it. Until `finish`, it has no end and opens nowhere.
final class Ecrivain {
  static let bloc = 1 << 16

  let path: String
  private(set) var octets = 0
  private let sortie: Descripteur
  private let scellement: Scellement
  private let bloc: Int
  private var attente: Data
  private var rang: UInt64 = 0

  init(_ path: String, _ entete: Entete, _ bordereau: Bordereau, master: MasterKey) throws {
    self.path = path
    bloc = entete.bloc
    sortie = try .create(path)
    let debut = try entete.written()
    scellement = Scellement(entete, empreinte: debut.suffix(32), master: master)
    attente = try bordereau.written()
    try write(debut)
  }

  func append(_ data: Data) throws {
    attente.append(data)
    var start = attente.startIndex
    // One block at least stays: only `finish` knows which is the last.
    while attente.endIndex - start > bloc {
      try seal(attente[start..<start + bloc], fin: false)
      start += bloc
    }
    attente = Data(attente[start...])
  }

  /// Seals the last block; the file is on disk when this returns.
  func finish() throws {
    try append(Data())
    try seal(attente, fin: true)
    try sortie.sync()
    sortie.close()
  }

  private func seal(_ clear: Data, fin: Bool) throws {
    try write(scellement.seal(clear, rang: rang, fin: fin))
    rang += 1
  }

  private func write(_ data: Data) throws {
    try sortie.write(data)
    octets += data.count
  }
}
