import Crypto
import Foundation
import Base

/// SHA-256, hexadecimal.
enum Empreinte {
  static func of(_ contenu: String) -> String { Array(SHA256.hash(data: Data(contenu.utf8))).hexadecimal }
}
