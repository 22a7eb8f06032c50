import CCurl

/// One message on its way, as libcurl's callbacks see it. Lives on the thread of its `CurlHandle`.
final class Conversation {
  /// How far the dialogue went: what a refusal is about depends on it.
  enum Stage {
    /// Greeting, EHLO, TLS, password: about us.
    case session
    /// MAIL, RCPT, DATA: about this mail.
    case mail
  }

  private(set) var stage = Stage.session
  /// The address cannot travel and the relay did not offer what it takes.
  private(set) var lacksUtf8 = false
  private var message: [UInt8] = []
  private var offset = 0
  private var needsUtf8 = false
  private var offersUtf8 = false

  /// The body began to leave: another try could deliver it twice.
  var hasBegun: Bool { offset > 0 }

  func begin(_ message: [UInt8], needsUtf8: Bool) {
    self.message = message
    self.needsUtf8 = needsUtf8
    offset = 0
    stage = .session
    lacksUtf8 = false
    offersUtf8 = false
  }

  /// Forgets the words as soon as they left.
  func end() { message = [] }

  /// Fills libcurl's buffer; 0 is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, message.count - offset)
    buffer.copyBytes(from: message[offset..<offset + count])
    offset += count
    return count
  }

  /// Looks at the verb of a command and at nothing else: what follows is an address or a secret.
  func sent(_ command: UnsafeRawBufferPointer) {
    if Self.begins(command, "EHLO ") || Self.begins(command, "HELO ") {
      offersUtf8 = false
    } else if Self.begins(command, "MAIL ") {
      stage = .mail
    }
  }

  /// A line of reply; false ends the dialogue.
  func received(_ line: UnsafeRawBufferPointer) -> Bool {
    switch stage {
    case .session:
      if Self.begins(line.dropFirst(4), "SMTPUTF8") { offersUtf8 = true }
      return true
    case .mail:
      // The answer to MAIL, so that the address itself is never sent to a server that would mangle it.
      lacksUtf8 = needsUtf8 && !offersUtf8
      return !lacksUtf8
    }
  }

  /// ASCII, whatever the case.
  private static func begins(_ bytes: some Sequence<UInt8>, _ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes.starts(with: word) { byte, letter in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 == letter : byte == letter
    }
  }
}
