import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showJournee(_ visit: Visit) async throws -> Answer {
    .page(try await journeePage(visit, lieu: LieuID(visit.query.text("lieu"))))
  }

  /// - Parameter lieu: nil for where the adviser usually is at this hour.
  func journeePage(
    _ visit: Visit, lieu id: LieuID?, saisie: Saisie = Saisie(), motif: Motif? = nil
  ) async throws -> JourneePage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let dispositif = try dispositif(of: visitor, in: tx)
      let lieux = try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx)
      let lieu =
        try id.map { try store.lieu($0, for: visitor.viewer, in: tx) }
        ?? usualPlace(of: visitor, in: dispositif, at: visit.now, tx: tx)
      let jour = Jour(visit.query.text("jour")) ?? Jour(visit.now, in: lieu?.fuseau ?? dispositif.fuseau)
      let rendezVous = try lieu.map { try store.rendezVous(at: $0, on: jour, for: visitor.viewer, in: tx) } ?? []
      let file = try lieu.map { try store.queue(at: $0, at: visit.now, for: visitor.viewer, in: tx) } ?? []
      let collegues = rendezVous.map(\.conseiller) + file.compactMap(\.appelePar)
      let missing = try store.missingReports(of: visitor.viewer, at: visit.now, in: tx)
      let p = try parametres(of: dispositif.id, at: visit.now, in: tx)
      return JourneePage(
        seals: Seals(visit), lieu: lieu, lieux: lieux, jour: jour, moi: visitor.personne,
        enCours: try underWay(for: visitor, visit.langue, in: tx), rendezVous: rendezVous, file: file,
        conseillers: try personnes.prenoms(of: collegues, for: visitor.viewer, in: tx).mapValues(\.court),
        manquants: missing, conseil: RendreCompte.judge(.accueillir(manquants: missing), p).motif,
        retour: Retour(form: visit.form, saisie: saisie, motif: motif), fait: visit.query.text("fait"),
        numero: visit.query.integer("numero"), now: visit.now)
    }
  }

  private func underWay(
    for visitor: Visitor, _ t: Langue, in tx: Transaction
  ) throws -> [(entretien: EntretienID, qui: String, debut: Instant)] {
    try store.openEntretiens(of: visitor.viewer, in: tx).map { entretien in
      let usager = entretien.usager.flatMap { try? store.usager($0, for: visitor.viewer, in: tx) }
      return (entretien: entretien.id, qui: usager?.court(t) ?? entretien.contenu.prenom, debut: entretien.debut)
    }
  }

  /// Counts somebody who was turned away: a reason and an age, nothing else.
  func countRefusal(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    guard let raison = RaisonDeRefus(rawValue: visit.form.text("raison")) else { throw Absent() }
    let age = TrancheAge(rawValue: visit.form.text("age")) ?? .nonCommunique
    let refus = ID<RaisonDeRefus>.make(at: visit.now)
    return .redirect(
      try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
        let lieu = try store.lieu(id, for: visitor.viewer, in: tx)
        try store.count(refus, raison, age, at: lieu, by: visitor.personne, now: visit.now, in: tx)
        return "/journee?lieu=\(id)&fait=refus"
      })
  }
}
