import Temps

/// How surely a visitor is who they say they are: when they last showed it, and by what.
package struct Preuve: Sendable, Equatable {
  /// What opened the connexion: "lien", "cle"…; kept with a signature.
  package let moyen: String
  /// The last time they showed it, by any means.
  package let derniere: Instant
  /// The last time by something that a stolen mailbox does not give: a passkey, a time-based code.
  package let forte: Instant?
  /// Whether they have such a thing.
  package let possedeForte: Bool
  /// Whether a role of theirs opens onto other people's paths, or did before it was suspended: a strong proof is theirs
  /// to keep.
  package let equipe: Bool
  /// Asked before anything else.
  package let attendue: Attente?

  /// A proof is fresh so long.
  package static let fraiche = Duration.minutes(5)

  package enum Attente: Sendable, Equatable {
    /// Another device of the same account acts too, or this one has changed.
    case doute
    /// The screen was locked, by its bearer or because nobody touched it.
    case verrou
    /// The structure asks a second proof of this role.
    case seconde
  }

  package init(moyen: String, derniere: Instant, forte: Instant?, possedeForte: Bool, equipe: Bool, attendue: Attente?)
  {
    self.moyen = moyen
    self.derniere = derniere
    self.forte = forte
    self.possedeForte = possedeForte
    self.equipe = equipe
    self.attendue = attendue
  }

  /// By the e-mail link alone.
  package static func lien(at now: Instant) -> Preuve {
    Preuve(moyen: "lien", derniere: now, forte: nil, possedeForte: false, equipe: false, attendue: nil)
  }

  /// Somebody of a demonstration, who is never asked.
  package static func demonstration(at now: Instant) -> Preuve {
    let always = now + .days(3650)
    return Preuve(
      moyen: "demonstration", derniere: always, forte: always, possedeForte: false, equipe: false, attendue: nil)
  }

  /// What a route asks for, beyond being signed in.
  package enum Exigence: String, Sendable, CaseIterable {
    case aucune
    /// Any proof, fresh.
    case recente
    /// The strongest one that a member of staff has; any proof for the others.
    case meilleure
    /// A passkey or a time-based code, fresh.
    case forte
  }

  /// Whether a proof of this strength is fresh.
  package func satisfies(_ exigence: Exigence, at now: Instant) -> Bool {
    switch exigence {
    case .aucune: true
    case .recente: isFresh(derniere, now)
    case .meilleure: satisfies(equipe && possedeForte ? .forte : .recente, at: now)
    case .forte: isFresh(forte, now)
    }
  }

  /// Whoever was let in by a paper, and has nothing else yet, has an hour to add what will let them in again.
  private func isFresh(_ instant: Instant?, _ now: Instant) -> Bool {
    let window = moyen == "papier" && !possedeForte ? .hours(1) : Self.fraiche
    return instant.map { now - $0 <= window } ?? false
  }
}

/// The route asks its visitor to show again that it is really them.
package struct ProofNeeded: Error, Equatable {
  package let exigence: Preuve.Exigence

  package init(_ exigence: Preuve.Exigence) { self.exigence = exigence }
}
