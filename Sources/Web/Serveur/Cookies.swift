import HTTPTypes

/// Cookies of a request, by name. The first of each name counts.
struct RequestCookies {
  private let values: [Substring: Substring]

  init(_ headers: HTTPFields) {
    let pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (parts[0].trimmed, parts[1].trimmed) : nil
    }
    values = Dictionary(pairs.map { (Substring($0), Substring($1)) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ kind: BrowserCookie.Kind, secure secure: Bool) -> String? {
    values[Substring(BrowserCookie.name(kind, secure: secure))].map(String.init)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
