import Foundation

/// A mail as the test server received it, read back by another program than ours.
package struct CourrielRecu: Decodable, Sendable {
  package struct Partie: Decodable, Sendable {
    package let type: String
    /// Of the Content-Type.
    package let parametres: [String: String]
    package let disposition: String
    package let fichier: String
    package let encodage: String
    /// Decoded; empty for a multipart.
    package let texte: String
  }

  package let expediteur: String
  package let destinataires: [String]
  /// The words after the address of MAIL, such as `SMTPUTF8`.
  package let options: [String]
  /// The client's port: the same for two mails of one connection.
  package let connexion: Int
  /// The name given to EHLO.
  package let salut: String
  package let chiffre: Bool
  /// Who signed in; empty for nobody.
  package let compte: String
  /// What the parser complained of.
  package let defauts: [String]
  package let parties: [Partie]
  private let entetes: [[String]]
  private let brut: Data

  /// The message as it travelled.
  package var bytes: [UInt8] { Array(brut) }

  package var nomsDesEntetes: [String] { entetes.map { $0[0] } }

  /// The decoded values of a header, one for each time it appears.
  package func entete(_ nom: String) -> [String] {
    entetes.filter { $0[0].lowercased() == nom.lowercased() }.map { $0[1] }
  }

  package func partie(_ type: String) -> Partie? { parties.first { $0.type == type } }
}
