import NIOConcurrencyHelpers
import Temps

/// Token buckets in memory, one per account or address and rate. Nobody is locked out: a bucket refills by itself.
package final class RateLimiter: Sendable {
  private struct Key: Hashable {
    let who: String
    let rate: Rate
  }

  private struct Bucket {
    var visits: Double
    var filled: Instant
  }

  private let buckets = NIOLockedValueBox<[Key: Bucket]>([:])
  private let limit: Int
  private let factor: Double

  /// - Parameters:
  ///   - limit: buckets kept at most; beyond, all are forgotten, which only ever lets people in.
  ///   - factor: scales every allowance; a bench or a test asks for more. At least a ten-thousandth.
  package init(limit: Int = 100_000, factor: Double = 1) {
    self.limit = limit
    self.factor = max(factor, 0.0001)
  }

  /// nil when this visit may go on; otherwise how long to wait.
  package func wait(for who: String, _ rate: Rate, at now: Instant) -> Duration? {
    let allowance = rate.allowance
    let capacity = Double(allowance.visits) * factor
    let perMillisecond = capacity / Double(allowance.period.milliseconds)
    return buckets.withLockedValue { buckets in
      if buckets.count >= limit { buckets.removeAll(keepingCapacity: true) }
      let key = Key(who: who, rate: rate)
      var bucket = buckets[key] ?? Bucket(visits: capacity, filled: now)
      let elapsed = Double(max(0, now.milliseconds - bucket.filled.milliseconds))
      bucket.visits = min(capacity, bucket.visits + elapsed * perMillisecond)
      bucket.filled = now
      defer { buckets[key] = bucket }
      if bucket.visits >= 1 {
        bucket.visits -= 1
        return nil
      }
      return .milliseconds(Int64(((1 - bucket.visits) / perMillisecond).rounded(.up)))
    }
  }
}
