import Foundation
import Html
import Temps
import Testing
import Troupe

@testable import Base

/// The sealed file itself: what was written comes back, and nothing else.
@Suite struct FichierScelleTests {
  @Test func `un octet changé est trouvé mille fois sur mille`() async throws {
    try await withMaison(.sqlite) { maison in
      for rang in 1...40 { try maison.write("un mot", by: .make(at: Maison.now), rang: rang) }
      let effacee = PersonneID.make(at: Maison.now)
      try maison.write("adieu", by: effacee)
      try maison.vault.erase(.personne(effacee))
      let prise = try maison.take()
      let effacees = try #require(maison.depot.paths(of: .effacees).first)
      var hasard = Hasard(graine: 20_261_128)
      for path in [prise.donnees, prise.cles, effacees] {
        let whole = try Data(contentsOf: URL(filePath: path))
        _ = try Sauvegarde.verify(path, master: maison.master)
        var found = 0
        for _ in 0..<1000 {
          var damaged = whole
          damaged[Int.random(in: 0..<whole.count, using: &hasard)] ^= 1 << UInt8.random(in: 0..<8, using: &hasard)
          if try refuses(damaged, maison) { found += 1 }
        }
        #expect(found == 1000, "\(path)")
      }
    }
  }

  @Test func `chaque octet de l’en-tête compte`() async throws {
    try await withMaison(.sqlite) { maison in
      let whole = try Data(contentsOf: URL(filePath: try maison.take().cles))
      for offset in 0..<600 {
        var damaged = whole
        damaged[offset] ^= 0x20
        #expect(try refuses(damaged, maison), "\(offset)")
      }
    }
  }

  @Test func `un fichier coupé à la fin de n’importe quel bloc se dit coupé`() async throws {
    try await withMaison(.sqlite) { maison in
      let prise = try maison.take()
      let whole = try Data(contentsOf: URL(filePath: prise.donnees))
      let start = try Entete.read(.read(prise.donnees)).count
      let borders = Array(stride(from: start, to: whole.count, by: 4096 + Scellement.tag))
      #expect(borders.count > 20)
      for border in borders {
        let path = try written(whole.prefix(border), maison)
        #expect(throws: SauvegardeError.coupe(path: path)) { try Sauvegarde.verify(path, master: maison.master) }
        #expect(try refuses(whole.prefix(min(border + 1000, whole.count - 1)), maison))
      }
    }
  }

  @Test func `des blocs déplacés, doublés, retirés, ajoutés ou venus d’ailleurs sont refusés`() async throws {
    try await withMaison(.sqlite) { maison in
      let (one, other) = (try maison.take(), try maison.take(at: Maison.now + .hours(1)))
      let whole = try Data(contentsOf: URL(filePath: one.donnees))
      let foreign = try Data(contentsOf: URL(filePath: other.donnees))
      let start = try Entete.read(.read(one.donnees)).count
      let bloc = 4096 + Scellement.tag
      func range(_ rang: Int) -> Range<Int> { start + rang * bloc..<start + (rang + 1) * bloc }
      var moved = whole
      moved.replaceSubrange(range(2), with: whole[range(3)])
      moved.replaceSubrange(range(3), with: whole[range(2)])
      var doubled = whole
      doubled.insert(contentsOf: whole[range(2)], at: range(2).lowerBound)
      var dropped = whole
      dropped.removeSubrange(range(2))
      var grafted = whole
      grafted.replaceSubrange(range(2), with: foreign[range(2)])
      for damaged in [moved, doubled, dropped, grafted, whole + Data([0]), whole + whole[range(2)]] {
        #expect(try refuses(damaged, maison))
      }
      let headed = foreign.prefix(start) + whole.dropFirst(start)
      #expect(try refuses(headed, maison))
      #expect(try !refuses(whole, maison))
    }
  }

  @Test func `une autre clé maîtresse se dit en mots, et pas comme un fichier abîmé`() async throws {
    try await withMaison(.sqlite) { maison in
      let path = try maison.take().donnees
      let refusal = #expect(throws: SauvegardeError.self) { try Sauvegarde.verify(path, master: .random()) }
      #expect(refusal == .autreCle(path: path))
      #expect(refusal?.phrase.fr.contains("autre clé maîtresse") == true)
    }
  }

  @Test func `ce qui n’est pas à nous, ou vient de plus tard, se dit`() async throws {
    try await withMaison(.sqlite) { maison in
      let strange = try written(Data("bonjour".utf8), maison)
      #expect(throws: SauvegardeError.inconnu(path: strange)) { try Sauvegarde.verify(strange, master: maison.master) }
      let bordereau = Bordereau(comptes: [:])
      var entete = Entete(
        .donnees, of: .make(at: Maison.now), .sqlite, at: Maison.now, bordereau: bordereau, bloc: 4096,
        master: maison.master)
      entete.format = 2
      let later = try written(entete.written(), maison)
      #expect(throws: SauvegardeError.formatRecent(path: later)) {
        try Sauvegarde.verify(later, master: maison.master)
      }
    }
  }

  @Test(arguments: [0, 1, 60, 61, 4096, 4097, 8192, 40_961]) func `un contenu de toute taille revient entier`(
    count: Int
  ) async throws {
    try await withMaison(.sqlite) { maison in
      let contenu = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      let bordereau = Bordereau(comptes: ["mot": 3])
      let entete = Entete(
        .donnees, of: .make(at: Maison.now), .sqlite, at: Maison.now, bordereau: bordereau, bloc: 64,
        master: maison.master)
      let path = maison.path("contenu")
      let ecrivain = try Ecrivain(path, entete, bordereau, master: maison.master)
      for start in stride(from: 0, to: count, by: 37) {
        try ecrivain.append(contenu[start..<min(start + 37, count)])
      }
      try ecrivain.finish()
      let lecteur = try Lecteur(path, master: maison.master)
      var lu = Data()
      #expect(try lecteur.read { lu.append($0) } == bordereau)
      #expect(lu == contenu)
      #expect(try lecteur.bordereau() == bordereau)
      #expect(try lecteur.isComplete)
    }
  }

  @Test func `un fichier en cours n’a pas de fin, et n’est lisible que par nous`() async throws {
    try await withMaison(.sqlite) { maison in
      let bordereau = Bordereau(comptes: [:])
      let entete = Entete(
        .donnees, of: .make(at: Maison.now), .sqlite, at: Maison.now, bordereau: bordereau, bloc: 64,
        master: maison.master)
      let path = maison.path("en-cours")
      let ecrivain = try Ecrivain(path, entete, bordereau, master: maison.master)
      try ecrivain.append(Data(count: 1000))
      #expect(throws: SauvegardeError.coupe(path: path)) { try Sauvegarde.verify(path, master: maison.master) }
      #expect(try Lecteur(path, master: maison.master).isComplete == false)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }
}

private func written(_ data: some DataProtocol, _ maison: Maison) throws -> String {
  let path = maison.path("essai")
  try Data(data).write(to: URL(filePath: path))
  return path
}

private func refuses(_ data: some DataProtocol, _ maison: Maison) throws -> Bool {
  let path = try written(data, maison)
  do {
    _ = try Sauvegarde.verify(path, master: maison.master)
    return false
  } catch is SauvegardeError { return true }
}
