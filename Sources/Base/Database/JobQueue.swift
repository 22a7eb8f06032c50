import Dispatch

/// A closure that waits for a thread, and until when it is willing to wait.
struct Job: Sendable {
  typealias Answer = @Sendable (Result<any Station, DatabaseError>) -> Void

  let arrival: DispatchTime
  let deadline: DispatchTime
  let answer: Answer

  /// In seconds.
  func waited(at now: DispatchTime) -> Double {
    Double(now.uptimeNanoseconds &- arrival.uptimeNanoseconds) / 1_000_000_000
  }
}

/// First in, first out. Deadlines come in the same order, since everybody is equally patient.
struct JobQueue: Sendable {
  private var jobs: [Job?] = []
  private var head = 0

  var first: Job? { head < jobs.count ? jobs[head] : nil }

  var count: Int { jobs.count - head }

  mutating func append(_ job: Job) { jobs.append(job) }

  mutating func popFirst() -> Job? {
    guard head < jobs.count else { return nil }
    let job = jobs[head]
    jobs[head] = nil
    head += 1
    if head == jobs.count || head >= 512 { forgetTaken() }
    return job
  }

  mutating func popAll(before instant: DispatchTime) -> [Job] {
    var late: [Job] = []
    while let job = first, job.deadline <= instant {
      late.append(job)
      _ = popFirst()
    }
    return late
  }

  mutating func removeAll() -> [Job] {
    defer { self = JobQueue() }
    return jobs[head...].compactMap { $0 }
  }

  private mutating func forgetTaken() {
    jobs.removeFirst(head)
    head = 0
  }
}
