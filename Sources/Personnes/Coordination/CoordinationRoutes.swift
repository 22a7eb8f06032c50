import Base
import Chartes
import Html
import Web

extension PersonnesRoom {
  /// Who is here, by role, and what the coordinator may do next.
  func showCoordination(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let (dispositif, _) = try await coordinated(by: visitor)
    let (groupes, version, failed) = try await house.database.read { [store, house] tx in
      let groupes = try dispositif.roles.map { role in
        let ids = try store.personnes(as: role, of: dispositif.id, for: visitor.viewer, in: tx)
        let prenoms = try store.prenoms(of: ids, for: visitor.viewer, in: tx)
        return CoordinationPage.Groupe(
          role: role, personnes: ids.compactMap { id in prenoms[id].map { (id: id, nom: $0.court) } })
      }
      return (
        groupes, try store.version(of: dispositif.id, at: visit.now, in: tx).numero,
        try house.outbox.counts(in: tx).failed
      )
    }
    return .page(
      CoordinationPage(
        dispositif: dispositif.nom, structure: dispositif.structure, version: version, groupes: groupes,
        courriersPerdus: failed, moi: visitor.personne))
  }
}

struct CoordinationPage: Page {
  struct Groupe: Sendable {
    let role: Role
    let personnes: [(id: PersonneID, nom: String)]
  }

  let dispositif: String
  let structure: String
  let version: Int
  let groupes: [Groupe]
  let courriersPerdus: Int
  let moi: PersonneID

  func titre(_ t: Langue) -> String { dispositif }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: structure) {
      if courriersPerdus > 0 {
        avis(
          .refus,
          t.count(
            courriersPerdus,
            Phrase(
              "message n’a pas pu partir. Voyez avec la personne qui s’occupe du serveur.",
              "message could not be sent. Ask whoever runs the server."),
            Phrase(
              "messages n’ont pas pu partir. Voyez avec la personne qui s’occupe du serveur.",
              "messages could not be sent. Ask whoever runs the server.")))
      }
      gestes {
        boutonLien("/invitations", t("Inviter une personne", "Invite somebody"))
        a(.href("/parametres")) { t("Régler la charte (version \(version))", "Set the charter (version \(version))") }
        a(.href("/exigence")) { t("La seconde preuve de l’équipe", "The team’s second proof") }
        a(.href("/demandes-de-droits")) { t("Les demandes sur les données", "Requests about data") }
      }
      for groupe in groupes {
        h2 { t(groupe.role.pluriel) }
        if groupe.personnes.isEmpty {
          p(.class("soft")) { t("Personne encore. Une invitation suffit.", "Nobody yet. An invitation is enough.") }
        } else {
          ul(.class("personnes")) {
            for personne in groupe.personnes {
              li {
                if personne.id == moi { personne.nom } else { a(.href("/personnes/\(personne.id)")) { personne.nom } }
              }
            }
          }
        }
      }
    }
  }
}
