/// What became of a mail handed to the relay. Codes only: the words of a reply repeat addresses.
package enum Remise: Sendable, Hashable {
  /// The relay answers for it from now on.
  case accepted
  /// Worth another try later, with the SMTP code. Refusals that blame our own session (password, greeting) are here
  /// too whatever their code: the mail is good, the operator has something to mend.
  case temporary(code: Int)
  /// This mail will never pass, with the SMTP code. 553 also when we refuse the address ourselves.
  case permanent(code: Int)
  /// No answer, or none that can be trusted, with libcurl's number: 6 name unknown, 7 refused, 28 time-out,
  /// 60 certificate, 64 no TLS offered.
  case unreachable(code: Int)

  /// For the outbox row and the operator: `smtp-550`, `curl-28`; nil when accepted.
  package var code: String? {
    switch self {
    case .accepted: nil
    case .temporary(let code), .permanent(let code): "smtp-\(code)"
    case .unreachable(let code): "curl-\(code)"
    }
  }
}
