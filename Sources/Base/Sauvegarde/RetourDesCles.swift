import Foundation

/// The keys of a backup, put back in their base: all but those that were erased since.
struct RetourDesCles: Sendable {
  let cles: String
  let master: MasterKey

  private typealias Paire = (proprietaire: String, scellee: [UInt8])
  private static let page = 500

  /// Keys that are there already may stay, with what they know of erased owners, when they are of the same house.
  /// - Throws: `.autresCles`.
  func requireSameHouse(_ keys: Database, _ emplacement: Emplacement) throws {
    guard try keys.readNow({ try $0.has(table: "cle") }) else { return }
    let others = SauvegardeError.autresCles(path: try emplacement.nameOfKeys)
    let first = try keys.readNow { tx in
      try tx.first("SELECT proprietaire, scellee FROM cle") { (try $0[0] as String, try $0[1] as [UInt8]) }
    }
    guard let first else { return }
    guard (try? Vault.unwrap(Sealed(bytes: first.1), of: first.0, with: master.symmetric)) != nil else { throw others }
    try forEachPage { page in
      let found = try keys.readNow { tx in
        try tx.all("SELECT proprietaire, scellee FROM cle WHERE proprietaire IN \(list: page.map(\.proprietaire))") {
          (try $0[0] as String, try $0[1] as [UInt8])
        }
      }
      let here = Dictionary(uniqueKeysWithValues: found)
      guard page.allSatisfy({ here[$0.proprietaire, default: $0.scellee] == $0.scellee }) else { throw others }
    }
  }

  /// Erased owners are written first: whatever is cut afterwards, none of them comes back.
  func giveBack(to keys: Database, without effaces: Set<String>) throws {
    let owners = effaces.sorted()
    for start in stride(from: 0, to: owners.count, by: Self.page) {
      let page = owners[start..<min(start + Self.page, owners.count)]
      try keys.writeNow { tx in
        for owner in page {
          try tx.execute("DELETE FROM cle WHERE proprietaire = \(owner)")
          try tx.execute("INSERT INTO cle_effacee (proprietaire) VALUES (\(owner)) ON CONFLICT DO NOTHING")
        }
      }
    }
    try forEachPage { page in
      let kept = page.filter { !effaces.contains($0.proprietaire) }
      try keys.writeNow { tx in
        for (owner, wrapped) in kept {
          try tx.execute(
            "INSERT INTO cle (proprietaire, scellee) VALUES (\(owner), \(wrapped)) ON CONFLICT DO NOTHING")
        }
      }
    }
  }

  private func forEachPage(_ body: ([Paire]) throws -> Void) throws {
    var page: [Paire] = []
    try Lecteur(cles, master: master).requireSoundKeys(master) { record in
      guard case .cle(let owner, let wrapped) = record else { return }
      page.append((owner, wrapped))
      guard page.count == Self.page else { return }
      try body(page)
      page.removeAll(keepingCapacity: true)
    }
    if !page.isEmpty { try body(page) }
  }
}

extension Emplacement {
  /// How the keys are named to whoever runs the server: without a password.
  fileprivate var nameOfKeys: String {
    get throws {
      switch self {
      case .fichiers(_, let cles): cles
      case .serveur(_, let cles): try Conninfo.base(cles) ?? "PostgreSQL"
      }
    }
  }
}
