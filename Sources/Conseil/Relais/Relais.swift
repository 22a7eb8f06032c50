import Base
import Chartes
import Crypto
import Html
import Personnes
import Temps
import Web

package enum RelaisTag {}
package typealias RelaisID = ID<RelaisTag>

/// A referral: somebody is handed over to a service that can do what one cannot.
struct Relais: Sendable, Equatable {
  /// How the letter travels: printed, in the person's hand; or read on our page, by a link sent to the service.
  enum Voie: String, Sendable { case lettre, lien }
  /// How the person said yes.
  enum Accord: String, Sendable, CaseIterable { case oral, ecrit }
  /// Who said what came of it.
  enum Par: String, Sendable { case service, conseiller }

  let id: RelaisID
  let dispositif: DispositifID
  let usager: UsagerID
  let conseiller: PersonneID
  let partenaire: PartenaireID
  /// The interview it comes from: its report bears the outcome.
  let entretien: EntretienID?
  /// Of the charter: judges it to its end.
  let version: Int
  let voie: Voie
  let accord: Accord
  let accordLe: Jour
  let parti: Instant
  let ouvert: Instant?
  /// Reminders written so far.
  let relances: Int
  /// When the next one is due; nil when none will be written.
  let prochaine: Instant?
  let issue: IssueDeRelais
  let reponse: Reponse?
  let repondu: Instant?
  let par: Par?
  /// The person changed their mind.
  let retire: Instant?
  /// Grows with each answer: two who answer at once do it once.
  let revision: Int
  /// SHA-256 of the letter with its salt, hexadecimal.
  let empreinte: String
  let contenu: Contenu

  /// Sealed with the person's key: once it is erased, nothing opens any more.
  struct Contenu: Sendable, Equatable, Codable {
    /// Frozen when it left.
    var lettre = ""
    var sel = ""
    /// What the service presents: a token in a link, or a code on paper. For reminders and prints.
    var jeton = ""
    var code = ""
    var langue = Langue.fr
  }

  /// What is known of it now.
  enum Etat: Sendable, Equatable {
    case attendu
    /// The service will receive the person: still awaited.
    case promis
    case repondu, sansNouvelle, retire
  }

  var etat: Etat {
    if retire != nil { return .retire }
    return switch issue {
    case .attendue: reponse == nil ? .attendu : .promis
    case .sansNouvelle: .sansNouvelle
    case .recue, .orientee, .refusee: .repondu
    }
  }

  var isAwaited: Bool { etat == .attendu || etat == .promis }
}

extension Relais.Contenu: Vide {}

extension Relais {
  /// How long a letter stays open after an outcome, and how long it waits for one.
  static let apres = Duration.days(30)
  static let attente = Duration.days(180)
  /// How long a service may correct its answer.
  static let correction = Duration.hours(1)

  /// When the letter closes by itself.
  var ferme: Instant { isAwaited ? parti + Self.attente : (repondu ?? parti) + Self.apres }

  /// Whether the letter still opens for whoever bears its link or its code.
  func isOpen(at now: Instant) -> Bool { retire == nil && now < ferme && !contenu.lettre.isEmpty }

  /// The service misread a button: it may say it again for an hour.
  func isCorrectible(at now: Instant) -> Bool {
    guard etat == .repondu, par == .service, let repondu else { return false }
    return now < repondu + Self.correction
  }

  /// Whether the service may say something: nothing final was said, or only that no news came.
  func accepts(at now: Instant) -> Bool {
    isOpen(at: now) && (isAwaited || etat == .sansNouvelle || isCorrectible(at: now))
  }

  /// Whether the letter is, to the letter, the one that left.
  var isIntact: Bool { Self.empreinte(contenu.lettre, sel: contenu.sel) == empreinte }

  static func empreinte(_ lettre: String, sel: String) -> String {
    SHA256.hash(data: [UInt8]("\(sel)\n\(lettre)".utf8)).hexadecimal
  }
}

extension Relais.Etat {
  var ton: Ton {
    switch self {
    case .attendu, .promis: .attente
    case .repondu: .accord
    case .sansNouvelle, .retire: .neutre
    }
  }

  var phrase: Phrase {
    switch self {
    case .attendu: Phrase("Réponse attendue", "Answer awaited")
    case .promis: Phrase("Le service va recevoir la personne", "The service will receive the person")
    case .repondu: Phrase("Le service a répondu", "The service answered")
    case .sansNouvelle: Phrase("Close sans nouvelle", "Closed without news")
    case .retire: Phrase("La personne a changé d’avis", "The person changed their mind")
    }
  }
}

extension Relais.Accord {
  var phrase: Phrase {
    switch self {
    case .oral: Phrase("De vive voix", "Spoken")
    case .ecrit: Phrase("Par écrit", "Written")
    }
  }
}
