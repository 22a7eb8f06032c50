import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Somebody opened a thread: shown to whoever follows the person.
struct Consultation: Sendable, Equatable {
  let conseiller: PersonneID
  let le: Instant
}

extension ConseilStore {
  /// Opening a thread is remembered, once each quarter of an hour: one sitting, one line.
  func remember(_ usager: Usager, for viewer: Viewer, at now: Instant, in tx: Transaction) throws {
    guard let conseiller = viewer.personne else { return }
    let recent = try tx.first(
      """
      SELECT 1 FROM consultation WHERE usager = \(usager.id) AND conseiller = \(conseiller)
        AND le > \(now - .minutes(15)) LIMIT 1
      """
    ) { _ in true }
    guard recent == nil else { return }
    try tx.execute(
      """
      INSERT INTO consultation (usager, conseiller, le) VALUES (\(usager.id), \(conseiller), \(now))
      ON CONFLICT DO NOTHING
      """)
    try tx.record(Trace("lecture:usager", on: usager.id, by: viewer, at: now))
  }

  func consultations(of usager: Usager, most: Int = 200, in tx: Transaction) throws -> [Consultation] {
    try tx.all(
      "SELECT conseiller, le FROM consultation WHERE usager = \(usager.id) ORDER BY le DESC LIMIT \(most)"
    ) { row in try Consultation(conseiller: row[0], le: row[1]) }
  }
}

/// Who opened a thread, and when.
struct JournalPage: Page {
  let usager: Usager
  let lignes: [(nom: String, le: Instant)]
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Qui a ouvert ce suivi", "Who opened this thread") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: usager.court(t), marge: [Note(ResterDiscret.self, charte: "conseil", t)]
    ) {
      p {
        t(
          "Chaque ouverture est notée ici. La personne peut le demander, et vous pouvez le lui lire.",
          "Each opening is noted here. The person may ask, and you may read it to them.")
      }
      frise(
        lignes.map { ligne in
          Moment(
            t.dateEtHeure(ligne.le, fuseau, reference: Jour(now, in: fuseau)), iso: ligne.le.iso, ligne.nom)
        })
      p { a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") } }
    }
  }
}

extension ConseilRoom {
  /// Somebody without an account typed a code that opens nothing: it may be somebody who guesses.
  func rememberRefusal(_ geste: StaticString, at now: Instant) async throws {
    try await house.database.write { tx in try tx.record(Trace(geste, on: "code", by: .person(.nobody), at: now)) }
  }

  func showJournal(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let usager = try store.usager(visit.id("usager"), for: visitor.viewer, in: tx)
        let found = try store.consultations(of: usager, in: tx)
        let prenoms = try personnes.prenoms(of: found.map(\.conseiller), for: visitor.viewer, in: tx)
        return JournalPage(
          usager: usager,
          lignes: found.map { (nom: prenoms[$0.conseiller]?.court ?? "–", le: $0.le) }, fuseau: visit.fuseau,
          now: visit.now)
      })
  }
}
