import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Troupe

@testable import Conseil
@testable import Web

/// An advising programme on a scene: two advisers who share a place, and somebody who coordinates it.
struct Fabrique: Sendable, Visitable {
  let scene: Scene
  let dispositif: DispositifID
  let odile, alice, paul: Visitor
  let lieu: Lieu

  var conseil: ConseilRoom { scene.conseil }

  /// Thursday 11 February 2027, 14:00 to 16:00 in Paris.
  static let debut = Scene.now + .days(10) + .hours(5)
  static let fin = debut + .hours(2)

  static func programme(_ changes: [String: String] = [:], lieu: Lieu? = nil) -> [(String, String)] {
    let kept = [
      ("titre", "Mes photos à l’abri 📷"), ("finalite", "Copier les photos de son téléphone."),
      ("etapes", "Les trouver\nLes copier"), ("theme", "gere_ses_contenus_numeriques"), ("niveau", "debutant"),
      ("places", "2"), ("jour", "2027-02-11"), ("debut", "14:00"), ("fin", "16:00"),
      ("apporter", "Votre téléphone"), ("retrouver", "https://exemple.fr/photos"), ("lieu", lieu?.id.text ?? ""),
    ]
    return kept.map { ($0.0, changes[$0.0] ?? $0.1) }
      + changes.filter { change in !kept.contains { $0.0 == change.key } }.map { ($0.key, $0.value) }
  }

  // MARK: What the team does

  /// A workshop that its team alone sees.
  func prepare(_ changes: [String: String] = [:], at now: Instant = Scene.now) async throws -> AtelierID {
    let next = try await conseil.keepAtelier(
      FormData(pairs: Self.programme(changes, lieu: lieu)), as: nil, by: alice, geste: .make(at: now), at: now)
    guard let id = AtelierID(String(next.split(separator: "/")[2].prefix { $0 != "?" })) else { throw Absent() }
    return id
  }

  /// One that anybody sees.
  func announce(_ changes: [String: String] = [:], at now: Instant = Scene.now) async throws -> AtelierID {
    let id = try await prepare(changes, at: now)
    _ = try await conseil.publish(id, by: alice, geste: .make(at: now), at: now)
    return id
  }

  func atelier(_ id: AtelierID, of visitor: Visitor? = nil) async throws -> Atelier {
    try await read { store, tx in try store.atelier(id, for: (visitor ?? alice).viewer, in: tx) }
  }

  func inscrits(_ id: AtelierID) async throws -> [Inscrit] {
    try await read { store, tx in
      try store.inscrits(of: store.atelier(id, for: alice.viewer, in: tx), in: tx)
    }
  }

  /// The names of those who have a seat, then of those who wait.
  func names(_ id: AtelierID) async throws -> [[String]] {
    let inscrits = try await inscrits(id)
    return [inscrits.assis, inscrits.enAttente].map { $0.map(\.contenu.arrivant.prenom) }
  }

  func read<R: Sendable>(_ body: @escaping @Sendable (ConseilStore, Transaction) throws -> R) async throws -> R {
    try await scene.house.database.read { [store = conseil.store] tx in try body(store, tx) }
  }

  /// The page of one workshop, as its team sees it.
  func suivi(_ id: AtelierID, by visitor: Visitor? = nil, at now: Instant = Scene.now) async throws -> String {
    html(try await conseil.showAtelierSuivi(visit(by: visitor ?? alice, ["atelier": id.text], at: now)))
  }

  // MARK: What anybody does

  /// Enrols on the public page.
  func post(
    _ prenom: String, to id: AtelierID, _ more: [(String, String)] = [], in room: ConseilRoom? = nil,
    at now: Instant = Scene.now, _ langue: Langue = .fr, geste: Geste? = nil
  ) async throws -> Answer {
    try await (room ?? conseil).enrolOneself(
      visit(by: nil, ["atelier": id.text], form: [("prenom", prenom)] + more, at: now, langue, geste: geste))
  }

  /// The code that the page shows.
  func enrol(_ prenom: String, in id: AtelierID, _ more: [(String, String)] = [], at now: Instant = Scene.now)
    async throws -> String
  {
    let page = html(try await post(prenom, to: id, more, at: now))
    guard let match = page.firstMatch(of: /class="code">([0-9A-Z-]{9})</) else { throw Absent() }
    return String(match.output.1)
  }

  func giveUp(_ code: String, at now: Instant = Scene.now) async throws -> Answer {
    try await conseil.giveUpWithCode(visit(by: nil, form: [("code", code)], at: now))
  }

  func publicPage(_ id: AtelierID, at now: Instant = Scene.now, _ langue: Langue = .fr) async throws -> String {
    html(try await conseil.showAtelier(visit(by: nil, ["atelier": id.text], at: now, langue)), langue)
  }

  // MARK: What comes back

  func code(_ answer: Answer) -> Int { Int("\(answer.status)".prefix(3)) ?? 0 }

  func location(_ answer: Answer) -> String? { answer.headers.first?.1 }

  /// The page with its title, every space a plain one; "" when there is none.
  func html(_ answer: Answer, _ t: Langue = .fr) -> String {
    guard case .page(let page) = answer.body else { return "" }
    return (page.titre(t) + page.contenu(t).string).replacing("\u{a0}", with: " ")
  }
}

extension Scene {
  /// - Parameter suffixe: told apart from another one on the same scene.
  func fabrique(_ suffixe: String = "") async throws -> Fabrique {
    let dispositif = try await personnes.openDemonstration(
      structure: "Mission locale du Perche", dispositif: "Conseil du Perche", charte: .conseil, at: now)
    func seat(_ prenom: String, _ nom: String, _ role: Role) async throws -> Visitor {
      try await personnes.seat(Figurant(prenom + suffixe, nom, role), in: dispositif, suivieBy: nil, at: now)
    }
    let odile = try await seat("Odile", "Perrinaudet", .coordinateur)
    let alice = try await seat("Alice", "Marchandeau", .conseillerNumerique)
    let paul = try await seat("Paul", "Vauzelle", .conseillerNumerique)
    let form = FormData(pairs: [
      ("nom", "Maison du Pont"), ("adresse", "3 rue du Pont"), ("code_postal", "61110"), ("commune", "Rémalard"),
      ("telephone", "02 33 00 00 00"),
    ])
    _ = try await conseil.keep(LieuSaisi(form), as: nil, by: odile, geste: .make(at: now), at: now)
    let lieu = try await house.database.read { [store = conseil.store] tx in
      try store.lieux(of: dispositif, for: alice.viewer, in: tx)[0]
    }
    return Fabrique(scene: self, dispositif: dispositif, odile: odile, alice: alice, paul: paul, lieu: lieu)
  }
}
