import Crypto
import Foundation
import NIOConcurrencyHelpers
import Temps

/// The processes that serve one base together. Each tells the others what they could not read in it: `publish`, then
/// `run` carries it, sealed, through a table that everybody reads every two seconds, sooner when PostgreSQL wakes them.
///
/// On SQLite a second process is refused, so there is nobody to tell: everything here does nothing.
package final class Noeuds: Sendable {
  package let moi: NoeudID
  private let database: Database
  private let key: SymmetricKey
  private let state = NIOLockedValueBox(State())
  private let bell: AsyncStream<Void>
  private let ring: AsyncStream<Void>.Continuation

  private struct State {
    var due: [Onde] = []
    /// nil until this node has looked around.
    var others: Int?
    var hearers: [Onde.Sujet: Hearer] = [:]
    /// How many words this node has said.
    var said = 0
    /// The last word heard of each node; nil before the first reading. A node commits its words in their order.
    var heard: [NoeudID: Int]?
    var lastBeat: Instant?
    var lastReading: Instant?
  }

  private struct Hearer {
    let onde: @Sendable (String) -> Void
    let gap: @Sendable () -> Void
  }

  /// A node that has not been seen for so long is not told anything.
  static let silence = Duration.seconds(60)
  /// How long a word stays in the table. A node that slept longer may have missed some.
  static let life = Duration.seconds(120)
  private static let beat = Duration.seconds(5)
  /// What waits while the base is away. Beyond, the oldest is lost: it would be stale anyway.
  private static let limit = 10_000

  /// - Parameter key: seals what travels; the same on every node.
  package init(_ database: Database, key: SymmetricKey, at now: Instant) {
    moi = .make(at: now)
    self.database = database
    self.key = key
    (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// - Parameters:
  ///   - onde: called in the order in which a node spoke.
  ///   - gap: this node was away so long that it may have missed something.
  package func hear(
    _ sujet: Onde.Sujet, onde: @escaping @Sendable (String) -> Void, gap: @escaping @Sendable () -> Void
  ) {
    state.withLockedValue { $0.hearers[sujet] = Hearer(onde: onde, gap: gap) }
  }

  /// Tells the others, soon. Never blocks, never fails: it is lost when there is nobody.
  package func publish(_ onde: Onde) {
    guard database.engine == .postgres else { return }
    let somebody = state.withLockedValue { state in
      guard state.others != 0 else { return false }
      state.due.append(onde)
      if state.due.count > Self.limit { state.due.removeFirst(state.due.count - Self.limit) }
      return true
    }
    if somebody { ring.yield() }
  }

  /// Whether another node may hear.
  package var hasOthers: Bool { state.withLockedValue { ($0.others ?? 0) > 0 } }

  /// Speaks and listens until cancelled; then says that this node has left.
  package func run(_ horloge: Horloge) async {
    guard database.engine == .postgres else { return }
    let listening = database.listen { [ring] in ring.yield() }
    defer { listening?.stop() }
    let pulse = Task { [ring] in
      while !Task.isCancelled {
        ring.yield()
        try? await Task.sleep(for: .seconds(2))
      }
    }
    for await _ in bell {
      // A base that is away is tried again at the next beat.
      try? await turn(at: horloge.now)
    }
    pulse.cancel()
    // The work under way was cancelled; saying goodbye is not.
    await Task { [database, moi] in
      _ = try? await database.write { tx in try tx.execute("DELETE FROM noeud WHERE id = \(moi)") }
    }.value
  }

  /// One round: say what is due, say that one is here, hear what the others said.
  package func turn(at now: Instant) async throws {
    try await beatIfDue(at: now)
    try await speak(at: now)
    try await listen(at: now)
  }

  private func beatIfDue(at now: Instant) async throws {
    let last = state.withLockedValue { $0.lastBeat }
    if let last, now - last < Self.beat, now >= last { return }
    let others = try await database.write { [moi] tx in
      let known = try tx.execute("UPDATE noeud SET vu = \(now) WHERE id = \(moi)")
      if known == 0 {
        try tx.execute("INSERT INTO noeud (id, vu) VALUES (\(moi), \(now))")
        // The others learn at once that they are no longer alone.
        try tx.wakeOthers()
      }
      try tx.execute("DELETE FROM noeud WHERE vu < \(now - Self.life)")
      try tx.execute("DELETE FROM onde WHERE le < \(now - Self.life)")
      return try tx.first("SELECT count(*) FROM noeud WHERE id <> \(moi) AND vu >= \(now - Self.silence)") { row in
        try row[0] as Int
      } ?? 0
    }
    state.withLockedValue { state in
      (state.lastBeat, state.others) = (now, others)
      if others == 0 { state.due.removeAll() }
    }
  }

  private func speak(at now: Instant) async throws {
    let (due, first) = state.withLockedValue { state in
      defer {
        state.said += state.due.count
        state.due.removeAll()
      }
      return (state.due, state.said + 1)
    }
    guard !due.isEmpty else { return }
    do {
      let sealed = try due.map(seal)
      try await database.write { [moi] tx in
        for (index, bytes) in sealed.enumerated() {
          try tx.execute(
            "INSERT INTO onde (noeud, rang, contenu, le) VALUES (\(moi), \(first + index), \(bytes), \(now))")
        }
        try tx.wakeOthers()
      }
    } catch {
      // Under new numbers next time: whether these were committed is not known.
      state.withLockedValue { $0.due.insert(contentsOf: due, at: 0) }
      throw error
    }
  }

  private func listen(at now: Instant) async throws {
    let heard = state.withLockedValue { $0.heard }
    let (last, fresh) = try await database.read { [moi] tx in
      let last = try tx.all("SELECT noeud, max(rang) FROM onde WHERE noeud <> \(moi) GROUP BY noeud") { row in
        (noeud: try row[0] as NoeudID, rang: try row[1] as Int)
      }
      // What was said before this node came is not for it.
      guard let heard else { return (last, [[UInt8]]()) }
      let fresh = try last.flatMap { noeud, rang in
        try tx.all(
          """
          SELECT contenu FROM onde WHERE noeud = \(noeud) AND rang > \(heard[noeud] ?? 0) AND rang <= \(rang)
          ORDER BY rang
          """
        ) { row in try row[0] as [UInt8] }
      }
      return (last, fresh)
    }
    let slept = state.withLockedValue { state in
      state.heard = (heard ?? [:]).merging(last.map { ($0.noeud, $0.rang) }, uniquingKeysWith: max)
      defer { state.lastReading = now }
      return state.lastReading.map { now - $0 > Self.life - Self.beat } ?? false
    }
    let hearers = state.withLockedValue { $0.hearers }
    if slept { for hearer in hearers.values { hearer.gap() } }
    for bytes in fresh {
      guard let onde = open(bytes) else { continue }
      hearers[onde.sujet]?.onde(onde.contenu)
    }
  }

  private static let purpose = Data("onde".utf8)

  private func seal(_ onde: Onde) throws -> [UInt8] {
    let box = try AES.GCM.seal(JSONEncoder().encode(onde), using: key, authenticating: Self.purpose)
    guard let combined = box.combined else { throw VaultError.damaged }
    return Array(combined)
  }

  /// nil for what another key sealed: a node with other settings is not one of ours.
  private func open(_ bytes: [UInt8]) -> Onde? {
    guard let box = try? AES.GCM.SealedBox(combined: bytes),
      let clear = try? AES.GCM.open(box, using: key, authenticating: Self.purpose)
    else { return nil }
    return try? JSONDecoder().decode(Onde.self, from: clear)
  }
}

extension Transaction {
  /// Sent with the commit. Polling finds everything without it.
  fileprivate func wakeOthers() throws {
    for statement in engine.wake { try execute(statement) }
  }
}
