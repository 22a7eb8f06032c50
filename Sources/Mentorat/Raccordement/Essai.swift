import Html
import Web
import WhatsApp

/// What Meta answers when it is asked, one thing after the other, whether the number works.
struct Essai: Sendable {
  /// The languages that our text is sent in.
  static let langues = Langue.allCases.map(\.rawValue)

  let numero: Dit<NumeroConnu>
  /// nil where the business account is not given.
  let compte: Compte?
  /// Whether anything that Meta signed ever came.
  let recu: Bool

  struct Compte: Sendable {
    let gabarits: Dit<[GabaritDeMeta]>
    /// How many applications are told what the number gets.
    let abonnements: Dit<Int>
  }

  /// One line of the page.
  struct Constat: Sendable {
    let ton: Ton
    let phrase: Phrase
  }

  /// - Parameter attendu: the number that people are shown.
  func constats(attendu: String) -> [Constat] {
    [numero(attendu)] + (compte.map { [abonnements($0)] + gabarits($0) } ?? [sansCompte]) + [arrivee]
  }

  private func numero(_ attendu: String) -> Constat {
    switch numero {
    case .refuse(let erreur): Constat(erreur)
    case .dit(let connu) where !connu.isDialled(attendu):
      Constat(
        .refus,
        Phrase(
          "Meta connaît un autre numéro, \(connu.entier). Celui qui est montré aux binômes est \(attendu)\u{a0}: corrigez l’un des deux réglages.",
          "Meta knows another number, \(connu.entier). The one that pairs are shown is \(attendu): mend one of the two settings."
        ))
    case .dit(let connu):
      Constat(
        .accord,
        Phrase(
          "Meta reconnaît le numéro \(connu.entier)\(connu.nom.map { ", au nom de «\u{a0}\($0)\u{a0}»" } ?? "").",
          "Meta knows the number \(connu.entier)\(connu.nom.map { ", in the name of “\($0)”" } ?? "")."))
    }
  }

  private func abonnements(_ compte: Compte) -> Constat {
    switch compte.abonnements {
    case .refuse(let erreur): Constat(erreur)
    case .dit(0):
      Constat(
        .refus,
        Phrase(
          "Aucune application n’est abonnée au compte\u{a0}: rien n’arrivera ici. Chez Meta, abonnez la vôtre.",
          "No application is subscribed to the account: nothing will come here. At Meta, subscribe yours."))
    case .dit:
      Constat(.accord, Phrase("Une application est abonnée au compte.", "An application is subscribed to the account."))
    }
  }

  private func gabarits(_ compte: Compte) -> [Constat] {
    switch compte.gabarits {
    case .refuse(let erreur): [Constat(erreur)]
    case .dit(let connus):
      Self.langues.map { langue in
        Constat(connus.first { $0.langue == langue }?.etat, langue: langue)
      }
    }
  }

  private var sansCompte: Constat {
    Constat(
      .neutre,
      Phrase(
        "L’identifiant du compte professionnel n’est pas donné\u{a0}: le texte d’annonce et l’abonnement n’ont pas été regardés.",
        "The identifier of the business account is not given: the notice and the subscription were not looked at."))
  }

  private var arrivee: Constat {
    recu
      ? Constat(.accord, Phrase("Meta a déjà écrit à cette adresse.", "Meta has already posted to this address."))
      : Constat(
        .attente,
        Phrase(
          "Meta n’a encore rien envoyé ici. Collez l’adresse chez Meta, puis écrivez un mot au numéro depuis un téléphone.",
          "Meta has sent nothing here yet. Paste the address at Meta, then write a word to the number from a telephone."
        ))
  }
}

extension Essai.Constat {
  init(_ ton: Ton, _ phrase: Phrase) { (self.ton, self.phrase) = (ton, phrase) }

  /// Asked by somebody who waits for the answer: what is owed to messages is not said.
  fileprivate init(_ erreur: Erreur) {
    self =
      switch erreur.classe {
      case .jeton:
        Self(
          .refus,
          Phrase(
            "Meta refuse le jeton d’accès. Faites-en un autre chez Meta, donnez-le au serveur et relancez-le.",
            "Meta refuses the access token. Make another one at Meta, give it to the server and start it again."))
      case .plusTard, .cadence, .cadencePaire:
        Self(
          .attente,
          Phrase(
            "Meta ne répond pas bien en ce moment. Essayez encore dans quelques minutes.",
            "Meta does not answer well right now. Try again in some minutes."))
      case .compte: Self(.refus, erreur.classe.phrase)
      case .fenetreFermee, .gabarit, .destinataire, .jamais:
        Self(
          .refus,
          Phrase(
            "Meta ne connaît pas ce qui lui est demandé. Comparez les identifiants du numéro et du compte avec ceux de Meta.",
            "Meta does not know what it is asked. Compare the identifiers of the number and of the account with Meta’s."
          ))
      }
  }

  /// Where our text stands in one language.
  /// - Parameter etat: nil where it was not submitted, or Meta said nothing of it.
  init(_ etat: GabaritDeMeta.Etat?, langue: String) {
    let texte =
      langue == Langue.fr.rawValue
      ? Phrase("Texte d’annonce en français", "Notice in French")
      : Phrase("Texte d’annonce en anglais", "Notice in English")
    func said(_ fr: String, _ en: String) -> Phrase { Phrase("\(texte.fr)\u{a0}: \(fr)", "\(texte.en): \(en)") }
    self =
      switch etat {
      case .approuve: Self(.accord, said("accepté par Meta.", "accepted by Meta."))
      case .enAttente: Self(.attente, said("Meta le regarde encore.", "Meta is still looking at it."))
      case .refuse:
        Self(
          .refus,
          said(
            "refusé par Meta. Soumettez de nouveau celui qui est plus bas\u{a0}; d’ici là, l’e-mail prévient.",
            "refused by Meta. Submit the one below again; until then, e-mail tells people."))
      case .suspendu:
        Self(
          .attente,
          said(
            "suspendu par Meta pour quelque temps. D’ici là, l’e-mail prévient.",
            "paused by Meta for a while. Until then, e-mail tells people."))
      case .retire:
        Self(
          .refus,
          said(
            "retiré chez Meta. Soumettez celui qui est plus bas.", "removed at Meta. Submit the one below."))
      case nil:
        Self(
          .attente,
          said(
            "Meta n’en a rien dit. Soumettez celui qui est plus bas.",
            "Meta has said nothing of it. Submit the one below."))
      }
  }
}

extension NumeroConnu {
  /// Not cut at the end of a line.
  fileprivate var entier: String { affiche.replacing(" ", with: "\u{a0}") }
}
