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
    var listeners: [String: [Int: AsyncStream<ServerEvent>.Continuation]] = [:]
  }

  private let state = NIOLockedValueBox(State())

  package init() {}

  /// A slow reader loses the oldest events of its buffer; a page that reconnects reloads, so nothing is missed for good.
  package func listen(
    to channel: String, first: [ServerEvent] = [], ended: @escaping @Sendable () -> Void = {}
  ) -> AsyncStream<ServerEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(256))
    let number = state.withLockedValue { state in
      state.next += 1
      state.listeners[channel, default: [:]][state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.forget(number, in: channel)
      ended()
    }
    for event in first { continuation.yield(event) }
    return stream
  }

  /// Answers how many listened.
  @discardableResult
  package func send(_ event: ServerEvent, to channel: String) -> Int {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.yield(event) }
    return listeners.count
  }

  package func isListening(_ channel: String) -> Bool {
    state.withLockedValue { !($0.listeners[channel] ?? [:]).isEmpty }
  }

  /// Ends every stream of a channel: a session that was closed, a seat taken elsewhere.
  package func end(_ channel: String) {
    let listeners = state.withLockedValue { Array(($0.listeners[channel] ?? [:]).values) }
    for listener in listeners { listener.finish() }
  }

  package var count: Int { state.withLockedValue { $0.listeners.values.map(\.count).reduce(0, +) } }

  private func forget(_ number: Int, in channel: String) {
    state.withLockedValue { state in
      state.listeners[channel]?[number] = nil
      if state.listeners[channel]?.isEmpty == true { state.listeners[channel] = nil }
    }
  }
}
