import Glibc

/// Bytes that grow in place and change hands without being copied: a large sheet is hundreds of megabytes of XML before
/// it is compressed, and libzip wants them all at once.
struct Octets: ~Copyable {
  private var start: UnsafeMutableRawPointer?
  private(set) var count = 0
  private var capacity = 0

  init() {}

  deinit { free(start) }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start! + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    start!.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  mutating func append(_ text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { append($0) }
  }

  /// The memory, for somebody who will `free` it; never nil, even when empty.
  consuming func release() -> (start: UnsafeMutableRawPointer, count: Int) {
    reserve(1)
    let memory = (start!, count)
    discard self
    return memory
  }

  /// `realloc` moves large blocks by their addresses; pages that are never written cost nothing.
  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(2 * capacity, count + more, 4096)
    guard let larger = realloc(start, capacity) else { fatalError("no memory for \(capacity) bytes") }
    start = larger
  }
}
