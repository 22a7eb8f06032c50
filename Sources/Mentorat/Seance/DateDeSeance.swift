import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// One suggests a date: for the next session, or to move the one that stands.
  func suggest(
    _ debut: Instant, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      guard let convention = try store.enVigueur(binome, in: tx) else { throw Absent() }
      let seances = try store.seances(of: binome, at: now, in: tx)
      let p = try personnes.version(convention.version, of: binome.dispositif, in: tx).parametres
      try Self.check(debut, seances, p, at: now)
      let remplace = seances.deplacable?.id
      try tx.execute("DELETE FROM date_proposee WHERE binome = \(id)")
      try tx.execute(
        """
        INSERT INTO date_proposee (binome, debut, remplace, par, le)
        VALUES (\(id), \(debut), \(remplace), \(visitor.personne), \(now))
        """)
      try store.touch(binome, at: now, in: tx)
      try tx.record(Trace("seance:proposition", on: id, by: visitor.viewer, at: now))
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.date(debut, from: prenom)
      }
      return "/binomes/\(id)/seances?fait=proposee"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }

  private static func check(_ debut: Instant, _ seances: Seances, _ p: Parametres, at now: Instant) throws {
    guard debut > now else {
      throw Saisie("jour", Phrase("Choisissez un moment à venir.", "Choose a moment to come."))
    }
    let longest = p.inWords(EcrireEntreDeuxSeances.intervalle)
    guard debut <= now + .days(p[EcrireEntreDeuxSeances.intervalle]) else {
      throw Saisie(
        "jour",
        Phrase(
          "Choisissez une date d’ici \(longest.fr)\u{a0}: c’est l’intervalle de votre charte.",
          "Choose a date within \(longest.en): it is the interval of your charter."))
    }
    guard !seances.toutes.contains(where: { $0.debut == debut }) else {
      throw Saisie("jour", Phrase("C’est déjà la date de votre séance.", "It is your session’s date already."))
    }
  }

  /// The other agrees to the date they read.
  func agree(
    to debut: Instant, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let fresh = SeanceID.make(at: now)
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      let seances = try store.seances(of: binome, at: now, in: tx)
      guard let proposee = seances.proposee, proposee.debut == debut, proposee.par != visitor.personne, debut > now
      else { return "/binomes/\(id)/seances?fait=change" }
      // What could be moved when it was suggested may have been held, or summarised, since.
      if let remplace = proposee.remplace, remplace == seances.deplacable?.id {
        try tx.execute("UPDATE seance SET debut = \(debut) WHERE id = \(remplace) AND binome = \(id)")
      } else {
        try tx.execute("INSERT INTO seance (id, binome, debut) VALUES (\(fresh), \(id), \(debut))")
      }
      try tx.execute("DELETE FROM date_proposee WHERE binome = \(id)")
      try store.touch(binome, at: now, in: tx)
      try tx.record(Trace("seance:accord", on: id, by: visitor.viewer, at: now))
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.dateConvenue(debut, with: prenom)
      }
      return "/binomes/\(id)/seances?fait=convenue"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }
}
