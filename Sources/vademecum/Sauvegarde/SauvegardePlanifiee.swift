import Base
import Foundation
import Logging
import NIOConcurrencyHelpers
import Temps

/// The backups that a server makes by itself: one node at its turn, each tried before older ones go.
struct SauvegardePlanifiee: Sendable {
  private let sauvegarde: Sauvegarde
  private let rotation: Rotation
  private let every: Duration
  private let house: House
  private let logger: Logger
  /// How many erased owners the list beside the backups names.
  private let listed = NIOLockedValueBox(-1)

  init(_ sauvegarde: Sauvegarde, _ settings: Settings.Backup, house: House, logger: Logger) throws {
    guard (1...168).contains(settings.hours) else {
      throw SettingsError(description: "backup.hours : de 1 à 168. / backup.hours: from 1 to 168.")
    }
    self.sauvegarde = sauvegarde
    rotation = settings.rotation
    every = .hours(settings.hours)
    self.house = house
    self.logger = logger
  }

  /// A backup when one is due, and no other node makes it.
  func takeTurn() async throws {
    let now = horloge.now
    let id = SauvegardeID.make(at: now)
    let isDue = try await house.database.write { [every] tx in try Tour.take(id, every: every, at: now, in: tx) }
    guard isDue else { return }
    do {
      let (prise, constat, removed) = try await work(id, at: now)
      try await end(id, constat.issue)
      logger.notice(
        "sauvegarde",
        metadata: [
          "instant": "\(now.iso)", "octets": "\(prise.octets)", "constat": "\(constat.words)",
          "retirees": "\(removed)", "secondes": "\((horloge.now - now).milliseconds / 1000)",
        ])
    } catch {
      try await end(id, .manquee)
      if error is CancellationError { throw error }
      logger.error("sauvegarde manquée", metadata: ["raison": "\(Self.reason(error))"])
    }
  }

  private func work(_ id: SauvegardeID, at now: Instant) async throws -> (
    Sauvegarde.Prise, Sauvegarde.Constat, removed: Int
  ) {
    try await aside { [sauvegarde, rotation] arret in
      let prise = try sauvegarde.take(id, at: now, arret: arret)
      let constat = try sauvegarde.check(prise, arret: arret)
      return (prise, constat, try sauvegarde.rotate(rotation, keeping: prise, at: now))
    }
  }

  private func end(_ id: SauvegardeID, _ issue: Tour.Issue) async throws {
    let now = horloge.now
    try await house.database.write { tx in try Tour.end(id, issue, at: now, in: tx) }
  }

  /// Writes the list of erased owners again when it has grown: every node does, each for its own folder.
  func keepErased() async throws {
    let now = horloge.now
    try await aside { [sauvegarde, house, listed] _ in
      let count = try house.vault.erasedCount()
      guard count > 0, count != listed.withLockedValue({ $0 }) else { return }
      try sauvegarde.keepErased(house.vault.erasedOwners(), at: now)
      listed.withLockedValue { $0 = count }
    }
  }

  /// For the log: a path or a program at most. Anything else only says its kind.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case SauvegardeError.programme(let name, _): name
    case let error as SauvegardeError: error.description
    case let error as OpeningError: error.description
    default: "\(type(of: error))"
    }
  }
}

extension Settings.Backup {
  var rotation: Rotation { Rotation(heures: keepHours, jours: keepDays) }
}

extension Sauvegarde.Constat {
  var issue: Tour.Issue {
    switch self {
    case .restauree: .restauree
    case .relue: .relue
    }
  }

  /// For the log.
  var words: String {
    switch self {
    case .restauree(let rows): "restaurée, \(rows) lignes"
    case .relue: "relue, non restaurée"
    }
  }
}

/// On a thread of its own, asked to stop when the server does.
private func aside<T: Sendable>(_ body: @escaping @Sendable (Arret) throws -> T) async throws -> T {
  let arret = Arret()
  return try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Result { try body(arret) }) }
      thread.name = "sauvegarde"
      thread.start()
    }
  } onCancel: {
    arret.ask()
  }
}

extension Instant {
  /// "2026-11-28T12:00:00Z".
  var iso: String { Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601) }
}
