import Foundation
import Temps
import Testing

@testable import Base

/// What is kept, and for how long.
@Suite struct RotationTests {
  private static let now = Maison.now

  @Test func `deux jours entiers, puis une par jour, trente jours`() {
    let instants = (0...40 * 24).map { Self.now - .hours($0) }
    let kept = Rotation().kept(instants, at: Self.now)
    #expect(kept.filter { Self.now - $0 <= .hours(48) }.count == 49)
    let older = kept.filter { Self.now - $0 > .hours(48) }
    let days = Set(older.map { $0.milliseconds / 86_400_000 })
    #expect(days.count == older.count)
    #expect((27...29).contains(older.count))
    #expect(older.allSatisfy { Self.now - $0 <= .days(30) })
    // The last one of its day.
    #expect(older.allSatisfy { $0.milliseconds % 86_400_000 >= 23 * 3_600_000 })
  }

  @Test func `la plus récente reste, si vieille soit-elle`() {
    let old = Self.now - .days(400)
    #expect(Rotation().kept([old, old - .days(1)], at: Self.now) == [old])
  }

  @Test func `des clés ne se gardent pas plus de trente jours`() {
    #expect(Rotation(heures: 1, jours: 365) == Rotation(heures: 1, jours: 30))
  }

  @Test func `ne partent que les fichiers reconnus, avec leurs clés`() async throws {
    try await withMaison(.sqlite) { maison in
      let vieille = try maison.take(at: Self.now - .days(40))
      let avant = try maison.take(at: Self.now - .hours(3))
      let etrangere = Sauvegarde(
        maison.emplacement, to: maison.depot, master: maison.master, etabli: maison.path("etabli"))
      let autre = "\(maison.depot.donnees)/vademecum-2020-01-01T00-00-00Z.donnees"
      try Data("une autre chose".utf8).write(to: URL(filePath: autre))
      let abimee = "\(maison.depot.donnees)/vademecum-2020-01-02T00-00-00Z.donnees"
      try FileManager.default.copyItem(atPath: vieille.donnees, toPath: abimee)
      let bonne = try maison.take(at: Self.now)
      #expect(bonne.precedente == avant.instant)
      #expect(try etrangere.rotate(Rotation(), keeping: bonne, at: Self.now) == 3)
      #expect(Set(maison.depot.paths(of: .donnees)) == [avant.donnees, bonne.donnees, autre])
      #expect(Set(maison.depot.paths(of: .cles)) == [avant.cles, bonne.cles])
    }
  }

  @Test func `une autre maison qui range au même endroit garde ses fichiers`() async throws {
    try await withMaison(.sqlite) { maison in
      let vieille = try maison.take(at: Self.now - .days(40))
      let voisine = Sauvegarde(maison.emplacement, to: maison.depot, master: .random(), etabli: maison.path("b"))
      let sienne = Sauvegarde.Prise(
        id: .make(at: Self.now), instant: Self.now, donnees: "", cles: "", octets: 0, precedente: nil)
      #expect(try voisine.rotate(Rotation(), keeping: sienne, at: Self.now) == 0)
      #expect(FileManager.default.fileExists(atPath: vieille.donnees))
    }
  }

  @Test func `la liste des personnes effacées est une, et ne perd personne`() async throws {
    try await withMaison(.sqlite) { maison in
      let (une, deux) = (somebody(), somebody())
      try maison.vault.erase(.personne(une))
      _ = try maison.take(at: Self.now)
      try maison.vault.erase(.personne(deux))
      let sauvegarde = maison.sauvegarde()
      #expect(try sauvegarde.keepErased(maison.vault.erasedOwners(), at: Self.now + .minutes(1)))
      #expect(try !sauvegarde.keepErased(maison.vault.erasedOwners(), at: Self.now + .minutes(2)))
      // A base that has forgotten them (an older one, restored without its lists) does not shorten it.
      #expect(try !sauvegarde.keepErased([], at: Self.now + .minutes(3)))
      let paths = maison.depot.paths(of: .effacees)
      #expect(paths.count == 1)
      #expect(
        try Lecteur(paths[0], master: maison.master).effacees() == ["personne:\(une)", "personne:\(deux)"])
      _ = try maison.take(at: Self.now + .hours(1))
      #expect(maison.depot.paths(of: .effacees).count == 1)
    }
  }
}
