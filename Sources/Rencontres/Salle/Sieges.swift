import Base
import Web

/// Who sits in which room: listening to the room's stream is being there, whatever the node.
package struct Sieges: Sendable {
  private let live: LiveStream

  init(_ live: LiveStream) { self.live = live }

  /// Takes one's seat. A seat of the same account elsewhere is given up: one place, one person.
  /// - Parameter bearer: the connexion that sits down: the seat ends with it.
  /// - Parameter state: what changed perhaps while one was away, after who is here.
  func take(
    _ personne: PersonneID, by bearer: String? = nil, facing other: PersonneID, in rencontre: RencontreID,
    state: [ServerEvent] = []
  ) -> AsyncStream<ServerEvent> {
    let mine = seat(personne, rencontre)
    let theirs = seat(other, rencontre)
    live.replace(mine, ServerEvent("place", "{}"))
    let first = [presence(live.isListening(theirs))] + state
    let stream = live.listen(to: mine, bearer: bearer, first: first) { [live] ending in
      guard ending != .replaced, !live.isListening(mine) else { return }
      // Somebody whose connexion was closed may not want to hang up: the other side does.
      if ending == .dismissed { live.send(ServerEvent("exclusion", "{}"), to: theirs) }
      live.send(presence(false), to: theirs)
    }
    live.send(presence(true), to: theirs)
    live.ask(theirs, reply: presence(true), to: mine)
    return stream
  }

  /// Passes on what one browser tells the other. False when surely nobody sits there.
  func relay(_ message: String, to other: PersonneID, in rencontre: RencontreID) -> Bool {
    live.reaches(ServerEvent("signal", message), seat(other, rencontre))
  }

  func tell(_ event: ServerEvent, people: [PersonneID], in rencontre: RencontreID) {
    for personne in people { live.send(event, to: seat(personne, rencontre)) }
  }

  /// The meeting was ended for both: the room says so and closes.
  func end(_ rencontre: RencontreID, people: [PersonneID]) {
    for personne in people {
      live.send(ServerEvent("fin", "{}"), to: seat(personne, rencontre))
      live.end(seat(personne, rencontre))
    }
  }

  /// What a page left open hears once the meeting is over.
  static var over: AsyncStream<ServerEvent> {
    AsyncStream { continuation in
      continuation.yield(ServerEvent("fin", "{}"))
      continuation.finish()
    }
  }

  private func seat(_ personne: PersonneID, _ rencontre: RencontreID) -> String { "salle:\(rencontre):\(personne)" }
}

private func presence(_ here: Bool) -> ServerEvent { ServerEvent("presence", #"{"autre":\#(here)}"#) }

extension ServerEvent {
  /// A question was ticked, or unticked.
  static func question(_ rang: Int, posee: Bool) -> ServerEvent {
    ServerEvent("question", #"{"rang":\#(rang),"posee":\#(posee)}"#)
  }
}
