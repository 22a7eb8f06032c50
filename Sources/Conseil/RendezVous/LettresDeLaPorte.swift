import Base
import Html
import Personnes
import Temps
import Web

/// Mails to somebody who has no account: where, when, and how to change one's mind.
struct LettresDeLaPorte: Sendable {
  let rendezVous: RendezVous
  let lieu: Lieu
  let origin: String
  let langue: Langue
  let now: Instant
  private var t: Langue { langue }

  private var bonjour: String { t("Bonjour \(rendezVous.contenu.prenom),", "Hello \(rendezVous.contenu.prenom),") }
  private var quand: String {
    t.dateEtHeure(rendezVous.debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau))
  }
  private var ou: String { "\(lieu.nom), \(lieu.enUneLigne)" }

  func confirmation(_ code: CodeEcrit) -> Courriel {
    lettre(
      t("Votre rendez-vous", "Your appointment"),
      t("Nous vous attendons \(quand).", "We expect you \(quand)."),
      t("C’est ici\u{a0}: \(ou).", "It is here: \(ou)."), changer(code))
  }

  func rappel(_ code: CodeEcrit) -> Courriel {
    lettre(
      t("Votre rendez-vous approche", "Your appointment is near"),
      t("Nous vous attendons \(quand), à \(lieu.nom).", "We expect you \(quand), at \(lieu.nom)."), changer(code))
  }

  func annulation() -> Courriel {
    lettre(
      t("Votre rendez-vous n’aura pas lieu", "Your appointment will not take place"),
      t(
        "Nous ne pouvons pas vous recevoir \(quand). Nous en sommes désolés.",
        "We cannot receive you \(quand). We are sorry."),
      t("Choisissez un autre moment\u{a0}: il y en a ici.", "Choose another time: you will find some here."))
  }

  private func changer(_ code: CodeEcrit) -> String {
    t(
      "Pour le revoir ou l’annuler, tapez ce code sur la page\u{a0}: \(code.imprime).",
      "To see it again or cancel it, type this code on the page: \(code.imprime).")
  }

  private func lettre(_ sujet: String, _ phrases: String...) -> Courriel {
    Lettre(
      t, sujet: sujet, paragraphes: [bonjour] + phrases,
      bouton: (t("Ouvrir la page des rendez-vous", "Open the appointments page"), "\(origin)/rendez-vous")
    ).courriel(to: rendezVous.contenu.courriel)
  }
}
