import Base
import Chartes
import Html
import Temps
import Web

/// A dispositif asks a second proof of those who hold a role: at each connexion, before anything else.
extension PersonnesStore {
  func exigences(of dispositif: DispositifID, in tx: Transaction) throws -> [Role] {
    try tx.all("SELECT role FROM exigence WHERE dispositif = \(dispositif) ORDER BY role") { try Role($0, 0) }
  }
}

extension PersonnesRoom {
  func require(
    secondProofOf roles: [Role], in dispositif: DispositifID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { tx in
      guard visitor.dispositif(as: .coordinateur) == dispositif else { throw Absent() }
      try tx.execute("DELETE FROM exigence WHERE dispositif = \(dispositif)")
      for role in roles where role.estEquipe {
        try tx.execute(
          "INSERT INTO exigence (dispositif, role, depuis) VALUES (\(dispositif), \(role.rawValue), \(now))")
      }
      try tx.record(Trace("exigence", on: dispositif, by: visitor.viewer, at: now))
      return "/exigence?fait=gardee"
    }
  }

  func showExigence(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let dispositif = visitor.dispositif(as: .coordinateur) else { throw Absent() }
    return .page(
      try await house.database.read { [store] tx in
        let place = try store.dispositif(dispositif, for: visitor.viewer, in: tx)
        return ExigencePage(
          seal: visit.seal, dispositif: place.nom, equipe: place.roles.filter(\.estEquipe),
          roles: try store.exigences(of: dispositif, in: tx), fait: visit.query.text("fait"))
      })
  }

  func changeExigence(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let dispositif = visitor.dispositif(as: .coordinateur) else { throw Absent() }
    return .redirect(
      try await require(
        secondProofOf: visit.form.all("role").compactMap(Role.init), in: dispositif, by: visitor, geste: visit.geste(),
        at: visit.now))
  }
}

struct ExigencePage: Page {
  let seal: Sceau
  let dispositif: String
  /// On the team of this dispositif.
  let equipe: [Role]
  let roles: [Role]
  let fait: String

  func titre(_ t: Langue) -> String { t("La seconde preuve de l’équipe", "The team’s second proof") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: dispositif, marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]) {
      if fait == "gardee" { avis(.accord, t("C’est gardé.", "It is saved.")) }
      p {
        t(
          "L’équipe lit les parcours des autres. Vous pouvez lui demander, à chaque connexion, une clé d’accès ou un code de son application, en plus du lien par e-mail. Entrer dans une boîte e-mail ne suffit alors plus.",
          "The team reads other people’s paths. You may ask of it, at each connection, a passkey or a code from its application, besides the e-mail link. Getting into a mailbox is then no longer enough."
        )
      }
      formulaire(vers: "/exigence", seal) {
        coches(
          "role", legende: t("À qui demander cette seconde preuve\u{a0}?", "Who should give this second proof?"),
          options: equipe.map { Option($0.rawValue, t($0.pluriel)) },
          choisis: Set(roles.map(\.rawValue)),
          aide: t(
            "Celles et ceux qui n’en ont pas encore en ajoutent une à leur prochain passage.",
            "Those who have none yet add one at their next visit."))
        gestes { bouton(t("Garder ce choix", "Save this choice")) }
      }
    }
  }
}
