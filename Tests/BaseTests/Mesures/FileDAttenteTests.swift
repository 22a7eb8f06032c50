import Dispatch
import Temps
import Testing
import Troupe

@testable import Base

@Suite struct FileDAttenteTests {
  @Test func `une durée va dans la première classe qui la contient`() {
    var histogramme = Histogramme(bornes: [0.1, 1])
    for seconds in [0, 0.1, 0.11, 1, 1.1, 100] { histogramme.add(seconds: seconds) }
    #expect(histogramme.effectifs == [2, 2, 2] && histogramme.effectif == 6)
  }

  @Test(arguments: Engine.allCases) func `qui attend pour écrire se compte, et son attente aussi`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { db in
      let before = db.fileDEcriture.attentes.effectif
      let (held, released) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      async let first: Void = db.write { _ in
        held.signal()
        released.wait()
      }
      await Task.detached { held.wait() }.value
      async let second: Void = db.write { _ in }
      async let third: Void = db.write { _ in }
      while db.fileDEcriture.nombre < 2 { await Task.yield() }
      #expect(db.fileDEcriture.nombre == 2 && db.fileDEcriture.secondes > 0)
      released.signal()
      _ = try await (first, second, third)
      #expect(db.fileDEcriture.nombre == 0 && db.fileDEcriture.secondes == 0)
      #expect(db.fileDEcriture.attentes.effectif == before + 3)
    }
  }
}
