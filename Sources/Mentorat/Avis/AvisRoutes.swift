import Base
import Web
import WhatsApp

extension MentoratRoom {
  /// Meta makes sure, once, that this address is ours.
  func shakeHands(_ visit: Visit) async throws -> Answer {
    guard let whatsApp else { throw Absent() }
    func said(_ name: String) -> String? { visit.query.has(name) ? visit.query.raw(name) : nil }
    let poignee = Poignee.judge(
      mode: said("hub.mode"), challenge: said("hub.challenge"), mot: said("hub.verify_token"),
      attendu: whatsApp.motConvenu)
    return switch poignee {
    case .tenue(let challenge): .machine(200, challenge)
    case .refusee: .machine(403)
    case .inconnue: .machine(400)
    }
  }

  /// What Meta tells: on disk first, read afterwards. Nothing that it did not sign is kept.
  func receiveAvis(_ visit: Visit) async throws -> Answer {
    guard let whatsApp else { throw Absent() }
    switch SignatureDeMeta.judge(visit.signature, of: visit.body, secret: whatsApp.secret) {
    case .absente: return .machine(401)
    case .fausse: return .machine(403)
    case .juste:
      try await keep(visit.body, at: visit.now)
      return .machine(200)
    }
  }
}
