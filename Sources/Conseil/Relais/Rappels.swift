import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension Relais {
  /// What a reminder that is due does.
  struct Rappel: Sendable, Equatable {
    enum Vers: Sendable, Equatable { case service, conseiller }
    let vers: Vers
    /// Reminders written, this one included.
    let relances: Int
    /// When to remind again; nil for the last time.
    let prochaine: Instant?
  }

  /// The service first, as often as was signed, then the adviser once: a call goes further than a mail. A letter that the
  /// person carries is not followed by mails to the service: only the adviser is told, as often as was signed.
  func rappel(_ p: Parametres, writable: Bool, at now: Instant) -> Rappel {
    let (most, later) = (p[PasserLeRelais.relances], now + .days(p[PasserLeRelais.relance]))
    let toService = writable && voie == .lien && isOpen(at: now)
    guard relances < most else { return Rappel(vers: .conseiller, relances: relances, prochaine: nil) }
    let goesOn = toService || relances + 1 < most
    return Rappel(
      vers: toService ? .service : .conseiller, relances: relances + 1, prochaine: goesOn ? later : nil)
  }
}

extension ConseilRoom {
  /// Reminds of what has no outcome, at the signed rhythm. Answers how many mails were written.
  /// - Parameter viewer: the house; a schedule calls this.
  package func remindRelais(for viewer: Viewer, at now: Instant) async throws -> Int {
    try await house.database.write { [self] tx in
      var calls: [PersonneID: Int] = [:]
      var written = 0
      for relais in try store.relaisToRemind(at: now, for: viewer, in: tx) {
        let p = try personnes.version(relais.version, of: relais.dispositif, in: tx).parametres
        let courriel = try store.partenaire(of: relais, in: tx).contenu.courriel
        let rappel = relais.rappel(p, writable: !courriel.isEmpty, at: now)
        try store.remind(relais, relances: rappel.relances, prochaine: rappel.prochaine, in: tx)
        switch rappel.vers {
        case .service:
          let lettres = LettresDuRelais(
            relais: relais, dispositif: try programme(of: relais, in: tx), origin: origin)
          try post(lettres.relance(to: courriel), about: relais.id, from: now, in: tx)
          written += 1
        case .conseiller:
          for conseiller in try store.concerned(by: relais, in: tx) { calls[conseiller, default: 0] += 1 }
        }
      }
      return try written + call(calls, at: now, in: tx)
    }
  }

  /// One mail to each, for all that they should call about.
  private func call(_ calls: [PersonneID: Int], at now: Instant, in tx: Transaction) throws -> Int {
    var written = 0
    for (conseiller, count) in calls.sorted(by: { $0.key < $1.key }) {
      // Somebody erased meanwhile is not written to, and that keeps nobody else waiting.
      do {
        try personnes.write(to: conseiller, about: "appel:\(conseiller)", from: now, in: tx) { destinataire in
          LettresAuConseiller(origin: origin).appel(count, to: destinataire)
        }
        written += 1
      } catch is Absent {}
    }
    return written
  }
}
