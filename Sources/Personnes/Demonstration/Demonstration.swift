import Foundation
import Base
import Chartes
import Html
import Temps
import Web

/// Somebody invented, for a demonstration.
package struct Figurant: Sendable {
  package let prenom: String
  package let nom: String
  package let role: Role
  /// What their door opens on.
  package let histoire: Phrase

  package init(_ prenom: String, _ nom: String, _ role: Role, _ histoire: Phrase? = nil) {
    self.prenom = prenom
    self.nom = nom
    self.role = role
    self.histoire = histoire ?? role.titre
  }

  /// `.example` is reserved: no mail can ever reach it (RFC 2606).
  var adresse: String {
    "\(prenom).\(nom)@vademecum.example".folding(options: .diacriticInsensitive, locale: nil).lowercased()
  }
}

extension PersonnesRoom {
  /// A dispositif with its charter's first version, in a structure that is made at its first one.
  package func openDemonstration(
    structure nom: String, dispositif: String, charte: Charte = .rencontres, at now: Instant
  ) async throws -> DispositifID {
    let fresh = StructureID.make(at: now)
    let id = DispositifID.make(at: now)
    try await house.database.write { [store] tx in
      let known = try tx.first("SELECT id FROM structure WHERE nom = \(nom)") { row in try row[0] as StructureID }
      let structure = known ?? fresh
      if known == nil {
        try tx.execute(
          """
          INSERT INTO structure (id, nom, fuseau, creee)
          VALUES (\(structure), \(nom), \(Fuseau.paris.identifier), \(now))
          """)
      }
      try tx.execute(
        """
        INSERT INTO dispositif (id, structure, charte, nom, cree)
        VALUES (\(id), \(structure), \(charte.cle), \(dispositif), \(now))
        """)
      try store.publish(Parametres(), of: id, charte, from: now, in: tx)
    }
    return id
  }

  /// Seats somebody of the cast, who has signed the charter in force.
  package func seat(
    _ figurant: Figurant, in dispositif: DispositifID, suivieBy conseiller: PersonneID?, at now: Instant
  ) async throws -> Visitor {
    let personne = Personne(
      id: .make(at: now), adresse: figurant.adresse, prenom: figurant.prenom, nom: figurant.nom, langue: .fr,
      fuseau: .paris)
    let place = Appartenance(dispositif: dispositif, role: figurant.role)
    let visitor = Visitor(
      personne: personne.id, connexion: .make(at: now), prenom: personne.prenom, langue: .fr, fuseau: .paris,
      appartenances: [place], preuve: .demonstration(at: now))
    let version = try await house.database.write { [store, house] tx in
      try store.insert(personne, at: now, in: tx)
      try store.join(personne.id, dispositif, as: figurant.role, suivieBy: conseiller, at: now, in: tx)
      try house.faits.record(Fait(.entree, of: personne.id, about: dispositif, by: visitor.viewer, at: now), in: tx)
      let version = try store.version(of: dispositif, at: now, in: tx)
      let texte = try store.texte(version.numero, of: dispositif, for: figurant.role, .fr, in: tx)
      return (numero: version.numero, empreinte: texte?.empreinte ?? "")
    }
    // Those who sign together do it with their pair.
    if figurant.role.signeADeux { return visitor }
    _ = try await sign(
      place, numero: version.numero, empreinte: version.empreinte, by: visitor, .fr, geste: .make(at: now), at: now)
    return visitor
  }

  /// Opens a connexion for one of the cast. Only the demonstration's own routes call it.
  package func enter(
    as personne: PersonneID, in browser: Token, navigateur: String, at now: Instant
  ) async throws -> BrowserCookie {
    let connexion = NewConnexion(by: .demonstration, in: browser, navigateur, at: now)
    try await house.database.write { [store] tx in
      try store.insert(connexion, of: personne, in: tx)
    }
    return .connexion(connexion.jeton)
  }
}
