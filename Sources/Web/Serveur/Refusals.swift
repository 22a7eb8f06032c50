import Base
import HTTPTypes
import Hummingbird
import Temps

/// What is answered to whoever cannot have what they asked for, or not yet.
extension SiteResponder {
  func refusal(_ refus: Refusal, _ arrival: Arrival, _ visitor: Visitor?) async throws -> Response {
    if refus == .signIn, arrival.isPageRead { return render(.redirect("/connexion"), arrival, visitor, nil) }
    let page = RefusalPage(refus: refus, reference: arrival.reference, retour: visitor == nil ? "/" : "/accueil")
    return render(.page(page, status: refus.status), arrival, visitor, nil)
  }

  func slowDown(_ wait: Duration, _ arrival: Arrival, _ visitor: Visitor?) async throws -> Response {
    var response = try await refusal(.tooOften, arrival, visitor)
    response.headers[.retryAfter] = String(wait.milliseconds / 1000 + 1)
    return response
  }

  /// The house will soon be able to: what was typed waits on this page, under its own key.
  func comeBack(
    _ refus: Refusal, _ route: Route, _ form: FormData, _ arrival: Arrival, _ visitor: Visitor?
  ) -> Response {
    let sceau = Sceau(csrf: configuration.csrfKey.token(for: arrival.browser.text), geste: form.text("_geste"))
    let renvoi = sceau.geste.isEmpty ? nil : Renvoi(chemin: arrival.path, champs: form.typed, sceau: sceau)
    let page = RefusalPage(
      refus: refus, reference: arrival.reference, retour: visitor == nil ? "/" : "/accueil",
      sent: route.method == .post, renvoi: renvoi)
    var response = render(.page(page, status: refus.status), arrival, visitor, nil)
    response.headers[.retryAfter] = "5"
    return response
  }
}
