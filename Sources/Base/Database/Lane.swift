import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Temps

/// What one thread of a lane holds, usually a connection. Used by that thread alone.
protocol Station: AnyObject {
  /// Runs `body` in one transaction, again if the engine asks for it.
  func run<T>(_ body: (Transaction) throws -> T) throws -> T
}

/// Threads that take jobs in the order they came. A job that waits longer than `patience` is sent away with `.busy`.
///
/// Transactions block their thread, so they get threads of their own rather than the few that serve everybody.
final class Lane: Sendable {
  private struct State {
    var jobs = JobQueue()
    var file = FileDAttente()
    var isClosed = false
    var isSweepPlanned = false
  }

  private let state = NIOLockedValueBox(State())
  private let arrivals = DispatchSemaphore(value: 0)
  private let threads = DispatchGroup()
  private let threadCount: Int
  private let patience: DispatchTimeInterval
  private let counters: Counters

  /// - Parameter station: called once on each thread.
  init(
    _ name: String, threads count: Int, patience: Duration, counters: Counters,
    station: @escaping @Sendable () -> any Station
  ) {
    threadCount = max(1, count)
    self.patience = .milliseconds(Int(patience.milliseconds))
    self.counters = counters
    for rank in 1...threadCount { startThread("\(name) \(rank)", station) }
  }

  func run<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      enqueue { station in continuation.resume(with: Result { try station.get().run(body) }) }
    }
  }

  /// The same, blocking the calling thread. Inside a transaction of this very lane it would wait for itself: `.busy`.
  func runNow<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) throws -> T {
    let answer = NIOLockedValueBox<Result<T, any Error>>(.failure(DatabaseError.unavailable))
    let done = DispatchSemaphore(value: 0)
    enqueue { station in
      let result = Result { try station.get().run(body) }
      answer.withLockedValue { $0 = result }
      done.signal()
    }
    done.wait()
    return try answer.withLockedValue { try $0.get() }
  }

  /// Who waits now, and how long the others did.
  var file: FileDAttente {
    state.withLockedValue { state in
      var file = state.file
      file.nombre = state.jobs.count
      file.secondes = state.jobs.first?.waited(at: .now()) ?? 0
      return file
    }
  }

  /// Refuses what waits and what comes; what runs ends. Never blocks.
  func close() {
    let waiting = state.withLockedValue { state in
      state.isClosed = true
      return state.jobs.removeAll()
    }
    for job in waiting { job.answer(.failure(.unavailable)) }
    for _ in 0..<threadCount { arrivals.signal() }
  }

  /// Until every thread has ended. Not from one of them.
  func waitUntilClosed() { threads.wait() }

  private func startThread(_ name: String, _ station: @escaping @Sendable () -> any Station) {
    threads.enter()
    let thread = Thread { [self] in
      work(at: station())
      threads.leave()
    }
    thread.name = name
    thread.start()
  }

  private func work(at station: any Station) {
    while let job = nextJob() { job.answer(.success(station)) }
  }

  private func enqueue(_ answer: @escaping Job.Answer) {
    let arrival = DispatchTime.now()
    let job = Job(arrival: arrival, deadline: arrival + patience, answer: answer)
    let isOpen = state.withLockedValue { state in
      guard !state.isClosed else { return false }
      state.jobs.append(job)
      planSweep(&state)
      return true
    }
    guard isOpen else { return answer(.failure(.unavailable)) }
    arrivals.signal()
  }

  /// nil once closed.
  private func nextJob() -> Job? {
    while true {
      arrivals.wait()
      let (job, isClosed) = state.withLockedValue { state in
        let job = state.jobs.popFirst()
        if let job { state.file.attentes.add(seconds: job.waited(at: .now())) }
        return (job, state.isClosed)
      }
      if let job { return job }
      // Otherwise the job was swept away while its signal remained.
      if isClosed { return nil }
    }
  }

  /// One timer at most, and only while somebody waits.
  private func planSweep(_ state: inout State) {
    guard !state.isSweepPlanned, let deadline = state.jobs.first?.deadline else { return }
    state.isSweepPlanned = true
    DispatchQueue.global().asyncAfter(deadline: deadline) { [weak self] in self?.sweep() }
  }

  private func sweep() {
    let late = state.withLockedValue { state in
      state.isSweepPlanned = false
      let now = DispatchTime.now()
      let late = state.jobs.popAll(before: now)
      for job in late { state.file.attentes.add(seconds: job.waited(at: now)) }
      planSweep(&state)
      return late
    }
    guard !late.isEmpty else { return }
    counters.add(late.count, to: \.busyRefusals)
    for job in late { job.answer(.failure(.busy)) }
  }
}
