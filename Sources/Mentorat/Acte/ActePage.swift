import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The record that both signed, to read, to print, to keep.
struct ActePage: Page {
  let binome: BinomeID
  let acte: Acte
  let pdf: Bool
  let origin: String

  func titre(_ t: Langue) -> String { t("L’acte signé", "The signed record") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Tel que vous l’avez signé tous les deux.", "As you both signed it."),
      marge: [Note(SignerADeux.self, charte: "mentorat", t)]
    ) {
      ActeImprime(acte: acte, origin: origin).corps(t)
      gestes {
        boutonLien("/binomes/\(binome)/acte/texte", t("Garder le fichier", "Keep the file"))
        if pdf { a(.href("/binomes/\(binome)/acte/pdf")) { t("En PDF", "As PDF") } }
        a(.href("/verification")) { t("Vérifier un acte", "Check a record") }
      }
      p(.class("soft")) {
        t(
          "Cette page s’imprime telle quelle. Pour vérifier l’acte plus tard, gardez aussi le fichier\u{a0}: une copie à la main peut changer le texte.",
          "This page prints as it is. To check the record later, keep the file too: copying by hand may alter it.")
      }
    }
  }
}

/// The record on paper.
struct ActeImprime: Sendable {
  let acte: Acte
  let origin: String

  func corps(_ t: Langue) -> Markup {
    group {
      pre(.class("acte")) { acte.contenu }
      dl(.class("fiche")) {
        div {
          dt { t("Empreinte SHA-256 de cet acte", "SHA-256 fingerprint of this record") }
          dd { span(.class("empreinte")) { acte.empreinte } }
        }
        div {
          dt { t("Sceau du serveur (Ed25519)", "Server’s seal (Ed25519)") }
          dd { span(.class("empreinte")) { acte.cachet.signature.base64 } }
        }
        div {
          dt { t("Empreinte de la clé du serveur", "Fingerprint of the server’s key") }
          dd { span(.class("empreinte")) { acte.cachet.empreinteDeLaCle } }
        }
        div {
          dt { t("Vérifier", "Check") }
          dd { "\(origin)/verification" }
        }
      }
    }
  }

  /// A document by itself, for the program that makes the PDF.
  func document(_ t: Langue) -> Markup {
    Html.document(t) {
      head {
        meta(.charset("utf-8"))
        title { t("Acte signé", "Signed record") }
      }
      body(.style("font:11pt/1.45 Georgia,serif;color:#24211c;margin:0")) {
        h1(.style("font-size:18pt")) { t("Acte signé à deux", "Record signed by both") }
        div(.style("overflow-wrap:anywhere;white-space:pre-wrap;font-family:sans-serif;font-size:9pt")) { corps(t) }
      }
    }
  }
}

extension MentoratRoom {
  func showActe(_ visit: Visit) async throws -> Answer {
    let acte = try await acte(visit)
    return .page(ActePage(binome: acte.binome, acte: acte, pdf: impression.isPossible, origin: origin))
  }

  /// The canonical bytes, exactly.
  func giveActe(_ visit: Visit) async throws -> Answer {
    let acte = try await acte(visit)
    return .file(Array(acte.contenu.utf8), type: "text/plain; charset=utf-8", name: "acte-\(acte.numero).txt")
  }

  func giveActePdf(_ visit: Visit) async throws -> Answer {
    let acte = try await acte(visit)
    let document = ActeImprime(acte: acte, origin: origin).document(visit.langue)
    guard impression.isPossible, let pdf = await impression.pdf(document) else { throw Absent() }
    return .file(pdf, type: "application/pdf", name: "acte-\(acte.numero).pdf")
  }

  private func acte(_ visit: Visit) async throws -> Acte {
    let visitor = try visit.person()
    let acte = try await house.database.read { [store] tx in
      try store.acte(of: try store.binome(visit.id("id"), for: visitor.viewer, in: tx), in: tx)
    }
    guard let acte else { throw Absent() }
    return acte
  }
}
