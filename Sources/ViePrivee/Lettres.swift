import Base
import Html
import Personnes
import Temps
import Web

/// The mails of this room. They say that something is there, never what is kept.
struct Lettres: Sendable {
  let destinataire: Destinataire
  let origin: String
  let now: Instant
  private var t: Langue { destinataire.langue }
  private var bonjour: String { t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),") }

  private func quand(_ instant: Instant) -> String {
    t.dateEtHeure(instant, destinataire.fuseau, reference: Jour(now, in: destinataire.fuseau))
  }

  private func lettre(
    _ sujet: String, _ phrases: String..., bouton: (label: String, href: String)? = nil, apres: [String] = []
  ) -> Courriel {
    Lettre(t, sujet: sujet, paragraphes: [bonjour] + phrases, bouton: bouton, apres: apres)
      .courriel(to: destinataire.adresse)
  }

  // MARK: Copies

  func copiePrete(jusqua fin: Instant) -> Courriel {
    lettre(
      t("Votre copie est prête", "Your copy is ready"),
      t(
        "La copie de vos données vous attend jusqu’au \(quand(fin)).",
        "The copy of your data is waiting for you until \(quand(fin))."),
      bouton: (t("La prendre", "Take it"), "\(origin)/mes-donnees/copie"),
      apres: [
        t(
          "Vous n’avez rien demandé\u{a0}? Prévenez dès aujourd’hui votre structure.",
          "You did not ask for it? Tell your organisation today.")
      ])
  }

  // MARK: Leaving

  func auRevoir() -> Courriel {
    lettre(
      t("Vos données sont effacées", "Your data is erased"),
      t(
        "C’est fait\u{a0}: votre compte est fermé et vos données sont effacées. Après ce message, nous ne connaissons plus cette adresse.",
        "It is done: your account is closed and your data is erased. After this message, we no longer know this address."
      ),
      t("Merci du bout de chemin.", "Thank you for the stretch of road."),
      apres: [
        t(
          "Ce n’est pas vous qui l’avez demandé\u{a0}? Prévenez dès aujourd’hui votre structure.",
          "It was not you who asked? Tell your organisation today.")
      ])
  }

  func sommeil(jusqua fin: Instant) -> Courriel {
    lettre(
      t("Votre compte va s’effacer", "Your account is about to be erased"),
      t(
        "Vous n’êtes pas venu ici depuis longtemps. Sans passage de votre part, votre compte et vos données s’effaceront \(quand(fin)).",
        "You have not come here for a long time. Without a visit, your account and your data will be erased \(quand(fin))."
      ),
      t("Entrer une fois suffit pour tout garder.", "Coming in once is enough to keep everything."),
      bouton: (t("Entrer et garder mon compte", "Come in and keep my account"), "\(origin)/connexion"))
  }

  /// To whoever accompanies somebody without a mailbox.
  func sommeil(of qui: String, jusqua fin: Instant) -> Courriel {
    lettre(
      t("Un compte va s’effacer\u{a0}: \(qui)", "An account is about to be erased: \(qui)"),
      t(
        "\(qui) n’est pas venu ici depuis longtemps. Sans passage, son compte s’effacera \(quand(fin)). Si vous êtes en lien, dites-le.",
        "\(qui) has not come here for a long time. Without a visit, the account will be erased \(quand(fin)). If you are in touch, tell them."
      ))
  }

  func sommeilFini() -> Courriel {
    lettre(
      t("Votre compte est effacé", "Your account is erased"),
      t(
        "Comme nous vous l’avions écrit, votre compte et vos données sont effacés\u{a0}: vous n’étiez pas venu depuis longtemps.",
        "As we had written to you, your account and your data are erased: you had not come for a long time."),
      t(
        "Vous pouvez revenir quand vous voulez, comme une personne nouvelle.",
        "You may come back whenever you like, as a new person."))
  }

  // MARK: Requests

  func demandeRecue(_ demande: DemandeDeDroit, _ fuseau: Fuseau) -> Courriel {
    lettre(
      t("Une demande sur des données vous attend", "A request about data is waiting for you"),
      t(
        "\(t(demande.droit.titre))\u{a0}: réponse attendue \(limite(demande, fuseau)).",
        "\(t(demande.droit.titre)): answer due \(limite(demande, fuseau))."),
      bouton: repondre(demande))
  }

  func rappel(of demande: DemandeDeDroit, _ fuseau: Fuseau) -> Courriel {
    lettre(
      t("Rappel\u{a0}: une demande attend votre réponse", "Reminder: a request awaits your answer"),
      t(
        "\(t(demande.droit.titre))\u{a0}: la loi demande une réponse \(limite(demande, fuseau)).",
        "\(t(demande.droit.titre)): the law asks for an answer \(limite(demande, fuseau))."),
      bouton: repondre(demande))
  }

  func reponse(to demande: DemandeDeDroit) -> Courriel {
    lettre(
      t("La réponse à votre demande est là", "The answer to your request is here"),
      t("Votre demande au sujet de vos données a une réponse.", "Your request about your data has an answer."),
      bouton: (t("La lire", "Read it"), "\(origin)/mes-donnees/demandes/\(demande.id)"))
  }

  private func limite(_ demande: DemandeDeDroit, _ fuseau: Fuseau) -> String {
    let jour = t.date(demande.dernierJour(fuseau), reference: Jour(now, in: fuseau))
    return t("au plus tard le \(jour)", "by \(jour)")
  }

  private func repondre(_ demande: DemandeDeDroit) -> (label: String, href: String) {
    (t("Voir la demande", "See the request"), "\(origin)/demandes-de-droits/\(demande.id)")
  }
}
