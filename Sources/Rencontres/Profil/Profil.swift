import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

/// An expert's job and what they say of it. Published to the explorers of the dispositif, hence not sealed.
package struct Profil: Sendable, Equatable {
  package let expert: PersonneID
  package let dispositif: DispositifID
  /// "Boulanger".
  package let metier: String
  /// The job sheet: what one does, how one came to it, what is hard.
  package let fiche: String
  /// A word to explorers.
  package let presentation: String
  /// How many meetings a month the expert gives.
  package let plafond: Int
}

/// What an expert writes of their job.
struct ProfilSaisi: Sendable, Equatable {
  let metier: String
  let fiche: String
  let presentation: String
  let plafond: Int

  init(_ form: FormData) throws {
    var saisie = Saisie()
    metier = form.text("metier")
    fiche = form.text("fiche")
    presentation = form.text("presentation")
    plafond = form.integer("plafond") ?? 0
    saisie.note(
      "metier", unless: (2...80).contains(metier.count) && !metier.contains("\n"),
      Phrase("Écrivez le nom de votre métier, en quelques mots.", "Write the name of your job, in a few words."))
    saisie.note(
      "fiche", unless: (40...6000).contains(fiche.count),
      Phrase(
        "Racontez votre métier en quelques phrases (40 caractères au moins, 6\u{a0}000 au plus).",
        "Tell people about your job in a few sentences (40 characters at least, 6,000 at most)."))
    saisie.note(
      "presentation", unless: presentation.count <= 1000,
      Phrase(
        "Raccourcissez ce mot\u{a0}: 1\u{a0}000 caractères au plus.", "Shorten these words: 1,000 characters at most."))
    saisie.note(
      "plafond", unless: DemanderParInteret.plafond.bornes.contains(plafond),
      Phrase("Un nombre entre 1 et 60.", "A number between 1 and 60."))
    try saisie.throwIfAny()
  }

  /// What the search looks into: no case, no accents, one space between words.
  var recherche: String { "\(metier) \(fiche)".folded }
}

extension String {
  /// For searching: "Pâtissière, à L’Aigle" is found by "patissiere aigle". Ligatures open, apostrophes part words.
  var folded: String {
    let opened = replacing("œ", with: "oe").replacing("Œ", with: "oe").replacing("æ", with: "ae")
    let plain = opened.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr_FR"))
    return plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension RencontresStore {
  /// An expert's profile, for the people of its dispositif.
  func profil(of expert: PersonneID, for viewer: Viewer, in tx: Transaction) throws -> Profil? {
    let belongs: SQL =
      viewer.personne.map { reader -> SQL in
        """
        EXISTS (SELECT 1 FROM appartenance a JOIN appartenance e ON e.dispositif = a.dispositif
          WHERE a.dispositif = profil.dispositif AND a.personne = \(reader) AND a.suspendue IS NULL
            AND e.personne = profil.expert AND e.suspendue IS NULL)
        """
      } ?? "TRUE"
    return try tx.first(
      """
      SELECT expert, dispositif, metier, fiche, presentation, plafond FROM profil
      WHERE expert = \(expert) AND \(sql: belongs) ORDER BY maj LIMIT 1
      """, Self.decodeProfil)
  }

  static func decodeProfil(_ row: Row) throws -> Profil {
    try Profil(
      expert: row[0], dispositif: row[1], metier: row[2], fiche: row[3], presentation: row[4], plafond: row[5])
  }
}

extension RencontresRoom {
  /// Publishes what the expert says of their job.
  func publish(_ saisi: ProfilSaisi, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [personnes] tx in
      guard let dispositif = visitor.dispositif(as: .expert) else { throw Absent() }
      _ = try personnes.engaged(visitor.personne, as: .expert, in: dispositif, at: now, tx: tx)
      try tx.execute(
        """
        INSERT INTO profil (expert, dispositif, metier, fiche, presentation, recherche, plafond, maj)
        VALUES (\(visitor.personne), \(dispositif), \(saisi.metier), \(saisi.fiche), \(saisi.presentation),
          \(saisi.recherche), \(saisi.plafond), \(now))
        ON CONFLICT (expert, dispositif) DO UPDATE SET metier = excluded.metier, fiche = excluded.fiche,
          presentation = excluded.presentation, recherche = excluded.recherche, plafond = excluded.plafond,
          maj = excluded.maj
        """)
      return "/profil?fait=publie"
    }
  }
}
