import Html

/// One says where one's help stops, and hands over to people qualified for what comes next.
package enum PasserLeRelais: ArticleJuge {
  package static let cle = "passer-le-relais"
  package static let titre = Phrase("Passer le relais", "Hand over")
  package static let raison = Phrase(
    "Dire «\u{a0}je ne sais pas, mais quelqu’un sait\u{a0}», c’est déjà aider. Reste à avoir une réponse.",
    "Saying “I do not know, but somebody does” is already helping. What remains is to get an answer.")

  package static let relance = Parametre(
    "passer-le-relais.relance", Phrase("Le temps avant une relance", "The time before a reminder"),
    .jours, defaut: 10, bornes: 3...60)
  package static let relances = Parametre(
    "passer-le-relais.relances", Phrase("Le nombre de relances au plus", "The greatest number of reminders"),
    .nombre, defaut: 3, bornes: 1...6)
  package static let verification = Parametre(
    "passer-le-relais.verification", Phrase("La vérification d’un service", "The checking of a service"),
    .jours, defaut: 365, bornes: 30...730)
  package static let parametres = [relance, relances, verification]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (relance, reminders, verification) = (p.inWords(relance), reminders(p), p.inWords(verification))
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous dites ce qui dépasse votre rôle et, avec l’accord de la personne, vous l’orientez vers un service dont \
          on sait pourquoi il est qualifié. Sans réponse, vous relancez tous les \(relance.fr), avec \(reminders.fr) \
          au plus. Un service est à vérifier de nouveau après \(verification.fr).
          """,
        en: """
          You say what goes beyond your role and, with the person’s agreement, you refer them to a service known to \
          be qualified, and why. Without an answer, you remind it every \(relance.en), with at most \(reminders.en). \
          A service is to be checked again after \(verification.en).
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous tenez l’annuaire des services, et vous faites vérifier ceux qui ne l’ont pas été depuis \
          \(verification.fr). Quand quelqu’un quitte l’équipe, vous veillez à ce que chaque personne sache qui l’aide \
          désormais.
          """,
        en: """
          You keep the directory of services, and you have those checked that were not for \(verification.en). When \
          somebody leaves the team, you see to it that each person knows who helps them from then on.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  private static func reminders(_ p: Parametres) -> Phrase {
    .count(p[relances], Phrase("relance", "reminder"), Phrase("relances", "reminders"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Une page publique dit ce que l’équipe ne fait pas, et qui le fait.",
        "A public page tells what the team does not do, and who does it."),
      preuve: "une page publique dit ce que l’équipe ne fait pas, et qui le fait"),
    .byCode(
      Phrase(
        "L’annuaire dit pourquoi chaque service est qualifié, et quand il a été vérifié.",
        "The directory tells why each service is qualified, and when it was checked."),
      preuve: "l’annuaire dit pourquoi un service est qualifié, et quand il a été vérifié"),
    .byCode(
      Phrase(
        "Rien ne part vers un service sans l’accord noté de la personne, qui voit ce qui sera écrit.",
        "Nothing leaves for a service without the person’s agreement, noted, and they see what will be written."),
      preuve: "rien ne part sans l’accord noté de la personne"),
    .byCode(
      Phrase(
        "Le service répond sans compte, par un lien ou par une lettre.",
        "The service answers without an account, by a link or by a letter."),
      preuve: "le service répond sans compte, par un lien ou par une lettre"),
    .byReminder(
      Phrase(
        "Une orientation se rappelle au rythme signé, jusqu’à une issue.",
        "A referral comes back at the signed rhythm, until it has an outcome."),
      preuve: "un relais se rappelle au rythme signé, jusqu’à une issue"),
    .notYet(
      Phrase(
        "Tout un suivi passe à une autre personne de l’équipe, avec ce qui reste à faire.",
        "A whole thread goes to somebody else on the team, with what is left to do.")),
  ]
}

extension PasserLeRelais {
  /// A referral about to leave.
  package struct Situation: Sendable {
    /// The person agreed to it, and it is noted.
    package let consentement: Bool
    /// Why the receiver is qualified is written.
    package let habilitation: Bool
    /// Days since the service was last checked.
    package let verifieDepuis: Int

    package init(consentement: Bool, habilitation: Bool, verifieDepuis: Int) {
      self.consentement = consentement
      self.habilitation = habilitation
      self.verifieDepuis = verifieDepuis
    }
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    if !situation.consentement { return .refuse(unagreed) }
    if !situation.habilitation { return .refuse(unqualified) }
    return situation.verifieDepuis > p[verification] ? .advise(stale(p)) : .allow
  }

  private static let unagreed = motif(
    Phrase("L’accord de la personne n’est pas noté.", "The person’s agreement is not noted."),
    issue: Phrase(
      "Montrez-lui à qui vous écrivez et ce que vous dites, puis demandez-lui.",
      "Show them whom you write to and what you say, then ask them."))

  private static let unqualified = motif(
    Phrase(
      "On ne sait pas encore pourquoi ce service est qualifié.",
      "It is not known yet why this service is qualified."),
    issue: Phrase(
      "Écrivez-le dans sa fiche\u{a0}: son métier, son agrément, sa mission. Vous pouvez aussi en choisir un autre.",
      "Write it on its card: its profession, its licence, its mission. You can also choose another one."))

  private static func stale(_ p: Parametres) -> Motif {
    let verification = p.inWords(verification)
    return motif(
      Phrase(
        "Ce service n’a pas été vérifié depuis plus de \(verification.fr).",
        "This service was last checked more than \(verification.en) ago."),
      issue: Phrase(
        "Un appel suffit souvent\u{a0}: notez ensuite la date du jour. Votre orientation peut partir sans attendre.",
        "A call is often enough: then note today’s date. Your referral can leave without waiting."))
  }
}
