import Base
import Chartes
import Html
import Web

extension PersonnesRoom {
  func showInvitations(_ visit: Visit) async throws -> Answer {
    .page(try await invitationsPage(visit, form: .empty, saisie: Saisie()))
  }

  func invite(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let (dispositif, conseillers) = try await coordinated(by: visitor)
    do {
      let invitation = try NewInvitation(visit.form, roles: dispositif.roles, conseillers: conseillers.map(\.id))
      // A place on the team opens onto other people's paths: not with a stolen mailbox alone.
      if invitation.role.estEquipe { try visitor.demand(.forte, at: visit.now) }
      let next = try await invite(invitation, to: dispositif, by: visitor, geste: visit.geste(), at: visit.now)
      return .redirect(next)
    } catch let saisie as Saisie {
      return .again(
        try await invitationsPage(visit, form: visit.form, saisie: saisie))
    }
  }

  func withdrawInvitation(_ visit: Visit) async throws -> Answer {
    try await withdraw(visit.id("id") as InvitationID, by: visit.person(), at: visit.now)
    return .redirect("/invitations?fait=retiree")
  }

  func showInvitation(_ visit: Visit) async throws -> Answer {
    .page(try await invitationPage(visit, form: .empty, saisie: Saisie()))
  }

  func acceptInvitation(_ visit: Visit) async throws -> Answer {
    let jeton = try visit.token("jeton")
    let page = try await invitationPage(visit, form: visit.form, saisie: Saisie())
    var saisie = Saisie()
    let prenom = visit.form.text("prenom")
    let nom = visit.form.text("nom")
    if !page.connue {
      saisie.note("prenom", unless: prenom.isName(upTo: 60), Phrase("Écrivez votre prénom.", "Write your first name."))
      saisie.note("nom", unless: nom.isName(upTo: 60), Phrase("Écrivez votre nom.", "Write your last name."))
    }
    guard saisie.isEmpty else {
      return .again(try await invitationPage(visit, form: visit.form, saisie: saisie))
    }
    let accueil = try await accept(
      jeton, prenom: prenom, nom: nom, langue: visit.langue, in: visit.browser, navigateur: visit.navigateur,
      at: visit.now)
    switch accueil {
    case .entered(let connexion): return try await welcome(connexion, visit)
    case .byLink: return .redirect(visit.visitor == nil ? "/connexion" : "/accueil")
    // Pressed twice, or just taken: whoever is signed in goes on, the others read why.
    case nil: return visit.visitor == nil ? .gone(page.finished) : .redirect("/accueil")
    }
  }

  /// The dispositif this person coordinates, and who may accompany explorers there.
  func coordinated(
    by visitor: Visitor
  ) async throws -> (Dispositif, conseillers: [(id: PersonneID, prenom: Prenom)]) {
    guard let id = visitor.dispositif(as: .coordinateur) else { throw Absent() }
    return try await house.database.read { [store] tx in
      let dispositif = try store.dispositif(id, for: visitor.viewer, in: tx)
      let conseillers = try store.personnes(as: .conseiller, of: id, for: visitor.viewer, in: tx)
      let prenoms = try store.prenoms(of: conseillers, for: visitor.viewer, in: tx)
      return (dispositif, conseillers.compactMap { id in prenoms[id].map { (id, $0) } })
    }
  }

  private func invitationsPage(_ visit: Visit, form: FormData, saisie: Saisie) async throws -> InvitationsPage {
    let visitor = try visit.person()
    let (dispositif, conseillers) = try await coordinated(by: visitor)
    let invitations = try await house.database.read { [store] tx in
      try store.invitations(of: dispositif.id, for: visitor.viewer, in: tx)
    }
    return InvitationsPage(
      seal: visit.seal, dispositif: dispositif.nom, roles: dispositif.roles,
      conseillers: conseillers.map { ($0.id.text, $0.prenom.court) },
      invitations: invitations, now: visit.now, fuseau: visitor.fuseau, form: form, saisie: saisie,
      fait: visit.query.text("fait"))
  }

  private func invitationPage(_ visit: Visit, form: FormData, saisie: Saisie) async throws -> InvitationPage {
    let jeton = try visit.token("jeton")
    return try await house.database.read { [store] tx in
      guard let invitation = try store.invitation(jeton, in: tx), invitation.isOpen(at: visit.now) else {
        return InvitationPage(seal: visit.seal, jeton: nil, form: form, saisie: saisie)
      }
      let inviter = Viewer.person(invitation.inviteePar)
      let dispositif = try store.dispositif(invitation.dispositif, for: inviter, in: tx)
      let prenom = try store.prenom(of: invitation.inviteePar, for: inviter, in: tx)
      let known = try Adresse(invitation.adresse).flatMap { try store.personne(at: $0, in: tx) } != nil
      return InvitationPage(
        seal: visit.seal, jeton: jeton.text, inviter: prenom.prenom, dispositif: dispositif, role: invitation.role,
        connue: known, form: form, saisie: saisie)
    }
  }
}
