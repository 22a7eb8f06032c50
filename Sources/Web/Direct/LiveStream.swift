import NIOConcurrencyHelpers

/// One event of a live stream: a name and one line of data. It says what changed, never its content.
package struct ServerEvent: Sendable, Equatable {
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

/// Who listens, by channel: a person's pages, a seat in a room. In the memory of this process.
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

  /// How a stream ended: its reader left or was replaced, or its connexion was closed.
  package enum Ending: Sendable { case left, dismissed }

  private let state = NIOLockedValueBox(State())

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

  /// Answers how many listened.
  @discardableResult
  package func send(_ event: ServerEvent, to channel: String) -> Int {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.continuation.yield(event) }
    return listeners.count
  }

  package func isListening(_ channel: String) -> Bool {
    state.withLockedValue { !($0.listeners[channel] ?? [:]).isEmpty }
  }

  /// Ends every stream of a channel: a session that was closed, a seat taken elsewhere.
  package func end(_ channel: String) {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.continuation.finish() }
  }

  /// Ends every stream that this connexion reads, after telling it so.
  package func dismiss(_ bearer: String) {
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

  package var count: Int { state.withLockedValue { $0.listeners.values.map(\.count).reduce(0, +) } }

  private func forget(_ number: Int, in channel: String) -> Listener? {
    state.withLockedValue { $0.remove(number, from: channel) }
  }
}
