import Crypto
import Foundation

/// Ties a form to the browser it was shown to: HMAC-SHA256 of the browser's token. Nothing to store, nothing to guess.
package struct CsrfKey: Sendable {
  private let key: SymmetricKey

  package init(_ key: SymmetricKey) { self.key = key }

  func token(for browser: String) -> String {
    Data(HMAC<SHA256>.authenticationCode(for: Data(browser.utf8), using: key)).base64EncodedString()
  }

  /// Constant time in what was presented.
  func accepts(_ presented: String, from browser: String) -> Bool {
    guard let code = Data(base64Encoded: presented) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(browser.utf8), using: key)
  }
}
