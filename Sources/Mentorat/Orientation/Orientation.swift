import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The mentor pointed to a fitter frame. It says where to, never why: no word of a message is in it.
struct Orientation: Sendable, Equatable {
  let cadre: Cadre
  /// The number of a helpline, when one was chosen.
  let ligne: String?
  let le: Instant

  enum Cadre: String, Sendable, CaseIterable {
    case seance, professionnel, service

    var titre: Phrase {
      switch self {
      case .seance: Phrase("En parler en séance", "Talk about it in session")
      case .professionnel: Phrase("Une personne dont c’est le métier", "Somebody whose job it is")
      case .service: Phrase("Un service ou une ligne d’aide", "A service or a helpline")
      }
    }

    /// What the mentee reads: the same words for everybody.
    var phrase: Phrase {
      switch self {
      case .seance:
        Phrase(
          "Cela mérite d’être dit de vive voix. Apportez-le à votre prochaine séance, ou proposez une date plus proche.",
          "It deserves to be said in person. Bring it to your next session, or suggest an earlier date.")
      case .professionnel:
        Phrase(
          "Un mentor ne peut pas tout savoir. Demandez à votre structure qui voir\u{a0}: un service social, des conseils de droit, un médecin.",
          "A mentor cannot know everything. Ask your organisation who to see: social services, legal advice, a doctor."
        )
      case .service:
        Phrase(
          "Des personnes dont c’est le métier vous écoutent et vous aident. Vous pouvez les appeler.",
          "There are people whose job is to listen and to help. You can call them.")
      }
    }
  }
}

extension MentoratStore {
  /// To which line somebody was pointed says why: it is sealed like their words.
  func orientations(of binome: Binome, in tx: Transaction) throws -> [Orientation] {
    let rows = try tx.all("SELECT id, contenu, le FROM orientation WHERE binome = \(binome.id) ORDER BY le, id") {
      row in
      (id: try row[0] as ID<Orientation>, contenu: try row[1] as Sealed, le: try row[2] as Instant)
    }
    return try rows.compactMap { row in
      let place = Place("orientation.contenu", row.id)
      let words = try house.vault.open(row.contenu, of: binome.owner, at: place)?.split(separator: " ").map(String.init)
      guard let words, let cadre = words.first.flatMap(Orientation.Cadre.init) else { return nil }
      return Orientation(cadre: cadre, ligne: words.count > 1 ? words[1] : nil, le: row.le)
    }
  }

  fileprivate func insert(
    _ orientation: Orientation, as id: ID<Orientation>, in binome: Binome, tx: Transaction
  ) throws {
    let words = ([orientation.cadre.rawValue] + [orientation.ligne].compactMap(\.self)).joined(separator: " ")
    let sealed = try house.vault.seal(words, of: binome.owner, at: Place("orientation.contenu", id))
    try tx.execute(
      "INSERT INTO orientation (id, binome, contenu, le) VALUES (\(id), \(binome.id), \(sealed), \(orientation.le))")
  }
}

extension MentoratRoom {
  /// Points the mentee elsewhere, at once: an emergency gets no faster answer, it is shown another door.
  func orient(
    to cadre: Orientation.Cadre, ligne: String?, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let fresh = ID<Orientation>.make(at: now)
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let place = try store.cadre(of: id, for: visitor, at: now, in: tx)
      guard place.moi == .mentor, place.binome.clos == nil, place.isOpen(at: now) else { throw Absent() }
      let known = try store.lignesAide(of: place.binome.dispositif, in: tx).map(\.numero)
      let ligne = cadre == .seance ? nil : ligne.flatMap { known.contains($0) ? $0 : nil }
      try store.insert(
        Orientation(cadre: cadre, ligne: ligne?.filter { !$0.isWhitespace }, le: now), as: fresh, in: place.binome,
        tx: tx)
      try store.touch(place.binome, at: now, in: tx)
      try announce(to: place.binome.accompagne, of: place.binome, at: now, in: tx) { $0.orientation(from: $1) }
      return "/binomes/\(id)?fait=orientation"
    }
    let binome = try await house.database.read { [store] tx in try store.binome(id, for: visitor.viewer, in: tx) }
    tell(binome.accompagne)
    return next
  }
}
