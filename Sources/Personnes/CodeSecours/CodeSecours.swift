import Base
import Temps
import Web

/// A recovery code: one of ten, kept on paper, each good once when the application with the codes is lost.
struct CodeSecours: Sendable, Equatable {
  static let nombre = 10
  let texte: CodeEcrit

  static func fresh() -> [CodeSecours] { (0..<nombre).map { _ in CodeSecours(texte: .random(letters: 12)) } }
}

/// Letters and digits that are not mistaken for one another, read from a paper and typed (Crockford's base 32).
struct CodeEcrit: Sendable, Equatable {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Without its dashes, in capitals.
  let brut: String

  static func random(letters count: Int) -> CodeEcrit {
    var generator = SystemRandomNumberGenerator()
    return CodeEcrit(
      brut: String((0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }))
  }

  /// The same letters each time for the same fingerprint: a form sent twice shows one code.
  init(fingerprint: String, letters count: Int) {
    let octets = stride(from: 0, to: count * 2, by: 2).map { rank -> UInt8 in
      let start = fingerprint.index(fingerprint.startIndex, offsetBy: rank)
      return UInt8(fingerprint[start...].prefix(2), radix: 16) ?? 0
    }
    // 256 is eight times 32: no letter is likelier than another.
    brut = String(octets.map { Self.alphabet[Int($0) % Self.alphabet.count] })
  }

  private init(brut: String) { self.brut = brut }

  /// What somebody typed: case, spaces and dashes are forgiven, and O, I, L that were read for 0 and 1.
  init?(typed text: String, letters count: Int) {
    let spoken = text.uppercased().filter { $0.isLetter || $0.isNumber }.map { letter -> Character in
      switch letter {
      case "O": "0"
      case "I", "L": "1"
      default: letter
      }
    }
    guard spoken.count == count, spoken.allSatisfy(Self.alphabet.contains) else { return nil }
    brut = String(spoken)
  }

  /// "7QXK-93VD", as it is printed.
  var imprime: String {
    let letters = Array(brut)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: "-")
  }
}

extension PersonnesStore {
  func replaceCodesSecours(of personne: PersonneID, by codes: [CodeSecours], in tx: Transaction) throws {
    try tx.execute("DELETE FROM code_secours WHERE personne = \(personne)")
    for code in codes {
      try tx.execute(
        "INSERT INTO code_secours (personne, empreinte) VALUES (\(personne), \(fingerprint(of: code.texte)))")
    }
  }

  /// How many still serve.
  func codesSecours(of personne: PersonneID, in tx: Transaction) throws -> Int {
    try tx.first("SELECT count(*) FROM code_secours WHERE personne = \(personne) AND servi IS NULL") { try $0[0] } ?? 0
  }

  /// True for the one use of a good code.
  func use(_ typed: CodeEcrit, of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE code_secours SET servi = \(now)
      WHERE personne = \(personne) AND empreinte = \(fingerprint(of: typed)) AND servi IS NULL
      """) == 1
  }

  private func fingerprint(of code: CodeEcrit) -> String { house.vault.fingerprint(code.brut, for: "code-secours") }
}

extension PersonnesRoom {
  /// Ten new codes, to be shown once; the earlier ones open nothing any more.
  func renewCodesSecours(by visitor: Visitor, at now: Instant) async throws -> [CodeSecours] {
    let codes = CodeSecours.fresh()
    return try await house.database.write { [store] tx in
      guard try store.codeTemporaire(of: visitor.personne, in: tx) != nil else { throw Absent() }
      try store.replaceCodesSecours(of: visitor.personne, by: codes, in: tx)
      try tx.record(Trace("code-secours:nouveaux", on: visitor.personne, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.secoursRenouveles, to: visitor.personne, at: now, in: tx)
      return codes
    }
  }
}
