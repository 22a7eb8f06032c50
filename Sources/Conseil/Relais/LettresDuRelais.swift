import Base
import Html
import Personnes
import Temps
import Web

/// Mails about a referral. Those that leave the house say "a person", and nothing of them.
struct LettresDuRelais: Sendable {
  let relais: Relais
  let dispositif: Dispositif
  let origin: String
  private var t: Langue { relais.contenu.langue }

  private var lien: String { "\(origin)/relais/reponse/\(relais.contenu.jeton)" }
  private var qui: String { "\(dispositif.nom), \(dispositif.structure)" }

  /// To the service: a letter waits on our page.
  func envoi(to adresse: String) -> Courriel {
    lettre(
      t("Une personne vous est adressée", "A person is referred to you"),
      t(
        "Une personne que nous accompagnons a besoin de vous. Avec son accord, nous vous avons écrit une lettre.",
        "A person whom we help needs you. With their agreement, we wrote you a letter."),
      to: adresse)
  }

  /// To the service again: no outcome yet.
  func relance(to adresse: String) -> Courriel {
    lettre(
      t("Une personne attend de vos nouvelles", "A person is waiting to hear from you"),
      t(
        "Nous vous avons écrit pour une personne que nous accompagnons. Nous ne savons pas encore ce qu’il en est.",
        "We wrote to you for a person whom we help. We do not know yet what came of it."),
      to: adresse)
  }

  private func lettre(_ sujet: String, _ phrase: String, to adresse: String) -> Courriel {
    Lettre(
      t, sujet: sujet,
      paragraphes: [
        t("Bonjour,", "Hello,"), phrase,
        t(
          "Lisez-la ici. Vous répondez en deux touches, sans compte.",
          "Read it here. You answer in two taps, without an account."),
      ], bouton: (t("Lire la lettre", "Read the letter"), lien), apres: [qui]
    ).courriel(to: adresse)
  }
}

/// To an adviser, without content: what it is about is read on the page.
struct LettresAuConseiller: Sendable {
  let origin: String

  func reponse(_ relais: RelaisID, to destinataire: Destinataire) -> Courriel {
    let t = destinataire.langue
    return lettre(
      destinataire, t("Un service a répondu", "A service answered"),
      t("Un service a répondu à une de vos orientations.", "A service answered one of your referrals."),
      (t("Lire la réponse", "Read the answer"), "/relais/\(relais)"))
  }

  /// No news: a telephone call goes further than one more mail.
  func appel(_ count: Int, to destinataire: Destinataire) -> Courriel {
    let t = destinataire.langue
    return lettre(
      destinataire, t("Pas de nouvelle\u{a0}: appelez", "No news: call"),
      t.count(
        count,
        Phrase(
          "orientation est sans nouvelle. Un appel au service va souvent plus loin qu’un message.",
          "referral has no news. A call to the service often goes further than a message."),
        Phrase(
          "orientations sont sans nouvelle. Un appel va souvent plus loin qu’un message.",
          "referrals have no news. A call often goes further than a message.")),
      (t("Voir qui appeler", "See whom to call"), "/relais"))
  }

  private func lettre(
    _ destinataire: Destinataire, _ sujet: String, _ phrase: String, _ bouton: (String, String)
  ) -> Courriel {
    let t = destinataire.langue
    return Lettre(
      t, sujet: sujet,
      paragraphes: [t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),"), phrase],
      bouton: (label: bouton.0, href: origin + bouton.1)
    ).courriel(to: destinataire.adresse)
  }
}
