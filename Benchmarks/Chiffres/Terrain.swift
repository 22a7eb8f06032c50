import Banc
import Base
import Chartes
import Conseil
import Discretion
import Foundation
import Html
import Personnes
import Temps
import Web

/// A large network: one programme, its places, its advisers, who coordinates them, and the people they follow.
struct Terrain: Sendable {
  static let lieuxMax = 200
  static let conseillersMax = 300
  /// The programme opens before the first report, and all is looked at on the evening of the last day.
  static let ouverture = Instant(milliseconds: 1_700_000_000_000)
  static let premierMois = 2024 * 12
  static let mois = 36
  static let dernierJour = Jour(year: 2026, month: 12, day: 31) ?? Jour(number: 0)
  static let now = instant(dernierJour, heure: 19)

  let database: Database
  let dispositif: DispositifID
  let coordination: Visitor
  let conseillers: [Visitor]
  /// Theirs, as rows and lines say them.
  let noms: [String]
  let lieux: [String]
  let house: House
  private let live = LiveStream()
  private let relecteur: Relecteur

  /// Opens the base, and makes the programme when it is not there yet.
  init(_ chantier: Chantier) async throws {
    database = chantier.database
    house = chantier.house
    relecteur = Relecteur(modele: try Modele(bytes: Data(contentsOf: URL(filePath: "Models/discretion.model"))))
    if let known = try await Self.dispositif(in: database) {
      dispositif = known
    } else {
      dispositif = try await Self.open(house, relecteur)
    }
    (coordination, conseillers) = try await Self.people(of: dispositif, in: database)
    noms = conseillers.map(\.personne.text)
    lieux = try await database.read { tx in try tx.all("SELECT id FROM lieu ORDER BY nom, id") { row in try row[0] } }
  }

  /// The room as a server that just started has it: no column is decoded yet.
  func room() -> ConseilRoom {
    ConseilRoom(house: house, live: live, origin: "https://accompagner.example", relecteur: relecteur)
  }

  static func instant(_ jour: Jour, heure: Int) -> Instant {
    Instant(milliseconds: Int64(jour.number) * 86_400_000 + Int64(heure - 1) * 3_600_000)
  }
}

// MARK: Once

extension Terrain {
  private static func open(_ house: House, _ relecteur: Relecteur) async throws -> DispositifID {
    let live = LiveStream()
    let origin = "https://accompagner.example"
    let personnes = PersonnesRoom(house: house, live: live, origin: origin, ouverture: nil) { _ in "/chiffres" }
    let conseil = ConseilRoom(house: house, live: live, origin: origin, relecteur: relecteur)
    let id = try await personnes.openDemonstration(
      structure: "Réseau mesuré", dispositif: "Conseil mesuré", charte: .conseil, at: ouverture)
    let odile = try await personnes.seat(
      Figurant("Odile", "Mesure", .coordinateur), in: id, suivieBy: nil, at: ouverture)
    for rang in 0..<conseillersMax {
      _ = try await personnes.seat(
        Figurant("Figurant\(rang)", "Mesure", .conseillerNumerique), in: id, suivieBy: nil, at: ouverture)
    }
    for rang in 0..<lieuxMax {
      _ = try await conseil.addLieu(
        "Lieu \(rang)", "1 rue des Mesures", "61400", "Commune \(rang % 90)",
        heures: (1...5).map { (jour: $0, de: 540, a: 1020) }, by: odile, at: ouverture)
    }
    return id
  }

  private static func dispositif(in database: Database) async throws -> DispositifID? {
    try await database.read { tx in try tx.first("SELECT id FROM dispositif") { row in try row[0] } }
  }

  private static func people(
    of dispositif: DispositifID, in database: Database
  ) async throws -> (coordination: Visitor, conseillers: [Visitor]) {
    let rows = try await database.read { tx in
      try tx.all("SELECT personne, role FROM appartenance WHERE dispositif = \(dispositif) ORDER BY personne") { row in
        (personne: try row[0] as PersonneID, role: Role(rawValue: try row[1]))
      }
    }
    let visitors = rows.compactMap { row in
      row.role.map { role in
        Visitor(
          personne: row.personne, connexion: .make(at: now), prenom: "", langue: .fr, fuseau: .paris,
          appartenances: [Appartenance(dispositif: dispositif, role: role)], preuve: .demonstration(at: now))
      }
    }
    guard let coordination = visitors.first(where: { $0.has(.coordinateur) }) else { throw Absent() }
    return (coordination, visitors.filter { $0.has(.conseillerNumerique) })
  }
}
