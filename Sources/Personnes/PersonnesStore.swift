import Base
import Chartes
import Html
import Temps
import Web

/// People, their roles and their structures, in SQL. Each read says for whom.
package struct PersonnesStore: Sendable {
  let house: House

  package init(_ house: House) { self.house = house }

  /// Oneself, or anybody for the house. For others a first name is enough: `prenoms`.
  package func personne(_ id: PersonneID, for viewer: Viewer, in tx: Transaction) throws -> Personne {
    if let reader = viewer.personne, reader != id { throw Absent() }
    let found = try tx.first(
      "SELECT adresse, prenom, nom, langue, fuseau FROM personne WHERE id = \(id) AND partie IS NULL"
    ) { row in
      (
        adresse: try row[0] as Sealed, prenom: try row[1] as Sealed, nom: try row[2] as Sealed,
        langue: Langue(rawValue: try row[3]) ?? .fr, fuseau: Fuseau(try row[4]) ?? .paris
      )
    }
    guard let found else { throw Absent() }
    let owner = Owner.personne(id)
    guard let adresse = try house.vault.open(found.adresse, of: owner, at: Place("personne.adresse", id)),
      let prenom = try house.vault.open(found.prenom, of: owner, at: Place("personne.prenom", id)),
      let nom = try house.vault.open(found.nom, of: owner, at: Place("personne.nom", id))
    else { throw Absent() }
    return Personne(
      id: id, adresse: adresse, prenom: prenom, nom: nom, langue: found.langue, fuseau: found.fuseau)
  }

  /// First names of people who share a dispositif with the viewer; the others are missing from the answer. Of somebody who
  /// has left, only that is said: what they did with others keeps its place.
  package func prenoms(
    of ids: [PersonneID], for viewer: Viewer, in tx: Transaction
  ) throws -> [PersonneID: Prenom] {
    let rows = try tx.all(
      """
      SELECT p.id, p.prenom, p.nom, p.partie IS NOT NULL FROM personne p
      WHERE p.id IN \(list: ids) AND (p.partie IS NOT NULL OR \(sql: shared(with: viewer)))
      """
    ) { row in
      (
        id: try row[0] as PersonneID, prenom: try row[1] as Sealed, nom: try row[2] as Sealed,
        partie: try row[3] as Bool
      )
    }
    var prenoms: [PersonneID: Prenom] = [:]
    for row in rows {
      if row.partie {
        prenoms[row.id] = .partie(try langue(of: viewer, in: tx))
        continue
      }
      let owner = Owner.personne(row.id)
      guard let prenom = try house.vault.open(row.prenom, of: owner, at: Place("personne.prenom", row.id)),
        let nom = try house.vault.open(row.nom, of: owner, at: Place("personne.nom", row.id))
      else { continue }
      prenoms[row.id] = Prenom(prenom: prenom, initiale: String(nom.prefix(1)))
    }
    return prenoms
  }

  package func prenom(of id: PersonneID, for viewer: Viewer, in tx: Transaction) throws -> Prenom {
    guard let prenom = try prenoms(of: [id], for: viewer, in: tx)[id] else { throw Absent() }
    return prenom
  }

  /// The same, for what outlives an account: whoever left has no name any more.
  package func prenom(of id: PersonneID, for viewer: Viewer, _ t: Langue, in tx: Transaction) throws -> Prenom {
    try prenoms(of: [id], for: viewer, in: tx)[id] ?? .partie(t)
  }

  private func langue(of viewer: Viewer, in tx: Transaction) throws -> Langue {
    guard let reader = viewer.personne else { return .fr }
    let found = try tx.first("SELECT langue FROM personne WHERE id = \(reader)") { row in try row[0] as String }
    return found.flatMap(Langue.init(rawValue:)) ?? .fr
  }

  private func shared(with viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      EXISTS (SELECT 1 FROM appartenance theirs JOIN appartenance mine ON mine.dispositif = theirs.dispositif
        WHERE theirs.personne = p.id AND mine.personne = \(reader) AND mine.suspendue IS NULL)
      """
  }

  /// The roles of a person.
  package func appartenances(of id: PersonneID, in tx: Transaction) throws -> [Appartenance] {
    try tx.all(
      "SELECT dispositif, role FROM appartenance WHERE personne = \(id) AND suspendue IS NULL ORDER BY depuis, role, dispositif"
    ) { row in try Appartenance(dispositif: row[0], role: Role(row, 1)) }
  }

  /// Who accompanies this explorer, if somebody does.
  package func conseiller(
    of explorateur: PersonneID, in dispositif: DispositifID, tx: Transaction
  ) throws -> PersonneID? {
    try tx.first(
      """
      SELECT suivie_par FROM appartenance
      WHERE personne = \(explorateur) AND dispositif = \(dispositif) AND role = 'explorateur' AND suivie_par IS NOT NULL
      """
    ) { row in try row[0] }
  }

  /// The explorers that a counsellor follows.
  package func suivies(by viewer: Viewer, in tx: Transaction) throws -> [PersonneID] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT personne, min(depuis) FROM appartenance WHERE suivie_par = \(conseiller) AND role = 'explorateur'
      GROUP BY personne ORDER BY min(depuis), personne
      """
    ) { row in try row[0] }
  }

  func insert(_ personne: Personne, at now: Instant, in tx: Transaction) throws {
    let owner = Owner.personne(personne.id)
    let adresse = try house.vault.seal(personne.adresse, of: owner, at: Place("personne.adresse", personne.id))
    let prenom = try house.vault.seal(personne.prenom, of: owner, at: Place("personne.prenom", personne.id))
    let nom = try house.vault.seal(personne.nom, of: owner, at: Place("personne.nom", personne.id))
    try tx.execute(
      """
      INSERT INTO personne (id, adresse_cle, adresse, prenom, nom, langue, fuseau, creee, vue)
      VALUES (\(personne.id), \(adresseKey(personne)), \(adresse), \(prenom), \(nom),
        \(personne.langue.rawValue), \(personne.fuseau.identifier), \(now), \(now))
      """)
  }

  func update(_ personne: Personne, in tx: Transaction) throws {
    let owner = Owner.personne(personne.id)
    let prenom = try house.vault.seal(personne.prenom, of: owner, at: Place("personne.prenom", personne.id))
    let nom = try house.vault.seal(personne.nom, of: owner, at: Place("personne.nom", personne.id))
    try tx.execute(
      """
      UPDATE personne SET prenom = \(prenom), nom = \(nom), langue = \(personne.langue.rawValue),
        fuseau = \(personne.fuseau.identifier) WHERE id = \(personne.id)
      """)
  }

  func keep(_ langue: Langue, of personne: PersonneID, in tx: Transaction) throws {
    try tx.execute("UPDATE personne SET langue = \(langue.rawValue) WHERE id = \(personne)")
  }

  /// Another address, from now on.
  func move(_ personne: PersonneID, to adresse: Adresse, in tx: Transaction) throws {
    let sealed = try house.vault.seal(adresse.text, of: .personne(personne), at: Place("personne.adresse", personne))
    try tx.execute(
      "UPDATE personne SET adresse = \(sealed), adresse_cle = \(adresseKey(adresse.text)) WHERE id = \(personne)")
  }

  /// Whose address this is, without the address being stored in clear.
  func personne(at adresse: Adresse, in tx: Transaction) throws -> PersonneID? {
    try tx.first("SELECT id FROM personne WHERE adresse_cle = \(adresseKey(adresse.text))") { row in try row[0] }
  }

  /// Somebody without a mailbox has a key of their own, that no address gives.
  private func adresseKey(_ personne: Personne) -> String {
    personne.adresse.isEmpty ? "sans:\(personne.id)" : adresseKey(personne.adresse)
  }

  private func adresseKey(_ adresse: String) -> String {
    house.vault.fingerprint(adresse.lowercased(), for: "adresse")
  }

  /// Adds a role; having it already changes nothing.
  func join(
    _ personne: PersonneID, _ dispositif: DispositifID, as role: Role, suivieBy conseiller: PersonneID?,
    at now: Instant,
    in tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO appartenance (personne, dispositif, role, suivie_par, depuis)
      VALUES (\(personne), \(dispositif), \(role.rawValue), \(conseiller), \(now)) ON CONFLICT DO NOTHING
      """)
  }
}

extension Role {
  /// The roles of a team, as columns hold them.
  static let equipe = allCases.filter(\.estEquipe).map(\.rawValue)

  /// A role as a column holds it.
  package init(_ row: Row, _ index: Int) throws {
    guard let role = Role(rawValue: try row[index]) else { throw DatabaseError.decoding("role") }
    self = role
  }
}
