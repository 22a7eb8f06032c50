import CPostgres
import Dispatch
import Foundation
import Temps

/// Waiting for the server's answer, but not for ever. `statement_timeout` is kept by the server: one that is stopped, or
/// cut off, keeps nothing, and libpq alone would wait until the connection dies.
extension PostgresConnection {
  /// A little more than `statement_timeout`, so that a server that lives is the one to say it.
  static let usualPatience = Duration.seconds(12)

  /// The last result of what was sent; nil when the connection is lost, or silent for too long: it is then used no more.
  func answer(to sent: Int32) -> OpaquePointer? {
    guard sent == 1 else { return nil }
    let deadline = patience.map { DispatchTime.now() + .milliseconds(Int($0.milliseconds)) }
    var last: OpaquePointer?
    while flushed(deadline), heard(deadline) {
      guard let result = PQgetResult(pointer) else { return last }
      PQclear(last)
      last = result
    }
    PQclear(last)
    isSilent = true
    return nil
  }

  /// All that was said has left.
  private func flushed(_ deadline: DispatchTime?) -> Bool {
    while true {
      switch PQflush(pointer) {
      case 0: return true
      case 1: guard awaited(POLLIN | POLLOUT, deadline), PQconsumeInput(pointer) == 1 else { return false }
      default: return false
      }
    }
  }

  /// A result may be taken without waiting.
  private func heard(_ deadline: DispatchTime?) -> Bool {
    while PQisBusy(pointer) == 1 {
      guard awaited(POLLIN, deadline) else { return false }
      // A connection that closes still gives the reason it was given.
      if PQconsumeInput(pointer) != 1 { return PQisBusy(pointer) == 0 }
    }
    return true
  }

  private func awaited(_ events: Int32, _ deadline: DispatchTime?) -> Bool {
    while true {
      let now = DispatchTime.now()
      let left = deadline.map { $0 > now ? ($0.uptimeNanoseconds - now.uptimeNanoseconds) / 1_000_000 + 1 : 0 }
      if left == 0 { return false }
      var socket = pollfd(fd: PQsocket(pointer), events: Int16(events), revents: 0)
      let ready = poll(&socket, 1, left.map { Int32($0) } ?? -1)
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { return false }
    }
  }
}
