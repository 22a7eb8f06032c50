import Foundation
import Troupe
import WebPush

/// A notice as a browser and its push service read it, with other people's code: see `lire.py`.
struct Lecture: Decodable {
  struct Declaration: Decodable {
    let aud: String
    let exp: Int64
    let sub: String
  }

  let mots: String
  /// Whether py-vapid holds the signature for good.
  let signe: Bool
  let declaration: Declaration
  /// The key that signed, in base64url.
  let cle: String

  init(_ envoi: EnvoiWebPush, by navigateur: NavigateurAbonne) throws {
    let recu = [
      "corps": envoi.corps.base64Url, "privee": navigateur.privee, "secret": navigateur.auth,
      "authorization": envoi["Authorization"] ?? "",
    ]
    self = try JSONDecoder().decode(Self.self, from: try Python.run("lire.py", input: try JSONEncoder().encode(recu)))
  }
}

extension EnvoiWebPush {
  subscript(entete: String) -> String? { entetes.first { $0.nom == entete }?.valeur }
}
