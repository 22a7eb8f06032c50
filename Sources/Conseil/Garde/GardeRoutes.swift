import Base
import Chartes
import Html
import Temps
import Web

extension ConseilRoom {
  /// No list: a mandate kept as proof opens to whoever presents what its certificate bears.
  var gardeRoutes: [Route] {
    [
      .get("/garde", .oneOf(Self.desk), showGarde),
      .post("/garde", .oneOf(Self.desk), rate: .access, trace: .acte, preuve: .meilleure, openGarde),
    ]
  }

  func showGarde(_ visit: Visit) async throws -> Answer {
    try await requireDesk(visit)
    return .page(GardePage(seal: visit.seal, empreinte: "", saisie: Saisie()))
  }

  /// For whoever advises, or coordinates advisers: other coordinators have no such page.
  private func requireDesk(_ visit: Visit) async throws {
    let visitor = try visit.person()
    _ = try await house.database.read { [self] tx in try place(of: visitor, in: tx).coordonne }
  }

  func openGarde(_ visit: Visit) async throws -> Answer {
    try await requireDesk(visit)
    let typed = visit.form.text("empreinte")
    guard let empreinte = Empreinte.typed(typed) else {
      return .again(
        GardePage(
          seal: visit.seal, empreinte: String(typed.prefix(100)),
          saisie: Saisie(
            "empreinte",
            Phrase(
              "Une empreinte a 64\u{a0}chiffres et lettres de a à f. Recopiez celle de l’attestation.",
              "A fingerprint has 64 digits and letters from a to f. Copy the one on the certificate."))))
    }
    guard let garde = try await kept(bearing: empreinte, by: visit.person(), at: visit.now) else {
      return .again(
        GardePage(
          seal: visit.seal, empreinte: empreinte,
          saisie: Saisie(
            "empreinte",
            Phrase(
              "Aucun mandat gardé ici ne porte cette empreinte. Il est peut-être détruit, ou son suivi est encore ouvert.",
              "No mandate kept here bears this fingerprint. It may be destroyed, or its thread may be open still."))))
    }
    return .page(MandatGardePage(garde: garde, now: visit.now))
  }
}
