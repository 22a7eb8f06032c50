import Foundation

/// Times, sorted, in milliseconds.
package struct Durees: Sendable {
  private let temps: [Double]

  package init(_ durees: [Duration]) { temps = durees.map { $0 / .milliseconds(1) }.sorted() }

  private func quantile(_ part: Double) -> Double {
    temps.isEmpty ? 0 : temps[min(temps.count - 1, Int(Double(temps.count) * part))]
  }

  package var inWords: String {
    String(format: "p50 %.2f ms, p95 %.2f ms, max %.2f ms", quantile(0.5), quantile(0.95), temps.last ?? 0)
  }
}

/// The memory of this process, in bytes.
package func residentMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) * 1024
}

/// What was asked of the processor, by this thread or by the whole process.
package enum Processeur {
  case fil, processus

  /// Only differences mean something.
  package var now: Duration {
    var time = timespec()
    clock_gettime(self == .fil ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

/// The time that this thread was given: what others do on the same machine hardly shows in it.
package func processorTime(_ body: () throws -> Void) rethrows -> Duration {
  let start = Processeur.fil.now
  try body()
  return Processeur.fil.now - start
}

/// What was asked on the command line: "--nom valeur".
package func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
  return arguments[place + 1]
}

/// Prints at once, be it into a file: a measure may last an hour.
package func say(_ words: String) {
  print(words)
  fflush(nil)
}
