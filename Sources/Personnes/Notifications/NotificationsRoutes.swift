import Base
import Html
import Web
import WebPush

extension PersonnesRoom {
  func showNotifications(_ visit: Visit) async throws -> Answer {
    .page(try await notificationsPage(visit, saisie: Saisie()))
  }

  func addAppareil(_ visit: Visit) async throws -> Answer {
    guard let notifications else { throw Absent() }
    let abonnement: Abonnement
    do {
      abonnement = try Abonnement(
        adresse: visit.form.text("adresse"), p256dh: visit.form.text("p256dh"), auth: visit.form.text("auth"),
        chez: notifications.passeurs)
    } catch {
      return .again(try await notificationsPage(visit, saisie: Saisie("adresse", error.phrase)))
    }
    let kept = try await subscribe(
      abonnement, by: visit.person(), in: visit.browser, navigateur: visit.navigateur, at: visit.now)
    guard kept else { return .again(try await notificationsPage(visit, saisie: Saisie("adresse", .tropDAppareils))) }
    return .redirect("/compte/notifications?fait=ajoute")
  }

  func removeAppareil(_ visit: Visit) async throws -> Answer {
    try await unsubscribe(visit.id("id"), of: visit.person(), at: visit.now)
    return .redirect("/compte/notifications?fait=retire")
  }

  private func notificationsPage(_ visit: Visit, saisie: Saisie) async throws -> NotificationsPage {
    guard notifications != nil else { throw Absent() }
    let visitor = try visit.person()
    let appareils = try await house.database.read { [store] tx in
      try store.appareils(of: visitor.personne, in: visit.browser, for: visitor.viewer, tx: tx)
    }
    return NotificationsPage(
      seal: visit.seal, appareils: appareils, cle: vapid.publique, fuseau: visitor.fuseau, saisie: saisie,
      fait: visit.query.text("fait"))
  }
}

extension Abonnement.Refus {
  fileprivate var phrase: Phrase {
    switch self {
    case .illisible:
      Phrase(
        "Votre navigateur n’a pas donné ce qu’il faut. Rouvrez cette page et recommencez\u{a0}: rien n’a changé.",
        "Your browser did not give what is needed. Open this page again and start over: nothing has changed.")
    case .passeurInconnu:
      Phrase(
        "Le service de notification de ce navigateur n’est pas connu ici. Essayez avec Firefox, Chrome, Edge ou Safari\u{a0}: l’e-mail continue.",
        "This browser’s notification service is not known here. Try with Firefox, Chrome, Edge or Safari: e-mail goes on."
      )
    }
  }
}

extension Phrase {
  fileprivate static let tropDAppareils = Phrase(
    "\(Appareil.maximum) appareils vous préviennent déjà. Arrêtez-en un, puis recommencez.",
    "\(Appareil.maximum) devices notify you already. Stop one of them, then start again.")
}
