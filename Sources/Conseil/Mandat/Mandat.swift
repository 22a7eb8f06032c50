import Base
import Chartes
import Crypto
import Foundation
import Html
import Personnes
import Temps

package enum MandatTag {}
package typealias MandatID = ID<MandatTag>

/// What somebody agrees to have done for them, in writing: for which procedures, until when.
struct Mandat: Sendable, Equatable {
  /// What is written in it about the person: sealed with the mandate's own key, which outlives their thread.
  struct Termes: Sendable, Equatable, Codable {
    var prenom = ""
    var nom = ""
    var naissance: Int?
    /// A code of `Risque`.
    var risque = ""
    /// By when somebody must have acted: "2027-02-12".
    var avant = ""
    /// A code of `Operateur`.
    var operateur = ""
    /// A code of `AgentDemande`.
    var agent = ""
    /// What the agent said, or how one tried.
    var note = ""

    var complet: String { "\(prenom) \(nom)" }
  }

  enum Etat: String, Sendable, CaseIterable {
    case aSigner, enCours, fini, retire
    /// Never signed, and no longer to be.
    case laisse
  }

  let id: MandatID
  let usager: UsagerID
  let dispositif: DispositifID
  /// Who wrote it with the person.
  let conseiller: PersonneID
  /// The charter's version that judges it to its end.
  let version: Int
  let ecrit: Instant
  /// The first instant at which it no longer holds.
  let fin: Instant
  let jours: Int
  let langue: Langue
  /// SHA-256 of the text in that language.
  let empreinte: String
  let termes: Termes
  /// When both had signed; nil until then.
  let debut: Instant?
  /// In the order of the list.
  var demarches: [Demarche]
  /// What was withdrawn, and when.
  var retraits: [Demarche: Retrait] = [:]

  var owner: Owner { .mandat(id) }

  /// Those that nobody withdrew.
  var restantes: [Demarche] { demarches.filter { retraits[$0] == nil } }

  func etat(at now: Instant) -> Etat {
    if debut == nil { return now < fin && !restantes.isEmpty ? .aSigner : .laisse }
    if restantes.isEmpty { return .retire }
    return now < fin ? .enCours : .fini
  }
}

extension Mandat.Termes: Vide {}

extension Mandat {
  /// The day on which one writes is the first: a mandate of one day ends tonight, at midnight on the wall there. Days
  /// are those of the calendar, so that a change of clocks moves nothing; it never lasts longer than was said.
  static func fin(of jours: Int, from now: Instant, in fuseau: Fuseau) -> Instant {
    Jour(now, in: fuseau).advanced(by: jours).start(in: fuseau)
  }

  func dernierJour(in fuseau: Fuseau) -> Jour { Jour(fin, in: fuseau).advanced(by: -1) }

  /// Until when nothing of it may be erased; nil for what was never signed.
  func gardeJusque(_ p: Parametres, in fuseau: Fuseau) -> Instant? {
    guard debut != nil else { return nil }
    return Jour(fin, in: fuseau).advanced(by: p[AgirSousMandat.conservation]).start(in: fuseau)
  }

  /// As it stands when somebody is about to act. What this transaction sees withdrawn is withdrawn, even when the clock
  /// of the server that wrote it runs ahead of this one.
  func usage(of demarche: Demarche, at now: Instant) -> AgirSousMandat.Usage {
    .init(
      now: now, debut: debut ?? fin, fin: fin, revoque: retraits[demarche].map { min($0.le, now) },
      couverte: demarches.contains(demarche))
  }
}

/// SHA-256, hexadecimal.
enum Empreinte {
  static func of(_ contenu: String) -> String { Array(SHA256.hash(data: Data(contenu.utf8))).hexadecimal }

  /// What somebody gives as one: 64 digits, capitals and spaces forgiven.
  static func typed(_ texte: String) -> String? {
    let digits = texte.lowercased().filter { !$0.isWhitespace }
    return digits.utf8.count == 64 && digits.allSatisfy(\.isHexDigit) ? digits : nil
  }
}
