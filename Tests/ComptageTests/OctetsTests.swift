import Testing

@testable import Comptage

@Suite struct OctetsTests {
  private static let bounds = [
    Ligne(jour: 0), Ligne(signe: .moins, jour: -400_000, lieu: "é", conseiller: "🌿", etiquettes: .max),
    Ligne(jour: 20_000, choix: [31, 0, 1], mesures: [Schema.mesureMax, 0, -1, Int.max, Int.min]),
  ]

  @Test func `une ligne se relit comme elle fut écrite`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 1)
    for ligne in Self.bounds + jeu.lignes(200) {
      #expect(try Ligne(bytes: ligne.encode()) == ligne)
    }
  }

  @Test func `les octets d’une ligne ne changent pas d’une version à l’autre`() {
    let ligne = Ligne(
      signe: .moins, jour: 19_000, lieu: "Foix", conseiller: "a", etiquettes: 300, choix: [1, 2], mesures: [1, 45])
    #expect(
      ligne.encode() == [
        3, 240, 168, 2, 4, 70, 111, 105, 120, 1, 97, 172, 2, 2, 1, 2, 2, 2, 90, 189, 57, 15, 189,
      ])
  }

  @Test func `ce qui ne dit rien à la fin ne change pas une ligne`() {
    let long = Ligne(jour: 1, choix: [0, 2, 0, 0], mesures: [1, 0, 0])
    let short = Ligne(jour: 1, choix: [0, 2], mesures: [1])
    #expect(long == short && long.encode() == short.encode() && long.hashValue == short.hashValue)
    #expect(Ligne(jour: 1, choix: [0, 0], mesures: [0]) == Ligne(jour: 1))
  }

  @Test func `une ligne abîmée est refusée`() {
    for bytes in Self.bounds.map({ $0.encode() }) {
      for place in bytes.indices {
        #expect(throws: ComptageError.damaged) { try Ligne(bytes: Array(bytes[..<place])) }
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << UInt8(bit)
          #expect(throws: ComptageError.damaged) { try Ligne(bytes: other) }
        }
      }
      #expect(throws: ComptageError.damaged) { try Ligne(bytes: bytes + [0]) }
    }
  }

  @Test func `une tranche se relit comme elle fut écrite`() throws {
    for (graine, size) in [0, 1, 64, 65, 400].enumerated() {
      for schema in Jeu.schemas {
        var jeu = Jeu(schema, graine: graine)
        let tranche = try Tranche(folding: jeu.lignes(size), onto: Tranche(mois: Jeu.mois, schema: schema))
        let again = try Tranche(bytes: tranche.bytes, schema: schema)
        #expect(again == tranche && again.bytes == tranche.bytes)
      }
    }
  }

  @Test func `une tranche abîmée ou coupée est refusée`() throws {
    var jeu = Jeu(Jeu.schemas[0], graine: 2)
    let bytes = try Tranche(folding: jeu.lignes(100), onto: Tranche(mois: Jeu.mois, schema: jeu.schema)).bytes
    for _ in 0..<1000 {
      var other = bytes
      other[Int.random(in: bytes.indices, using: &jeu.hasard)] ^= UInt8.random(in: 1...255, using: &jeu.hasard)
      #expect(throws: ComptageError.damaged) { try Tranche(bytes: other, schema: jeu.schema) }
    }
    for length in Set([0, 1, 7, 8, 9, bytes.count - 1]).union((0..<100).map { $0 * bytes.count / 100 }) {
      #expect(throws: ComptageError.damaged) { try Tranche(bytes: Array(bytes[..<length]), schema: jeu.schema) }
    }
  }

  @Test func `des octets scellés mais faux ne font lire hors d’aucune colonne`() throws {
    var jeu = Jeu(Jeu.schemas[3], graine: 4)
    let bytes = try Tranche(folding: jeu.lignes(40), onto: Tranche(mois: Jeu.mois, schema: jeu.schema)).bytes
    for _ in 0..<2000 {
      var other = Array(bytes.dropLast(8))
      other[Int.random(in: other.indices, using: &jeu.hasard)] = UInt8.random(in: 0...255, using: &jeu.hasard)
      let seal = Empreinte.of(other)
      other += (0..<8).map { UInt8(truncatingIfNeeded: seal >> UInt64($0 * 8)) }
      guard let tranche = try? Tranche(bytes: other, schema: jeu.schema) else { continue }
      _ = tranche.count(Filtre(lieux: ["Foix"]), .toutes)
      _ = tranche.lignes
    }
  }

  @Test func `un nom écrit deux fois est refusé`() throws {
    let lignes = ["a", "b"].map { Ligne(jour: Jeu.jours.lowerBound, lieu: $0) }
    let tranche = try Tranche(folding: lignes, onto: Tranche(mois: Jeu.mois, schema: Jeu.schemas[3]))
    let twice = Tranche(
      schema: tranche.schema, mois: tranche.mois, lieux: ["a", "a"], conseillers: [""], lots: tranche.lots)
    #expect(throws: ComptageError.damaged) { try Tranche(bytes: twice.bytes, schema: tranche.schema) }
  }

  @Test func `une tranche d’un autre schéma demande à être repliée`() throws {
    let bytes = Tranche(mois: Jeu.mois, schema: Jeu.schemas[0]).bytes
    #expect(throws: ComptageError.otherSchema) { try Tranche(bytes: bytes, schema: Jeu.schemas[1]) }
  }
}
