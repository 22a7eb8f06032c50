import Testing

@testable import Comptage

@Suite struct TrancheTests {
  private static func folded(_ lignes: [Ligne], _ schema: Schema) throws -> Tranche {
    try Tranche(folding: lignes, onto: Tranche(mois: Jeu.mois, schema: schema))
  }

  private func requireTransferable(_ value: some Sendable) {}

  /// Counts both ways under many filters, and says under which they differ.
  private static func differences(_ tranche: Tranche, _ lignes: [Ligne], _ jeu: inout Jeu, filtres: Int) -> [Filtre] {
    (0..<filtres).compactMap { index in
      let filtre = index == 0 ? Filtre() : jeu.filtre()
      let voulues = jeu.voulues()
      return tranche.count(filtre, voulues) == Compte(lignes, filtre, voulues, jeu.schema) ? nil : filtre
    }
  }

  @Test(arguments: Jeu.schemas.indices)
  func `plié ou non, le compte est le même sous tous les filtres`(schema: Int) throws {
    for (graine, size) in [0, 1, 2, 3, 30, 63, 64, 65, 129, 200, 300].enumerated() {
      var jeu = Jeu(Jeu.schemas[schema], graine: graine * 10 + schema)
      let lignes = jeu.lignes(size, variety: size)
      #expect(Self.differences(try Self.folded(lignes, jeu.schema), lignes, &jeu, filtres: 150) == [])
    }
  }

  @Test func `sur des milliers de lignes, denses ou rares, aussi`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 7)
    let lignes = jeu.lignes(8000, variety: 1_000_000)
    let tranche = try Self.folded(lignes, jeu.schema)
    // Large enough for both ways of adding bits, and both of adding people.
    #expect(tranche.lots.contains { $0.rangs > 64 * Popcount.wordsPerGroup })
    #expect(tranche.lots.contains { $0.rangs > Pesee.few && $0.poids.isEach })
    #expect(Self.differences(tranche, lignes, &jeu, filtres: 60) == [])
    let rare = Filtre(lieux: ["Foix"], conseillers: ["a"], etiquettes: [1 << 3, 1 << 4], choix: [.init(1, [2])])
    #expect(tranche.count(rare, .toutes) == Compte(lignes, rare, .toutes, jeu.schema))
  }

  @Test func `seulement des retraits, et des paires qui s’annulent`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 3)
    let plus = jeu.lignes(50).map { $0.signe == .plus ? $0 : $0.opposite }
    let moins = plus.map(\.opposite)
    let before = try Self.folded(moins, jeu.schema)
    #expect(Self.differences(before, moins, &jeu, filtres: 40) == [])
    #expect(before.count(Filtre(), []).rapports == -50)
    let after = try Tranche(folding: plus, onto: before)
    #expect(after.isEmpty && after == Tranche(mois: Jeu.mois, schema: jeu.schema))
    #expect(Self.differences(after, [], &jeu, filtres: 20) == [])
  }

  @Test func `plier dans un autre ordre ou en plusieurs fois ne change rien`() throws {
    for graine in 0..<20 {
      var jeu = Jeu(Jeu.schemas[graine % 4], graine: graine)
      var lignes = jeu.lignes(120, variety: 50)
      let once = try Self.folded(lignes, jeu.schema)
      lignes.shuffle(using: &jeu.hasard)
      var often = Tranche(mois: Jeu.mois, schema: jeu.schema)
      while !lignes.isEmpty {
        let some = lignes.prefix(Int.random(in: 1...50, using: &jeu.hasard))
        often = try Tranche(folding: some, onto: often)
        lignes.removeFirst(some.count)
      }
      #expect(often == once && often.bytes == once.bytes)
    }
  }

  @Test func `les lignes rendues se replient en la même tranche`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 5)
    let tranche = try Self.folded(jeu.lignes(200), jeu.schema)
    #expect(tranche.lignes.count == tranche.count && tranche.count > 0)
    #expect(try Self.folded(tranche.lignes, jeu.schema) == tranche)
    #expect(Self.differences(tranche, tranche.lignes, &jeu, filtres: 20) == [])
  }

  @Test func `ce qui n’est pas plié s’ajoute à ce qui l’est`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 6)
    let lignes = jeu.lignes(150, variety: 60)
    let tranche = try Self.folded(Array(lignes[..<100]), jeu.schema)
    for _ in 0..<60 {
      let filtre = jeu.filtre()
      var compte = tranche.count(filtre, .toutes)
      compte += Compte(lignes[100...], filtre, .toutes, jeu.schema)
      #expect(compte == Compte(lignes, filtre, .toutes, jeu.schema))
    }
  }

  @Test func `plusieurs mois se comptent dans un seul compte`() throws {
    let schema = Jeu.schemas[3]
    let jours = [Jeu.jours.lowerBound - 1, Jeu.jours.lowerBound, Jeu.jours.upperBound - 1, Jeu.jours.upperBound]
    let lignes = jours.map { Ligne(jour: $0, lieu: "Foix", etiquettes: 1, mesures: [2]) }
    let tranches = try Dictionary(grouping: lignes, by: \.mois).map {
      try Tranche(folding: $1, onto: Tranche(mois: $0, schema: schema))
    }
    #expect(tranches.count == 3)
    for filtre in [Filtre(), Filtre(jours: jours[1]...jours[2]), Filtre(jours: jours[0]...jours[1])] {
      var compte = Compte(schema, .toutes)
      for tranche in tranches { tranche.count(filtre, .toutes, into: &compte) }
      #expect(compte == Compte(lignes, filtre, .toutes, schema))
    }
  }

  @Test func `une ligne d’un autre mois ou d’un autre schéma n’est pas pliée`() throws {
    let empty = Tranche(mois: Jeu.mois, schema: Jeu.schemas[3])
    let jour = Jeu.jours.lowerBound
    for other in [jour - 1, Jeu.jours.upperBound] {
      #expect(throws: ComptageError.outsideMonth) { try Tranche(folding: [Ligne(jour: other)], onto: empty) }
    }
    let outside = [
      Ligne(jour: jour, etiquettes: 2), Ligne(jour: jour, choix: [3]), Ligne(jour: jour, choix: [0, 1]),
      Ligne(jour: jour, mesures: [-1]), Ligne(jour: jour, mesures: [Schema.mesureMax + 1]),
      Ligne(jour: jour, mesures: [0, 1]),
    ]
    for ligne in outside {
      #expect(throws: ComptageError.outsideSchema) { try Tranche(folding: [ligne], onto: empty) }
    }
    #expect(throws: ComptageError.tooManyNames) {
      try Tranche(folding: (0...65535).map { Ligne(jour: jour, lieu: "\($0)") }, onto: empty)
    }
  }

  @Test func `une tranche et ce qui l’interroge passent d’un fil à l’autre`() throws {
    requireTransferable(try Self.folded([], Jeu.schemas[0]))
    requireTransferable(Filtre())
    requireTransferable(Compte())
    requireTransferable(Ligne(jour: 0))
  }
}

extension Poids {
  fileprivate var isEach: Bool {
    if case .each = self { true } else { false }
  }
}
