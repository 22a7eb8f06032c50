/// Bound values in libpq's text format, one after the other in a single buffer.
struct PostgresParameters {
  let types: [UInt32]
  private var buffer: [CChar] = []
  /// Where each value starts; nil for NULL.
  private var starts: [Int?] = []

  init(_ values: [Value]) {
    types = values.map(\.postgresType)
    starts.reserveCapacity(values.count)
    for value in values { append(value) }
  }

  func withPointers<R>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
    buffer.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start in start.flatMap { start in buffer.baseAddress.map { $0 + start } } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }

  private mutating func append(_ value: Value) {
    if value == .null { return starts.append(nil) }
    starts.append(buffer.count)
    switch value {
    case .null: break
    case .integer(let number): append(String(number))
    case .real(let number): append(number.description)
    case .text(let text): append(text)
    case .bool(let bool): append(bool ? "t" : "f")
    case .bytes(let bytes): append(hexadecimal: bytes)
    }
    buffer.append(0)
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { units in units.withMemoryRebound(to: CChar.self) { buffer.append(contentsOf: $0) } }
  }

  /// `\x` and two digits a byte.
  private mutating func append(hexadecimal bytes: [UInt8]) {
    append("\\x")
    let digits = "0123456789abcdef".utf8.map { CChar(bitPattern: $0) }
    for byte in bytes {
      buffer.append(digits[Int(byte >> 4)])
      buffer.append(digits[Int(byte & 15)])
    }
  }
}
