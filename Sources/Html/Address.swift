/// Where a link, a form or a picture may lead: this site, the web, a mail, a telephone, a calendar. Never a script.
enum Address {
  private static let schemes = ["https:", "http:", "mailto:", "tel:", "webcal:"]

  /// The address as it is, or "#" when its scheme is not one of ours.
  static func safe(_ address: String) -> String {
    let beforePath = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // Browsers skip blanks inside a scheme: whatever holds a colon there must be one we know, letter for letter.
    guard beforePath.utf8.contains(UInt8(ascii: ":")) else { return address }
    let lowered = address.lowercased()
    return schemes.contains { lowered.hasPrefix($0) } ? address : "#"
  }
}
