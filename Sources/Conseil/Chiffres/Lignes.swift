import Base
import Chartes
import Comptage
import Personnes
import Temps

/// How a report is counted: its flags, choices and measures, by rank. Ranks are stored: new ones come at the end.
enum Rangs {
  static let schema = Schema(
    etiquettes: demarches + Demarche.allCases.count + Materiel.allCases.count,
    choix: [
      count(TypeDeCompteRendu.self), count(Canal.self), count(Facon.self), count(Autonomie.self),
      count(Redirection.self), count(IssueDeRelais.self), count(Niveau.self), Duree.allCases.count,
    ], mesures: deja + 1)

  /// Where each list of flags begins.
  static let themes = 0
  static let demarches = Thematique.allCases.count
  static let materiel = demarches + Demarche.allCases.count

  enum Choix: Int, CaseIterable { case type, canal, facon, autonomie, redirection, issue, niveau, duree }

  static let participants = 0
  static let minutes = 1
  static let attente = 2
  static let attentes = 3
  static let genres = 4
  static let ages = genres + Genre.allCases.count
  static let statuts = ages + TrancheAge.allCases.count
  static let deja = statuts + StatutSocial.allCases.count

  /// One value more than the list: what was not said.
  private static func count<Liste: Nomenclature>(_ liste: Liste.Type) -> Int { liste.allCases.count + 1 }
}

/// How long it took, in four.
enum Duree: Int, CaseIterable, Sendable {
  case moinsDe30, moinsDUneHeure, moinsDeDeuxHeures, plus

  init(minutes: Int) {
    self =
      switch minutes {
      case ..<30: .moinsDe30
      case 30..<60: .moinsDUneHeure
      case 60..<120: .moinsDeDeuxHeures
      default: .plus
      }
  }
}

extension CompteRendu {
  /// This report among the figures: no name, no word, nobody's id but its adviser's and its place's.
  func ligne() -> Ligne {
    Ligne(
      jour: teneur.jour.number, lieu: teneur.lieu?.text ?? "", conseiller: conseiller.text,
      etiquettes: teneur.themes.bits << UInt64(Rangs.themes) | teneur.demarches.bits << UInt64(Rangs.demarches)
        | teneur.materiel.bits << UInt64(Rangs.materiel),
      choix: [
        UInt8(teneur.type.rang + 1), UInt8(teneur.canal.rang + 1), UInt8(teneur.facon.code),
        UInt8(teneur.autonomie.code), UInt8(teneur.redirection.code), UInt8(teneur.issue.code),
        UInt8(teneur.niveau.code), UInt8(Duree(minutes: teneur.minutes).rawValue),
      ],
      mesures: [
        teneur.publics.participants, teneur.minutes, teneur.attente ?? 0, teneur.attente == nil ? 0 : 1,
      ] + teneur.publics.genres + teneur.publics.ages + teneur.publics.statuts + [teneur.publics.deja])
  }
}

extension ConseilStore {
  /// Adds a line in the write's own transaction; it is folded later.
  func append(_ ligne: Ligne, of dispositif: DispositifID, at now: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO chiffre_ligne (id, dispositif, mois, ligne)
      VALUES (\(ID<LigneTag>.make(at: now)), \(dispositif), \(Jour(number: ligne.jour).mois), \(ligne.encode()))
      """)
  }
}

enum LigneTag {}

extension Jour {
  /// "2026-11".
  var mois: String { String(iso.prefix(7)) }
}
