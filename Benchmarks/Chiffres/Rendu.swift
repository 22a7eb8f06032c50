import Base
import Conseil
import Temps
import Web

/// A report as a row holds it: codes from 1, 0 for what was not said; places and advisers by rank.
struct Rendu: Sendable {
  var jour: Int
  var conseiller: Int
  var lieu: Int?
  var usager: Int?
  var type = 1
  var canal = 1
  var minutes = 30
  var attente: Int?
  var themes: UInt64 = 1
  var demarches: UInt64 = 0
  var materiel: UInt64 = 0
  var facon = 0
  var autonomie = 0
  var redirection = 0
  var issue = 0
  var niveau = 0
  var participants = 1
  var deja = 0
  var genres: [Int]
  var ages: [Int]
  var statuts: [Int]
}

extension Rendu {
  /// As somebody types it: what the form does not ask for is left out.
  /// - Parameter revision: of the report that it corrects.
  func form(_ terrain: Terrain, revision: Int? = nil) -> FormData {
    var pairs = [
      ("jour", Jour(number: jour).iso), ("type", Self.said(TypeDeCompteRendu.self, type)),
      ("minutes", String(minutes)), ("canal", Self.said(Canal.self, canal)),
      ("lieu", lieu.map { terrain.lieux[$0] } ?? ""), ("facon", Self.said(Facon.self, facon)),
      ("autonomie", Self.said(Autonomie.self, autonomie)), ("redirection", Self.said(Redirection.self, redirection)),
      ("niveau", Self.said(Niveau.self, niveau)),
    ]
    if let revision { pairs.append(("revision", String(revision))) }
    pairs += Self.said(Thematique.self, bits: themes).map { ("theme", $0) }
    pairs += Self.said(Demarche.self, bits: demarches).map { ("demarche", $0) }
    pairs += Self.said(Materiel.self, bits: materiel).map { ("materiel", $0) }
    if type == 1 {
      pairs += [
        ("genre", Self.said(Genre.self, (genres.firstIndex(of: 1) ?? 0) + 1)),
        ("age", Self.said(TrancheAge.self, (ages.firstIndex(of: 1) ?? 0) + 1)),
        ("statut", Self.said(StatutSocial.self, (statuts.firstIndex(of: 1) ?? 0) + 1)),
        ("deja", deja > 0 ? "oui" : ""),
      ]
    } else {
      pairs += [("participants", String(participants)), ("deja", String(deja))]
      pairs += Self.axis("genre", Genre.self, genres) + Self.axis("age", TrancheAge.self, ages)
      pairs += Self.axis("statut", StatutSocial.self, statuts)
    }
    return FormData(pairs: pairs)
  }

  private static func said<Liste: Nomenclature>(_: Liste.Type, _ code: Int) -> String {
    code == 0 ? "" : Array(Liste.allCases)[code - 1].rawValue
  }

  private static func said<Liste: Nomenclature>(_: Liste.Type, bits: UInt64) -> [String] {
    Liste.allCases.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element.rawValue)
  }

  /// All but the last value, which is what remains.
  private static func axis<Liste: Nomenclature>(
    _ nom: String, _: Liste.Type, _ counts: [Int]
  ) -> [(String, String)] {
    zip(Liste.allCases, counts).dropLast().map { ("\(nom)-\($0.0.rawValue)", String($0.1)) }
  }
}
