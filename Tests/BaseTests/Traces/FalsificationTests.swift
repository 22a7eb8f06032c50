import Base
import Crypto
import Foundation
import Temps
import Testing
import Troupe

/// Somebody who can write in the table, a hundred times in each manner: the first wrong line is always the one named.
@Suite struct FalsificationTests {
  private static let length = 10
  private static let times = 100

  @Test(arguments: Engine.allCases) func `une ligne retouchée se voit`(engine: Engine) async throws {
    try await tamper(engine) { lignes in
      let index = Int.random(in: lignes.indices)
      switch Int.random(in: 0..<6) {
      case 0: lignes[index].acteur = PersonneID.someone().text
      case 1: lignes[index].geste += "s"
      case 2: lignes[index].objet = String(lignes[index].objet.dropLast())
      case 3: lignes[index].le = lignes[index].le + .milliseconds(Bool.random() ? 1 : -1)
      case 4: lignes[index].id = ID<TraceTag>.make(at: Fondation.now).text
      default: lignes[index].empreinte = String(lignes[index].empreinte.reversed())
      }
      return index + 1
    }
  }

  @Test(arguments: Engine.allCases) func `une ligne ôtée se voit`(engine: Engine) async throws {
    try await tamper(engine) { lignes in
      let index = Int.random(in: 0..<Self.length - 1)
      lignes.remove(at: index)
      if Bool.random() { lignes.renumber() }
      return index + 1
    }
  }

  @Test(arguments: Engine.allCases) func `plusieurs lignes ôtées au milieu se voient`(engine: Engine) async throws {
    try await tamper(engine) { lignes in
      let first = Int.random(in: 0..<Self.length - 2)
      let last = Int.random(in: first + 1..<Self.length - 1)
      lignes.removeSubrange(first...last)
      if Bool.random() { lignes.renumber() }
      return first + 1
    }
  }

  @Test(arguments: Engine.allCases) func `deux lignes échangées se voient`(engine: Engine) async throws {
    try await tamper(engine) { lignes in
      let first = Int.random(in: 0..<Self.length - 1)
      let second = Int.random(in: first + 1..<Self.length)
      lignes.swapAt(first, second)
      lignes.renumber()
      return first + 1
    }
  }

  @Test(arguments: Engine.allCases) func `une ligne glissée au milieu se voit`(engine: Engine) async throws {
    try await tamper(engine) { lignes in
      let index = Int.random(in: 1..<Self.length)
      var forged = lignes[index]
      forged.id = ID<TraceTag>.make(at: Fondation.now).text
      forged.objet = "autre chose"
      // Even with the right hash, the line that came after no longer follows.
      let isWellMade = Bool.random()
      if isWellMade { forged.empreinte = Self.empreinte(of: forged, after: lignes[index - 1].empreinte) }
      lignes.insert(forged, at: index)
      lignes.renumber()
      return isWellMade ? index + 2 : index + 1
    }
  }

  private static func empreinte(of ligne: LigneDeTrace, after previous: String) -> String {
    let fields = [
      previous, String(ligne.rang), ligne.id, ligne.acteur, ligne.geste, ligne.objet, String(ligne.le.milliseconds),
    ]
    return Array(SHA256.hash(data: Data(fields.joined(separator: "\u{1f}").utf8))).hexadecimal
  }

  /// - Parameter change: changes the lines, and answers the rank at which the chain must be found broken.
  private func tamper(_ engine: Engine, _ change: (inout [LigneDeTrace]) -> Int) async throws {
    try await withFondation(engine) { fondation in
      try await fondation.trace(Self.length)
      #expect(try await TraceChain.append(in: fondation.database) == Self.length)
      let chaine = try await Chaine(in: fondation.database)
      // Computed here from the documented fields: the forger's hash is the house's own.
      #expect(Self.empreinte(of: chaine.lignes[1], after: chaine.lignes[0].empreinte) == chaine.lignes[1].empreinte)
      for _ in 0..<Self.times {
        var forged = chaine
        let expected = change(&forged.lignes)
        try await forged.write(in: fondation.database)
        #expect(try await TraceChain.check(in: fondation.database).ruptures.first?.rang == expected)
      }
      try await chaine.write(in: fondation.database)
      #expect(try await TraceChain.check(in: fondation.database).ruptures == [])
    }
  }
}
