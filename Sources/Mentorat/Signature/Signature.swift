import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// One of the two signed a convention: the exact text, when, in which language, how they had entered.
struct Signature: Sendable, Equatable {
  let role: Role
  let personne: PersonneID
  let langue: Langue
  /// SHA-256 of the text in the language shown.
  let empreinte: String
  let acces: String
  let le: Instant
}

extension MentoratStore {
  /// In the order in which they signed.
  func signatures(of convention: Convention, in tx: Transaction) throws -> [Signature] {
    try tx.all(
      """
      SELECT role, personne, langue, empreinte, acces, le FROM signature
      WHERE binome = \(convention.binome) AND numero = \(convention.numero) ORDER BY le, role
      """
    ) { row in
      try Signature(
        role: Role(row, 0), personne: row[1], langue: Langue(rawValue: row[2]) ?? .fr, empreinte: row[3],
        acces: row[4], le: row[5])
    }
  }

  fileprivate func insert(_ signature: Signature, of convention: Convention, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      INSERT INTO signature (binome, numero, role, personne, langue, empreinte, acces, le)
      VALUES (\(convention.binome), \(convention.numero), \(signature.role.rawValue), \(signature.personne),
        \(signature.langue.rawValue), \(signature.empreinte), \(signature.acces), \(signature.le))
      ON CONFLICT DO NOTHING
      """) == 1
  }
}

extension MentoratRoom {
  /// Signs the number that was read: if another one came meanwhile, nothing is signed and the new one is shown.
  func sign(
    _ id: BinomeID, numero: Int, empreinte: String, _ langue: Langue, by visitor: Visitor, geste: Geste,
    at now: Instant
  ) async throws -> String {
    let seances = (0..<Termes.seancesAuPlus).map { _ in SeanceID.make(at: now) }
    let sel = Token.random()
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      guard let role = binome.role(of: visitor.personne), let convention = try store.derniere(binome, in: tx) else {
        throw Absent()
      }
      let texte = try store.texte(of: convention, langue, in: tx)
      guard convention.numero == numero, texte.empreinte == empreinte else {
        return "/binomes/\(id)/convention?fait=change"
      }
      let signature = Signature(
        role: role, personne: visitor.personne, langue: langue, empreinte: empreinte, acces: visitor.preuve.moyen,
        le: now)
      guard try store.insert(signature, of: convention, in: tx) else { return "/binomes/\(id)" }
      try store.touch(binome, at: now, in: tx)
      try tx.record(Trace("signature", on: id, by: visitor.viewer, at: now))
      let signatures = try store.signatures(of: convention, in: tx)
      let complete = Set(signatures.map(\.role)).isSuperset(of: [.mentor, .accompagne])
      if complete { try conclude(convention, of: binome, signatures, seances, sel, by: visitor, at: now, in: tx) }
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.signature(by: prenom, complete: complete)
      }
      return complete ? "/binomes/\(id)?fait=signee" : "/binomes/\(id)/convention?fait=signee"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }

  /// Both have signed: the convention runs, its record is kept, its sessions are dated, what waits follows its hours.
  private func conclude(
    _ convention: Convention, of binome: Binome, _ signatures: [Signature], _ seances: [SeanceID], _ sel: Token,
    by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE convention SET convenue = \(now) WHERE binome = \(binome.id) AND numero = \(convention.numero)
      """)
    try store.keep(try acte(of: convention, binome, signatures, sel, in: tx), at: now, in: tx)
    try store.date(convention.termes.seances, of: binome, as: seances, at: now, in: tx)
    try store.reschedule(binome, at: now, in: tx)
    for personne in [binome.mentor, binome.accompagne] {
      try house.faits.record(
        Fait(.convention, of: personne, about: binome.id, by: visitor.viewer, at: now), in: tx)
    }
  }

  /// Tells the open pages of both; those of a mentor outside the hours agreed stay as they are.
  func tellBoth(_ id: BinomeID, for viewer: Viewer, at now: Instant) async throws {
    let (binome, isOpen) = try await house.database.read { [store] tx in
      let binome = try store.binome(id, for: viewer, in: tx)
      let convention = try store.enVigueur(binome, in: tx)
      return (binome, try convention.map { try store.horaire(of: binome, $0, in: tx).isOpen(at: now) } ?? true)
    }
    tell(binome.accompagne)
    if isOpen { tell(binome.mentor) }
  }
}
