/// A piece of a mail: words, or several pieces in an envelope.
indirect enum MimePart {
  /// `type` is the whole Content-Type; `disposition` the whole Content-Disposition.
  case words(String, type: String, disposition: String? = nil)
  case multipart(String, boundary: String, parts: [MimePart])

  /// Headers, empty line, body. Ends with CRLF.
  var text: String {
    switch self {
    case .words(let words, let type, let disposition):
      var headers = "Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n"
      if let disposition { headers += "Content-Disposition: \(disposition)\r\n" }
      return "\(headers)\r\n\(Base64.lines(Self.canonical(words)))"
    case .multipart(let subtype, let boundary, let parts):
      let body = parts.map { "--\(boundary)\r\n\($0.text)" }.joined()
      return "Content-Type: multipart/\(subtype);\r\n boundary=\"\(boundary)\"\r\n\r\n\(body)--\(boundary)--\r\n"
    }
  }

  /// Text travels with CRLF line ends, however they were typed (RFC 2045, section 6.8).
  private static func canonical(_ words: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count)
    var previous: UInt8 = 0
    for byte in words.utf8 {
      switch byte {
      case 10 where previous == 13: break
      case 10, 13: bytes += [13, 10]
      default: bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }
}
