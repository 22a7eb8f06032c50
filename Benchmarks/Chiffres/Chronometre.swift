import Banc
import Base
import Conseil
import Foundation
import Html
import Temps
import Web

/// How long figures and pages take, on the clock and on the processor.
struct Chronometre {
  let terrain: Terrain

  /// One count for each question, in a read transaction of its own.
  func counts(_ questions: [Question], _ room: ConseilRoom) async throws -> (wall: Durees, processor: Durees) {
    var (wall, processor): ([Duration], [Duration]) = ([], [])
    for question in questions {
      let start = ContinuousClock.now
      processor.append(
        try await terrain.database.read { [terrain] tx in
          try processorTime {
            _ = try room.measure(counting: question.form, of: terrain.dispositif, today: Terrain.dernierJour, in: tx)
          }
        })
      wall.append(ContinuousClock.now - start)
    }
    return (Durees(wall), Durees(processor))
  }

  func printCounts(_ name: String, _ questions: [Question], _ room: ConseilRoom) async throws {
    let (wall, processor) = try await counts(questions, room)
    say("\(name): clock \(wall.inWords); processor \(processor.inWords)")
  }

  /// The whole page, from its address to its HTML.
  func printPage(
    _ name: String, _ adresses: [FormData], to visitor: Visitor, _ room: ConseilRoom, now: Instant = Terrain.now
  ) async throws {
    var (wall, processor): ([Duration], [Duration]) = ([], [])
    var length = 0
    for adresse in adresses {
      let (start, busy) = (ContinuousClock.now, Processeur.processus.now)
      do {
        length = try await room.measure(showing: adresse, to: visitor, at: now).contenu(.fr).string.utf8.count
      } catch {
        // A server that lets no statement last sends the page away.
        say("\(name): \(error) after \(ContinuousClock.now - start)")
        return
      }
      wall.append(ContinuousClock.now - start)
      processor.append(Processeur.processus.now - busy)
    }
    say("\(name): clock \(Durees(wall).inWords); processor \(Durees(processor).inWords); \(length / 1000) kB")
  }
}
