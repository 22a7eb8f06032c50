import Foundation
import Temps
import Testing

private func plage(_ weekday: Int, _ start: Int, _ end: Int) throws -> PlageHebdomadaire {
  try #require(PlageHebdomadaire(weekday: weekday, start: start * 60, end: end * 60))
}

@Suite struct PlageHebdomadaireTests {
  @Test func `une plage tient dans un jour, en quarts d’heure`() {
    #expect(PlageHebdomadaire(weekday: 1, start: 0, end: 1440) != nil)
    #expect(PlageHebdomadaire(weekday: 7, start: 1425, end: 1440) != nil)
    let refused = [
      (0, 0, 60), (8, 0, 60), (1, -15, 60), (1, 60, 60), (1, 75, 60), (1, 1400, 1440), (1, 60, 100), (1, 1380, 1455),
    ]
    for (weekday, start, end) in refused {
      #expect(PlageHebdomadaire(weekday: weekday, start: start, end: end) == nil)
    }
  }

  @Test func `deux plages se chevauchent si un quart d’heure leur est commun`() throws {
    let evening = try plage(1, 18, 20)
    #expect(evening.overlaps(evening))
    #expect(evening.overlaps(try plage(1, 19, 21)))
    #expect(evening.overlaps(try plage(1, 17, 22)))
    #expect(!evening.overlaps(try plage(1, 20, 21)))
    #expect(!evening.overlaps(try plage(1, 17, 18)))
    #expect(!evening.overlaps(try plage(2, 18, 20)))
  }

  @Test func `une plage s’écrit et se relit, une plage impossible ne se relit pas`() throws {
    let evening = try plage(1, 18, 20)
    let written = try JSONEncoder().encode(evening)
    #expect(try JSONDecoder().decode(PlageHebdomadaire.self, from: written) == evening)
    let impossible = Data(#"{"weekday":1,"start":1200,"end":1080}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PlageHebdomadaire.self, from: impossible) }
  }
}

@Suite struct SemaineTests {
  @Test func `les plages qui se touchent sont gardées, dans l’ordre de la semaine`() throws {
    let semaine = try Semaine([plage(3, 9, 10), plage(1, 19, 20), plage(1, 18, 19)])
    #expect(semaine.plages == [try plage(1, 18, 19), try plage(1, 19, 20), try plage(3, 9, 10)])
  }

  @Test func `deux plages qui se chevauchent sont nommées`() throws {
    let windows = [try plage(2, 18, 20), try plage(1, 8, 9), try plage(2, 19, 21), try plage(3, 8, 9)]
    let clash = #expect(throws: Semaine.Chevauchement.self) { try Semaine(windows) }
    #expect(clash.map { [$0.first, $0.second] } == [windows[0], windows[2]])
    #expect(throws: Semaine.Chevauchement.self) { try Semaine([windows[1], windows[1]]) }
  }

  @Test func `une semaine est refusée si et seulement si deux de ses plages se chevauchent`() throws {
    let all = try (0..<5).flatMap { start in try (start + 1...5).map { try plage(1, start, $0) } }
    var wrong: [[PlageHebdomadaire]] = []
    for first in all {
      for second in all {
        for third in all {
          let clash = first.overlaps(second) || first.overlaps(third) || second.overlaps(third)
          if ((try? Semaine([first, second, third])) == nil) != clash { wrong.append([first, second, third]) }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `les plages jointes n’en font plus qu’une`() throws {
    let semaine = try Semaine([plage(1, 18, 19), plage(1, 19, 20), plage(1, 20, 21), plage(1, 22, 24), plage(2, 0, 1)])
    #expect(semaine.merged.plages == [try plage(1, 18, 21), try plage(1, 22, 24), try plage(2, 0, 1)])
    let days = try Semaine([plage(1, 18, 19), plage(2, 19, 20)])
    #expect(days.merged == days)
    #expect(Semaine.vide.merged == .vide)
  }
}
