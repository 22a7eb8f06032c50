import Base
import Foundation
import Temps

/// A mail of the outbox, opened: whether it left or waits.
package struct Pli: Sendable {
  package let proprietaire: String
  /// What it is about.
  package let sujet: String
  /// Not sent before.
  package let apres: Instant
  package let courriel: Courriel

  /// All that its reader may find in it, under the envelope's address.
  package var words: String {
    [courriel.sujet, courriel.texte, courriel.html, courriel.calendrier?.contenu ?? ""].joined(separator: "\n")
  }

  /// A line of its calendar, without folding: `line("SEQUENCE")`.
  package func line(_ name: String) -> String? {
    let content = courriel.calendrier?.contenu.replacing("\r\n ", with: "") ?? ""
    return content.split(separator: "\r\n").first { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
      .map(String.init)
  }

  /// The number of its calendar's SEQUENCE.
  package var sequence: Int? { line("SEQUENCE").flatMap { Int($0.dropFirst("SEQUENCE:".count)) } }
}

extension Scene {
  /// Every mail that was written, in the order it is due.
  package func plis() async throws -> [Pli] {
    try await house.database.read { [vault = house.vault] tx in
      let rows = try tx.all("SELECT id, proprietaire, sujet, apres, contenu FROM courrier ORDER BY apres, id") { row in
        (
          id: try row[0] as CourrierID, owner: try row[1] as String, sujet: try row[2] as String,
          apres: try row[3] as Instant, contenu: try row[4] as Sealed
        )
      }
      return try rows.compactMap { row in
        guard let owner = Owner(named: row.owner),
          let json = try vault.open(row.contenu, of: owner, at: Place("courrier.contenu", row.id))
        else { return nil }
        let courriel = try JSONDecoder().decode(Courriel.self, from: Data(json.utf8))
        return Pli(proprietaire: row.owner, sujet: row.sujet, apres: row.apres, courriel: courriel)
      }
    }
  }

  /// The mails to one person.
  package func plis(to personne: PersonneID) async throws -> [Pli] {
    try await plis().filter { $0.proprietaire == "personne:\(personne)" }
  }

  /// Forgets the mails written so far, so that a test sees those of the next act.
  package func emptyOutbox() async throws {
    try await house.database.write { tx in _ = try tx.execute("DELETE FROM courrier") }
  }
}

extension Owner {
  /// As a row of the outbox names it.
  fileprivate init?(named text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "personne": guard let id = PersonneID(parts[1]) else { return nil }; self = .personne(id)
    case "invitation": self = .invitation(parts[1])
    default: self = .courrier(parts[1])
    }
  }
}
