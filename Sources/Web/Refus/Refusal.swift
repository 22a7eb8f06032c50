import Base
import HTTPTypes
import Html

/// Why no page of a room answers. What happened inside is never told.
enum Refusal: Sendable, CaseIterable {
  case absent, method, signIn, stale, tooLarge, tooOften, busy, full, unsure, broken

  init(_ error: any Error) {
    self =
      switch error {
      case is Absent: .absent
      case is SignInNeeded: .signIn
      case is StaleForm: .stale
      case is TooLarge: .tooLarge
      case DatabaseError.busy: .busy
      case DatabaseError.full: .full
      case DatabaseError.unavailable, DatabaseError.undurable: .unsure
      default: .broken
      }
  }

  /// How the log of who did what names it; nil for what says nothing of rights.
  var trace: StaticString? {
    switch self {
    case .absent: "refus:absent"
    case .signIn: "refus:connexion"
    case .stale: "refus:sceau"
    case .tooOften: "refus:frequence"
    case .method, .tooLarge, .busy, .full, .unsure, .broken: nil
    }
  }

  /// The house could not, and will soon: what was typed is given back, ready to be sent again.
  var passes: Bool { self == .busy || self == .full || self == .unsure }

  /// Worth a line for whoever keeps the server.
  var isFailure: Bool { self == .full || self == .unsure || self == .broken }

  var status: HTTPResponse.Status {
    switch self {
    case .absent: .notFound
    case .method: .methodNotAllowed
    case .signIn: .unauthorized
    case .stale: .forbidden
    case .tooLarge: .contentTooLarge
    case .tooOften: .tooManyRequests
    case .busy, .unsure: .serviceUnavailable
    case .full: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
    case .broken: .internalServerError
    }
  }
}

/// Says it in the person's language, and what to do next.
struct RefusalPage: Page {
  let refus: Refusal
  let reference: String
  let retour: String
  /// Something was sent, not only asked for.
  var sent = false
  var renvoi: Renvoi?

  func titre(_ t: Langue) -> String {
    switch refus {
    case .absent: t("Cette page n’existe pas", "This page does not exist")
    case .method: t("Cette page s’ouvre autrement", "This page opens another way")
    case .signIn: t("Entrez d’abord", "Come in first")
    case .stale: t("Cette page a vieilli", "This page has grown old")
    case .tooLarge: t("C’est trop long pour nous", "This is too long for us")
    case .tooOften: t("Un instant, s’il vous plaît", "One moment, please")
    case .busy: t("Beaucoup de monde en ce moment", "Many people right now")
    case .full: t("Il n’y a plus de place ici", "There is no room left here")
    case .unsure: t("Nous n’avons pas pu finir", "We could not finish")
    case .broken: t("Quelque chose n’a pas marché de notre côté", "Something went wrong on our side")
    }
  }

  private func phrase(_ t: Langue) -> String {
    switch refus {
    case .absent:
      t(
        "L’adresse a peut-être changé, ou cette page n’est pas à vous. Repartez de l’accueil\u{a0}: tout y est.",
        "The address may have changed, or this page is not yours. Start again from home: everything is there.")
    case .method:
      t("Repartez de l’accueil et suivez les liens.", "Start again from home and follow the links.")
    case .signIn:
      t(
        "Votre connexion est terminée. Entrez à nouveau, puis reprenez.",
        "You are signed out. Come in again, then go on.")
    case .stale:
      t(
        "Rien n’a été envoyé. Revenez à la page d’avant\u{a0}: ce que vous avez écrit y est encore. Copiez-le, rechargez la page, puis envoyez à nouveau.",
        "Nothing was sent. Go back to the page before: what you wrote is still there. Copy it, reload the page, then send it again."
      )
    case .tooLarge:
      t(
        "Rien n’a été enregistré. Revenez à la page d’avant et raccourcissez votre texte.",
        "Nothing was saved. Go back to the page before and shorten your text.")
    case .tooOften:
      t("Attendez une minute, puis réessayez. Rien n’est perdu.", "Wait a minute, then try again. Nothing is lost.")
    case .busy where renvoi != nil:
      t(
        "Rien n’est perdu. Envoyez à nouveau dans un instant, depuis cette page.",
        "Nothing is lost. Send it again in a moment, from this page.")
    case .full, .unsure: sent ? sentPhrase(t) : readPhrase(t)
    case .busy:
      t(
        "Rien n’a été perdu. Revenez à la page d’avant et envoyez à nouveau dans un instant.",
        "Nothing is lost. Go back to the page before and send it again in a moment.")
    case .broken:
      t(
        "Revenez à la page d’avant\u{a0}: ce que vous avez écrit y est encore. Si cela continue, donnez cette référence à votre structure.",
        "Go back to the page before: what you wrote is still there. If it goes on, give this reference to your organisation."
      )
    }
  }

  private func readPhrase(_ t: Langue) -> String {
    refus == .full
      ? t(
        "Le disque du serveur est plein. Les pages s’ouvrent, sauf celles dont l’ouverture doit être notée\u{a0}: celle-ci en est une. Prévenez votre structure, et revenez plus tard.",
        "The server’s disk is full. Pages open, except those whose opening must be noted: this is one of them. Tell your organisation, and come back later."
      )
      : t(
        "Nos registres ne répondent pas. Revenez dans un instant\u{a0}: rien n’est perdu.",
        "Our records do not answer. Come back in a moment: nothing is lost.")
  }

  private func sentPhrase(_ t: Langue) -> String {
    let again =
      renvoi == nil
      ? t("revenez à la page d’avant, et envoyez à nouveau.", "go back to the page before, and send it again.")
      : t("envoyez à nouveau depuis cette page.", "send it again from this page.")
    return refus == .full
      ? t(
        "Le disque du serveur est plein. Rien n’a été enregistré, et rien n’est perdu. Prévenez votre structure\u{a0}; un peu plus tard, \(again)",
        "The server’s disk is full. Nothing was saved, and nothing is lost. Tell your organisation; a little later, \(again)"
      )
      : t(
        "Nous ne savons pas si votre envoi est gardé. Dans un instant, \(again) Il ne comptera qu’une fois.",
        "We do not know whether what you sent is kept. In a moment, \(again) It will count only once.")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p { phrase(t) }
      if let renvoi { renvoi.markup(t) }
      if refus == .broken { p(.class("soft")) { t("Référence\u{a0}: ", "Reference: ") + reference } }
      gestes { boutonLien(retour, t("Retourner à l’accueil", "Go back home")) }
    }
  }
}

extension DatabaseError {
  /// What the log may say of a failure: the engine's own code, never its sentence, which may quote a value.
  static func code(of error: any Error) -> String? {
    if case DatabaseError.other(let code) = error { return "database:\(code)" }
    return error is DatabaseError ? "\(error)" : nil
  }
}
