import Base
import Chartes
import Foundation
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct EnCoursTests {
  @Test(arguments: Engine.allCases) func `ce qui s’écrit est gardé dès qu’il ne nomme personne, et pas avant`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      func write(_ mots: String, _ objet: String = "nouveau") async throws {
        _ = try await lieu.mentorat.readAgain(
          lieu.visit(by: lieu.nour, form: [("libre", mots), ("objet", objet)]))
      }
      try await write("Canaribrouillon, comment dire non ?")
      #expect(try await lieu.fil(of: lieu.nour).contains("Canaribrouillon"))
      #expect(!(try await lieu.fil(of: lieu.marc)).contains("Canaribrouillon"))
      #expect(!(try await scene.holds("Canaribrouillon")), "sealed")
      // A name typed next is kept nowhere; the last words that named nobody stay.
      try await write("Canaribrouillon, comment dire non au 06 12 34 56 78 ?")
      #expect(try await lieu.fil(of: lieu.nour).contains("Canaribrouillon"))
      #expect(!(try await lieu.fil(of: lieu.nour)).contains("06 12"))
      for odd in ["", "autre", "../x"] { try await write("Canariailleurs.", odd) }
      #expect(!(try await lieu.fil(of: lieu.nour)).contains("Canariailleurs"))
      // Sent, it is no draft any more.
      _ = try await lieu.send("Canaribrouillon, comment dire non ?")
      let page = try await lieu.fil(of: lieu.nour)
      #expect(page.components(separatedBy: "Canaribrouillon").count == 2, "the message alone")
    }
  }
}
