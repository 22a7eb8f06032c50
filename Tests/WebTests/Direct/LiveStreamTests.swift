import NIOConcurrencyHelpers
import Testing

@testable import Web

@Suite struct LiveStreamTests {
  private let live = LiveStream()

  private static func event(_ rang: Int) -> ServerEvent { ServerEvent("nouveau", "\(rang)") }

  private static func collect(_ stream: AsyncStream<ServerEvent>) async -> [ServerEvent] {
    var events: [ServerEvent] = []
    for await event in stream { events.append(event) }
    return events
  }

  @Test func `chacun de ceux qui écoutent reçoit tout, dans l’ordre, et rien d’un autre canal`() async {
    let streams = [live.listen(to: "léa"), live.listen(to: "léa", first: [Self.event(0)]), live.listen(to: "marc")]
    #expect(live.count == 3 && live.isListening("léa") && !live.isListening("zoé"))
    for rang in 1...5 { #expect(live.send(Self.event(rang), to: "léa") == 2) }
    #expect(live.send(Self.event(9), to: "zoé") == 0)
    for channel in ["léa", "marc", "zoé"] { live.end(channel) }
    #expect(await Self.collect(streams[0]) == (1...5).map(Self.event))
    #expect(await Self.collect(streams[1]) == (0...5).map(Self.event))
    #expect(await Self.collect(streams[2]) == [])
  }

  @Test func `fermer un canal le dit à chacun, une fois, et libère la place`() async {
    let ended = NIOLockedValueBox(0)
    let streams = (0..<3).map { _ in live.listen(to: "léa") { _ in ended.withLockedValue { $0 += 1 } } }
    let otherEnded = NIOLockedValueBox(0)
    let other = live.listen(to: "marc") { _ in otherEnded.withLockedValue { $0 += 1 } }
    live.end("léa")
    live.end("léa")
    for stream in streams { #expect(await Self.collect(stream) == []) }
    #expect(ended.withLockedValue { $0 } == 3)
    #expect(live.count == 1 && !live.isListening("léa") && live.isListening("marc"))
    #expect(live.send(Self.event(1), to: "léa") == 0)
    withExtendedLifetime(other) { #expect(otherEnded.withLockedValue { $0 } == 0) }
  }

  @Test func `un lecteur lent perd les plus anciens, jamais les derniers`() async {
    let stream = live.listen(to: "léa")
    for rang in 0..<1000 { live.send(Self.event(rang), to: "léa") }
    live.end("léa")
    #expect(await Self.collect(stream) == (744..<1000).map(Self.event))
  }

  @Test func `celui qui part n’est plus compté`() async throws {
    let (ended, begun) = (NIOLockedValueBox(0), NIOLockedValueBox(false))
    let stream = live.listen(to: "léa", first: [Self.event(0)]) { _ in ended.withLockedValue { $0 += 1 } }
    let reader = Task { for await _ in stream { begun.withLockedValue { $0 = true } } }
    try await soon { begun.withLockedValue { $0 } }
    #expect(live.count == 1)
    reader.cancel()
    await reader.value
    #expect(live.count == 0 && ended.withLockedValue { $0 } == 1)
  }

  @Test func `un flux que personne ne lit plus n’est pas gardé`() async throws {
    let ended = NIOLockedValueBox(0)
    do { _ = live.listen(to: "léa") { _ in ended.withLockedValue { $0 += 1 } } }
    try await soon { ended.withLockedValue { $0 } == 1 }
    #expect(live.count == 0)
  }

  @Test func `mille personnes écoutent ensemble`() async throws {
    let received = NIOLockedValueBox(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for rang in 0..<1000 {
        let stream = live.listen(to: "canal \(rang % 10)")
        group.addTask {
          let events = await Self.collect(stream)
          #expect(events == (0..<20).map(Self.event))
          received.withLockedValue { $0 += events.count }
        }
      }
      #expect(live.count == 1000)
      for rang in 0..<20 {
        for channel in 0..<10 { #expect(live.send(Self.event(rang), to: "canal \(channel)") == 100) }
      }
      for channel in 0..<10 { live.end("canal \(channel)") }
      try await group.waitForAll()
    }
    #expect(received.withLockedValue { $0 } == 20_000)
    #expect(live.count == 0)
  }

  @Test func `écouter, envoyer et fermer en même temps ne perd personne`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for rang in 0..<400 {
        group.addTask { [live] in
          let stream = live.listen(to: "léa")
          live.send(Self.event(rang), to: "léa")
          if rang % 3 == 0 { live.end("léa") }
          withExtendedLifetime(stream) {}
        }
      }
      try await group.waitForAll()
    }
    live.end("léa")
    try await soon { live.count == 0 }
  }

  @Test func `un événement tient sur deux lignes, quoi qu’on y mette`() {
    #expect(String(decoding: Self.event(1).bytes, as: UTF8.self) == "event: nouveau\ndata: 1\n\n")
    for hostile in [
      "a\nevent: intrus", "a\r\nevent: intrus", "a\r\revent: intrus", "a\n\n\ndata: x", "\r\n\r\nid: 9\r\n",
    ] {
      let text = String(decoding: ServerEvent("nouveau", hostile).bytes, as: UTF8.self)
      let body = text.utf8.dropLast(2)
      #expect(body.split(separator: 0x0a).count == 2 && !text.utf8.contains(0x0d), "\(hostile.debugDescription)")
    }
  }
}

/// Waits for what comes by itself, five seconds at most.
func soon(_ condition: () -> Bool) async throws {
  for _ in 0..<1000 {
    if condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  Issue.record("rien n’est venu en cinq secondes")
}
