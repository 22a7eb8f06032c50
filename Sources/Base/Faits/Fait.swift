import Temps

package enum FaitTag {}
package typealias FaitID = ID<FaitTag>

/// Something that happened: ids only, written in the transaction that made it true.
package struct Fait: Sendable, Equatable {
  package let id: FaitID
  /// "demande", "acceptation"…: the act's own noun.
  package let nom: Nom
  /// The person whose path it marks; their timeline shows it.
  package let personne: PersonneID
  /// What it is about: a meeting, an engagement…
  package let sujet: String
  /// Who did it; nil for the house.
  package let acteur: PersonneID?
  package let le: Instant

  package struct Nom: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package init(
    _ nom: Nom, of personne: PersonneID, about sujet: some CustomStringConvertible, by viewer: Viewer, at le: Instant
  ) {
    self.init(
      id: .make(at: le), nom: nom, personne: personne, sujet: sujet.description, acteur: viewer.personne, le: le)
  }

  init(id: FaitID, nom: Nom, personne: PersonneID, sujet: String, acteur: PersonneID?, le: Instant) {
    self.id = id
    self.nom = nom
    self.personne = personne
    self.sujet = sujet
    self.acteur = acteur
    self.le = le
  }

  static let columns: SQL = "fait.id, fait.nom, fait.personne, fait.sujet, fait.acteur, fait.le"

  static func decode(_ row: Row) throws -> Fait {
    try Fait(
      id: row[0], nom: Nom(rawValue: row[1]), personne: row[2], sujet: row[3], acteur: row[4], le: row[5])
  }
}

/// The log of what happened, and of what each fact still owes.
package struct Faits: Sendable {
  /// Reactions owed by each kind of fact, from the wiring.
  let owed: [Fait.Nom: [String]]

  package init(owed: [Fait.Nom: [String]] = [:]) { self.owed = owed }

  package func record(_ fait: Fait, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO fait (id, nom, personne, sujet, acteur, le)
      VALUES (\(fait.id), \(fait.nom.rawValue), \(fait.personne), \(fait.sujet), \(fait.acteur), \(fait.le))
      """)
    for reaction in owed[fait.nom] ?? [] {
      try tx.execute(
        """
        INSERT INTO reaction (fait, nom, etat, tentatives, apres)
        VALUES (\(fait.id), \(reaction), 'due', 0, \(fait.le))
        """)
    }
  }

  /// A person's path, oldest first.
  /// - Parameter seen: what of it the reader may see, as a condition on `fait`; its room knows.
  package func path(of personne: PersonneID, seen: SQL, in tx: Transaction) throws -> [Fait] {
    try tx.all(
      "SELECT \(sql: Fait.columns) FROM fait WHERE personne = \(personne) AND \(sql: seen) ORDER BY le, id LIMIT 500"
    ) {
      try Fait.decode($0)
    }
  }
}
