import Dispatch
import Foundation

/// Runs transactions on one connection: opened at the first need, opened again when lost, retried when writers meet.
final class PostgresStation: Station {
  private let conninfo: String
  private let access: PostgresAccess
  private let counters: Counters
  private var connection: PostgresConnection?
  private var wasConnected = false
  private var failures = 0
  private var nextAttempt = DispatchTime(uptimeNanoseconds: 0)

  private static let retryLimit = 5

  init(_ conninfo: String, _ access: PostgresAccess, counters: Counters) {
    self.conninfo = conninfo
    self.access = access
    self.counters = counters
  }

  func run<T>(_ body: (Transaction) throws -> T) throws -> T {
    var conflicts = 0
    var isSecondChance = false
    while true {
      let connection = try connected()
      do {
        let result = try perform(body, on: connection)
        counters.add(to: \.transactions)
        return result
      } catch {
        switch connection.setback {
        case nil: throw error
        case .conflict:
          conflicts += 1
          try pause(beforeRetry: conflicts)
        case .stale where !isSecondChance:
          isSecondChance = true
          connection.forgetStatements()
        case .lost where !isSecondChance, .lostAtCommit where !isSecondChance && access == .read:
          isSecondChance = true
          self.connection = nil
        case .stale: throw error
        case .lost, .lostAtCommit:
          self.connection = nil
          throw DatabaseError.unavailable
        }
      }
    }
  }

  private func perform<T>(_ body: (Transaction) throws -> T, on connection: PostgresConnection) throws -> T {
    try connection.begin(access.begin)
    let transaction = Transaction(PostgresSession(connection))
    defer { transaction.end() }
    do {
      let result = try body(transaction)
      try transaction.requireSound()
      try connection.commit()
      return result
    } catch {
      connection.rollBack()
      throw error
    }
  }

  /// Jittered, so that writers who met do not meet again: up to 2, 4, 8, 16, 32 ms.
  private func pause(beforeRetry rank: Int) throws {
    guard rank <= Self.retryLimit else {
      counters.add(to: \.busyRefusals)
      throw DatabaseError.busy
    }
    counters.add(to: \.retries)
    usleep(UInt32.random(in: 0...(1000 << rank)))
  }
}

// MARK: Connection

extension PostgresStation {
  private func connected() throws -> PostgresConnection {
    if let connection { return connection }
    // A server that is down answers `.unavailable` at once between two attempts.
    guard DispatchTime.now() >= nextAttempt else { throw DatabaseError.unavailable }
    do {
      let opened = try PostgresConnection(conninfo, setup: PostgresAccess.setup)
      if wasConnected { counters.add(to: \.reconnections) }
      (connection, wasConnected, failures) = (opened, true, 0)
      return opened
    } catch {
      failures = min(failures + 1, 6)
      // Up to 100, 200… 3200 ms.
      let ceiling = 50 << failures
      nextAttempt = .now() + .milliseconds(.random(in: ceiling / 2...ceiling))
      throw error
    }
  }
}
