import Annonces
import Base
import Conseil
import Logging
import Mentorat
import Personnes
import Rencontres
import ServiceLifecycle
import Temps
import ViePrivee

/// All that happens with nobody in front of it, on one page.
struct Schedules: Service {
  let house: House
  let facteur: Facteur
  let rooms: Rooms
  let logger: Logger
  let rondes: Rondes
  /// nil when no folder was given for backups.
  var sauvegarde: SauvegardePlanifiee?

  func run() async throws {
    await withTaskGroup { group in
      group.addTask {
        await every("liens", .milliseconds(500)) { while try await rooms.personnes.sendLien(at: horloge.now) {} }
      }
      group.addTask { await every("notifications", .seconds(1)) { try await carryNotifications() } }
      group.addTask { await every("courrier", .seconds(1)) { while try await facteur.carryOne(at: horloge.now) {} } }
      group.addTask {
        await every("reactions", .seconds(1)) {
          while try await house.faits.reactOnce(Hall.reactions, in: house.database, at: horloge.now) {}
        }
      }
      group.addTask {
        await every("traces", .seconds(2)) { while try await TraceChain.append(in: house.database) > 0 {} }
      }
      group.addTask { await every("tetes", .seconds(3600)) { try await keepTraces() } }
      group.addTask {
        await every("echeances", .seconds(20)) {
          _ = try await rooms.rencontres.expire(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("annonces", .seconds(10)) {
          _ = try await rooms.mentorat.announceArrivals(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("effacements", .seconds(3600)) {
          _ = try await rooms.mentorat.erase(for: .house(.echeances), at: horloge.now)
          try await rooms.mentorat.endAvis(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask { await every("avis", .seconds(1)) { try await readAvis() } }
      group.addTask {
        await every("depeches", .seconds(1)) {
          while try await rooms.mentorat.carryDepeche(for: .house(.echeances), at: horloge.now) {}
        }
      }
      group.addTask {
        await every("suivis", .seconds(3600)) {
          _ = try await rooms.conseil.erase(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("comptes-rendus", .seconds(3600)) {
          _ = try await rooms.conseil.remindReports(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("relais", .seconds(3600)) {
          _ = try await rooms.conseil.remindRelais(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("chiffres", .seconds(60)) {
          _ = try await rooms.conseil.foldFigures(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("copies", .seconds(2)) {
          _ = try await rooms.viePrivee.prepareCopies(for: .house(.echeances), at: horloge.now)
        }
      }
      if let sauvegarde {
        group.addTask { await every("sauvegarde", .seconds(30)) { try await sauvegarde.takeTurn() } }
        group.addTask { await every("effacees", .seconds(30)) { try await sauvegarde.keepErased() } }
      }
      group.addTask { await every("vie-privee", .seconds(3600)) { try await privacy() } }
    }
  }

  /// Signs the end of the chain, and takes away what has reached its term. Each new head goes to the log too: whoever
  /// sends logs elsewhere keeps it elsewhere.
  private func keepTraces() async throws {
    if try await !TraceChain.holdsItsHead(in: house.database) {
      logger.error("Les traces ne tiennent plus : vademecum verify. / Traces no longer hold: vademecum verify.")
    }
    while try await TraceChain.append(in: house.database) > 0 {}
    try await signTraces()
    var removed = 0
    while case let count = try await TraceChain.purge(for: .house(.echeances), at: horloge.now, in: house), count > 0 {
      removed += count
    }
    guard removed > 0 else { return }
    while try await TraceChain.append(in: house.database) > 0 {}
    try await signTraces()
  }

  private func signTraces() async throws {
    guard let tete = try await TraceChain.sign(at: horloge.now, in: house) else { return }
    logger.notice("traces", metadata: ["tete": "\(tete.texte)"])
  }

  /// All that WhatsApp told and nobody has read. What cannot be read is said here, without a word of it.
  private func readAvis() async throws {
    while true {
      switch try await rooms.mentorat.readAvis(for: .house(.echeances), at: horloge.now) {
      case .aucun: return
      case .lu: continue
      case .ecarte:
        logger.warning(
          "Un envoi de WhatsApp n’a pas pu être lu : il est gardé à part. / Something sent by WhatsApp could not be read: it is kept apart."
        )
      }
    }
  }

  /// All the notices that are due. A push service that refuses one is said here, by its code alone.
  private func carryNotifications() async throws {
    while true {
      switch try await rooms.personnes.carryNotification(for: .house(.echeances), at: horloge.now) {
      case .rien: return
      case .fait: continue
      case .refus(let code): logger.warning("notification", metadata: ["code": "\(code)"])
      }
    }
  }

  /// What the register says, hour after hour: terms, sleeping accounts, requests that wait, departures left halfway.
  private func privacy() async throws {
    let room = rooms.viePrivee
    _ = try await room.repair(for: .house(.echeances), at: horloge.now)
    _ = try await room.expireTerms(for: .house(.echeances), at: horloge.now)
    _ = try await room.endSleepingAccounts(for: .house(.echeances), at: horloge.now)
    _ = try await room.remindDemandes(for: .house(.echeances), at: horloge.now)
  }

  /// Does its work, waits, and again until the server stops. What fails is logged by its kind and tried again.
  private func every(_ name: String, _ pause: Duration, _ work: @escaping @Sendable () async throws -> Void) async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await work()
          rondes.end(name, at: horloge.now)
        } catch is CancellationError { return } catch {
          rondes.fail(name)
          logger.warning("echeance", metadata: ["nom": "\(name)", "kind": "\(type(of: error))"])
        }
        try? await Task.sleep(for: pause)
      }
    }
  }
}

func cancelWhenGracefulShutdown(_ body: @escaping @Sendable () async -> Void) async {
  await withTaskGroup { group in
    group.addTask { await body() }
    group.addTask { try? await gracefulShutdown() }
    await group.next()
    group.cancelAll()
  }
}
