import Html

/// What this frame cannot carry is shown the way to one that can.
package enum OrienterAilleurs: ArticleJuge {
  package static let cle = "orienter-ailleurs"
  package static let titre = Phrase("Orienter ailleurs", "Point to the right help")
  package static let raison = Phrase(
    "Quand cela va mal ou que cela presse, il existe des personnes dont c’est le métier, à toute heure.",
    "When things go badly or cannot wait, there are people whose job is to help, at any hour.")

  package static let verification = Parametre(
    "orienter-ailleurs.verification", Phrase("La vérification d’une ligne d’aide", "The checking of a helpline"),
    .jours, defaut: 180, bornes: 30...365)
  package static let parametres = [verification]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let verification = p.inWords(verification)
    return switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous gardez ce fil pour le travail. En cas de danger, de grande détresse ou d’urgence, vous appelez une \
          ligne d’aide\u{a0}: elles vous sont montrées à toute heure, et ce site n’en garde rien.
          """,
        en: """
          You keep this thread for work. In danger, in deep distress or in an emergency, you call a helpline: they are \
          shown to you at any hour, and this site keeps nothing of it.
          """)
    case .mentor:
      Phrase(
        fr: """
          Ce qui dépasse votre rôle, vous l’orientez vers une séance, un professionnel ou un service, sans poser de \
          diagnostic. Une urgence ne reçoit pas une réponse plus rapide\u{a0}: elle est orientée.
          """,
        en: """
          When something goes beyond your role, you point to a session, a professional or a service, without any \
          diagnosis. An emergency does not get a faster answer: you point to those who can help.
          """)
    case .coordinateur:
      Phrase(
        "Vous tenez à jour les lignes d’aide, et vous vérifiez chacune au moins tous les \(verification.fr).",
        "You keep the helplines up to date, and you check each of them at least every \(verification.en).")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Les signes de danger ou de détresse montrent aussitôt les lignes d’aide à qui écrit, sans rien bloquer.",
        "Signs of danger or distress show the helplines at once to whoever writes, and block nothing."),
      preuve: "les lignes d’aide paraissent aussitôt, et le message part"),
    .byCode(
      Phrase(
        "Rien n’en reste\u{a0}: ni fait, ni trace, ni journal, ni chiffre.",
        "Nothing of it remains: no fact, no trace, no log, no figure."),
      preuve: "ce que l’alerte a vu ne laisse rien"),
    .byCode(
      Phrase(
        "Chaque ligne d’aide dit sa source et le jour où elle a été vérifiée. La structure les tient à jour.",
        "Each helpline tells its source and the day it was checked. The organisation keeps them up to date."),
      preuve: "la structure tient ses lignes d’aide à jour"),
    .byCode(
      Phrase(
        "Le mentor oriente en trois gestes. Son choix est gardé, jamais sa raison.",
        "The mentor points to the right help in three steps. The choice is kept, never the reason for it."),
      preuve: "une orientation ne garde aucun contenu"),
  ]
}

extension OrienterAilleurs {
  /// What the words of a message call for.
  package enum Besoin: Sendable, CaseIterable {
    case aucun, urgence, detresse, danger, horsChamp
  }

  package struct Situation: Sendable {
    package let besoin: Besoin

    package init(besoin: Besoin) { self.besoin = besoin }
  }

  /// Never holds anything back.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation.besoin {
    case .aucun: .allow
    case .urgence: .advise(urgent)
    case .detresse: .advise(distress)
    case .danger: .advise(danger)
    case .horsChamp: .advise(beyond)
    }
  }

  private static let danger = motif(
    Phrase(
      "Si quelqu’un est en danger maintenant, appelez tout de suite.",
      "If somebody is in danger now, call straight away."),
    issue: Phrase(
      "Ici, personne ne lit tout de suite. À ces numéros, quelqu’un vous répond.",
      "Nobody here reads straight away. At these numbers, somebody answers you."))

  private static let distress = motif(
    Phrase(
      "Ce que vous écrivez a l’air lourd à porter.",
      "What you write sounds hard to carry."),
    issue: Phrase(
      "Vous pouvez en parler maintenant à quelqu’un dont c’est le métier. C’est gratuit, et on ne vous juge pas.",
      "You can talk about it now to somebody whose job is to listen. It is free, and nobody judges you."))

  private static let urgent = motif(
    Phrase(
      "Ici, personne ne lit tout de suite.",
      "Nobody here reads straight away."),
    issue: Phrase(
      "Si cela doit se décider aujourd’hui, voyez une personne responsable sur place. Racontez-le ici ensuite.",
      "If it must be decided today, see somebody in charge where you are. Write about it here afterwards."))

  private static let beyond = motif(
    Phrase(
      "Un mentor ne peut pas tout savoir. Pour le droit, la santé, le logement ou l’argent, d’autres savent mieux.",
      "A mentor cannot know everything. For law, health, housing or money, other people know better."),
    issue: Phrase(
      "Vous pouvez l’écrire ici quand même, et chercher ensemble qui peut aider.",
      "You can still write about it here, and look together for somebody who can help."))
}
