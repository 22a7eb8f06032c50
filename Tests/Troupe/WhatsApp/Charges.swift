import Foundation
import WhatsApp

/// Bodies seen in the wild, as `whatsapp-payloads/SOURCES.md` describes them; none where `VADEMECUM_DATA` is not set.
package struct Charge: Sendable, CustomStringConvertible {
  /// "in_text".
  package let nom: String
  package let octets: [UInt8]

  package var description: String { nom }

  package var json: Json {
    get throws { try Json(octets) }
  }

  package static let toutes: [Charge] = {
    guard let data = ProcessInfo.processInfo.environment["VADEMECUM_DATA"] else { return [] }
    let folder = URL(filePath: data).appending(path: "whatsapp-payloads")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.compactMap { file in
      guard let bytes = try? Data(contentsOf: file) else { return nil }
      return Charge(nom: file.deletingPathExtension().lastPathComponent, octets: Array(bytes))
    }
  }()

  /// What Meta posts: neither what is sent to it, nor what it answers, nor a signature apart.
  package static let recues = toutes.filter { charge in
    !["out_", "resp_"].contains(where: charge.nom.hasPrefix) && !charge.nom.hasSuffix("_vector")
  }

  package static func named(_ nom: String) -> Charge? { toutes.first { $0.nom == nom } }
}

/// Changes as Meta batches them: each keeps its account and its moment, whatever else stands in the same body.
package struct Lot: Sendable {
  private let unites: [(entry: [String: Json], change: Json)]

  package init(_ bodies: [Json]) {
    unites = bodies.flatMap { body in
      body["entry"].elements.flatMap { entry -> [(entry: [String: Json], change: Json)] in
        guard case .objet(let champs) = entry else { return [] }
        return entry["changes"].elements.map { (champs, $0) }
      }
    }
  }

  package var count: Int { unites.count }

  /// One body with all of them, in this order.
  package var ensemble: [UInt8] { Self.body(unites) }

  /// Bodies of one to `most` changes, each change told `times` times, in any order.
  package func dealt(most: Int, times: Int = 1, with hasard: inout some RandomNumberGenerator) -> [[UInt8]] {
    var left = (0..<times).flatMap { _ in unites }.shuffled(using: &hasard)
    var bodies: [[UInt8]] = []
    while !left.isEmpty {
      let count = min(left.count, Int.random(in: 1...most, using: &hasard))
      bodies.append(Self.body(Array(left.prefix(count))))
      left.removeFirst(count)
    }
    return bodies
  }

  private static func body(_ unites: [(entry: [String: Json], change: Json)]) -> [UInt8] {
    let entries = unites.map { unite in
      Json.objet(unite.entry.merging(["changes": [unite.change]]) { _, changes in changes })
    }
    return Json.objet(["object": "whatsapp_business_account", "entry": .liste(entries)]).octets
  }
}

extension Json {
  /// The same body with each of its messages and statuses bearing a name of its own, which begins so: shapes from
  /// several hands share the names of their examples.
  package func renamed(_ prefix: String) -> Json {
    switch self {
    case .objet(let champs):
      .objet(
        champs.reduce(into: [:]) { renamed, champ in
          if ["messages", "statuses", "message_echoes"].contains(champ.key), case .liste(let elements) = champ.value {
            renamed[champ.key] = .liste(elements.map { $0.renaming("\(prefix)-\($0.fingerprint)") })
          } else {
            renamed[champ.key] = champ.value.renamed(prefix)
          }
        })
    case .liste(let elements): .liste(elements.map { $0.renamed(prefix) })
    case .rien, .vrai, .nombre, .texte: self
    }
  }

  private func renaming(_ nom: String) -> Json {
    guard case .objet(var champs) = self, champs["id"] != nil else { return self }
    champs["id"] = .texte(nom)
    return .objet(champs)
  }

  /// Enough to tell two elements of one list apart (FNV-1a, 64 bits).
  private var fingerprint: UInt64 {
    octets.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
