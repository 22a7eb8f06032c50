import Base
import Foundation
import NIOConcurrencyHelpers

/// One event of a live stream: a name and one line of data. It says what changed, never its content.
package struct ServerEvent: Sendable, Equatable, Codable {
  package let name: String
  package let data: String

  /// Line breaks in `data` would end the event: they become spaces.
  package init(_ name: String, _ data: String) {
    self.name = name
    // Scalar by scalar: as a Character, CR LF is neither of the two.
    self.data = String(String.UnicodeScalarView(data.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }

  var bytes: [UInt8] { Array("event: \(name)\ndata: \(data)\n\n".utf8) }
}

/// Who listens, by channel: a person's pages, a seat in a room. Listeners live in the memory of one process; what is said
/// here reaches those of the other nodes too, once `share` has introduced them.
package final class LiveStream: Sendable {
  private struct State {
    var next = 0
    var listeners: [String: [Int: Listener]] = [:]

    @discardableResult
    mutating func remove(_ number: Int, from channel: String) -> Listener? {
      let listener = listeners[channel]?.removeValue(forKey: number)
      if listeners[channel]?.isEmpty == true { listeners[channel] = nil }
      return listener
    }
  }

  private struct Listener {
    let continuation: AsyncStream<ServerEvent>.Continuation
    let bearer: String?
    let ended: @Sendable (Ending) -> Void
  }

  /// How a stream ended: its reader left, sat down elsewhere, or had their connexion closed.
  package enum Ending: Sendable { case left, replaced, dismissed }

  private let state = NIOLockedValueBox(State())
  private let noeuds = NIOLockedValueBox<Noeuds?>(nil)

  package init() {}

  /// A slow reader loses the oldest events of its buffer; a page that reconnects reloads, so nothing is missed for good.
  /// - Parameter bearer: the connexion that reads; `dismiss` ends all that it reads.
  package func listen(
    to channel: String, bearer: String? = nil, first: [ServerEvent] = [],
    ended: @escaping @Sendable (Ending) -> Void = { _ in }
  ) -> AsyncStream<ServerEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(256))
    let number = state.withLockedValue { state in
      state.next += 1
      state.listeners[channel, default: [:]][state.next] = Listener(
        continuation: continuation, bearer: bearer, ended: ended)
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      // Whoever takes it off the list first says how it ended, once.
      self?.forget(number, in: channel)?.ended(.left)
    }
    for event in first { continuation.yield(event) }
    return stream
  }

  /// Answers how many listened on this node.
  @discardableResult
  package func send(_ event: ServerEvent, to channel: String) -> Int {
    publish(.event(event, to: channel))
    return deliver(event, to: channel)
  }

  /// The same; false when nobody listens here and there is no other node where somebody might.
  package func reaches(_ event: ServerEvent, _ channel: String) -> Bool {
    send(event, to: channel) > 0 || noeuds.withLockedValue { $0?.hasOthers ?? false }
  }

  /// Whether somebody listens on this node.
  package func isListening(_ channel: String) -> Bool {
    state.withLockedValue { !($0.listeners[channel] ?? [:]).isEmpty }
  }

  /// Asks whoever listens to `channel` on another node to be answered for: `reply` is then sent to `back`.
  package func ask(_ channel: String, reply: ServerEvent, to back: String) {
    publish(.question(channel, reply: reply, back: back))
  }

  /// Ends every stream of a channel.
  package func end(_ channel: String) {
    close(channel)
    publish(.end(channel))
  }

  /// Ends every stream of a channel whose reader sits down anew, after a last word.
  package func replace(_ channel: String, _ word: ServerEvent) {
    supersede(channel, word)
    publish(.replacement(channel, word))
  }

  /// Ends every stream that this connexion reads, after telling it so.
  package func dismiss(_ bearer: String) {
    show(out: bearer)
    publish(.dismissal(bearer))
  }

  package var count: Int { state.withLockedValue { $0.listeners.values.map(\.count).reduce(0, +) } }

  private func forget(_ number: Int, in channel: String) -> Listener? {
    state.withLockedValue { $0.remove(number, from: channel) }
  }
}

// MARK: On this node

extension LiveStream {
  @discardableResult
  private func deliver(_ event: ServerEvent, to channel: String) -> Int {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.continuation.yield(event) }
    return listeners.count
  }

  private func close(_ channel: String) {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.continuation.finish() }
  }

  private func closeAll() {
    let channels = state.withLockedValue { Array($0.listeners.keys) }
    for channel in channels { close(channel) }
  }

  private func supersede(_ channel: String, _ word: ServerEvent) {
    let replaced = state.withLockedValue { state in
      (state.listeners.removeValue(forKey: channel) ?? [:]).map(\.value)
    }
    for listener in replaced {
      listener.continuation.yield(word)
      listener.continuation.finish()
      listener.ended(.replaced)
    }
  }

  private func show(out bearer: String) {
    let dismissed = state.withLockedValue { state in
      var dismissed: [Listener] = []
      for (channel, listeners) in state.listeners {
        for (number, listener) in listeners where listener.bearer == bearer {
          dismissed.append(listener)
          state.remove(number, from: channel)
        }
      }
      return dismissed
    }
    for listener in dismissed {
      listener.continuation.yield(ServerEvent("sortie", "{}"))
      listener.continuation.finish()
      listener.ended(.dismissed)
    }
  }
}

// MARK: With the other nodes

extension LiveStream {
  /// What one node says to the streams of the others.
  private enum Echo: Codable {
    case event(ServerEvent, to: String)
    case question(String, reply: ServerEvent, back: String)
    case end(String)
    case replacement(String, ServerEvent)
    case dismissal(String)
  }

  /// A node that slept through some of it ends its streams: a page that reconnects reloads.
  package func share(over noeuds: Noeuds) {
    self.noeuds.withLockedValue { $0 = noeuds }
    noeuds.hear(.direct, onde: { [weak self] in self?.receive($0) }, gap: { [weak self] in self?.closeAll() })
  }

  private func publish(_ echo: Echo) {
    guard let noeuds = noeuds.withLockedValue({ $0 }), let json = try? JSONEncoder().encode(echo) else { return }
    noeuds.publish(Onde(.direct, String(decoding: json, as: UTF8.self)))
  }

  private func receive(_ json: String) {
    switch try? JSONDecoder().decode(Echo.self, from: Data(json.utf8)) {
    case .event(let event, let channel): deliver(event, to: channel)
    case .question(let channel, let reply, let back): if isListening(channel) { send(reply, to: back) }
    case .end(let channel): close(channel)
    case .replacement(let channel, let word): supersede(channel, word)
    case .dismissal(let bearer): show(out: bearer)
    case nil: break
    }
  }
}
