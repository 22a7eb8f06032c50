/// A mail address that is safe to write in a header and in an SMTP command.
///
/// It says nothing about whether somebody reads there. Quoted local parts and address literals are refused: nobody
/// types them, and they are where injections hide.
package struct Adresse: Sendable, Hashable {
  package let texte: String

  /// nil for anything that is not `local@domain` in at most 254 bytes, without spaces, controls or punctuation that
  /// means something to a mail server.
  package init?(_ texte: String) {
    guard texte.utf8.count <= 254, texte.unicodeScalars.allSatisfy(Self.isPlain) else { return nil }
    let halves = texte.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.texte = texte
  }

  /// Only a server that offers SMTPUTF8 can carry such an address; the domain alone has an ASCII form.
  var needsUtf8: Bool { !texte.prefix { $0 != "@" }.utf8.allSatisfy { $0 < 128 } }

  private static let forbidden: Set<Unicode.Scalar> = ["<", ">", "(", ")", "[", "]", ",", ";", ":", "\\", "\""]

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned: false
    default: !forbidden.contains(scalar)
    }
  }
}

/// Who our mails come from.
package struct Expediteur: Sendable, Hashable {
  /// Shown by mail programs; any words.
  package let nom: String
  package let adresse: Adresse

  package init(nom: String, adresse: Adresse) {
    self.nom = nom
    self.adresse = adresse
  }
}
