import Base
import Chartes
import Html
import Personnes
import Temps
import Troupe
import Web

@testable import Mentorat

/// How a coordinator keeps the helplines up to date, and where people read them.
extension Accompagnement {
  func fields(_ lignes: [LigneAide]) -> [(String, String)] {
    lignes.enumerated().flatMap { rang, ligne in
      [
        ("numero", ligne.numero), ("nom_fr", ligne.nom.fr), ("nom_en", ligne.nom.en), ("pour_fr", ligne.pour.fr),
        ("pour_en", ligne.pour.en), ("heures_fr", ligne.heures.fr), ("heures_en", ligne.heures.en),
        ("source", ligne.source), ("verifiee", ligne.verifiee.iso),
      ] + (ligne.vitale ? [("vitale", String(rang))] : [])
    }
  }

  /// The first field of that name, typed otherwise.
  func setting(_ nom: String, to value: String, in fields: [(String, String)]) -> [(String, String)] {
    var fields = fields
    if let rang = fields.firstIndex(where: { $0.0 == nom }) { fields[rang].1 = value }
    return fields
  }

  func keep(_ lignes: [LigneAide], by visitor: Visitor) async throws -> Answer {
    try await keep(fields(lignes), by: visitor)
  }

  func keep(_ form: [(String, String)], by visitor: Visitor) async throws -> Answer {
    try await mentorat.keepLignesAide(visit(by: visitor, form: form, geste: .make(at: Scene.now)))
  }

  func reglage(by visitor: Visitor, at now: Instant = Scene.now) async throws -> String {
    try await mentorat.showReglageDesLignes(visit(by: visitor, at: now)).html()
  }

  func page(of visitor: Visitor?, _ langue: Langue = .fr) async throws -> String {
    try await mentorat.showLignesAide(visit(by: visitor, at: Scene.now, langue)).html(langue)
  }

  /// A programme of another structure, with its coordinator and a mentee.
  func elsewhere() async throws -> (odile: Visitor, nour: Visitor) {
    let dispositif = try await scene.personnes.openDemonstration(
      structure: "Autre", dispositif: "Mentorat d’ailleurs", charte: .mentorat, at: Scene.now)
    func seat(_ role: Role) async throws -> Visitor {
      try await scene.personnes.seat(
        Distribution.figurant(role, 1), in: dispositif, suivieBy: nil, at: Scene.now)
    }
    return (try await seat(.coordinateur), try await seat(.accompagne))
  }
}
