import Base
import Html
import Temps
import Web

package enum DemandeDeDroitTag {}
package typealias DemandeDeDroitID = ID<DemandeDeDroitTag>

/// What the law lets somebody ask about their data (GDPR, articles 15 to 21).
enum Droit: String, Sendable, CaseIterable {
  case acces, rectification, effacement, limitation, portabilite, opposition

  var titre: Phrase {
    switch self {
    case .acces: Phrase("Voir ses données", "See one’s data")
    case .rectification: Phrase("Corriger une donnée", "Correct a piece of data")
    case .effacement: Phrase("Faire effacer ses données", "Have one’s data erased")
    case .limitation: Phrase("Mettre un usage en pause", "Put a use on hold")
    case .portabilite: Phrase("Emporter ses données", "Take one’s data along")
    case .opposition: Phrase("S’opposer à un usage", "Object to a use")
    }
  }

  /// What one cannot do by oneself, and asks of the coordinator.
  static let aDemander: [Droit] = [.rectification, .opposition, .limitation]
}

/// Somebody asked something about their data; an answer is due within a month.
struct DemandeDeDroit: Sendable, Equatable {
  /// Between the request and each of the two reminders to who must answer.
  static let rappels = [Duration.days(15), .days(25)]
  static let motsAuPlus = 2000

  let id: DemandeDeDroitID
  let dispositif: DispositifID
  /// nil for somebody without an account, who asked on paper.
  let personne: PersonneID?
  /// "Aline R.", for who has no account.
  let qui: String
  let droit: Droit
  let mots: String
  let recue: Instant
  /// The answer is due before.
  let terme: Instant
  let etat: Etat
  let reponse: String
  let close: Instant?

  enum Etat: String, Sendable { case ouverte, repondue, sansObjet = "sans_objet" }

  /// One month: the whole of the same day of the next month, or of its last day.
  static func terme(from recue: Instant, in fuseau: Fuseau) -> Instant {
    Jour(recue, in: fuseau).advanced(byMonths: 1).advanced(by: 1).start(in: fuseau)
  }

  func isLate(at now: Instant) -> Bool { etat == .ouverte && now >= terme }

  /// The last day on which an answer is in time.
  func dernierJour(_ fuseau: Fuseau) -> Jour { Jour(terme - .seconds(1), in: fuseau) }

  func etat(at now: Instant, _ fuseau: Fuseau, _ t: Langue) -> Markup {
    let jour = t.date(dernierJour(fuseau), reference: Jour(now, in: fuseau))
    return switch etat {
    case .repondue: Web.etat(.accord, t("Répondue", "Answered"))
    case .sansObjet:
      Web.etat(.neutre, t("Sans objet\u{a0}: la personne est partie", "No longer needed: they have left"))
    case .ouverte where isLate(at: now):
      Web.etat(.refus, t("En retard\u{a0}: attendue le \(jour)", "Late: due on \(jour)"))
    case .ouverte: Web.etat(.attente, t("Réponse au plus tard le \(jour)", "Answer by \(jour)"))
    }
  }

  var champs: [Rubrique.Champ] {
    [
      .init("droit", Phrase("Demande", "Request"), .mot(droit.titre, code: droit.rawValue)),
      .init("recue", Phrase("Reçue", "Received"), .instant(recue)),
      .init("mots", Phrase("Vos mots", "Your words"), mots.isEmpty ? .rien : .texte(mots)),
      .init("terme", Phrase("Réponse avant", "Answer before"), .instant(terme)),
      .init("reponse", Phrase("Réponse", "Answer"), reponse.isEmpty ? .rien : .texte(reponse)),
      .init("close", Phrase("Close", "Closed"), close.map { .instant($0) } ?? .rien),
    ]
  }
}
