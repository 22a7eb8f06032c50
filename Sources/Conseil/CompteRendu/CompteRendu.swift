import Base
import Chartes
import Temps

package enum CompteRenduTag {}
package typealias CompteRenduID = ID<CompteRenduTag>

/// The activity report of one act: what others call a CRA. Codes and numbers only, but for its notes and title.
struct CompteRendu: Sendable, Equatable {
  let id: CompteRenduID
  let dispositif: DispositifID
  let conseiller: PersonneID
  /// The act it tells of; nil for one that was not held here.
  let entretien: EntretienID?
  let usager: UsagerID?
  /// Grows with each correction.
  let revision: Int
  let cree: Instant
  let modifie: Instant
  let teneur: Teneur

  /// What is reported.
  struct Teneur: Sendable, Equatable {
    var jour: Jour
    var type: TypeDeCompteRendu
    var canal: Canal
    var lieu: LieuID?
    /// 1…1439.
    var minutes: Int
    /// Minutes waited at the door; nil when nobody measured it.
    var attente: Int?
    var themes: Ensemble<Thematique>
    var demarches: Ensemble<Demarche>
    var materiel: Ensemble<Materiel>
    var facon: Facon?
    var autonomie: Autonomie?
    var redirection: Redirection?
    var issue: IssueDeRelais?
    var niveau: Niveau?
    var publics: Publics
    var ecrits: Ecrits
  }

  /// Words, sealed.
  struct Ecrits: Sendable, Equatable, Codable {
    var titre = ""
    var notes = ""
  }

  /// With the person when they have a thread; with the adviser otherwise.
  var owner: Owner { Entretien.owner(usager, conseiller) }
}

extension CompteRendu.Ecrits: Vide {}

/// Who was there: how many, and by broad audience. Every axis adds up to all of them.
struct Publics: Sendable, Equatable {
  private(set) var participants: Int
  /// How many had come before.
  private(set) var deja: Int
  private(set) var genres: [Int]
  private(set) var ages: [Int]
  private(set) var statuts: [Int]

  static let maximum = 10_000

  init(participants: Int, deja: Int, genres: [Int], ages: [Int], statuts: [Int]) {
    (self.participants, self.deja) = (participants, deja)
    (self.genres, self.ages, self.statuts) = (genres, ages, statuts)
  }

  /// One person.
  init(genre: Genre, age: TrancheAge, statut: StatutSocial, deja: Bool) {
    self.init(
      participants: 1, deja: deja ? 1 : 0, genres: Self.one(genre), ages: Self.one(age), statuts: Self.one(statut))
  }

  private static func one<Axe: Nomenclature>(_ valeur: Axe) -> [Int] { Axe.allCases.map { $0 == valeur ? 1 : 0 } }

  /// The value of one person; nil for several.
  func seul<Axe: Nomenclature>(_ axe: [Int]) -> Axe? {
    participants == 1 ? axe.firstIndex(of: 1).flatMap { Axe.at($0) } : nil
  }
}
