import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What an adviser thinks of their month: sealed with their own key, read by nobody else.
struct AutoEvaluation: Sendable, Equatable {
  struct Contenu: Sendable, Equatable, Codable {
    var reussi = ""
    var difficile = ""
    var change = ""
  }

  /// "2026-11".
  let mois: String
  let contenu: Contenu
}

extension AutoEvaluation.Contenu: Vide {}

extension ConseilStore {
  func autoEvaluations(of viewer: Viewer, in dispositif: DispositifID, tx: Transaction) throws -> [AutoEvaluation] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT id, mois, contenu FROM auto_evaluation WHERE conseiller = \(conseiller) AND dispositif = \(dispositif)
      ORDER BY mois DESC LIMIT 36
      """
    ) { row in
      AutoEvaluation(
        mois: try row[1],
        contenu: try open(
          row[2], of: .personne(conseiller), at: Place("auto_evaluation.contenu", try row[0] as ID<AutoEvaluation>)))
    }
  }
}

extension ConseilRoom {
  func keepAutoEvaluation(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let notes = NotesRelues(visit.form, champs: ["reussi", "difficile", "change"], allowed: [], relecteur)
    do {
      return .redirect(
        try await house.database.act(visit.geste(), by: visitor.viewer, at: visit.now) { [self] tx in
          let dispositif = try dispositif(of: visitor, in: tx)
          let words = try notes.enforced(parametres(of: dispositif.id, at: visit.now, in: tx))
          let contenu = AutoEvaluation.Contenu(
            reussi: words["reussi"], difficile: words["difficile"], change: words["change"])
          let mois = Jour(visit.now, in: dispositif.fuseau).mois
          try store.keep(contenu, of: visitor.personne, in: dispositif.id, mois: mois, at: visit.now, tx: tx)
          return "/auto-evaluation?fait=garde"
        })
    } catch {
      return .again(try await autoEvaluationPage(visit, Retour(error, visit.form)))
    }
  }

  func showAutoEvaluation(_ visit: Visit) async throws -> Answer {
    .page(try await autoEvaluationPage(visit, Retour()))
  }

  private func autoEvaluationPage(_ visit: Visit, _ retour: Retour) async throws -> AutoEvaluationPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let dispositif = try dispositif(of: visitor, in: tx)
      return AutoEvaluationPage(
        seal: visit.seal, mois: Jour(visit.now, in: dispositif.fuseau).mois,
        evaluations: try store.autoEvaluations(of: visitor.viewer, in: dispositif.id, tx: tx),
        couvertures: try store.couvertures(of: visitor.viewer, in: dispositif, at: visit.now, in: tx),
        retour: retour, fait: visit.query.text("fait"))
    }
  }
}

extension ConseilStore {
  fileprivate func keep(
    _ contenu: AutoEvaluation.Contenu, of conseiller: PersonneID, in dispositif: DispositifID, mois: String,
    at now: Instant, tx: Transaction
  ) throws {
    let known = try tx.first(
      """
      SELECT id FROM auto_evaluation WHERE conseiller = \(conseiller) AND dispositif = \(dispositif) AND mois = \(mois)
      """
    ) { row in try row[0] as ID<AutoEvaluation> }
    let id = known ?? .make(at: now)
    let sealed = try seal(contenu, of: .personne(conseiller), at: Place("auto_evaluation.contenu", id))
    try tx.execute(
      """
      INSERT INTO auto_evaluation (id, conseiller, dispositif, mois, contenu, le)
      VALUES (\(id), \(conseiller), \(dispositif), \(mois), \(sealed), \(now))
      ON CONFLICT (id) DO UPDATE SET contenu = excluded.contenu, le = excluded.le
      """)
  }
}
