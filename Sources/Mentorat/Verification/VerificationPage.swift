import Base
import Chartes
import Foundation
import Html
import Temps
import Web

/// Is this record ours? For anybody who holds one.
struct VerificationPage: Page {
  let seal: Sceau
  let clePublique: String
  let empreinteDeLaCle: String
  let texte: String
  let verification: Verification?
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Vérifier un acte", "Check a record") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Un acte signé ici se vérifie lettre par lettre. Aucun nom n’est montré.",
        "A record signed here is checked letter by letter. No name is shown."),
      marge: [Note(SignerADeux.self, charte: "mentorat", t)]
    ) {
      switch verification {
      case .concorde(let le):
        avis(
          .accord,
          titre: t("Cet acte concorde", "This record matches")
        ) {
          p { t("Il a été signé à deux ", "It was signed by both ") + t.dateEtHeure(le, fuseau, reference: nil) + "." }
        }
      case .neConcordePas:
        avis(.refus, titre: t("Cet acte ne concorde pas", "This record does not match")) {
          p {
            t(
              "Il n’a pas été signé ici, ou un signe a changé. Reprenez le fichier d’origine et collez-le en entier.",
              "It was not signed here, or a character has changed. Take the original file again and paste all of it.")
          }
        }
      case nil: Markup.empty
      }
      formulaire(vers: "/verification", seal) {
        zone(
          "acte", label: t("Le texte de l’acte, en entier", "The record’s text, all of it"), valeur: texte, lignes: 8)
        gestes { bouton(t("Vérifier", "Check")) }
      }
      depliant(t("Vérifier sans nous", "Check without us")) {
        p {
          t(
            "Le sceau est écrit sous l’acte. Avec le fichier et cette clé publique, un outil Ed25519 le vérifie.",
            "The seal is written under the record. With the file and this public key, an Ed25519 tool checks it.")
        }
        p { span(.class("empreinte")) { clePublique } }
        p(.class("soft")) {
          t("Empreinte de la clé\u{a0}: ", "Fingerprint of the key: ")
          span(.class("empreinte")) { empreinteDeLaCle }
        }
      }
    }
  }
}

extension MentoratRoom {
  func showVerification(_ visit: Visit) async throws -> Answer { .page(try verificationPage(visit, "", nil)) }

  func checkActe(_ visit: Visit) async throws -> Answer {
    let texte = visit.form.raw("acte")
    let verification = try await verify(texte)
    // A record holds both names: once it matches there is nothing to correct, and it does not come back to the screen.
    return .page(try verificationPage(visit, verification == .neConcordePas ? texte : "", verification))
  }

  private func verificationPage(
    _ visit: Visit, _ texte: String, _ verification: Verification?
  ) throws -> VerificationPage {
    let cachet = try house.vault.sign([])
    return VerificationPage(
      seal: visit.seal, clePublique: cachet.clePublique.base64, empreinteDeLaCle: cachet.empreinteDeLaCle,
      texte: texte, verification: verification, fuseau: visit.fuseau)
  }
}

extension [UInt8] {
  var base64: String { Data(self).base64EncodedString() }
}
