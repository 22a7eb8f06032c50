/// A piece of HTML, already escaped: one concrete type for every element, so that pages compile quickly.
///
/// Text enters only through the builder, which escapes it; nothing outside this module can add raw bytes.
package struct Markup: Sendable, Equatable {
  /// UTF-8, ready to be sent.
  package private(set) var bytes: [UInt8]

  package static let empty = Markup(bytes: [])

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Text, escaped for content and for quoted attribute values alike.
  package init(text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    appendEscaped(text)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The page as a string: for tests and mails.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  mutating func appendRaw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Copies clean runs in one go; replaces & < > " '.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { units in
      var start = 0
      for index in units.indices {
        guard let entity = Self.entity(for: units[index]) else { continue }
        bytes.append(contentsOf: units[start..<index])
        appendRaw(entity)
        start = index + 1
      }
      bytes.append(contentsOf: units[start...])
    }
  }

  private static func entity(for unit: UInt8) -> StaticString? {
    switch unit {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// Composes markup: strings are escaped, elements appended, `if` and `for` allowed.
@resultBuilder
package enum MarkupBuilder {
  package static func buildExpression(_ markup: Markup) -> Markup { markup }
  package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
  package static func buildExpression(_ text: String) -> Markup { Markup(text: text) }
  package static func buildExpression(_ number: Int) -> Markup { Markup(text: String(number)) }
  package static func buildBlock() -> Markup { .empty }
  package static func buildPartialBlock(first: Markup) -> Markup { first }
  package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
    accumulated.append(next)
    return accumulated
  }
  package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? .empty }
  package static func buildEither(first: Markup) -> Markup { first }
  package static func buildEither(second: Markup) -> Markup { second }
  package static func buildArray(_ markups: [Markup]) -> Markup {
    markups.reduce(into: .empty) { $0.append($1) }
  }
}

/// Several pieces side by side, with no element around them.
package func group(@MarkupBuilder _ content: () -> Markup) -> Markup { content() }
