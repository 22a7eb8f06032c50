import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps

/// What a pair agrees on, numbered: proposed by one, signed by both, in force until a next one is.
struct Convention: Sendable, Equatable {
  let binome: BinomeID
  let numero: Int
  /// The version of the programme's charter it stands in.
  let version: Int
  let termes: Termes
  let proposeePar: PersonneID
  let proposee: Instant
  /// When the second of them signed; nil until then.
  let convenue: Instant?
}

extension MentoratStore {
  private static let conventionColumns: SQL = "binome, numero, version, termes, proposee_par, proposee, convenue"

  private static func decodeConvention(_ row: Row) throws -> Convention {
    try Convention(
      binome: row[0], numero: row[1], version: row[2], termes: Termes(json: row[3]), proposeePar: row[4],
      proposee: row[5], convenue: row[6])
  }

  /// The one that both signed last.
  func enVigueur(_ binome: Binome, in tx: Transaction) throws -> Convention? {
    try tx.first(
      """
      SELECT \(sql: Self.conventionColumns) FROM convention
      WHERE binome = \(binome.id) AND convenue IS NOT NULL ORDER BY numero DESC LIMIT 1
      """, Self.decodeConvention)
  }

  /// The newest one, signed or not.
  func derniere(_ binome: Binome, in tx: Transaction) throws -> Convention? {
    try tx.first(
      """
      SELECT \(sql: Self.conventionColumns) FROM convention
      WHERE binome = \(binome.id) ORDER BY numero DESC LIMIT 1
      """, Self.decodeConvention)
  }

  /// False when the other proposed at the same moment.
  func insert(_ convention: Convention, textes: [Langue: String], in tx: Transaction) throws -> Bool {
    let inserted = try tx.execute(
      """
      INSERT INTO convention (binome, numero, version, termes, proposee_par, proposee, convenue)
      VALUES (\(convention.binome), \(convention.numero), \(convention.version), \(convention.termes.json),
        \(convention.proposeePar), \(convention.proposee), \(convention.convenue)) ON CONFLICT DO NOTHING
      """)
    guard inserted == 1 else { return false }
    for (langue, contenu) in textes {
      try tx.execute(
        """
        INSERT INTO convention_texte (binome, numero, langue, contenu, empreinte) VALUES (\(convention.binome),
          \(convention.numero), \(langue.rawValue), \(contenu), \(Empreinte.of(contenu)))
        """)
    }
    return true
  }

  /// The text that was proposed, byte for byte, with its SHA-256.
  func texte(
    of convention: Convention, _ langue: Langue, in tx: Transaction
  ) throws -> (contenu: String, empreinte: String) {
    let found = try tx.first(
      """
      SELECT contenu, empreinte FROM convention_texte WHERE binome = \(convention.binome)
        AND numero = \(convention.numero) AND langue = \(langue.rawValue)
      """
    ) { row in (contenu: try row[0] as String, empreinte: try row[1] as String) }
    guard let found else { throw Absent() }
    return found
  }
}

/// The exact text that both sign.
struct TexteDeConvention {
  let convention: Convention
  let charte: Charte
  let parametres: Parametres

  /// Plain, LF, NFC, ending with a line break. It names nobody.
  func contenu(_ t: Langue) -> String {
    let heading = [
      t(charte.titre),
      t("Convention", "Agreement") + " \(convention.numero), "
        + t("charte version", "charter version") + " \(convention.version)",
      t("Binôme", "Pair") + " \(convention.binome)",
    ].joined(separator: "\n")
    let articles = charte.articles.map { article in
      let lines = [Role.mentor, .accompagne].compactMap { role in
        article.texte(pour: role, parametres).map { "\(t(role.titre)) – \(t($0))" }
      }
      return ([t(article.titre)] + lines).joined(separator: "\n")
    }
    let agreed = convention.termes.lignes(t).map { "\($0.nom)\(t("\u{a0}: ", ": "))\($0.valeur)." }
    let blocks =
      [heading, t(charte.preambule)] + articles
      + [([t("Ce que nous avons convenu", "What we agreed on")] + agreed).joined(separator: "\n")]
    return (blocks.joined(separator: "\n\n") + "\n").precomposedStringWithCanonicalMapping
  }

  var textes: [Langue: String] {
    Dictionary(uniqueKeysWithValues: Langue.allCases.map { ($0, contenu($0)) })
  }
}
