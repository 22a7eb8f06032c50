import Temps

extension Value: Bindable {
  package var bound: Value { self }
}

extension String: Bindable {
  package var bound: Value { .text(self) }
}

extension Int: Bindable {
  package var bound: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
  package var bound: Value { .integer(self) }
}

extension Double: Bindable {
  package var bound: Value { .real(self) }
}

extension Bool: Bindable {
  package var bound: Value { .bool(self) }
}

extension Array: Bindable where Element == UInt8 {
  package var bound: Value { .bytes(self) }
}

/// Stored as epoch milliseconds, UTC (BIGINT).
extension Instant: Bindable {
  package var bound: Value { .integer(milliseconds) }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var bound: Value { self?.bound ?? .null }
}
