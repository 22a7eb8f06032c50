import Base
import Html
import Temps
import Web

/// What has just changed in the way somebody enters: told to their mailbox at once, so that nothing is done behind them.
enum ChangementDAcces: Sendable, CaseIterable {
  case cleAjoutee, cleRetiree, codeAjoute, codeRetire, secoursRenouveles, adresseChangee, recupere, codeRemis
  case proConnectAjoute, proConnectRetire, codesFaux

  var phrase: Phrase {
    switch self {
    case .cleAjoutee: Phrase("Une clé d’accès a été ajoutée.", "A passkey was added.")
    case .cleRetiree: Phrase("Une clé d’accès a été retirée.", "A passkey was removed.")
    case .codeAjoute: Phrase("Une application à codes a été ajoutée.", "A code application was added.")
    case .codeRetire: Phrase("L’application à codes a été retirée.", "The code application was removed.")
    case .secoursRenouveles:
      Phrase("De nouveaux codes de secours remplacent les anciens.", "New recovery codes replace the old ones.")
    case .adresseChangee:
      Phrase("L’adresse e-mail du compte a changé.", "The account’s e-mail address has changed.")
    case .codesFaux:
      Phrase(
        "Plusieurs codes faux ont été tapés depuis une connexion ouverte à votre compte.",
        "Several wrong codes were typed from a connection open to your account.")
    case .proConnectAjoute: Phrase("ProConnect ouvre désormais ce compte.", "ProConnect now opens this account.")
    case .proConnectRetire:
      Phrase("ProConnect n’ouvre plus ce compte.", "ProConnect no longer opens this account.")
    case .recupere:
      Phrase(
        "Votre accès a été rétabli par deux personnes de votre structure. Vos clés, vos codes et vos connexions d’avant sont effacés.",
        "Your access was restored by two people of your organisation. Your earlier passkeys, codes and connections are erased."
      )
    case .codeRemis:
      Phrase(
        "Un code imprimé pour entrer dans votre compte a été préparé par votre structure.",
        "A printed code to enter your account was prepared by your organisation.")
    }
  }
}

extension PersonnesStore {
  func tellSecurityChange(
    _ changement: ChangementDAcces, to personne: PersonneID, at now: Instant, in tx: Transaction
  ) throws {
    try write(to: personne, about: personne, from: now, in: tx) { destinataire in
      let t = destinataire.langue
      return Lettre(
        t, sujet: t("Votre accès a changé", "Your access has changed"),
        paragraphes: [
          t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),"), t(changement.phrase),
          t(
            "Vous vous y attendiez\u{a0}? Il n’y a rien à faire. Sinon, prévenez dès aujourd’hui la personne qui vous accompagne ou votre structure.",
            "Were you expecting it? There is nothing to do. If not, tell the person who accompanies you, or your organisation, today."
          ),
        ]
      ).courriel(to: destinataire.adresse)
    }
  }
}
