import Base
import Html
import Personnes
import Temps
import Web

/// The letters a meeting owes, in the reader's language and hours. They name the other person by first name only; the
/// calendar file names nobody.
struct Lettres: Sendable {
  let rencontre: Rencontre
  let origin: String
  let destinataire: Destinataire
  let now: Instant
  private var t: Langue { destinataire.langue }

  init(_ rencontre: Rencontre, _ origin: String, _ destinataire: Destinataire, _ now: Instant) {
    self.rencontre = rencontre
    self.origin = origin
    self.destinataire = destinataire
    self.now = now
  }

  private var page: String { "\(origin)/rencontres/\(rencontre.id)" }
  private func moment(_ instant: Instant) -> String {
    t.dateEtHeure(instant, destinataire.fuseau, reference: Jour(now, in: destinataire.fuseau))
  }
  private var quand: String { moment(rencontre.debut) }
  private var bonjour: String { t("Bonjour \(destinataire.prenom),", "Hello \(destinataire.prenom),") }

  func demande(from prenom: String) -> Courriel {
    Lettre(
      t, sujet: t("\(prenom) aimerait découvrir votre métier", "\(prenom) would like to discover your job"),
      paragraphes: [
        bonjour,
        t(
          "\(prenom) vous demande une rencontre en visio, \(quand).",
          "\(prenom) asks you for a meeting by video, \(quand)."),
        t(
          "Sa motivation et ses questions vous attendent. Vous pouvez répondre jusqu’au \(moment(rencontre.echeance)).",
          "Their reasons and questions are waiting for you. You can answer until \(moment(rencontre.echeance))."),
      ],
      bouton: (t("Lire et répondre", "Read and answer"), page),
      apres: [
        t(
          "Sans réponse, la demande prend fin d’elle-même et le créneau redevient libre.",
          "Without an answer, the request ends by itself and the slot is free again.")
      ]
    ).courriel(to: destinataire.adresse)
  }

  func acceptation(with prenom: String, mot: String, isExplorateur: Bool) -> Courriel {
    let phrase =
      isExplorateur
      ? t(
        "\(prenom) accepte votre demande. Vous vous verrez \(quand).",
        "\(prenom) accepts your request. You will meet \(quand).")
      : t("C’est convenu avec \(prenom)\u{a0}: \(quand).", "It is agreed with \(prenom): \(quand).")
    return Lettre(
      t, sujet: t("Rencontre convenue, \(quand)", "Meeting agreed, \(quand)"), paragraphes: [bonjour, phrase],
      citation: isExplorateur && !mot.isEmpty ? mot : nil, bouton: (t("Voir la rencontre", "See the meeting"), page),
      apres: [
        t(
          "La salle s’ouvre un peu avant l’heure, sur cette même page. Un empêchement\u{a0}? Dites-le là aussi, le plus tôt possible.",
          "The room opens a little before the time, on that same page. Something came up? Say so there too, as early as you can."
        )
      ]
    ).courriel(to: destinataire.adresse, calendrier: calendrier(.invitation))
  }

  func declin(by prenom: String, mot: String) -> Courriel {
    Lettre(
      t, sujet: t("\(prenom) ne peut pas cette fois", "\(prenom) cannot this time"),
      paragraphes: [
        bonjour,
        t(
          "\(prenom) ne pourra pas vous recevoir, et vous a laissé un mot. D’autres personnes font des métiers proches\u{a0}: votre préparation servira.",
          "\(prenom) will not be able to see you, and left you a note. Other people do similar jobs: your preparation will be of use."
        ),
      ], citation: mot.isEmpty ? nil : mot,
      bouton: (t("Trouver une autre personne", "Find somebody else"), "\(origin)/recherche")
    ).courriel(to: destinataire.adresse)
  }

  func expiration(of prenom: String) -> Courriel {
    Lettre(
      t, sujet: t("Votre demande à \(prenom) est restée sans réponse", "Your request to \(prenom) got no answer"),
      paragraphes: [
        bonjour,
        t(
          "\(prenom) n’a pas pu répondre à temps\u{a0}; cela ne dit rien de la qualité de votre demande. Le créneau est libéré, et vos questions restent dans «\u{a0}Mes rencontres\u{a0}».",
          "\(prenom) could not answer in time; it says nothing about how good your request was. The slot is free again, and your questions stay in “My meetings”."
        ),
      ], bouton: (t("Trouver une autre personne", "Find somebody else"), "\(origin)/recherche")
    ).courriel(to: destinataire.adresse)
  }

  func annulation(by prenom: String?, mot: String) -> Courriel {
    let phrase =
      prenom.map {
        t(
          "\($0) ne pourra pas venir à votre rencontre du \(quand).",
          "\($0) will not be able to come to your meeting on \(quand).")
      }
      ?? t(
        "Votre rencontre du \(quand) est annulée, comme vous l’avez demandé.",
        "Your meeting on \(quand) is cancelled, as you asked.")
    return Lettre(
      t, sujet: t("Rencontre annulée, \(quand)", "Meeting cancelled, \(quand)"), paragraphes: [bonjour, phrase],
      citation: prenom == nil || mot.isEmpty ? nil : mot,
      bouton: (t("Voir mes rencontres", "See my meetings"), "\(origin)/rencontres")
    ).courriel(to: destinataire.adresse, calendrier: calendrier(.annulation))
  }

  /// The other has left for good. A request that was never agreed is in nobody's calendar.
  func depart(of prenom: String, wasAgreed: Bool) -> Courriel {
    Lettre(
      t, sujet: t("Rencontre annulée, \(quand)", "Meeting cancelled, \(quand)"),
      paragraphes: [
        bonjour,
        t(
          "Votre rencontre du \(quand) avec \(prenom) n’aura pas lieu\u{a0}: cette personne a fermé son compte. Cela ne dit rien de vous.",
          "Your meeting on \(quand) with \(prenom) will not take place: that person has closed their account. It says nothing about you."
        ),
        t(
          "Ce moment est de nouveau libre. Merci de l’avoir gardé.",
          "That time is free again. Thank you for keeping it."),
      ], bouton: (t("Voir mes rencontres", "See my meetings"), "\(origin)/rencontres")
    ).courriel(to: destinataire.adresse, calendrier: wasAgreed ? calendrier(.annulation) : nil)
  }

  /// A request taken back before it was answered: in nobody's calendar yet.
  func retrait(by prenom: String, mot: String) -> Courriel {
    Lettre(
      t, sujet: t("\(prenom) retire sa demande", "\(prenom) takes back their request"),
      paragraphes: [
        bonjour,
        t(
          "\(prenom) retire sa demande de rencontre pour \(quand). Votre créneau est de nouveau libre.",
          "\(prenom) takes back their request for a meeting on \(quand). Your slot is free again."),
      ], citation: mot.isEmpty ? nil : mot,
      bouton: (t("Voir mes rencontres", "See my meetings"), "\(origin)/rencontres")
    ).courriel(to: destinataire.adresse)
  }

  func rappel(with prenom: String) -> Courriel {
    Lettre(
      t, sujet: t("Demain\u{a0}: votre rencontre avec \(prenom)", "Tomorrow: your meeting with \(prenom)"),
      paragraphes: [
        bonjour, t("Vous avez rendez-vous avec \(prenom), \(quand).", "You are meeting \(prenom), \(quand)."),
        t(
          "Vous pouvez essayer votre caméra et votre micro à l’avance, depuis la salle.",
          "You can try your camera and microphone beforehand, from the room."),
      ], bouton: (t("Voir la rencontre", "See the meeting"), page)
    ).courriel(to: destinataire.adresse)
  }

  func bilan(with prenom: String) -> Courriel {
    Lettre(
      t, sujet: t("Que retenez-vous de votre rencontre\u{a0}?", "What do you take away from your meeting?"),
      paragraphes: [
        bonjour,
        t(
          "Votre rencontre avec \(prenom) vient de se terminer. Quelques lignes tant que c’est frais, et un mot pour remercier\u{a0}: cinq minutes suffisent.",
          "Your meeting with \(prenom) has just ended. A few lines while it is fresh, and a word of thanks: five minutes are enough."
        ),
        t(
          "Votre bilan est attendu avant le \(moment(rencontre.bilanAttendu)).",
          "Your review is expected before \(moment(rencontre.bilanAttendu))."),
      ], bouton: (t("Écrire mon bilan", "Write my review"), "\(page)/bilan")
    ).courriel(to: destinataire.adresse)
  }

  func remerciement(from prenom: String, mot: String) -> Courriel {
    Lettre(
      t, sujet: t("\(prenom) vous remercie", "\(prenom) thanks you"),
      paragraphes: [
        bonjour,
        t("Après votre rencontre, \(prenom) vous écrit\u{a0}:", "After your meeting, \(prenom) writes to you:"),
      ],
      citation: mot, bouton: (t("Voir la rencontre", "See the meeting"), page),
      apres: [t("Merci du temps que vous donnez.", "Thank you for the time you give.")]
    ).courriel(to: destinataire.adresse)
  }

  private func calendrier(_ envoi: Calendrier.Envoi) -> Piece {
    let host =
      origin.split(separator: "/").dropFirst().first.map(String.init)?.split(separator: ":").first.map(String.init)
      ?? "vademecum"
    let calendrier = Calendrier(
      envoi, uid: "\(rencontre.id)@\(host)", sequence: rencontre.sequence, stamp: now, start: rencontre.debut,
      end: rencontre.fin, fuseau: destinataire.fuseau, titre: t("Rencontre en visio", "Video meeting"),
      description: t(
        "Tout est sur la page de la rencontre\u{a0}: \(page)", "Everything is on the meeting’s page: \(page)"),
      lien: page,
      organisateur: .init(nom: "Vademecum", courriel: "ne-pas-repondre@\(host)"),
      participant: .init(courriel: destinataire.adresse), rappel: .minutes(15))
    return Piece(methode: envoi.rawValue, contenu: calendrier.fichier)
  }
}
