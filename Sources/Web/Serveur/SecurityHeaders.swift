import HTTPTypes

/// Headers that every answer carries, errors too. No page asks anything of a third party.
enum SecurityHeaders {
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "media-src 'self' blob:", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")

  static func apply(to headers: inout HTTPFields, secure: Bool, camera: Bool) {
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    // Same-origin, not "no-referrer": browsers would send `Origin: null` with our own forms.
    headers[name("Referrer-Policy")] = "same-origin"
    headers[name("Cross-Origin-Opener-Policy")] = "same-origin"
    headers[name("Cross-Origin-Resource-Policy")] = "same-origin"
    let devices = camera ? "(self)" : "()"
    headers[name("Permissions-Policy")] =
      "camera=\(devices), microphone=\(devices), geolocation=(), payment=(), usb=(), display-capture=()"
    headers[name("X-Robots-Tag")] = "noindex"
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    if secure { headers[.strictTransportSecurity] = "max-age=31536000" }
  }

  private static func name(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("a header name of ours is not one") }
    return name
  }
}
