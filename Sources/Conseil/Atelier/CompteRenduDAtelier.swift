import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The report of a workshop, in one gesture: what was announced and who was ticked make all of it.
extension ConseilRoom {
  /// - Returns: the report, filed now or before; it is corrected like any other.
  func report(_ id: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let fresh = CompteRenduID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let atelier = try toReport(id, by: visitor, at: now, in: tx)
      if let filed = try store.compteRendu(of: atelier.id, in: tx) { return "/comptes-rendus/\(filed)" }
      let dispositif = try personnes.dispositif(atelier.dispositif, for: visitor.viewer, in: tx)
      let p = try parametres(of: dispositif.id, at: now, in: tx)
      let teneur = try teneur(of: atelier, for: visitor, in: tx)
      try judge(teneur, dispositif, p, by: visitor, at: now, in: tx)
      let rendu = CompteRendu(
        id: fresh, dispositif: dispositif.id, conseiller: visitor.personne, entretien: nil, usager: nil, revision: 1,
        cree: now, modifie: now, teneur: teneur)
      try store.insert(rendu, in: tx)
      try store.link(atelier.id, to: fresh, in: tx)
      try house.faits.record(
        Fait(.compteRendu, of: visitor.personne, about: fresh, by: visitor.viewer, at: now), in: tx)
      return "/comptes-rendus?depose=\(fresh)"
    }
  }

  /// A report belongs to who wrote it: only who holds the workshop files it.
  /// - Throws: `Saisie` before it has begun.
  func toReport(_ id: AtelierID, by visitor: Visitor, at now: Instant, in tx: Transaction) throws -> Atelier {
    let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
    guard atelier.conseiller == visitor.personne, atelier.etat == .publie || atelier.etat == .tenu else {
      throw Absent()
    }
    guard atelier.debut <= now else { throw Self.pasEncore }
    return atelier
  }

  /// What is known of it, as a report.
  /// - Throws: `Saisie` when nobody was there.
  private func teneur(
    of atelier: Atelier, for visitor: Visitor, in tx: Transaction
  ) throws -> CompteRendu.Teneur {
    let lieu = try store.lieu(of: atelier, in: tx)
    let jour = Jour(atelier.debut, in: lieu.fuseau)
    let presents = try store.inscrits(of: atelier, in: tx).presents
    guard presents.count + atelier.arrivees > 0 else { throw Self.personne }
    return CompteRendu.Teneur(
      jour: jour, type: .collectif, canal: .lieu, lieu: lieu.id, minutes: atelier.minutes, attente: nil,
      themes: atelier.programme.themes, demarches: Ensemble([]), materiel: Ensemble([]), facon: nil, autonomie: nil,
      redirection: nil, issue: nil, niveau: atelier.programme.niveau,
      publics: Publics(
        try presents.map { try person($0, on: jour, for: visitor, in: tx) }, anonymes: atelier.arrivees),
      ecrits: .init(titre: atelier.programme.titre))
  }

  /// What the thread of somebody says, when the adviser follows it; otherwise nothing is said of them.
  private func person(
    _ inscrit: Inscrit, on jour: Jour, for visitor: Visitor, in tx: Transaction
  ) throws -> Publics {
    guard let id = inscrit.usager else { return .inconnu }
    let deja = try store.wasSeen(id, before: jour, in: tx)
    do {
      let identite = try store.usager(id, for: visitor.viewer, in: tx).identite
      return Publics(
        genre: Genre(rawValue: identite.genre) ?? .nonCommunique,
        age: identite.naissance.map { TrancheAge(ne: $0, le: jour) } ?? .nonCommunique,
        statut: StatutSocial(rawValue: identite.statut) ?? .nonCommunique, deja: deja)
    } catch is Absent {
      return Publics(genre: .nonCommunique, age: .nonCommunique, statut: .nonCommunique, deja: deja)
    }
  }

  private static let pasEncore = Saisie(
    "compte-rendu",
    Phrase(
      "L’atelier n’a pas commencé\u{a0}: son compte rendu viendra après.",
      "The workshop has not begun: its report comes after."))

  private static let personne = Saisie(
    "compte-rendu",
    Phrase(
      "La feuille ne compte personne. Cochez qui est venu\u{a0}; si personne n’est venu, dites que l’atelier n’a pas eu lieu.",
      "The sheet counts nobody. Tick who came; if nobody came, say that the workshop did not take place."))
}

extension Publics {
  /// Somebody of whom nothing is said.
  static let inconnu = Publics(genre: .nonCommunique, age: .nonCommunique, statut: .nonCommunique, deja: false)

  /// Several people, one by one, and so many more of whom nothing is said.
  init(_ personnes: [Publics], anonymes: Int) {
    let all = personnes + Array(repeating: Publics.inconnu, count: anonymes)
    func sum(_ axe: KeyPath<Publics, [Int]>) -> [Int] {
      all.map { $0[keyPath: axe] }.reduce(Publics.inconnu[keyPath: axe].map { _ in 0 }) { zip($0, $1).map(+) }
    }
    self.init(
      participants: all.count, deja: all.map(\.deja).reduce(0, +), genres: sum(\.genres), ages: sum(\.ages),
      statuts: sum(\.statuts))
  }
}
