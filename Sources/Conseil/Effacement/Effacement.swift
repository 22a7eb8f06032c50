import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Why a thread is erased.
enum RaisonDEffacement: String, Sendable, CaseIterable {
  /// The person asked for it.
  case demande
  /// The same person has another thread.
  case doublon
  /// Nothing is left to do with it.
  case fin
  /// By itself: its time was over.
  case terme
  /// Again: an older copy of the base had brought it back.
  case rejeu

  /// Those that an adviser may give.
  static let dites: [Self] = [.demande, .doublon, .fin]

  var phrase: Phrase {
    switch self {
    case .demande: Phrase("La personne le demande", "The person asks for it")
    case .doublon: Phrase("Cette personne a deux suivis", "This person has two threads")
    case .fin: Phrase("Il ne sert plus à l’aider", "It no longer serves to help them")
    case .terme: Phrase("Son temps était passé", "Its time was over")
    case .rejeu: Phrase("Effacé à nouveau, après une sauvegarde", "Erased again, after a backup")
    }
  }
}

/// What an adviser sends to erase a thread.
struct EffacementSaisi: Sendable, Equatable {
  let raison: RaisonDEffacement
  /// The thread as it was read: `Usager.vu`.
  let vu: String

  init(_ form: FormData) throws {
    let chosen = RaisonDEffacement(rawValue: form.text("raison"))
    guard let chosen, RaisonDEffacement.dites.contains(chosen) else {
      throw Saisie("raison", Phrase("Dites pourquoi ce suivi s’efface.", "Say why this thread is erased."))
    }
    (raison, vu) = (chosen, form.text("vu"))
  }
}

extension Usager {
  /// Changes with every act about the person: nobody erases what a colleague has just written.
  var vu: String { "\(revision)-\(contact.milliseconds)" }
}

extension ConseilRoom {
  /// Erases somebody's thread: rows in one transaction, then the key that opened what they sealed.
  /// - Throws: `Depasse` when something was done with the person since the page was read; nothing is erased then.
  func erase(
    _ id: UsagerID, _ saisi: EffacementSaisi, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let colleagues = try await colleagues(of: id, for: visitor)
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      guard saisi.vu == usager.vu else { throw Depasse() }
      try forget(usager, for: saisi.raison, by: visitor.viewer, at: now, in: tx)
      try tx.record(Trace("usager:effacement", on: id, by: visitor.viewer, at: now))
      return "/usagers?fait=efface"
    }
    // It is done for whoever asked: a key that could not be destroyed now is destroyed by the schedule.
    do { try await destroyKeys() } catch {}
    tell(colleagues)
    return next
  }

  /// Whose open pages are told; nobody's when it is erased already.
  private func colleagues(of id: UsagerID, for visitor: Visitor) async throws -> [PersonneID] {
    try await house.database.read { [store] tx in
      do { return try store.suiveurs(of: store.usager(id, for: visitor.viewer, in: tx), in: tx) } catch is Absent {
        return []
      }
    }
  }

  /// Destroys the keys of those whose rows are gone. Once each; harmless when there is none.
  func destroyKeys() async throws {
    try await house.database.write { [vault = house.vault] tx in
      let waiting = try tx.all("SELECT genre, id FROM cle_a_detruire ORDER BY genre, id LIMIT 1000") { row in
        (genre: try row[0] as String, id: try row[1] as String)
      }
      for key in waiting {
        if let owner = Owner.condemned(key.genre, key.id) { try vault.erase(owner) }
        try tx.execute("DELETE FROM cle_a_detruire WHERE genre = \(key.genre) AND id = \(key.id)")
      }
    }
  }
}

extension Owner {
  /// As `cle_a_detruire` names one.
  fileprivate static func condemned(_ genre: String, _ id: String) -> Owner? {
    switch genre {
    case "usager": return .usager(id)
    case "mandat": return .mandat(id)
    case "porte":
      let parts = id.split(separator: ":").map(String.init)
      return parts.count == 2 ? .porte(parts[0], mois: parts[1]) : nil
    default: return nil
    }
  }
}
