import Base
import Foundation
import Html
import Personnes
import Temps

package enum LigneAideTag {}
package typealias LigneAideID = ID<LigneAideTag>

/// A helpline: whom one reaches, when, and where that was read.
struct LigneAide: Sendable, Equatable, Codable {
  /// "3114", "15".
  var numero: String
  var nom: Phrase
  /// Whom it is for.
  var pour: Phrase
  var heures: Phrase
  /// Where this was read: "service-public.fr, F33954".
  var source: String
  var verifiee: Jour
  /// Shown first when a life is in danger.
  var vitale: Bool

  /// For a link that calls: digits, after the plus sign of a number from abroad.
  var appel: String { (numero.hasPrefix("+") ? "+" : "") + numero.filter { ("0"..."9").contains($0) } }
}

extension LigneAide {
  private static let le21Novembre = Jour(year: 2026, month: 11, day: 21) ?? Jour(number: 20_778)

  /// What is shown until a structure has checked its own.
  static let premieres: [LigneAide] = [
    LigneAide(
      numero: "3114", nom: Phrase("Prévention du suicide", "Suicide prevention"),
      pour: Phrase(
        "Vous souffrez, vous pensez à mourir, ou vous craignez pour quelqu’un.",
        "You are in pain, you think of dying, or you are worried about somebody."),
      heures: Phrase("Jour et nuit, gratuit, confidentiel", "Day and night, free, confidential"),
      source: "mayotte.ars.sante.fr, cnape.fr", verifiee: le21Novembre, vitale: true),
    LigneAide(
      numero: "15", nom: Phrase("SAMU", "Medical emergency"),
      pour: Phrase(
        "Une vie est en danger, un malaise, une blessure grave.", "A life is in danger, a collapse, a bad injury."),
      heures: Phrase("Jour et nuit, gratuit", "Day and night, free"), source: "service-public.fr, F33954",
      verifiee: le21Novembre, vitale: true),
    LigneAide(
      numero: "112", nom: Phrase("Urgences, partout en Europe", "Emergency, anywhere in Europe"),
      pour: Phrase(
        "Secours, police, feu\u{a0}: un seul numéro.", "Ambulance, police, fire: one number. You can ask for English."),
      heures: Phrase("Jour et nuit, gratuit", "Day and night, free"), source: "service-public.fr, F33954",
      verifiee: le21Novembre, vitale: true),
    LigneAide(
      numero: "114", nom: Phrase("Urgences par écrit", "Emergency in writing"),
      pour: Phrase(
        "Vous n’entendez pas, ou parler est impossible ou risqué\u{a0}: écrivez un SMS au 114.",
        "You cannot hear, or speaking is impossible or not safe: send a text message to 114."),
      heures: Phrase("Jour et nuit, gratuit", "Day and night, free"), source: "associations.gouv.fr",
      verifiee: le21Novembre, vitale: true),
    LigneAide(
      numero: "3919", nom: Phrase("Violences faites aux femmes", "Violence against women"),
      pour: Phrase(
        "Vous subissez des violences, ou vous êtes proche de quelqu’un qui en subit. En danger immédiat, appelez le 112.",
        "Somebody hurts you, or hurts a person close to you. In immediate danger, call 112."),
      heures: Phrase("Jour et nuit, anonyme", "Day and night, anonymous"), source: "solidaritefemmes.org",
      verifiee: le21Novembre, vitale: false),
    LigneAide(
      numero: "119", nom: Phrase("Enfance en danger", "Children in danger"),
      pour: Phrase(
        "Un enfant, ou vous si vous avez moins de vingt et un ans.", "A child, or yourself if you are under twenty-one."
      ),
      heures: Phrase("Jour et nuit, gratuit, non visible sur la facture", "Day and night, free, not on the bill"),
      source: "solidarites.gouv.fr, 2219", verifiee: le21Novembre, vitale: false),
    LigneAide(
      numero: "3018", nom: Phrase("Violences numériques", "Online violence"),
      pour: Phrase("Harcèlement, chantage, image volée.", "Harassment, blackmail, a stolen picture."),
      heures: Phrase("Tous les jours, de 9\u{a0}h à 23\u{a0}h", "Every day, 9:00 to 23:00"),
      source: "solidarites.gouv.fr", verifiee: le21Novembre, vitale: false),
  ]
}

extension MentoratStore {
  /// The helplines of a programme, in its order; ours until it has its own.
  func lignesAide(of dispositif: DispositifID?, in tx: Transaction) throws -> [LigneAide] {
    guard let dispositif else { return LigneAide.premieres }
    let own = try tx.all("SELECT fiche FROM ligne_aide WHERE dispositif = \(dispositif) ORDER BY rang, id") { row in
      try JSONDecoder().decode(LigneAide.self, from: Data((try row[0] as String).utf8))
    }
    return own.isEmpty ? LigneAide.premieres : own
  }
}
