import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratStore {
  /// The days on which this mentor reads nothing, in order.
  func absences(of mentor: PersonneID, in tx: Transaction) throws -> [ClosedRange<Jour>] {
    try tx.all("SELECT premier, dernier FROM absence WHERE mentor = \(mentor) ORDER BY premier, dernier") { row in
      guard let first = Jour(try row[0] as String), let last = Jour(try row[1] as String), first <= last else {
        throw DatabaseError.decoding("absence")
      }
      return first...last
    }
  }

  /// When the mentor of a pair reads.
  func horaire(of binome: Binome, _ convention: Convention, in tx: Transaction) throws -> Horaire {
    convention.termes.horaire(absences: try absences(of: binome.mentor, in: tx))
  }
}

/// Days away, as they were typed.
struct AbsenceSaisie: Sendable, Equatable {
  let jours: ClosedRange<Jour>

  /// The longest that one may be away without ending one's pairs.
  private static let longest = 120

  init(_ form: FormData, today: Jour) throws {
    guard let first = Jour(form.text("premier")),
      let last = Jour(form.text("dernier").isEmpty ? form.text("premier") : form.text("dernier")),
      first <= last, last >= today, first.distance(to: last) < Self.longest, today.distance(to: last) < 730
    else {
      throw Saisie(
        "premier",
        Phrase(
          "Donnez un premier jour, puis un dernier jour plus tard ou le même, à moins de quatre mois l’un de l’autre.",
          "Give a first day, then a last day, later or the same, less than four months apart."))
    }
    jours = first...last
  }
}

extension MentoratRoom {
  /// What waits is read after the absence: every page that says when is right at once.
  func add(_ absence: AbsenceSaisie, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await change(by: visitor, geste: geste, at: now, trace: "absence") { tx in
      try tx.execute(
        """
        INSERT INTO absence (mentor, premier, dernier)
        VALUES (\(visitor.personne), \(absence.jours.lowerBound.iso), \(absence.jours.upperBound.iso))
        ON CONFLICT DO NOTHING
        """)
    }
  }

  func remove(
    _ jours: ClosedRange<Jour>, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await change(by: visitor, geste: geste, at: now, trace: "absence:retrait") { tx in
      try tx.execute(
        """
        DELETE FROM absence WHERE mentor = \(visitor.personne)
          AND premier = \(jours.lowerBound.iso) AND dernier = \(jours.upperBound.iso)
        """)
    }
  }

  private func change(
    by visitor: Visitor, geste: Geste, at now: Instant, trace: StaticString,
    _ body: @escaping @Sendable (Transaction) throws -> Int
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try body(tx)
      for binome in try store.binomes(of: visitor.viewer, in: tx) where binome.mentor == visitor.personne {
        try store.reschedule(binome, at: now, in: tx)
      }
      try tx.record(Trace(trace, on: visitor.personne, by: visitor.viewer, at: now))
      return "/absences?fait=gardee"
    }
    let binomes = try await house.database.read { [store] tx in try store.binomes(of: visitor.viewer, in: tx) }
    for binome in binomes where binome.clos == nil { tell(binome.accompagne) }
    return next
  }
}
