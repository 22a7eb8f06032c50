import Foundation
import NIOConcurrencyHelpers
import Temps
import Testing

@testable import Base

/// Writers go on while the copy is made.
@Suite struct SousChargeTests {
  @Test(arguments: Engine.allCases) func `ce qui était acquis avant l’instant y est, entier, et s’ouvre`(
    engine: Engine
  ) async throws {
    try await withMaison(engine) { maison in
      let charge = Charge(maison)
      charge.start(8)
      charge.wait(forAcquis: 200)
      for tour in 1...3 {
        let avant = charge.acquis
        let prise = try maison.take(at: Maison.now + .hours(tour))
        let pendant = charge.acquis.count - avant.count
        #expect(pendant > 0, "personne n’écrivait pendant la copie")
        if tour == 3 { charge.stop() }
        guard case .restauree = try maison.sauvegarde().check(prise) else {
          Issue.record("elle n’a pas été restaurée")
          continue
        }
        guard tour == 3 else { continue }
        _ = try maison.restauration(of: prise).run(at: Maison.now)
        let rendus = try maison.vide.billets(maison.master)
        #expect(avant.isSubset(of: Set(rendus.map { Charge.Acquis(auteur: $0.auteur, rang: $0.rang) })))
        #expect(rendus.allSatisfy { $0.mots == "mot \($0.rang)" }, "un billet ne s’ouvre pas")
        // What was written one after the other is there without a gap: a state that existed.
        for (auteur, siens) in Dictionary(grouping: rendus, by: \.auteur) {
          #expect(siens.map(\.rang) == Array(1...siens.count), "\(auteur)")
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `les clés copiées après les données les ouvrent toutes`(
    engine: Engine
  ) async throws {
    try await withMaison(engine) { maison in
      let (ancienne, nouvelle, effacee) = (somebody(), somebody(), somebody())
      try maison.write("avant", by: ancienne)
      try maison.write("avant aussi", by: effacee)
      var sauvegarde = maison.sauvegarde()
      sauvegarde.between = {
        try maison.write("entre les deux", by: nouvelle)
        try maison.vault.erase(.personne(effacee))
      }
      let prise = try sauvegarde.take(.make(at: Maison.now), at: Maison.now)
      let rendu = try maison.restauration(of: prise).run(at: Maison.now)
      #expect(rendu.effaces == ["personne:\(effacee)"])
      let billets = try maison.vide.billets(maison.master)
      #expect(billets.first { $0.auteur == ancienne }?.mots == "avant")
      #expect(billets.contains { $0.auteur == effacee && $0.mots == nil })
      #expect(!billets.contains { $0.auteur == nouvelle })
      #expect(try maison.vide.owners().cles == ["personne:\(ancienne)", "personne:\(nouvelle)"])
    }
  }

  /// The other order, to see that the test above is not blind.
  @Test(arguments: Engine.allCases) func `copiées avant, il en manquerait une`(engine: Engine) async throws {
    try await withMaison(engine) { maison in
      let nouvelle = somebody()
      let sauvegarde = maison.sauvegarde()
      try sauvegarde.depot.prepare()
      let lock = try sauvegarde.enterEtabli()
      defer { lock.release() }
      let lot = Sauvegarde.Lot(id: .make(at: Maison.now), nom: "vademecum-a-l-envers", instant: Maison.now)
      _ = try sauvegarde.copyCles(lot, Arret())
      try maison.write("entre les deux", by: nouvelle)
      try sauvegarde.copyDonnees(lot, Arret())
      try sauvegarde.write([], lot)
      let prise = try sauvegarde.name(lot, retiring: .init(), nil)
      _ = try maison.restauration(of: prise).run(at: Maison.now)
      #expect(try maison.vide.billets(maison.master).map(\.mots) == [nil])
    }
  }

  @Test(arguments: Engine.allCases) func `un arrêt au milieu ne laisse aucun fichier`(engine: Engine) async throws {
    try await withMaison(engine) { maison in
      let premiere = try maison.take()
      let arret = Arret()
      var sauvegarde = maison.sauvegarde()
      sauvegarde.between = { arret.ask() }
      for rang in 1...600 { try maison.write("mot", by: somebody(), rang: rang) }
      #expect(throws: CancellationError.self) {
        try sauvegarde.take(.make(at: Maison.now), at: Maison.now + .hours(1), arret: arret)
      }
      let left = try maison.depot.folders.flatMap { try FileManager.default.contentsOfDirectory(atPath: $0) }
      let expected = [premiere.donnees, premiere.cles].map { URL(filePath: $0).lastPathComponent }
      #expect(Set(left.filter { !$0.hasSuffix(".verrou") && !$0.hasSuffix(".effacees") }) == Set(expected))
      #expect(throws: CancellationError.self) { try maison.sauvegarde().check(premiere, arret: arret) }
    }
  }

  @Test func `deux sauvegardes à la fois dans un dossier : la seconde attend son tour`() async throws {
    try await withMaison(.sqlite) { maison in
      try maison.depot.prepare()
      let locks = try maison.depot.lock()
      #expect(throws: SauvegardeError.enCours(path: maison.depot.donnees)) { try maison.take() }
      for lock in locks { lock.release() }
      _ = try maison.take()
    }
  }

  @Test func `un disque qui n’est pas branché n’est pas remplacé par un dossier`() async throws {
    try await withMaison(.sqlite) { maison in
      let depot = Depot(donnees: maison.path("disque/sauvegardes"), creates: false)
      let sauvegarde = Sauvegarde(maison.emplacement, to: depot, master: maison.master, etabli: maison.path("etabli"))
      #expect(throws: SauvegardeError.dossierAbsent(path: depot.donnees)) {
        try sauvegarde.take(.make(at: Maison.now), at: Maison.now)
      }
      #expect(!FileManager.default.fileExists(atPath: maison.path("disque")))
    }
  }

  @Test func `aucun mot et aucun nom de table n’est en clair dans les fichiers`() async throws {
    try await withMaison(.sqlite) { maison in
      try maison.write("pamplemousse", by: somebody())
      let prise = try maison.take()
      for path in [prise.donnees, prise.cles] {
        let data = try Data(contentsOf: URL(filePath: path))
        for word in ["pamplemousse", "personne:", "billet", "SQLite format"] {
          #expect(data.range(of: Data(word.utf8)) == nil, "\(path) \(word)")
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: maison.path("etabli")) == [".vademecum.verrou"])
    }
  }
}

func somebody() -> PersonneID { .make(at: Maison.now) }

/// Writers, each a person after another, who note what was acknowledged.
private final class Charge: Sendable {
  struct Acquis: Sendable, Hashable {
    let auteur: PersonneID
    let rang: Int
  }

  private let maison: Maison
  private let known = NIOLockedValueBox<(acquis: Set<Acquis>, isOver: Bool)>(([], false))
  private let group = DispatchGroup()

  init(_ maison: Maison) { self.maison = maison }

  var acquis: Set<Acquis> { known.withLockedValue { $0.acquis } }

  func start(_ count: Int) {
    for _ in 0..<count {
      group.enter()
      let thread = Thread { [self] in
        while !known.withLockedValue({ $0.isOver }) { live() }
        group.leave()
      }
      thread.start()
    }
  }

  /// One person writes ten notes, one after the other.
  private func live() {
    let auteur = somebody()
    for rang in 1...10 {
      guard (try? maison.write("mot \(rang)", by: auteur, rang: rang)) != nil else { return }
      known.withLockedValue { _ = $0.acquis.insert(Acquis(auteur: auteur, rang: rang)) }
    }
  }

  func wait(forAcquis count: Int) {
    while acquis.count < count { Thread.sleep(forTimeInterval: 0.01) }
  }

  func stop() {
    known.withLockedValue { $0.isOver = true }
    group.wait()
  }
}
