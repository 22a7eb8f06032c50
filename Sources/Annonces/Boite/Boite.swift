import Base
import Html
import Web

/// The mailbox of demo and development: what would have been sent, for anybody who tries the software.
package struct Boite: Sendable {
  let house: House

  package init(house: House) { self.house = house }

  package var routes: [Route] {
    [
      .get("/boite", .development, list),
      .get("/boite/{id}", .development, show),
      .get("/boite/{id}/calendrier", .development, calendar),
    ]
  }

  private func sent() async throws -> [Envoi] {
    try await house.database.read { [house] tx in try house.outbox.sent(limit: 100, in: tx) }
  }

  private func envoi(_ visit: Visit) async throws -> Envoi {
    let id: CourrierID = try visit.id("id")
    guard let envoi = try await sent().first(where: { $0.id == id }) else { throw Absent() }
    return envoi
  }

  private func list(_ visit: Visit) async throws -> Answer {
    .page(BoitePage(courriels: try await sent().map { ($0.id, $0.courriel) }))
  }

  private func show(_ visit: Visit) async throws -> Answer {
    let envoi = try await envoi(visit)
    return .page(CourrielPage(id: envoi.id, courriel: envoi.courriel))
  }

  private func calendar(_ visit: Visit) async throws -> Answer {
    guard let piece = try await envoi(visit).courriel.calendrier else { throw Absent() }
    return .file(Array(piece.contenu.utf8), type: "text/calendar; charset=utf-8", name: "invitation.ics")
  }
}

struct BoitePage: Page {
  let courriels: [(id: CourrierID, courriel: Courriel)]

  func titre(_ t: Langue) -> String { t("La boîte aux lettres", "The mailbox") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ici, rien ne part\u{a0}: les messages restent sur cette page.",
        "Here nothing leaves: messages stay on this page.")
    ) {
      if courriels.isEmpty {
        vide(
          titre: t("Aucun message", "No message"),
          texte: t(
            "Demandez un lien pour entrer\u{a0}: il arrivera ici.", "Ask for a link to come in: it will arrive here.")
        )
      } else {
        div(.class("boite")) {
          ol {
            for (id, courriel) in courriels {
              li {
                a(.href("/boite/\(id)")) { courriel.sujet }
                span(.class("soft")) { courriel.destinataire }
              }
            }
          }
        }
      }
    }
  }
}

struct CourrielPage: Page {
  let id: CourrierID
  let courriel: Courriel

  func titre(_ t: Langue) -> String { courriel.sujet }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: courriel.sujet, chapeau: courriel.destinataire) {
      div(.class("boite")) { pre { linked(courriel.texte) } }
      if courriel.calendrier != nil {
        p { a(.href("/boite/\(id)/calendrier")) { t("L’événement pour l’agenda", "The calendar event") } }
      }
      p { a(.href("/boite")) { t("Tous les messages", "All messages") } }
    }
  }

  /// Lines that are an address become links, as a mail program shows them.
  private func linked(_ text: String) -> Markup {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return group {
      for line in lines {
        if line.hasPrefix("http://") || line.hasPrefix("https://") { a(.href(line)) { line } } else { line }
        "\n"
      }
    }
  }
}
