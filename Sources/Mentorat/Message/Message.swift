import Base
import Chartes
import Personnes
import Temps

package enum MessageTag {}
package typealias MessageID = ID<MessageTag>

/// Words from one of a pair to the other. They wait in their author's hands until they arrive.
struct Message: Sendable, Equatable {
  let id: MessageID
  let binome: BinomeID
  /// The session after which it was written.
  let seance: SeanceID
  let auteur: PersonneID
  let genre: Genre
  let reponseA: MessageID?
  let ecrit: Instant
  /// When the other may read it.
  let arrivee: Instant
  /// The pair ended before it arrived: it stays with its author.
  let retire: Instant?
  /// The newest wording; nil once the pair's key is erased.
  let texte: Texte?
  /// How many wordings it had.
  let formulations: Int
  /// Written from WhatsApp.
  var parWhatsApp = false

  enum Genre: String, Sendable, CaseIterable {
    case question, reponse
    /// "To take up in session": an answer in its own right.
    case seance
  }

  func hasArrived(at now: Instant) -> Bool { retire == nil && arrivee <= now }

  /// Still in its author's hands.
  func waits(at now: Instant) -> Bool { retire == nil && arrivee > now }

  /// The last minute belongs to the other: a slow request, or another server's clock, must not take back what is read.
  func mayChange(at now: Instant) -> Bool { waits(at: now + .minutes(1)) }
}

extension MentoratStore {
  /// The most that a page decrypts.
  static let longestReading = 500
  /// What is searched or taken along: three messages for each working day hold in it for twenty-five years.
  static let wholeTrace = 20_000

  private static let messageColumns: SQL = """
    m.id, m.binome, m.seance, m.auteur, m.genre, m.reponse_a, m.ecrit, m.arrivee, m.retire, f.contenu, f.rang,
    m.whatsapp IS NOT NULL
    """
  private static let newestWording: SQL = """
    JOIN formulation f ON f.message = m.id
      AND f.rang = (SELECT max(g.rang) FROM formulation g WHERE g.message = m.id)
    """

  /// What somebody may read of their pair, oldest first: their own words, and those of the other that have arrived.
  /// - Parameter most: the newest only; what is taken along or searched is read whole.
  func messages(
    of binome: Binome, for reader: PersonneID, at now: Instant, most: Int = longestReading, in tx: Transaction
  ) throws -> [Message] {
    let newest = try tx.all(
      """
      SELECT \(sql: Self.messageColumns) FROM message m \(sql: Self.newestWording)
      WHERE m.binome = \(binome.id) AND \(sql: Self.readable(by: reader, at: now))
      ORDER BY m.ecrit DESC, m.id DESC LIMIT \(most)
      """
    ) { row in try decodeMessage(row, of: binome) }
    return newest.reversed()
  }

  func message(
    _ id: MessageID, of binome: Binome, for reader: PersonneID, at now: Instant, in tx: Transaction
  ) throws -> Message {
    let found = try tx.first(
      """
      SELECT \(sql: Self.messageColumns) FROM message m \(sql: Self.newestWording)
      WHERE m.id = \(id) AND m.binome = \(binome.id) AND \(sql: Self.readable(by: reader, at: now))
      """
    ) { row in try decodeMessage(row, of: binome) }
    guard let found else { throw Absent() }
    return found
  }

  private static func readable(by reader: PersonneID, at now: Instant) -> SQL {
    "(m.auteur = \(reader) OR (m.retire IS NULL AND m.arrivee <= \(now)))"
  }

  private func decodeMessage(_ row: Row, of binome: Binome) throws -> Message {
    guard let genre = Message.Genre(rawValue: try row[4]) else { throw DatabaseError.decoding("genre") }
    let id: MessageID = try row[0]
    let rang: Int = try row[10]
    let json = try house.vault.open(
      try row[9] as Sealed, of: binome.owner, at: Place("formulation.contenu", "\(id):\(rang)"))
    return try Message(
      id: id, binome: row[1], seance: row[2], auteur: row[3], genre: genre, reponseA: row[5], ecrit: row[6],
      arrivee: row[7], retire: row[8], texte: json.map(Texte.init(json:)), formulations: rang,
      parWhatsApp: row[11])
  }

  func insert(_ message: Message, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO message (id, binome, seance, auteur, genre, reponse_a, ecrit, arrivee)
      VALUES (\(message.id), \(message.binome), \(message.seance), \(message.auteur), \(message.genre.rawValue),
        \(message.reponseA), \(message.ecrit), \(message.arrivee))
      """)
    try word(message, as: 1, at: message.ecrit, in: tx)
  }

  /// Keeps a wording of a message; the former ones stay, for their author.
  func word(_ message: Message, as rang: Int, at now: Instant, in tx: Transaction) throws {
    guard let texte = message.texte else { return }
    let place = Place("formulation.contenu", "\(message.id):\(rang)")
    let sealed = try house.vault.seal(texte.json, of: .binome(message.binome), at: place)
    try tx.execute(
      "INSERT INTO formulation (message, rang, contenu, le) VALUES (\(message.id), \(rang), \(sealed), \(now))")
  }

  /// Takes a message out of the trace, with every wording: it had not arrived.
  func delete(_ message: MessageID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM marque WHERE message = \(message)")
    try tx.execute("DELETE FROM formulation WHERE message = \(message)")
    try tx.execute("DELETE FROM message WHERE id = \(message)")
  }
}
