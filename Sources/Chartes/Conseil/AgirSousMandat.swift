import Html
import Temps

/// One acts in a person's place only when a right would be lost, and only under what they signed.
package enum AgirSousMandat: ArticleJuge {
  package static let cle = "agir-sous-mandat"
  package static let titre = Phrase("Agir sous mandat", "Act under a mandate")
  package static let raison = Phrase(
    "Agir pour quelqu’un demande son accord écrit et une bonne raison. L’agent qui suit son dossier passe d’abord.",
    "Acting for somebody takes their written agreement and a good reason. Their own case officer comes first.")

  package static let duree = Parametre(
    "agir-sous-mandat.duree", Phrase("La durée d’un mandat au plus", "The greatest length of a mandate"),
    .jours, defaut: 365, bornes: 1...365)
  package static let conservation = Parametre(
    "agir-sous-mandat.conservation",
    Phrase("La garde après la fin d’un mandat", "The keeping after the end of a mandate"),
    .jours, defaut: 2190, bornes: 1096...3650)
  package static let parametres = [duree, conservation]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (duree, conservation) = (p.inWords(duree), p.inWords(conservation))
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous agissez pour une personne seulement si elle risque de perdre un droit, après avoir demandé quel agent \
          suit son dossier\u{a0}; un mandat dure \(duree.fr) au plus, et sa trace est gardée \(conservation.fr) après \
          sa fin. Un mandat dit ce que la personne accepte, mais ne donne à lui seul aucun droit devant une \
          administration, et agir par FranceConnect reste l’affaire d’Aidants Connect. Vous ne gardez jamais un mot de \
          passe de la personne.
          """,
        en: """
          You act for a person only if they risk losing a right, after asking which officer follows their case; a \
          mandate lasts at most \(duree.en), and its record is kept \(conservation.en) after its end. A mandate \
          tells what the person agrees to, but by itself gives no right before an administration, and acting through \
          FranceConnect belongs to Aidants Connect. You never keep a password of theirs.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous veillez à ce qu’un mandat reste l’exception, et à ce que sa trace soit gardée \(conservation.fr) après \
          sa fin. Vous ne demandez à personne d’agir sans mandat, ni de remplacer l’agent d’une administration.
          """,
        en: """
          You see to it that a mandate remains the exception, and that its record is kept \(conservation.en) after its \
          end. You ask nobody to act without one, nor to stand in for the officer of an administration.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un mandat s’ouvre seulement si un droit risque d’être perdu, une fois l’agent demandé.",
        "A mandate opens only if a right may be lost, once the officer was asked for."),
      preuve: "un mandat s’ouvre seulement sur un droit en jeu et une fois l’agent demandé"),
    .byCode(
      Phrase(
        "Une personne mineure ou protégée est orientée vers qui peut agir pour elle.",
        "A minor or a protected person is shown the way to those who may act for them."),
      preuve: "une personne mineure ou protégée est orientée et rien n’est gardé", source: .loi),
    .byCode(
      Phrase(
        "La personne signe, et qui l’aide prouve d’abord son identité.",
        "The person signs, and whoever helps them proves first who they are."),
      preuve: "qui aide prouve d’abord que c’est bien lui"),
    .byCode(
      Phrase(
        "Chaque usage d’un mandat est noté\u{a0}: qui, quand, pour quelle démarche.",
        "Each use of a mandate is noted: who, when, for which procedure."),
      preuve: "chaque usage est noté avec qui, quand et pour quelle démarche"),
    .byCode(
      Phrase(
        "Un acte est refusé dès l’instant où le mandat finit, est retiré, ou ne couvre pas la démarche.",
        "An act is refused from the instant the mandate ends, is withdrawn, or does not cover the procedure."),
      preuve: "retiré sur un autre serveur l’instant d’avant, le mandat n’ouvre plus rien"),
    .byCode(
      Phrase(
        "La personne retire une démarche ou tout le mandat, quand elle veut.",
        "The person withdraws one procedure or the whole mandate, whenever they like."),
      preuve: "la personne arrête une démarche ou tout, quand elle veut"),
    .byCode(
      Phrase(
        "La personne repart avec une attestation imprimée, qui porte l’empreinte de ce qui est signé.",
        "The person leaves with a printed certificate, which bears the fingerprint of what is signed."),
      preuve: "la personne repart avec une attestation qui porte son empreinte"),
    .byCode(
      Phrase(
        "Aucun mot de passe de la personne n’est gardé\u{a0}: un texte qui en contient un est retenu.",
        "No password of the person is kept: a text that holds one is held back."),
      preuve: "un mot de passe ou un code n’est jamais gardé"),
    .byCode(
      Phrase(
        "Après la fin, la trace du mandat est mise sous clé le temps signé, puis effacée.",
        "After the end, the record of the mandate is locked away for the signed time, then erased."),
      preuve: "un mandat signé reste comme preuve le temps signé, puis s’efface à la milliseconde", source: .loi),
  ]
}

extension AgirSousMandat {
  /// Who cannot give a mandate here.
  package enum Exclusion: String, CaseIterable, Sendable {
    case mineur, protege
  }

  /// What is known when a mandate is about to be opened.
  package struct Ouverture: Sendable, Equatable {
    /// A right may be lost, and which one is written.
    package let risque: Bool
    /// "Who is the operator's agent?" was asked, and the answer written.
    package let agent: Bool
    package let exclusion: Exclusion?
    /// In days: one of `durees`.
    package let duree: Int
    /// How many procedures it covers.
    package let demarches: Int

    package init(risque: Bool, agent: Bool, exclusion: Exclusion?, duree: Int, demarches: Int) {
      self.risque = risque
      self.agent = agent
      self.exclusion = exclusion
      self.duree = duree
      self.demarches = demarches
    }
  }

  /// A mandate as it stands when somebody is about to act under it.
  package struct Usage: Sendable, Equatable {
    package let now: Instant
    package let debut: Instant
    /// The first instant at which it no longer holds.
    package let fin: Instant
    /// When it was withdrawn, or the procedure was; nil as long as it stands.
    package let revoque: Instant?
    /// Whether the procedure is one of those it covers.
    package let couverte: Bool

    package init(now: Instant, debut: Instant, fin: Instant, revoque: Instant?, couverte: Bool) {
      self.now = now
      self.debut = debut
      self.fin = fin
      self.revoque = revoque
      self.couverte = couverte
    }
  }

  package enum Situation: Sendable, Equatable {
    case ouvrir(Ouverture)
    case agir(Usage)
  }

  /// The lengths one chooses from, in days: a day, a month, six months, a year.
  package static let durees = [1, 31, 182, 365]

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .ouvrir(let ouverture): obstacle(to: ouverture, p).map { .refuse($0) } ?? .allow
    case .agir(let usage): obstacle(to: usage).map { .refuse($0) } ?? .allow
    }
  }

  private static func obstacle(to ouverture: Ouverture, _ p: Parametres) -> Motif? {
    switch ouverture.exclusion {
    case .mineur: return minor
    case .protege: return guarded
    case nil: break
    }
    if !ouverture.risque { return safe }
    if !ouverture.agent { return unasked }
    if ouverture.demarches < 1 { return aimless }
    return durees.contains(ouverture.duree) && ouverture.duree <= p[duree] ? nil : length(p)
  }

  private static func obstacle(to usage: Usage) -> Motif? {
    if usage.now < usage.debut { return early }
    if usage.now >= usage.fin { return expired }
    if let revoque = usage.revoque, revoque <= usage.now { return withdrawn }
    return usage.couverte ? nil : uncovered
  }
}

extension AgirSousMandat {
  private static let minor = motif(
    Phrase(
      "Cette personne est mineure\u{a0}: elle ne peut pas donner de mandat.",
      "This person is a minor: they cannot give a mandate."),
    issue: Phrase(
      "Un parent ou son tuteur agit pour elle. Sinon, voyez l’aide à l’enfance ou le service social de son école.",
      "A parent or guardian acts for them. Otherwise, turn to child and youth services or the school social worker."))

  private static let guarded = motif(
    Phrase(
      "Cette personne est sous tutelle, sous curatelle ou sous une autre protection.",
      "This person is under guardianship, curatorship or another protection."),
    issue: Phrase(
      "C’est la personne qui la protège qui peut agir. Proposez de lui écrire un mot ensemble.",
      "The person who protects them is the one who may act. Offer to write them a word together."))

  private static let safe = motif(
    Phrase(
      "Aucun risque de perdre un droit n’est noté.",
      "No risk of losing a right is noted."),
    issue: Phrase(
      "Faites la démarche avec la personne\u{a0}: aucun mandat n’est nécessaire. Si un droit est en jeu, notez lequel.",
      "Do the procedure with the person: no mandate is needed. If a right is at stake, note which one."))

  private static let unasked = motif(
    Phrase(
      "On ne sait pas encore quel agent suit ce dossier.",
      "It is not known yet which officer follows this case."),
    issue: Phrase(
      "Demandez d’abord qui le suit, et notez la réponse. Si personne ne le suit, notez-le aussi.",
      "First ask who follows it, and note the answer. If nobody does, note that too."))

  private static let aimless = motif(
    Phrase("Aucune démarche n’est encore choisie.", "No procedure is chosen yet."),
    issue: Phrase(
      "Choisissez avec la personne ce que vous ferez pour elle, et rien de plus.",
      "Choose with the person what you will do for them, and nothing more."))

  private static func length(_ p: Parametres) -> Motif {
    let duree = p.inWords(duree)
    return motif(
      Phrase(
        "La durée d’un mandat se choisit dans une liste, et ne dépasse pas \(duree.fr).",
        "The length of a mandate is chosen from a list, and does not go beyond \(duree.en)."),
      issue: Phrase(
        "Prenez la plus courte qui suffit\u{a0}: un autre mandat pourra suivre.",
        "Take the shortest one that is enough: another mandate may follow."))
  }

  private static let early = motif(
    Phrase("Ce mandat n’a pas encore commencé.", "This mandate has not begun yet."),
    issue: Phrase(
      "Attendez son premier jour, ou faites la démarche avec la personne.",
      "Wait for its first day, or do the procedure with the person."))

  private static let expired = motif(
    Phrase("Ce mandat est arrivé à sa fin.", "This mandate has come to its end."),
    issue: Phrase(
      "Faites la démarche avec la personne. Si un droit est encore en jeu, demandez-lui un nouveau mandat.",
      "Do the procedure with the person. If a right is still at stake, ask them for a new mandate."))

  private static let withdrawn = motif(
    Phrase("Ce mandat a été retiré.", "This mandate was withdrawn."),
    issue: Phrase(
      "Laissez la démarche où elle en est, et parlez-en avec la personne.",
      "Leave the procedure where it is, and talk about it with the person."))

  private static let uncovered = motif(
    Phrase(
      "Cette démarche n’est pas dans le mandat.",
      "This procedure is not in the mandate."),
    issue: Phrase(
      "Demandez à la personne un nouveau mandat pour cette démarche, ou faites-la avec elle.",
      "Ask the person for a new mandate for this procedure, or do it with them."))
}
