import CCurl
import Dispatch
import Temps

/// Hands mails to the relay, one after the other, over one connection kept between them.
///
/// libcurl blocks: this actor runs on a thread of its own, so that no other task ever waits for a mail server.
package actor Smtp {
  private let relais: Relais
  private let patience: Patience
  private let thread = BlockingThread()
  private var handle: CurlHandle?

  package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  package init(_ relais: Relais, patience: Patience = .usual) {
    self.relais = relais
    self.patience = patience
  }

  /// Returns when the relay has answered or `patience` is at its end; cancelling the task does not hurry it.
  ///
  /// A relay that falls silent after the whole body is `unreachable` although it may have taken the mail: the next
  /// try carries the same Message-ID.
  /// - Parameter message: a complete message with CRLF line ends, as `Courriel.mime` makes it.
  package func send(_ message: [UInt8], from: String, to: String) -> Remise {
    guard let from = Adresse(from), let to = Adresse(to) else { return .permanent(code: 553) }
    if handle == nil { handle = CurlHandle(relais, patience) }
    guard let handle else { return .unreachable(code: Int(CURLE_FAILED_INIT.rawValue)) }
    return handle.send(message, from: from, to: to)
  }

  /// Says goodbye to the relay. A later mail opens a new connection.
  package func close() { handle = nil }
}

/// How long a mail server is waited for.
package struct Patience: Sendable {
  /// Name, connection and TLS.
  let connect: Duration
  /// The whole message, from the name to the last reply.
  let message: Duration
  /// This long under 100 bytes a second ends it too. Whole seconds.
  let slow: Duration

  package static let usual = Patience(connect: .seconds(10), message: .seconds(30), slow: .seconds(15))

  package init(connect: Duration, message: Duration, slow: Duration) {
    self.connect = connect
    self.message = message
    self.slow = slow
  }
}

/// An executor that may block: a serial queue outside the cooperative threads.
private final class BlockingThread: SerialExecutor {
  private let queue = DispatchQueue(label: "vademecum.smtp")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
