import Base
import Chartes
import Html
import Temps
import Web

/// A counsellor opens an account for somebody without a mailbox, and hands them a code on paper.
extension PersonnesRoom {
  func inscribe(
    prenom: String, nom: String, in dispositif: DispositifID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> (PersonneID, CodePapier) {
    let code = CodePapier.drawn(by: geste, vault: house.vault, at: now)
    let id = PersonneID.make(at: now)
    let inscrite = try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house] tx in
      guard visitor.dispositif(as: .conseiller) == dispositif else { throw Absent() }
      let fuseau = try store.dispositif(dispositif, for: visitor.viewer, in: tx).fuseau
      try store.insert(
        Personne(id: id, adresse: "", prenom: prenom, nom: nom, langue: visitor.langue, fuseau: fuseau), at: now,
        in: tx)
      try store.join(id, dispositif, as: .explorateur, suivieBy: visitor.personne, at: now, in: tx)
      try house.faits.record(Fait(.entree, of: id, about: dispositif, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("inscription", on: id, by: visitor.viewer, at: now))
      try store.insert(code, of: id, from: visitor.viewer, at: now, in: tx)
      return id.text
    }
    guard let id = PersonneID(inscrite) else { throw Absent() }
    return (id, code)
  }

  func showInscription(_ visit: Visit) async throws -> Answer {
    .page(InscriptionPage(seal: visit.seal, form: .empty, saisie: Saisie()))
  }

  func inscribe(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let dispositif = visitor.dispositif(as: .conseiller) else { throw Absent() }
    let (prenom, nom) = (visit.form.text("prenom"), visit.form.text("nom"))
    var saisie = Saisie()
    saisie.note("prenom", unless: prenom.isName(upTo: 60), Phrase("Écrivez son prénom.", "Write the first name."))
    saisie.note("nom", unless: nom.isName(upTo: 60), Phrase("Écrivez son nom.", "Write the last name."))
    guard saisie.isEmpty else {
      return .again(InscriptionPage(seal: visit.seal, form: visit.form, saisie: saisie))
    }
    let (personne, code) = try await inscribe(
      prenom: prenom, nom: nom, in: dispositif, by: visitor, geste: visit.geste(), at: visit.now)
    return .page(try await codePapierPage(code, of: personne, visit))
  }
}

struct InscriptionPage: Page {
  let seal: Sceau
  let form: FormData
  let saisie: Saisie

  func titre(_ t: Langue) -> String {
    t("Inscrire quelqu’un qui n’a pas d’e-mail", "Enrol somebody without e-mail")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Vous accompagnerez cette personne. Elle entre avec un code imprimé.",
        "You will accompany this person. They come in with a printed code."),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      formulaire(vers: "/inscription", seal) {
        champ(
          "prenom", label: t("Son prénom", "First name"), valeur: form.raw("prenom"),
          erreur: saisie.phrase("prenom", t), autocomplete: "off")
        champ(
          "nom", label: t("Son nom", "Last name"),
          aide: t("Seule son initiale est montrée aux autres.", "Others see its initial only."),
          valeur: form.raw("nom"),
          erreur: saisie.phrase("nom", t), autocomplete: "off")
        gestes { bouton(t("Inscrire et préparer le code", "Enrol and prepare the code")) }
      }
    }
  }
}
