import Annonces
import Base
import Logging
import Mentorat
import Personnes
import Rencontres
import ServiceLifecycle
import Temps

/// All that happens with nobody in front of it, on one page.
struct Schedules: Service {
  let house: House
  let facteur: Facteur
  let personnes: PersonnesRoom
  let rencontres: RencontresRoom
  let mentorat: MentoratRoom
  let logger: Logger

  func run() async throws {
    await withTaskGroup { group in
      group.addTask {
        await every("liens", .milliseconds(500)) { while try await personnes.sendLien(at: horloge.now) {} }
      }
      group.addTask { await every("courrier", .seconds(1)) { while try await facteur.carryOne(at: horloge.now) {} } }
      group.addTask {
        await every("reactions", .seconds(1)) {
          while try await house.faits.reactOnce(Hall.reactions, in: house.database, at: horloge.now) {}
        }
      }
      group.addTask {
        await every("traces", .seconds(2)) { while try await TraceChain.append(in: house.database) > 0 {} }
      }
      group.addTask {
        await every("echeances", .seconds(20)) {
          _ = try await rencontres.expire(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("annonces", .seconds(10)) {
          _ = try await mentorat.announceArrivals(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("effacements", .seconds(3600)) {
          _ = try await mentorat.erase(for: .house(.echeances), at: horloge.now)
        }
      }
      group.addTask {
        await every("gestes", .seconds(3600)) {
          try await house.database.forgetOldGestes(before: horloge.now - Duration.days(7))
        }
      }
    }
  }

  /// Does its work, waits, and again until the server stops. What fails is logged by its kind and tried again.
  private func every(_ name: String, _ pause: Duration, _ work: @escaping @Sendable () async throws -> Void) async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await work() } catch is CancellationError { return } catch {
          logger.warning("echeance", metadata: ["nom": "\(name)", "kind": "\(type(of: error))"])
        }
        try? await Task.sleep(for: pause)
      }
    }
  }
}

private func cancelWhenGracefulShutdown(_ body: @escaping @Sendable () async -> Void) async {
  await withTaskGroup { group in
    group.addTask { await body() }
    group.addTask { try? await gracefulShutdown() }
    await group.next()
    group.cancelAll()
  }
}
