import Foundation

/// Base64 as mail wants it. Quoted-printable is left aside: some calendars stumble over its escaped line ends.
enum Base64 {
  static func line(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Lines of 76 characters, each with its CRLF.
  static func lines(_ bytes: [UInt8]) -> String {
    let options: Data.Base64EncodingOptions = [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ]
    return Data(bytes).base64EncodedString(options: options) + "\r\n"
  }
}
