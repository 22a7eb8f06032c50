import Base
import Foundation
import Html
import Temps

extension Dossier {
  /// The same as data: instants in universal time, codes beside no words.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let donnees = Donnees(
        donne: donne.iso,
        rubriques: Dictionary(
          uniqueKeysWithValues: rubriques.map { rubrique in
            (
              rubrique.cle,
              rubrique.fiches.map { fiche in
                Dictionary(uniqueKeysWithValues: fiche.map { ($0.cle, Donnees.Valeur(valeur: $0.valeur)) })
              }
            )
          }))
      return String(decoding: try encoder.encode(donnees), as: UTF8.self) + "\n"
    }
  }
}

private struct Donnees: Encodable {
  struct Valeur: Encodable {
    let valeur: Rubrique.Valeur

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch valeur {
      case .texte(let texte): try container.encode(texte)
      case .mot(let phrase, let code): try container.encode(code.isEmpty ? phrase.fr : code)
      case .instant(let instant): try container.encode(instant.iso)
      case .jour(let jour): try container.encode(jour)
      case .nombre(let nombre): try container.encode(nombre)
      case .ouiNon(let vrai): try container.encode(vrai)
      case .rien: try container.encodeNil()
      }
    }
  }

  let format = "vademecum-suivi-1"
  let donne: String
  let rubriques: [String: [[String: Valeur]]]
}
