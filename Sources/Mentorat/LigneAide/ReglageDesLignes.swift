import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

/// The helplines of a programme as they were typed, a block each; an empty number takes a line away.
struct LignesSaisies: Sendable, Equatable {
  static let auPlus = 20
  private static let champs = [
    "numero", "nom_fr", "nom_en", "pour_fr", "pour_en", "heures_fr", "heures_en", "source", "verifiee",
  ]
  let lignes: [LigneAide]

  init(_ form: FormData, today: Jour) throws {
    let columns = Self.champs.map { form.all($0) }
    guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }), count <= Self.auPlus else {
      throw Absent()
    }
    let vitales = Set(form.all("vitale"))
    var saisie = Saisie()
    lignes = (0..<count).compactMap { rang in
      let values = columns.map { $0[rang].trimmingCharacters(in: .whitespacesAndNewlines) }
      if values[0].isEmpty { return nil }
      guard let ligne = Self.ligne(values, vitale: vitales.contains(String(rang)), today: today) else {
        saisie.note(
          "numero-\(rang)",
          Phrase(
            "Remplissez chaque case de cette ligne, dans les deux langues, avec un numéro et un jour de vérification.",
            "Fill in every box of this line, in both languages, with a number and the day it was checked."))
        return nil
      }
      return ligne
    }
    saisie.note(
      "lignes", unless: lignes.contains(where: \.vitale) || !saisie.isEmpty,
      Phrase(
        "Gardez au moins une ligne pour le danger immédiat.", "Keep at least one line for immediate danger."))
    try saisie.throwIfAny()
  }

  private static func ligne(_ values: [String], vitale: Bool, today: Jour) -> LigneAide? {
    guard values.dropLast().allSatisfy({ !$0.isEmpty && $0.count <= 300 }), let verifiee = Jour(values[8]),
      verifiee <= today, values[0].contains(where: \.isNumber)
    else { return nil }
    return LigneAide(
      numero: values[0], nom: Phrase(values[1], values[2]), pour: Phrase(values[3], values[4]),
      heures: Phrase(values[5], values[6]), source: values[7], verifiee: verifiee, vitale: vitale)
  }
}

extension MentoratRoom {
  func keep(
    _ saisies: LignesSaisies, of dispositif: DispositifID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let ids = saisies.lignes.map { _ in LigneAideID.make(at: now) }
    return try await house.database.act(geste, by: visitor.viewer, at: now) { tx in
      guard visitor.appartenances.contains(Appartenance(dispositif: dispositif, role: .coordinateur)) else {
        throw Absent()
      }
      try tx.execute("DELETE FROM ligne_aide WHERE dispositif = \(dispositif)")
      for (rang, (ligne, id)) in zip(saisies.lignes, ids).enumerated() {
        let fiche = String(decoding: try JSONEncoder().encode(ligne), as: UTF8.self)
        try tx.execute(
          """
          INSERT INTO ligne_aide (id, dispositif, rang, fiche) VALUES (\(id), \(dispositif), \(rang), \(fiche))
          """)
      }
      try tx.record(Trace("lignes-aide", on: dispositif, by: visitor.viewer, at: now))
      return "/lignes-aide/reglage?fait=gardees"
    }
  }
}
