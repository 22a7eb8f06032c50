import Base
import Chartes
import Html
import Temps
import Web

package enum RecuperationTag {}
package typealias RecuperationID = ID<RecuperationTag>

/// Somebody has lost every way in: two people of the team restore it, one asking, another confirming.
struct Recuperation: Sendable, Equatable {
  static let lasts = Duration.hours(24)

  let id: RecuperationID
  let personne: PersonneID
  let demandeePar: PersonneID
  let prenom: Prenom
  let demandee: Instant
}

extension PersonnesStore {
  /// The one that waits for a second person; after a day it has to be asked for again.
  func recuperation(of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Recuperation? {
    let found = try tx.first(
      """
      SELECT id, demandee_par, demandee FROM recuperation
      WHERE personne = \(personne) AND etat = 'demandee' AND demandee > \(now - Recuperation.lasts)
      """
    ) { row in (id: try row[0] as RecuperationID, par: try row[1] as PersonneID, le: try row[2] as Instant) }
    return try found.map {
      Recuperation(
        id: $0.id, personne: personne, demandeePar: $0.par,
        prenom: try prenom(of: $0.par, for: .person($0.par), in: tx),
        demandee: $0.le)
    }
  }

  /// A recovery that waits, and the access it is about, for somebody who may help that person; absent for the others, and
  /// for the person.
  fileprivate func recuperation(
    _ id: RecuperationID, for viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws -> (open: Recuperation, acces: Acces) {
    let personne = try tx.first("SELECT personne FROM recuperation WHERE id = \(id) AND etat = 'demandee'") {
      try $0[0] as PersonneID
    }
    guard let personne else { throw Absent() }
    let acces = try acces(of: personne, for: viewer, at: now, in: tx)
    guard let open = acces.recuperation, open.id == id else { throw Absent() }
    return (open, acces)
  }

  /// Every way in but the one being made: keys, codes, links, connexions.
  func eraseWaysIn(of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [ConnexionID] {
    try tx.execute("DELETE FROM cle_acces WHERE personne = \(personne)")
    try tx.execute("DELETE FROM code_temporaire WHERE personne = \(personne)")
    try tx.execute("DELETE FROM code_secours WHERE personne = \(personne)")
    try tx.execute("DELETE FROM lien WHERE personne = \(personne)")
    try tx.execute("DELETE FROM defi WHERE personne = \(personne)")
    try tx.execute("DELETE FROM proconnect WHERE personne = \(personne)")
    try tx.execute("DELETE FROM proconnect_aller WHERE personne = \(personne)")
    try tx.execute("DELETE FROM changement_adresse WHERE personne = \(personne)")
    try endDevices(of: personne, in: tx)
    try tx.record(Trace("recuperation", on: personne, by: .person(personne), at: now))
    try tellSecurityChange(.recupere, to: personne, at: now, in: tx)
    return try endConnexions("personne = \(personne)", in: tx)
  }
}

extension PersonnesRoom {
  func askRecuperation(of personne: PersonneID, by visitor: Visitor, geste: Geste, at now: Instant) async throws
    -> String
  {
    let id = RecuperationID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [store] tx in
      let acces = try store.acces(of: personne, for: visitor.viewer, at: now, in: tx)
      guard acces.aUneAdresse, acces.suspendue == nil else { throw Absent() }
      if acces.recuperation == nil {
        try tx.execute("UPDATE recuperation SET etat = 'retiree' WHERE personne = \(personne) AND etat = 'demandee'")
        try tx.execute(
          """
          INSERT INTO recuperation (id, personne, dispositif, demandee_par, demandee, etat)
          VALUES (\(id), \(personne), \(acces.dispositif), \(visitor.personne), \(now), 'demandee')
          """)
        try tx.record(Trace("recuperation:demande", on: personne, by: visitor.viewer, at: now))
      }
      return "/personnes/\(personne)?fait=demandee"
    }
  }

  /// A second person confirms: the code to hand over. The one who asked cannot. Sent twice, the form shows the same code.
  func confirm(
    _ id: RecuperationID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> (PersonneID, CodePapier) {
    let code = CodePapier.drawn(by: geste, recupere: true, vault: house.vault, at: now)
    let personne = try await house.database.act(geste, by: visitor.viewer, at: now) { [store] tx in
      let (open, confirming) = try store.recuperation(id, for: visitor.viewer, at: now, in: tx)
      // Whoever asked must still be somebody who may; an account that coordinates takes a coordinator's word.
      let asked = try store.acces(of: open.personne, for: .person(open.demandeePar), at: now, in: tx)
      guard open.demandeePar != visitor.personne,
        !asked.roles.contains(.coordinateur) || asked.coordonne || confirming.coordonne,
        try tx.execute(
          """
          UPDATE recuperation SET etat = 'confirmee', confirmee_par = \(visitor.personne)
          WHERE id = \(id) AND etat = 'demandee'
          """) == 1
      else { throw Absent() }
      try tx.record(Trace("recuperation:confirmation", on: open.personne, by: visitor.viewer, at: now))
      try store.insert(code, of: open.personne, from: visitor.viewer, at: now, in: tx)
      return open.personne.text
    }
    guard let id = PersonneID(personne) else { throw Absent() }
    return (id, code)
  }

  func withdraw(_ id: RecuperationID, by visitor: Visitor, at now: Instant) async throws -> PersonneID {
    try await house.database.write { [store] tx in
      let open = try store.recuperation(id, for: visitor.viewer, at: now, in: tx).open
      try tx.execute("UPDATE recuperation SET etat = 'retiree' WHERE id = \(id) AND etat = 'demandee'")
      try tx.record(Trace("recuperation:retrait", on: open.personne, by: visitor.viewer, at: now))
      return open.personne
    }
  }

  /// From the server's own keyboard, where nobody else can confirm: the code to hand over; nil for an unknown address.
  package func recover(_ adresse: String, for viewer: Viewer, at now: Instant) async throws -> String? {
    guard viewer.personne == nil, let adresse = Adresse(adresse) else { return nil }
    let code = CodePapier.drawn(by: .make(at: now), recupere: true, vault: house.vault, at: now)
    return try await house.database.write { [store] tx in
      guard let personne = try store.personne(at: adresse, in: tx) else { return nil }
      try store.insert(code, of: personne, from: viewer, at: now, in: tx)
      return code.texte.imprime
    }
  }

  // MARK: Routes

  func askRecuperation(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await askRecuperation(
        of: visit.id("personne"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func confirmRecuperation(_ visit: Visit) async throws -> Answer {
    let (personne, code) = try await confirm(
      visit.id("id"), by: visit.person(), geste: visit.geste(), at: visit.now)
    return .page(try await codePapierPage(code, of: personne, visit))
  }

  func withdrawRecuperation(_ visit: Visit) async throws -> Answer {
    let personne = try await withdraw(visit.id("id") as RecuperationID, by: visit.person(), at: visit.now)
    return .redirect("/personnes/\(personne)?fait=retiree")
  }
}
