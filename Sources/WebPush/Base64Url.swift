import Foundation

extension [UInt8] {
  /// base64url without padding (RFC 7515, §2), as browsers write keys.
  package var base64Url: String {
    Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// nil for anything but the one way of writing these bytes: two texts are never the same key.
  package init?(base64Url text: String) {
    guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: standard + padding) else { return nil }
    self = Array(data)
    guard base64Url == text else { return nil }
  }
}
