import Base
import Classeur
import Foundation
import Html
import Personnes
import Temps

/// What a copy says, before it is a file: readable by its owner, and by a program.
struct Dossier: Sendable {
  let personne: Personne
  let rubriques: [Rubrique]
  let traitements: [Traitement]
  let lectures: [Lecture]
  let langue: Langue
  let now: Instant

  func zip() throws -> [UInt8] {
    try Liasse([("mes-donnees.html", html), ("mes-donnees.json", try json)]).zip()
  }
}

extension ViePriveeRoom {
  func dossier(of personne: PersonneID, _ langue: Langue, at now: Instant) async throws -> Dossier {
    try await house.database.read { [self] tx in
      let tenu = try tenu(of: personne, at: now, in: tx)
      return Dossier(
        personne: try personnes.store.personne(personne, for: .person(personne), in: tx),
        rubriques: tenu.flatMap(\.rubriques), traitements: tenu.flatMap(\.donnees.traitements),
        lectures: try lectures(of: personne, langue, in: tx),
        langue: langue, now: now)
    }
  }
}

// MARK: For a program

extension Dossier {
  /// Instants in universal time, words of ours as their codes.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return Array(try encoder.encode(donnees)) + [UInt8(ascii: "\n")]
    }
  }

  private struct Donnees: Encodable {
    let format = "vademecum-donnees-1"
    let prepare: String
    let donnees: [String: [[String: Scalaire]]]
    let registre: [[String: String]]
    let lectures: [[String: String]]
  }

  private enum Scalaire: Encodable {
    case texte(String), nombre(Int), ouiNon(Bool), rien

    init(_ valeur: Rubrique.Valeur) {
      switch valeur {
      case .texte(let texte): self = .texte(texte)
      case .mot(_, let code): self = .texte(code)
      case .instant(let instant): self = .texte(instant.iso)
      case .jour(let jour): self = .texte(jour)
      case .nombre(let nombre): self = .nombre(nombre)
      case .ouiNon(let vrai): self = .ouiNon(vrai)
      case .rien: self = .rien
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .texte(let texte): try container.encode(texte)
      case .nombre(let nombre): try container.encode(nombre)
      case .ouiNon(let vrai): try container.encode(vrai)
      case .rien: try container.encodeNil()
      }
    }
  }

  private var donnees: Donnees {
    Donnees(
      prepare: now.iso,
      donnees: Dictionary(
        rubriques.map { rubrique in
          (
            rubrique.cle,
            rubrique.fiches.map { fiche in
              Dictionary(fiche.map { ($0.cle, Scalaire($0.valeur)) }, uniquingKeysWith: { _, last in last })
            }
          )
        }, uniquingKeysWith: +),
      registre: traitements.map {
        [
          "cle": $0.cle, "finalite": langue($0.finalite), "fondement": $0.fondement.rawValue,
          "donnees": langue($0.donnees), "destinataires": langue($0.destinataires), "duree": langue($0.duree),
        ]
      },
      lectures: lectures.map { ["le": $0.le.iso, "qui": $0.qui, "quoi": langue($0.quoi)] })
  }
}
