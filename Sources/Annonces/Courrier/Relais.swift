/// The mail server that takes our mails, as the operator describes it.
package struct Relais: Sendable {
  package enum Security: String, Sendable, CaseIterable {
    /// In clear: a relay on the same machine, or development.
    case none
    /// Begins in clear and must become TLS before anything is said (port 587).
    case starttls
    /// TLS from the first byte (port 465).
    case tls
  }

  /// A description that could not work, or would not be safe. Told at start-up, not at the first mail.
  package enum Refused: Error, Sendable, Equatable {
    /// A host or a domain with characters that no name has.
    case name
    case port
    /// A name without a password, or the other way round.
    case halfCredentials
    /// A password over a line that anybody can read.
    case passwordInClear
  }

  let host: String
  let port: Int
  let security: Security
  let user: String?
  let password: String?
  let caFile: String?
  let heloDomain: String

  /// - Parameters:
  ///   - caFile: path of PEM certificates to trust instead of the system's.
  ///   - heloDomain: how this server introduces itself.
  /// - Throws: `Refused`.
  package init(
    host: String, port: Int, security: Security, user: String? = nil, password: String? = nil, caFile: String? = nil,
    heloDomain: String
  ) throws {
    guard Self.isName(host, or: ":"), Self.isName(heloDomain) else { throw Refused.name }
    guard (1...65_535).contains(port) else { throw Refused.port }
    guard (user == nil) == (password == nil) else { throw Refused.halfCredentials }
    guard user == nil || security != .none else { throw Refused.passwordInClear }
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.password = password
    self.caFile = caFile
    self.heloDomain = heloDomain
  }

  /// libcurl reads the domain of EHLO from the path.
  var url: String {
    let scheme = security == .tls ? "smtps" : "smtp"
    let host = host.contains(":") ? "[\(host)]" : host
    return "\(scheme)://\(host):\(port)/\(heloDomain)"
  }

  /// `other` lets an IPv6 address be a host.
  private static func isName(_ text: String, or other: Character? = nil) -> Bool {
    !text.isEmpty
      && text.allSatisfy { character in
        character.isASCII && (character.isLetter || character.isNumber || ".-".contains(character))
          || character == other
      }
  }
}
