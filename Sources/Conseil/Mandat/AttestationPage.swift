import Base
import Chartes
import Foundation
import Html
import Temps
import Web

/// What the person takes away: the text, who signed and when, and how anybody can check it.
struct AttestationPage: Page {
  let vu: MandatVu
  let acte: ActeDeMandat
  let now: Instant

  private var mandat: Mandat { vu.mandat }

  func titre(_ t: Langue) -> String { t("Attestation de mandat", "Certificate of mandate") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t.dateEtHeure(now, vu.fuseau, reference: nil)) {
      p(.class("a-l-ecran soft")) {
        t(
          "Imprimez cette page avec votre navigateur, et donnez-la à la personne.",
          "Print this page with your browser, and give it to the person.")
      }
      TexteLu(vu).markup
      h2 { t("Signatures et empreintes", "Signatures and fingerprints") }
      fiche(lignes(t))
      p {
        t(
          "Pour le vérifier\u{a0}: le fichier de l’acte, son sceau et la clé du serveur suffisent, avec un outil Ed25519.",
          "To check it: the file of the record, its seal and the server’s key are enough, with an Ed25519 tool.")
      }
      gestes {
        boutonLien("/mandats/\(mandat.id)/acte", t("Garder le fichier de l’acte", "Keep the file of the record"))
        a(.href("/mandats/\(mandat.id)")) { t("Revenir au mandat", "Back to the mandate") }
      }
    }
  }

  private func lignes(_ t: Langue) -> [(nom: String, valeur: Markup)] {
    let personne = "\(mandat.termes.complet), \(t(acte.maniere.phrase))"
    let signataires = personne + t("\u{a0}; ", "; ") + vu.court(acte.conseiller)
    var lignes = [(nom: t("Signé par", "Signed by"), valeur: Markup(text: signataires))]
    if let debut = mandat.debut {
      lignes.append(
        (
          nom: t("Signé le", "Signed on"),
          valeur: Markup(text: t.dateEtHeure(debut, vu.fuseau, reference: nil))
        ))
    }
    lignes.append((nom: t("À ce jour", "As of today"), valeur: Markup(text: t(mandat.etat(at: now).phrase))))
    for demarche in mandat.demarches {
      guard let retrait = mandat.retraits[demarche] else { continue }
      let quand = t.dateEtHeure(retrait.le, vu.fuseau, reference: nil)
      lignes.append((nom: t(retrait.raison.phrase), valeur: Markup(text: "\(t(demarche.phrase)), \(quand)")))
    }
    let empreintes = [
      (t("Empreinte SHA-256 du texte", "SHA-256 fingerprint of the text"), mandat.empreinte),
      (t("Empreinte SHA-256 de l’acte", "SHA-256 fingerprint of the record"), acte.empreinte),
      (t("Sceau du serveur (Ed25519)", "Server’s seal (Ed25519)"), acte.cachet.signature.base64),
      (t("Clé du serveur", "Server’s key"), acte.cachet.clePublique.base64),
    ]
    return lignes + empreintes.map { ligne in (nom: ligne.0, valeur: span(.class("empreinte")) { ligne.1 }) }
  }
}

extension SignatureSaisie.Maniere {
  fileprivate var phrase: Phrase {
    switch self {
    case .ecran: Phrase("sur l’écran", "on the screen")
    case .papier: Phrase("sur papier", "on paper")
    }
  }
}

extension [UInt8] {
  fileprivate var base64: String { Data(self).base64EncodedString() }
}
