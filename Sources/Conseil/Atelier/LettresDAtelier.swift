import Base
import Html
import Personnes
import Temps
import Web

/// Mails about a workshop, to somebody enrolled who has no account, or to who enrolled them.
struct LettresDAtelier: Sendable {
  let atelier: Atelier
  let lieu: Lieu
  let inscrit: Inscrit
  let origin: String
  let now: Instant

  private var t: Langue { inscrit.contenu.langue }
  private var titre: String { atelier.programme.titre }
  private var prenom: String { inscrit.contenu.arrivant.prenom }
  /// Whether the letter goes to somebody else than the person.
  private var pourAutrui: Bool { inscrit.contenu.arrivant.courriel.isEmpty && !inscrit.contenu.tiers.isEmpty }
  private var quand: String { t.dateEtHeure(atelier.debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau)) }

  /// A seat: at once, or because one became free.
  func place(liberee: Bool) -> Courriel? {
    lettre(
      liberee ? t("Une place s’est libérée", "A seat has become free") : t("Votre atelier", "Your workshop"),
      liberee
        ? t("Une place s’est libérée\u{a0}: elle est à vous.", "A seat has become free: it is yours.")
        : t("Votre place est notée.", "Your seat is noted."),
      ou, apporter, changer)
  }

  func attente(rang: Int) -> Courriel? {
    lettre(
      t("Vous êtes en liste d’attente", "You are on the waiting list"),
      t(
        "Toutes les places sont prises. Vous êtes numéro \(rang) sur la liste d’attente.",
        "All the seats are taken. You are number \(rang) on the waiting list."),
      t("Dès qu’une place se libère, nous vous l’écrivons.", "As soon as a seat is free, we write to you."), ou, changer
    )
  }

  func rappel() -> Courriel? {
    lettre(
      t("Votre atelier approche", "Your workshop is near"), t("Nous vous attendons.", "We expect you."), ou, apporter,
      changer)
  }

  func annulation() -> Courriel? {
    lettre(
      t("Votre atelier n’aura pas lieu", "Your workshop will not take place"),
      t(
        "L’atelier prévu \(quand), à \(lieu.nom), est annulé. Nous en sommes désolés.",
        "The workshop planned \(quand), at \(lieu.nom), is cancelled. We are sorry."),
      t("D’autres ateliers sont annoncés ici.", "Other workshops are announced here."))
  }

  private var ou: String {
    t(
      "C’est \(quand), à \(lieu.nom), \(lieu.enUneLigne).", "It is \(quand), at \(lieu.nom), \(lieu.enUneLigne).")
  }

  private var apporter: String {
    atelier.programme.apporter.isEmpty
      ? "" : t("À apporter\u{a0}: \(atelier.programme.apporter)", "To bring: \(atelier.programme.apporter)")
  }

  private var changer: String {
    guard let code = CodeEcrit(typed: inscrit.contenu.code, letters: ConseilRoom.lettresDuCode) else { return "" }
    return t(
      "Pour revoir cette inscription ou l’annuler, tapez ce code sur la page des ateliers\u{a0}: \(code.imprime).",
      "To see this enrolment again or cancel it, type this code on the page of workshops: \(code.imprime).")
  }

  /// nil when nobody left an address.
  private func lettre(_ sujet: String, _ phrases: String...) -> Courriel? {
    guard let adresse = inscrit.adresse else { return nil }
    let bonjour = pourAutrui ? t("Bonjour,", "Hello,") : t("Bonjour \(prenom),", "Hello \(prenom),")
    let sujetDuMot =
      pourAutrui
      ? t(
        "Vous avez inscrit \(prenom) à l’atelier «\u{a0}\(titre)\u{a0}».",
        "You enrolled \(prenom) in the workshop “\(titre)”.")
      : t("C’est à propos de l’atelier «\u{a0}\(titre)\u{a0}».", "This is about the workshop “\(titre)”.")
    return Lettre(
      t, sujet: sujet, paragraphes: [bonjour, sujetDuMot] + phrases.filter { !$0.isEmpty },
      bouton: (t("Ouvrir la page des ateliers", "Open the page of workshops"), "\(origin)/ateliers")
    ).courriel(to: adresse)
  }
}
