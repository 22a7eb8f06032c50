import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// What is known already, so that little is left to type.
  func prefilled(
    _ source: Source, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> FormData {
    let dispositif = try dispositif(of: visitor, in: tx)
    let today = Jour(now, in: dispositif.fuseau)
    switch source {
    case .entretien(let id):
      let entretien = try store.entretien(id, for: visitor.viewer, in: tx)
      return try prefilled(entretien, in: dispositif, by: visitor, at: now, tx: tx)
    case .atelier:
      // Its own page makes the report.
      throw Absent()
    case .modele(let id):
      var teneur = try store.compteRendu(id, for: visitor.viewer, in: tx).teneur
      teneur.jour = today
      teneur.ecrits.notes = ""
      return teneur.form
    case .rien(let type):
      let lieu = try usualPlace(of: visitor, in: dispositif, at: now, tx: tx)
      return FormData(pairs: [
        ("jour", today.iso), ("type", type.rawValue), ("canal", Canal.lieu.rawValue), ("lieu", lieu?.id.text ?? ""),
        ("minutes", type == .collectif ? "120" : "30"),
      ])
    }
  }

  /// From the door, the thread and the clock.
  private func prefilled(
    _ entretien: Entretien, in dispositif: Dispositif, by visitor: Visitor, at now: Instant, tx: Transaction
  ) throws -> FormData {
    let jour = Jour(entretien.debut, in: dispositif.fuseau)
    var pairs = [
      ("jour", jour.iso), ("type", TypeDeCompteRendu.individuel.rawValue),
      ("canal", (entretien.lieu == nil ? Canal.autre : .lieu).rawValue), ("lieu", entretien.lieu?.text ?? ""),
      ("minutes", String(entretien.minutes(at: now).roundedUp(to: 5))),
    ]
    pairs += entretien.contenu.themes.map { ("theme", $0) }
    if let genre = try store.redirection(of: entretien.id, in: tx) { pairs.append(("redirection", genre.rawValue)) }
    if let id = entretien.usager {
      let identite = try store.usager(id, for: visitor.viewer, in: tx).identite
      let age = identite.naissance.map { TrancheAge(ne: $0, le: jour).rawValue } ?? ""
      pairs += [
        ("genre", identite.genre), ("age", age), ("statut", identite.statut),
        ("deja", try store.wasSeen(id, before: jour, in: tx) ? "oui" : ""),
      ]
    }
    return FormData(pairs: pairs)
  }
}

extension Int {
  fileprivate func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }
}
