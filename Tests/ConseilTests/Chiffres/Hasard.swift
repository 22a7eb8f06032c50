import Base
import Chartes
import Comptage
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

extension Hasard {
  mutating func some<T>(_ values: [T], upTo count: Int) -> [T] {
    Array(values.shuffled(using: &self).prefix(Int.random(in: 0...count, using: &self)))
  }
}

extension Guichet {
  /// Files a report of Lila's that tells of nothing held here.
  @discardableResult
  func file(_ answers: [(String, String)], at now: Instant) async throws -> Answer {
    let said = Set(answers.map(\.0))
    let base = [
      ("type", "individuel"), ("jour", "2027-02-01"), ("minutes", "30"), ("canal", "lieu_activite"),
      ("lieu", lieu.text),
    ].filter { !said.contains($0.0) }
    return try await conseil.fileCompteRendu(visit(by: lila, form: base + answers, at: now, geste: .make(at: now)))
  }

  /// So many reports of every kind, over three months and two advisers.
  func fill(_ count: Int, _ hasard: inout Hasard) async throws {
    let rendus = (0..<count).map { _ in rendu(&hasard) }
    try await scene.house.database.write { [store = conseil.store] tx in
      for rendu in rendus { try store.insert(rendu, in: tx) }
    }
  }

  private func rendu(_ hasard: inout Hasard) -> CompteRendu {
    let several = Int.random(in: 0..<8, using: &hasard) == 0
    let people = several ? Int.random(in: 2...30, using: &hasard) : 1
    func axis(_ count: Int) -> [Int] {
      var counts = Array(repeating: 0, count: count)
      for _ in 0..<people { counts[Int.random(in: 0..<count, using: &hasard)] += 1 }
      return counts
    }
    let publics = Publics(
      participants: people, deja: Int.random(in: 0...people, using: &hasard), genres: axis(3), ages: axis(8),
      statuts: axis(5))
    let themes = hasard.some(Thematique.allCases, upTo: 3)
    let waited = Bool.random(using: &hasard)
    return CompteRendu(
      id: .make(at: Scene.now), dispositif: dispositif,
      conseiller: (Bool.random(using: &hasard) ? lila : hugo).personne,
      entretien: nil, usager: nil, revision: 1, cree: Scene.now, modifie: Scene.now,
      teneur: .init(
        jour: Jour(year: 2026, month: 11, day: 20)!.advanced(by: Int.random(in: 0..<74, using: &hasard)),
        type: several ? .collectif : .individuel, canal: Canal.allCases.randomElement(using: &hasard) ?? .lieu,
        lieu: Bool.random(using: &hasard) ? lieu : nil, minutes: Int.random(in: 1...300, using: &hasard),
        attente: waited ? Int.random(in: 0...90, using: &hasard) : nil,
        themes: Ensemble(themes.isEmpty ? [.email] : themes),
        demarches: Ensemble(hasard.some(Demarche.allCases, upTo: 2)),
        materiel: Ensemble(hasard.some(Materiel.allCases, upTo: 2)),
        facon: Facon.allCases.randomElement(using: &hasard), autonomie: hasard.some(Autonomie.allCases, upTo: 1).first,
        redirection: hasard.some(Redirection.allCases, upTo: 1).first,
        issue: hasard.some(IssueDeRelais.allCases, upTo: 1).first,
        niveau: several ? hasard.some(Niveau.allCases, upTo: 1).first : nil, publics: publics, ecrits: .init()))
  }

  /// Corrects some, takes some back, adds some.
  func disturb(_ hasard: inout Hasard) async throws {
    try await fill(50, &hasard)
    let mine = try await rendus()
    for (rang, rendu) in mine.enumerated() {
      try await scene.house.database.write { [conseil] tx in
        if rang.isMultiple(of: 3) { return try conseil.store.delete(rendu, at: Scene.now, in: tx) }
        var teneur = rendu.teneur
        teneur.minutes = 1 + (teneur.minutes * 7) % 400
        teneur.themes = Ensemble([.sante])
        try conseil.replace(rendu, with: teneur, at: Scene.now, in: tx)
      }
    }
  }

  /// The page's way of counting gives what the reports themselves give, under so many filters.
  func agree(on count: Int, _ hasard: inout Hasard) async throws {
    let filtres = (0..<count).map { _ in filtre(&hasard) }
    let differences = try await read { [dispositif, conseil] store, tx in
      try filtres.filter { filtre in
        let counted = try store.count(filtre, of: dispositif, .toutes, conseil.memoire, in: tx)
        return counted != (try store.recount(filtre, of: dispositif, .toutes, in: tx))
      }
    }
    #expect(differences.isEmpty, "\(differences.first.map { "\($0)" } ?? "")")
  }

  private func filtre(_ hasard: inout Hasard) -> FiltreDeChiffres {
    let first = Jour(year: 2026, month: 11, day: 1)!
    let days = [Int.random(in: 0..<100, using: &hasard), Int.random(in: 0..<100, using: &hasard)].sorted()
    var filtre = FiltreDeChiffres(du: first.advanced(by: days[0]), au: first.advanced(by: days[1]))
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.lieux = [lieu] }
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.conseillers = [lila.personne] }
    if Bool.random(using: &hasard) { filtre.themes = hasard.some(Thematique.allCases, upTo: 4) }
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.demarches = hasard.some(Demarche.allCases, upTo: 3) }
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.durees = hasard.some(Duree.allCases, upTo: 2) }
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.types = hasard.some(TypeDeCompteRendu.allCases, upTo: 2) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.facons = hasard.some(Facon.allCases, upTo: 2) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.autonomies = hasard.some(Autonomie.allCases, upTo: 2) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.canaux = hasard.some(Canal.allCases, upTo: 2) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.redirections = hasard.some(Redirection.allCases, upTo: 3) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.issues = hasard.some(IssueDeRelais.allCases, upTo: 2) }
    if Int.random(in: 0..<4, using: &hasard) == 0 { filtre.ages = hasard.some(TrancheAge.allCases, upTo: 3) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.statuts = hasard.some(StatutSocial.allCases, upTo: 2) }
    if Int.random(in: 0..<5, using: &hasard) == 0 { filtre.genres = hasard.some(Genre.allCases, upTo: 2) }
    return filtre
  }
}
