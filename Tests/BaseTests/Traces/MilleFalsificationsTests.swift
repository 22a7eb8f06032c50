import Temps
import Testing
import Troupe

@testable import Base

/// Somebody who holds the whole base, but neither the master key nor the head that was kept elsewhere.
@Suite struct MilleFalsificationsTests {
  private static let seed: UInt64 = 20_261_128

  @Test func `mille falsifications sur mille se voient, avec une tête gardée ailleurs`() async throws {
    try await withFondation(.sqlite) { fondation in
      let temoin = try await fondation.chainOfYears()
      let chaine = try await Chaine(in: fondation.database)
      #expect(chaine.lignes.count > 200 && chaine.tetes.count > 8 && chaine.coupes.count == 2)
      var faussaire = fondation.faussaire(Self.seed)
      var (seen, seenAlone) = (0, 0)
      for rank in 0..<1000 {
        let maniere = Maniere.allCases[rank % Maniere.allCases.count]
        let forged = try faussaire.tamper(chaine, maniere)
        // Half the time the master key is away, and the head kept elsewhere says which key signs.
        let cle = rank % 2 == 0 ? try fondation.clePublique : nil
        let found = try !forged.check(temoins: [temoin], cle: cle).holds
        #expect(found, "\(rank) \(maniere)")
        if found { seen += 1 }
        if try !forged.check().holds { seenAlone += 1 }
      }
      #expect(seen == 1000)
      // The head and the key are what it takes: without them, some pass.
      #expect(seenAlone < 1000)
    }
  }

  @Test(arguments: Engine.allCases) func `dans la base aussi, verrous ôtés puis remis`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let temoin = try await fondation.chainOfYears(lines: 8)
      let chaine = try await Chaine(in: fondation.database)
      let cle = try fondation.clePublique
      var faussaire = fondation.faussaire(Self.seed + 1)
      for rank in 0..<3 * Maniere.allCases.count {
        let maniere = Maniere.allCases[rank % Maniere.allCases.count]
        try await faussaire.tamper(chaine, maniere).write(in: fondation.database)
        let constat = try await TraceChain.check(temoins: [temoin], cle: cle, page: 17, in: fondation.database)
        #expect(!constat.holds, "\(rank) \(maniere)")
      }
      try await chaine.write(in: fondation.database)
      let constat = try await TraceChain.check(temoins: [temoin], cle: cle, page: 17, in: fondation.database)
      #expect(constat.ruptures == [])
    }
  }

  @Test func `une chaîne intacte n’alarme jamais, quelles que soient ses coupes et ses têtes`() async throws {
    try await withFondation(.sqlite) { fondation in
      var hasard = Hasard(graine: Self.seed + 2)
      for rank in 0..<200 {
        let chaine = try fondation.honest(&hasard)
        let temoins = chaine.tetes.shuffled(using: &hasard).prefix(3)
        let constat = try chaine.check(temoins: Array(temoins), cle: rank % 2 == 0 ? fondation.clePublique : nil)
        #expect(constat.ruptures == [], "\(rank)")
        #expect(constat.lignes == chaine.lignes.count && constat.tetes == chaine.tetes.count)
      }
    }
  }

  /// What SECURITY.md says is not promised, as it is.
  @Test func `ce qui suit la dernière tête se refait sans rien montrer`() async throws {
    try await withFondation(.sqlite) { fondation in
      let temoin = try await fondation.chainOfYears(lines: 8)
      try await fondation.chain(5, from: Fondation.autrefois + .days(901))
      var chaine = try await Chaine(in: fondation.database)
      let last = chaine.lignes.count - 1
      chaine.lignes[last].objet = "autre chose"
      chaine.lignes.rechain(from: last, after: chaine.depart)
      #expect(try chaine.check(temoins: [temoin], cle: fondation.clePublique).holds)
      chaine.lignes.removeLast(5)
      #expect(try chaine.check(temoins: [temoin], cle: fondation.clePublique).holds)
      chaine.lignes.removeLast()
      #expect(try !chaine.check(temoins: [temoin], cle: fondation.clePublique).holds)
    }
  }

  @Test func `sans tête gardée ailleurs, une fin coupée avec ses têtes ne se voit pas`() async throws {
    try await withFondation(.sqlite) { fondation in
      let temoin = try await fondation.chainOfYears(lines: 8)
      var chaine = try await Chaine(in: fondation.database)
      chaine.lignes.removeLast(20)
      chaine.tetes.removeAll { $0.maillon.rang > chaine.lignes.last!.rang }
      #expect(try chaine.check(cle: fondation.clePublique).holds)
      let constat = try chaine.check(temoins: [temoin], cle: fondation.clePublique)
      #expect(constat.ruptures == [.temoinAbsent(numero: temoin.numero, rang: temoin.maillon.rang)])
    }
  }
}

extension Fondation {
  func faussaire(_ seed: UInt64) -> Faussaire {
    Faussaire(vault: Vault(keys: keys, master: .random()), hasard: Hasard(graine: seed))
  }

  /// A chain as the house makes it, of any length, in memory.
  fileprivate func honest(_ hasard: inout Hasard) throws -> Chaine {
    var chaine = Chaine()
    let count = Int.random(in: 1...60, using: &hasard)
    var maillon = Maillon.origine
    for rang in 1...count {
      var ligne = LigneDeTrace(
        rang: rang, id: "id \(rang)", acteur: "maison:echeances", geste: "rappel", objet: "\(rang)",
        le: Self.now + .minutes(rang), empreinte: "")
      maillon = maillon.followed(by: ligne)
      ligne.maillon = maillon
      chaine.lignes.append(ligne)
      if Int.random(in: 0..<6, using: &hasard) == 0 {
        chaine.tetes.append(
          try Tete(numero: chaine.tetes.count + 1, maillon: maillon, le: ligne.le, signedBy: vault))
      }
    }
    for cut in [Int.random(in: 0...count, using: &hasard), Int.random(in: 0...count, using: &hasard)].sorted() {
      guard let fin = chaine.lignes.last(where: { $0.rang <= cut })?.maillon else { continue }
      chaine.coupes.append(
        try Coupe(
          numero: chaine.coupes.count + 1, maillon: fin, avant: Self.now, le: Self.now + TraceChain.garde, rompue: nil,
          signedBy: vault))
      chaine.lignes.removeAll { $0.rang <= cut }
    }
    return chaine
  }
}

extension Chaine {
  init() { self.init(lignes: [], tetes: [], coupes: []) }
}
