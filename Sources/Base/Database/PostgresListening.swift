import CPostgres
import Foundation
import NIOConcurrencyHelpers

/// A connection of its own that only listens: `woken` is called when another node says that something waits. It comes back
/// by itself when it is cut, and says nothing meanwhile.
package final class PostgresListening: Sendable {
  private let isStopped = NIOLockedValueBox(false)

  init(_ conninfo: String, woken: @escaping @Sendable () -> Void) {
    let thread = Thread { [isStopped] in
      while !isStopped.withLockedValue({ $0 }) {
        Self.listen(conninfo, isStopped, woken)
        sleep(1)
      }
    }
    thread.name = "écoute"
    thread.start()
  }

  deinit { stop() }

  /// Its thread ends within a second.
  package func stop() { isStopped.withLockedValue { $0 = true } }

  /// Until the connection is lost.
  private static func listen(
    _ conninfo: String, _ isStopped: NIOLockedValueBox<Bool>, _ woken: @Sendable () -> Void
  ) {
    guard let pointer = PostgresConnection.open(conninfo) else { return }
    defer { PQfinish(pointer) }
    guard PQstatus(pointer) == CONNECTION_OK else { return }
    let answer = PQexec(pointer, Engine.listen.description)
    let accepted = PQresultStatus(answer) == PGRES_COMMAND_OK
    PQclear(answer)
    guard accepted else { return }
    // What was said while nobody listened.
    woken()
    while !isStopped.withLockedValue({ $0 }) {
      var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
      let ready = poll(&socket, 1, 1000)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      guard ready > 0, PQconsumeInput(pointer) == 1 else { return }
      if takeAll(from: pointer) { woken() }
    }
  }

  /// True when there was one at least.
  private static func takeAll(from pointer: OpaquePointer) -> Bool {
    var some = false
    while let notice = PQnotifies(pointer) {
      some = true
      PQfreemem(notice)
    }
    return some
  }
}

extension Database {
  /// Listens for the other nodes' calls; nil where there cannot be any.
  package func listen(_ woken: @escaping @Sendable () -> Void) -> PostgresListening? {
    conninfo.map { PostgresListening($0, woken: woken) }
  }
}
