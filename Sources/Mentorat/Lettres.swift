import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The mails that a pair owes. They name the other by first name only, and never say what was written.
struct Lettres: Sendable {
  let binome: BinomeID
  let origin: String
  let destinataire: Destinataire
  let now: Instant
  private var t: Langue { destinataire.langue }
  private var page: String { "\(origin)/binomes/\(binome)" }
  private var bonjour: String { t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),") }

  private func quand(_ instant: Instant) -> String {
    t.dateEtHeure(instant, destinataire.fuseau, reference: Jour(now, in: destinataire.fuseau))
  }

  private func lettre(
    _ sujet: String, _ phrases: String..., bouton: (label: String, href: String), apres: [String] = []
  ) -> Courriel {
    Lettre(t, sujet: sujet, paragraphes: [bonjour] + phrases, bouton: bouton, apres: apres)
      .courriel(to: destinataire.adresse)
  }

  private var lireEtSigner: (label: String, href: String) {
    (t("Lire la convention", "Read the agreement"), "\(page)/convention")
  }

  func formation(with prenom: String) -> Courriel {
    lettre(
      t("Votre binôme avec \(prenom)", "Your pair with \(prenom)"),
      t(
        "Vous allez pouvoir travailler avec \(prenom). Il reste à convenir de vos heures et de vos séances, puis à signer tous les deux.",
        "You will be able to work with \(prenom). What is left is to agree on your hours and sessions, then to sign, both of you."
      ), bouton: lireEtSigner)
  }

  func proposition(from prenom: String) -> Courriel {
    lettre(
      t("\(prenom) vous propose une convention", "\(prenom) suggests an agreement"),
      t(
        "\(prenom) propose des heures, un temps de réflexion et des séances. Lisez, changez si besoin, puis signez.",
        "\(prenom) suggests hours, a time for thought and sessions. Read, change if needed, then sign."),
      bouton: lireEtSigner)
  }

  func signature(by prenom: String, complete: Bool) -> Courriel {
    complete
      ? lettre(
        t("Votre convention est signée", "Your agreement is signed"),
        t(
          "\(prenom) a signé à son tour. Votre convention s’applique dès maintenant.",
          "\(prenom) has signed too. Your agreement applies from now on."),
        bouton: (t("Ouvrir nos échanges", "Open our exchanges"), page),
        apres: [
          t(
            "L’acte signé se relit et s’imprime à tout moment.",
            "The signed record can be read and printed at any time.")
        ])
      : lettre(
        t("\(prenom) a signé, à votre tour", "\(prenom) has signed, it is your turn"),
        t(
          "\(prenom) a signé votre convention. Elle s’applique dès que vous l’aurez signée aussi.",
          "\(prenom) has signed your agreement. It applies as soon as you have signed it too."),
        bouton: lireEtSigner)
  }

  func date(_ debut: Instant, from prenom: String) -> Courriel {
    lettre(
      t("\(prenom) propose une date", "\(prenom) suggests a date"),
      t("Pour votre séance\u{a0}: \(quand(debut)).", "For your session: \(quand(debut))."),
      bouton: (t("Répondre", "Answer"), "\(page)/seances"))
  }

  func dateConvenue(_ debut: Instant, with prenom: String) -> Courriel {
    lettre(
      t("Votre séance a une date", "Your session has a date"),
      t("C’est convenu avec \(prenom)\u{a0}: \(quand(debut)).", "It is agreed with \(prenom): \(quand(debut))."),
      bouton: (t("Voir nos séances", "See our sessions"), "\(page)/seances"))
  }

  func fin(by prenom: String) -> Courriel {
    lettre(
      t("Votre binôme avec \(prenom) prend fin", "Your pair with \(prenom) comes to an end"),
      t(
        "\(prenom) a mis fin à votre binôme. Ce que vous vous êtes écrit se relit encore, jusqu’à son effacement.",
        "\(prenom) has ended your pair. What you wrote to each other can still be read, until it is erased."),
      t("Pour la suite, vous pouvez voir la coordination.", "You can talk to the coordinator about what comes next."),
      bouton: (t("Ouvrir nos échanges", "Open our exchanges"), page))
  }

  /// The other has left for good, and the pair ends with it.
  func depart(of prenom: String) -> Courriel {
    lettre(
      t("Votre binôme prend fin", "Your pair comes to an end"),
      t(
        "Votre binôme avec \(prenom) prend fin\u{a0}: cette personne a fermé son compte. Cela ne dit rien de vous ni de vos échanges.",
        "Your pair with \(prenom) comes to an end: that person has closed their account. It says nothing about you or your exchanges."
      ),
      t("Pour la suite, vous pouvez voir la coordination.", "You can talk to the coordinator about what comes next."),
      bouton: (t("Ouvrir nos échanges", "Open our exchanges"), page))
  }

  /// At the opening: one for everything that waits.
  func ouverture() -> Courriel {
    lettre(
      t("On vous a écrit", "Somebody has written to you"),
      t(
        "Vos heures de lecture commencent. Ce qui vous attend se lit ici.",
        "Your reading hours begin. You can read here what is waiting for you."),
      bouton: (t("Lire", "Read"), "\(origin)/binomes"))
  }

  func reponse(from prenom: String) -> Courriel {
    lettre(
      t("\(prenom) vous a écrit", "\(prenom) has written to you"),
      t(
        "Un message est arrivé. Il se lit ici, quand vous voulez.",
        "A message has arrived. You can read it here, whenever you like."),
      bouton: (t("Lire", "Read"), page))
  }

  func orientation(from prenom: String) -> Courriel {
    lettre(
      t("Un mot de \(prenom)", "A word from \(prenom)"),
      t(
        "\(prenom) vous propose d’en parler autrement que par message. La page vous dit comment.",
        "\(prenom) suggests another way to talk about it than by message. The page tells you how."),
      bouton: (t("Voir sa proposition", "See the suggestion"), page))
  }

  func effacementProche(le effacement: Instant) -> Courriel {
    lettre(
      t("Vos échanges s’effaceront bientôt", "Your exchanges will be erased soon"),
      t(
        "Comme vous l’avez signé, ils s’effaceront \(quand(effacement)). Emportez-les d’ici là si vous y tenez.",
        "As you signed, they will be erased \(quand(effacement)). Take them along by then if you want to keep them."),
      bouton: (t("Emporter mes échanges", "Take my exchanges along"), "\(page)/export"))
  }
}

extension MentoratRoom {
  /// Writes to one of the two about their pair, in the act's own transaction. A mentor who has signed hours is not written
  /// to outside them; somebody suspended or erased meanwhile is not written to at all, and that keeps nobody from acting.
  func announce(
    to personne: PersonneID, of binome: Binome, at now: Instant, in tx: Transaction,
    _ compose: (Lettres, _ autre: String) throws -> Courriel
  ) throws {
    let other = binome.other(than: personne)
    guard let autre = try personnes.prenoms(of: [other], for: .person(personne), in: tx)[other] else { return }
    var from = now
    if personne == binome.mentor, let convention = try store.enVigueur(binome, in: tx) {
      from = try store.horaire(of: binome, convention, in: tx).opening(from: now) ?? now
    }
    // Of what still waits to be sent, the newest word is enough.
    let sujet = "\(binome.id):\(personne)"
    try house.outbox.withdraw(about: sujet, after: now, in: tx)
    try personnes.write(to: personne, about: sujet, from: from, in: tx) {
      try compose(Lettres(binome: binome.id, origin: origin, destinataire: $0, now: now), autre.prenom)
    }
  }
}
