import Crypto
import Foundation

/// How Meta makes sure, once, that an address is ours: it says a word agreed beforehand, and we say its own back.
package enum Poignee: Sendable, Equatable {
  /// To be answered as it is.
  case tenue(String)
  /// Another word than the one agreed.
  case refusee
  /// Something is missing: nobody of ours asks so.
  case inconnue

  package static func judge(mode: String?, challenge: String?, mot: String?, attendu: String) -> Poignee {
    guard mode == "subscribe", let challenge, !challenge.isEmpty, challenge.utf8.count <= 512, let mot else {
      return .inconnue
    }
    // Fingerprints of one length, compared in constant time: how much of the word was right is not to be measured.
    let (said, agreed) = (SHA256.hash(data: Data(mot.utf8)), SHA256.hash(data: Data(attendu.utf8)))
    var difference: UInt8 = 0
    for (left, right) in zip(said, agreed) { difference |= left ^ right }
    return difference == 0 ? .tenue(challenge) : .refusee
  }
}
