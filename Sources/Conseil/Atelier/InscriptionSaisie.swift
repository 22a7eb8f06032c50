import Base
import Chartes
import Html
import Personnes
import Web

/// An enrolment as it was typed: by the person, for somebody else, or by an adviser.
struct InscriptionSaisie: Sendable, Equatable {
  var contenu: Inscrit.Contenu
  let par: Inscrit.Par
  /// A thread that the adviser follows.
  let usager: UsagerID?

  /// On the public page. Whoever enrols somebody else says who they are, and how to reach them.
  init(public form: FormData, _ langue: Langue) throws {
    let (tiers, contact) = (form.text("tiers"), form.text("contact"))
    let pourAutrui = !tiers.isEmpty || !contact.isEmpty
    let arrivant = Arrivant(form)
    var saisie = arrivant.saisie(requiresPrenom: true)
    if pourAutrui {
      saisie.note(
        "tiers", unless: tiers.fits(120), Phrase("Dites qui vous êtes, en une ligne.", "Say who you are, on one line."))
      saisie.note(
        "contact", unless: contact.fits(120) && (Adresse(contact) != nil || contact.contains(where: \.isNumber)),
        Phrase(
          "Écrivez un téléphone ou une adresse e-mail, pour vous joindre.",
          "Write a telephone number or an e-mail address, to reach you."))
    }
    try saisie.throwIfAny()
    contenu = Inscrit.Contenu(arrivant: arrivant, tiers: tiers, contact: contact, langue: langue)
    (par, usager) = (pourAutrui ? .autrui : .soi, nil)
  }

  /// By an adviser, for somebody on the telephone or for a thread they follow: then its name stands for the form's.
  init(conseiller form: FormData, _ langue: Langue) throws {
    usager = UsagerID(form.text("usager"))
    contenu = Inscrit.Contenu(arrivant: Arrivant(form), contact: form.text("telephone"), langue: langue)
    par = .conseiller
    var saisie = contenu.arrivant.saisie(requiresPrenom: usager == nil)
    saisie.note(telephone: contenu.contact)
    try saisie.throwIfAny()
  }

  /// What the thread knows, where the form says nothing.
  mutating func complete(from identite: Identite) {
    if contenu.arrivant.prenom.isEmpty {
      (contenu.arrivant.prenom, contenu.arrivant.initiale) = (identite.prenom, identite.initiale)
    }
    if contenu.arrivant.courriel.isEmpty { contenu.arrivant.courriel = identite.courriel }
    if contenu.contact.isEmpty { contenu.contact = identite.telephone }
    if contenu.arrivant.adaptations.isEmpty { contenu.arrivant.adaptations = identite.adaptations }
  }
}
