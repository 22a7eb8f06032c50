import Annonces
import Base
import Foundation
import Html
import Temps

/// A mail and who sends it, with what the tests change most often.
struct Lettre: Sendable {
  var courriel: Courriel
  var nom = "L’équipe du Vademecum"

  static let adresse = "bonjour@vademecum.test"

  static let simple = Lettre(
    courriel: Courriel(
      destinataire: "amina@exemple.test", sujet: "Votre rencontre est confirmée — à bientôt 👋",
      texte: "Bonjour Amina,\n.\n.un point\n\nÀ mardi\u{a0}!", html: "<!doctype html><p>À <b>mardi</b>\u{a0}! 🌻</p>",
      langue: .fr))

  static let invitation = Lettre(
    courriel: Courriel(
      destinataire: "amina@exemple.test", sujet: "Invitation", texte: "À mardi.", html: "<p>À mardi.</p>", langue: .en,
      calendrier: Piece(methode: "REQUEST", contenu: Self.calendrier)))

  static let calendrier =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Métier\\, été\r\n"
    + "END:VEVENT\r\nEND:VCALENDAR\r\n"

  func mime(
    id: String = "0192f0c1-7d2a-7c3e-9a10-4b5c6d7e8f90", at instant: Instant = Instant(milliseconds: 1_795_248_180_000),
    domain: String = "vademecum.test"
  ) -> [UInt8] {
    let adresse = Adresse(Self.adresse)!
    return courriel.mime(id: id, from: Expediteur(nom: nom, adresse: adresse), at: instant, domain: domain)
  }

  func text(
    id: String = "0192f0c1-7d2a-7c3e-9a10-4b5c6d7e8f90", at instant: Instant = Instant(milliseconds: 1_795_248_180_000),
    domain: String = "vademecum.test"
  ) -> String {
    String(decoding: mime(id: id, at: instant, domain: domain), as: UTF8.self)
  }
}

extension String {
  /// Between the separators. Swift's own `split` takes CRLF for one character; this one compares scalars.
  func components(_ separator: String) -> [String] { components(separatedBy: separator) }
}

func decoded(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [0xff] }
