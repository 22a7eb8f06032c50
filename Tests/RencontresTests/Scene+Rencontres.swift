import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

extension Scene {
  func read<T: Sendable>(_ body: @escaping @Sendable (RencontresStore, Transaction) throws -> T) async throws -> T {
    try await house.database.read { [store = rencontres.store] tx in try body(store, tx) }
  }

  func rencontre(_ id: RencontreID) async throws -> Rencontre {
    try await read { store, tx in try store.rencontre(id, for: .house(.echeances), in: tx) }
  }

  /// The slots that one sees of the other.
  func slots(of expert: Visitor, for explorateur: Visitor, at now: Instant = Scene.now) async throws -> [Creneau] {
    try await read { store, tx in
      guard let profil = try store.profil(of: expert.personne, for: explorateur.viewer, in: tx) else { return [] }
      return try store.freeSlots(of: profil, for: explorateur.viewer, Parametres(), at: now, in: tx)
    }
  }

  /// What is typed to ask for a slot.
  func typed(
    for slot: Creneau, motivation: String = Distribution.motivation, questions: [String] = Distribution.questions
  ) -> [(String, String)] {
    [("motivation", motivation), ("creneau", String(slot.start.milliseconds))] + questions.map { ("question", $0) }
  }

  /// Asks for this very slot, in one of the rooms when there are several.
  @discardableResult
  func ask(
    for slot: Creneau, with expert: Visitor, by explorateur: Visitor, in room: RencontresRoom? = nil,
    geste: Geste = .make(at: Scene.now), at now: Instant = Scene.now
  ) async throws -> String {
    try await (room ?? rencontres).send(
      Demande(FormData(pairs: typed(for: slot))), to: expert.personne, by: explorateur, geste: geste, at: now)
  }

  @discardableResult
  func cancel(
    _ id: RencontreID, by visitor: Visitor, mot: String = "Je suis malade.", geste: Geste = .make(at: Scene.now),
    at now: Instant = Scene.now
  ) async throws -> String {
    try await rencontres.cancel(
      id, AnnulationSaisie(FormData(pairs: [("mot", mot)])), by: visitor, geste: geste, at: now)
  }

  @discardableResult
  func answer(
    _ id: RencontreID, _ accord: Bool, mot: String = "Une autre fois.", by expert: Visitor,
    geste: Geste = .make(at: Scene.now), at now: Instant = Scene.now
  ) async throws -> String {
    let reponse = try Reponse(FormData(pairs: [("accord", accord ? "oui" : "non"), ("mot", mot)]))
    return try await rencontres.answer(reponse, id, by: expert, geste: geste, at: now)
  }

  /// Other hours for an expert: weekday, from and to in minutes.
  func open(_ heures: [(jour: Int, de: Int, a: Int)], by expert: Visitor) async throws {
    let semaine = try Semaine(heures.compactMap { PlageHebdomadaire(weekday: $0.jour, start: $0.de, end: $0.a) })
    _ = try await rencontres.keep(semaine, by: expert, geste: .make(at: now), at: now)
  }

  /// Another value of the charter, in force at once, which everybody named signs.
  func publish(_ parametre: Parametre, _ value: Int, signedBy people: [Visitor] = []) async throws {
    let (dispositif, _) = try await personnes.coordinated(by: nadia)
    let changed = try #require(Parametres().setting(parametre, to: value))
    _ = try await personnes.publish(changed, of: dispositif, by: nadia, geste: .make(at: now), at: now)
    for visitor in people { try await sign(visitor) }
  }

  /// Signs the version in force, for every role.
  func sign(_ visitor: Visitor) async throws {
    for place in visitor.appartenances {
      let (numero, empreinte) = try await house.database.read { [store = personnes.store] tx in
        let numero = try store.version(of: place.dispositif, at: Scene.now, in: tx).numero
        return (numero, try store.texte(numero, of: place.dispositif, for: place.role, .fr, in: tx)?.empreinte ?? "")
      }
      _ = try await personnes.sign(
        place, numero: numero, empreinte: empreinte, by: visitor, .fr, geste: .make(at: now), at: now)
    }
  }

  /// Somebody who has entered and has not signed.
  func enterUnsigned(_ role: Role, _ prenom: String) async throws -> Visitor {
    let personne = Personne(
      id: .make(at: now), adresse: "\(prenom)@exemple.fr".lowercased(), prenom: prenom, nom: "Vasseurion", langue: .fr,
      fuseau: .paris)
    try await house.database.write { [store = personnes.store, claire, dispositif] tx in
      try store.insert(personne, at: Scene.now, in: tx)
      try store.join(
        personne.id, dispositif, as: role, suivieBy: role == .explorateur ? claire.personne : nil, at: Scene.now, in: tx
      )
    }
    return Visitor(
      personne: personne.id, connexion: .make(at: now), prenom: prenom, langue: .fr, fuseau: .paris,
      appartenances: [Appartenance(dispositif: dispositif, role: role)], preuve: .lien(at: now))
  }

  /// A programme of another structure, with one person in each role.
  func openElsewhere() async throws -> (dispositif: DispositifID, people: [Visitor]) {
    let dispositif = try await personnes.openDemonstration(structure: "Autre", dispositif: "Ailleurs", at: now)
    var people: [Visitor] = []
    for role in [Role.coordinateur, .conseiller, .expert, .explorateur] {
      let conseiller = role == .explorateur ? people[1].personne : nil
      people.append(
        try await personnes.seat(
          Figurant("Autre\(role.rawValue)", "Ailleurson", role), in: dispositif, suivieBy: conseiller, at: now))
    }
    return (dispositif, people)
  }

  func personne(_ visitor: Visitor) async throws -> Personne {
    try await house.database.read { [store = personnes.store] tx in
      try store.personne(visitor.personne, for: visitor.viewer, in: tx)
    }
  }
}
