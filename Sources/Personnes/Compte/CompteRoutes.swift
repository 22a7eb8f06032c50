import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  func showCompte(_ visit: Visit) async throws -> Answer {
    .page(try await comptePage(visit, form: .empty, saisie: Saisie()))
  }

  func changeCompte(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    var saisie = Saisie()
    let prenom = visit.form.text("prenom")
    let nom = visit.form.text("nom")
    let fuseau = Fuseau(visit.form.text("fuseau"))
    saisie.note("prenom", unless: prenom.isName(upTo: 60), Phrase("Écrivez votre prénom.", "Write your first name."))
    saisie.note("nom", unless: nom.isName(upTo: 60), Phrase("Écrivez votre nom.", "Write your last name."))
    saisie.note(
      "fuseau", unless: fuseau != nil,
      Phrase("Choisissez un fuseau horaire dans la liste.", "Choose a time zone from the list."))
    guard saisie.isEmpty, let fuseau else {
      return .again(try await comptePage(visit, form: visit.form, saisie: saisie))
    }
    try await house.database.write { [store] tx in
      let before = try store.personne(visitor.personne, for: visitor.viewer, in: tx)
      try store.update(
        Personne(
          id: before.id, adresse: before.adresse, prenom: prenom, nom: nom, langue: before.langue, fuseau: fuseau),
        in: tx)
    }
    return .redirect("/compte?fait=garde")
  }

  func endConnexion(_ visit: Visit) async throws -> Answer {
    try await end(visit.id("id"), of: visit.person(), at: visit.now)
    return .redirect("/compte?fait=fermee")
  }

  func endOtherConnexions(_ visit: Visit) async throws -> Answer {
    try await endOthers(of: visit.person(), at: visit.now)
    return .redirect("/compte?fait=fermees")
  }

  private func comptePage(_ visit: Visit, form: FormData, saisie: Saisie) async throws -> ComptePage {
    let visitor = try visit.person()
    return try await house.database.read { [store, fournisseur, notifications] tx in
      ComptePage(
        seal: visit.seal, personne: try store.personne(visitor.personne, for: visitor.viewer, in: tx),
        connexions: try store.connexions(of: visitor, at: visit.now, in: tx), ici: visitor.connexion,
        form: form, saisie: saisie, fait: visit.query.text("fait"),
        proConnect: fournisseur != nil && visitor.estEquipe,
        notifications: notifications != nil && (visitor.has(.mentor) || visitor.has(.accompagne)))
    }
  }
}
