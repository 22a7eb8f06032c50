import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct GardeTests {
  @Test(arguments: Engine.allCases)
  func `un mandat signé reste comme preuve le temps signé, puis s’efface à la milliseconde`(engine: Engine) async throws
  {
    try await withPotager(engine) { jardin in
      let acte = try #require(try await jardin.acte())
      _ = try await jardin.erase()
      try await jardin.expectsNothingLeft(mandats: 1)
      // It stopped at once, and its term is the one that was signed.
      #expect(
        try await jardin.scene.count("SELECT count(*) FROM mandat_retrait WHERE mandat = \(jardin.mandat)") == 1)
      let end = try #require(Jour("2033-03-03")).start(in: .paris)
      for now in [Potager.fini, end - .milliseconds(1)] {
        _ = try await jardin.passes(at: now)
        for visitor in [jardin.lieu.lila, jardin.lieu.hugo, jardin.lieu.odile] {
          let page = try await jardin.open(acte.empreinte, by: visitor, at: now)
          #expect(page.contains("Rarissimont") && page.contains("poireaux") && page.contains("Oui : le sceau"))
        }
      }
      #expect(try await jardin.open(acte.texte, by: jardin.lieu.lila, at: Potager.fini).contains("Rarissimont"))
      #expect(
        try await jardin.scene.traces().contains(
          TraceLine("lecture:mandat-garde", on: jardin.mandat, by: jardin.lieu.odile.personne)))
      _ = try await jardin.passes(at: end)
      #expect(try await jardin.open(acte.empreinte, by: jardin.lieu.lila, at: end).contains("Aucun mandat gardé ici"))
      for table in ["mandat", "mandat_demarche", "mandat_signature", "mandat_retrait", "mandat_usage"] as [SQL] {
        #expect(try await jardin.scene.count("SELECT count(*) FROM \(sql: table)") == 0)
      }
      #expect(try await jardin.scene.count("SELECT count(*) FROM usager WHERE id = \(jardin.aline)") == 0)
      #expect(try await !jardin.opens(.mandat(jardin.mandat)))
    }
  }

  @Test(arguments: Engine.allCases)
  func `seule l’empreinte ouvre, à qui travaille là, et seulement une fois le suivi effacé`(engine: Engine) async throws
  {
    try await withPotager(engine) { jardin in
      let acte = try #require(try await jardin.acte())
      #expect(
        try await jardin.open(acte.empreinte, by: jardin.lieu.odile).contains("son suivi est encore ouvert"),
        "while it is, those who follow the person read it there")
      _ = try await jardin.erase()
      for typed in [
        "", "abc", String(repeating: "0", count: 64), String(acte.empreinte.dropLast()), acte.empreinte + "0",
        "%' OR 1=1 --", String(repeating: "g", count: 64),
      ] {
        let page = try await jardin.open(typed, by: jardin.lieu.lila)
        #expect(!page.contains("Rarissimont") && page.contains("empreinte"), "\(typed)")
      }
      let spaced = acte.empreinte.uppercased().enumerated().map { $0 % 8 == 7 ? "\($1) " : "\($1)" }.joined()
      #expect(try await jardin.open(spaced, by: jardin.lieu.lila).contains("Rarissimont"))
      await #expect(throws: Absent.self) { _ = try await jardin.open(acte.empreinte, by: jardin.scene.nadia) }
      // Advisers of another programme have no such mandate.
      let elsewhere = try await jardin.scene.personnes.openDemonstration(
        structure: "Ailleurs", dispositif: "Conseil d’ailleurs", charte: .conseil, at: Scene.now)
      let other = try await jardin.scene.personnes.seat(
        Figurant("Paul", "Ailleurs", .conseillerNumerique), in: elsewhere, suivieBy: nil, at: Scene.now)
      #expect(try await jardin.open(acte.empreinte, by: other).contains("Aucun mandat gardé ici"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `un mandat d’un suivi ouvert finit sa garde aussi, et un texte jamais signé part après trente jours`(
    engine: Engine
  ) async throws {
    try await withBureau(engine) { bureau in
      let never = try await bureau.prepare(["jours": ["1"]])
      let signed = try await bureau.signed(["jours": ["1"]])
      let last = try await bureau.mandat(never).fin
      func passes(_ now: Instant) async throws { _ = try await bureau.conseil.erase(for: .house(.echeances), at: now) }
      func count(_ id: MandatID) async throws -> Int {
        try await bureau.scene.count("SELECT count(*) FROM mandat WHERE id = \(id)")
      }
      try await passes(last + .days(30) - .milliseconds(1))
      #expect(try await count(never) == 1)
      try await passes(last + .days(30))
      #expect(try await count(never) == 0)
      #expect(try await count(signed) == 1)
      // The thread goes on: somebody sees the person every year.
      let end = try #require(Jour("2027-02-02")).advanced(by: 2190).start(in: .paris)
      for year in 1...5 { try await bureau.touch(at: Scene.now + .days(365 * year)) }
      try await bureau.touch(at: end - .days(1))
      try await passes(end - .milliseconds(1))
      #expect(try await count(signed) == 1)
      try await passes(end)
      #expect(try await count(signed) == 0)
      #expect(try await bureau.scene.count("SELECT count(*) FROM usager WHERE efface IS NULL") == 1)
    }
  }
}

extension Potager {
  /// What is printed on the certificate.
  fileprivate func acte() async throws -> (texte: String, empreinte: String)? {
    try await lieu.read { [mandat, lila = lieu.lila] store, tx in
      let found = try store.mandat(mandat, for: lila.viewer, in: tx)
      return try store.acte(of: found, in: tx).map { (found.empreinte, $0.empreinte) }
    }
  }

  fileprivate func open(_ empreinte: String, by visitor: Visitor, at now: Instant = Self.fini) async throws -> String {
    try await conseil.openGarde(visit(by: visitor, form: [("empreinte", empreinte)], at: now)).html()
  }
}

extension Bureau {
  fileprivate func touch(at now: Instant) async throws {
    try await scene.house.database.write { [store = conseil.store, usager] tx in
      try store.touch(usager, at: now, in: tx)
    }
  }
}
