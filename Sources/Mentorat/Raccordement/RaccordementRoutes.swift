import Base
import Web

extension MentoratRoom {
  func showRaccordement(_ visit: Visit) async throws -> Answer {
    guard whatsApp != nil else { return .page(RaccordementPage(etat: nil)) }
    let compte = try await house.database.read { [store] tx in try store.compteDesAvis(in: tx) }
    return .page(RaccordementPage(etat: .init(adresse: origin + "/whatsapp/avis", compte: compte)))
  }
}
