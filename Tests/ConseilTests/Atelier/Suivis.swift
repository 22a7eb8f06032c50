import Base
import Chartes
import Personnes
import Temps
import Troupe
import Web

@testable import Conseil

/// Threads and reports around a workshop.
extension Fabrique {
  /// A thread that Alice follows.
  func usager(_ identite: [(String, String)]) async throws -> UsagerID {
    let answer = try await conseil.openUsager(visit(by: alice, form: identite))
    guard let id = UsagerID(String((location(answer) ?? "").split(separator: "/").last ?? "")) else { throw Absent() }
    return id
  }

  /// Receives somebody Alice follows and reports it, done in this way.
  func report(
    _ facon: Facon?, of usager: UsagerID, by visitor: Visitor? = nil, at now: Instant = Scene.now
  ) async throws -> String {
    let by = visitor ?? alice
    let next = try await conseil.receive(.usager(usager), by: by, geste: .make(at: now), at: now)
    guard let id = EntretienID(String(next.split(separator: "/").last ?? "")) else { throw Absent() }
    return try await conseil.file(
      FormData(pairs: [
        ("type", "individuel"), ("jour", Jour(now, in: .paris).iso), ("minutes", "30"), ("theme", "email"),
        ("canal", "lieu_activite"), ("lieu", lieu.id.text), ("facon", facon?.rawValue ?? ""),
      ]), of: .entretien(id), by: by, geste: .make(at: now), at: now)
  }

  /// The reports of somebody, as their page shows them: the query is what an act led to.
  func comptesRendus(_ next: String = "", of visitor: Visitor? = nil, at now: Instant = Scene.now) async throws
    -> String
  {
    let pairs = next.split(separator: "?").dropFirst().joined().split(separator: "&").map {
      let parts = $0.split(separator: "=").map(String.init)
      return (parts[0], parts.count > 1 ? parts[1] : "")
    }
    return html(try await conseil.showComptesRendus(visit(by: visitor ?? alice, query: pairs, at: now)))
  }

  func compteRendu(_ next: String, of visitor: Visitor? = nil) async throws -> CompteRendu {
    let text = String(next.suffix(36))
    guard let id = CompteRenduID(text) else { throw Absent() }
    return try await read { store, tx in try store.compteRendu(id, for: (visitor ?? alice).viewer, in: tx) }
  }

  /// Ticks the sheet.
  func tick(
    _ prenoms: [String], in id: AtelierID, _ more: [(String, String)] = [], at now: Instant = Fabrique.fin
  ) async throws -> Answer {
    let ids = try await inscrits(id).filter { prenoms.contains($0.contenu.arrivant.prenom) }.map(\.id.text)
    return try await conseil.tickPresences(
      visit(
        by: alice, ["atelier": id.text], form: [("feuille", "oui")] + ids.map { ("present", $0) } + more, at: now))
  }

  /// The one gesture.
  func reportAtelier(
    _ id: AtelierID, by visitor: Visitor? = nil, at now: Instant = Fabrique.fin, geste: Geste? = nil
  ) async throws -> Answer {
    try await conseil.reportAtelier(visit(by: visitor ?? alice, ["atelier": id.text], at: now, geste: geste))
  }
}
